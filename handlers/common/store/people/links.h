// One-time links: invitations, forgotten passwords, addresses to confirm. Their addresses are made by base/sealed_link.h; the
// table alone opens nothing. And the outbox's queueing side: a mail is queued in the transaction of the change that causes it,
// as kind and ids without text or token; qj-mailer makes text and addresses when it sends.
#pragma once

#include "base/json.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Link {
  std::string id_hex, purpose;  // invite | reset_password | confirm_email | reminder_address
  long long user_id = 0;
  long long unit_id = 0, institution_id = 0, department_id = 0;  // invite: into which organisation
  nlohmann::json data =
      nlohmann::json::object();  // invite: name, role, email, user_type; confirm_email: email; reminder_address: address_id
};
void create_link(Tx& tx, const Link& link, int minutes);
// Not used, not expired. Looking does not use it up.
std::optional<Link> find_link(Db& db, const std::string& id_hex, const std::string& purpose);
// False when it was used (or revoked, or expired) meanwhile: of two at once one wins.
bool use_link(Tx& tx, const std::string& id_hex);
// Ends all open links of this purpose for the user: a newer one, or a changed password, makes them void.
void revoke_links(Tx& tx, long long user_id, const std::string& purpose);

struct Invitation {
  std::string id_hex, name, role, email, created_at, expires_at;
};
// Open ones into one organisation (the id that is not 0).
std::vector<Invitation> open_invitations(Db& db, long long unit_id, long long institution_id, long long department_id);

// kind: the template views/mail/<kind>.tpl; recipient: an address, or "" where the mailer finds it out.
void queue_mail(Tx& tx, const std::string& kind, const std::string& recipient, const nlohmann::json& data);

}  // namespace store
