// The mailer's side of the outbox (store/people/links.h queues). Up to a hundred mails are claimed at once, urgent kinds first,
// sent for ten seconds at most and marked one by one: a mail for a forgotten password does not wait for ten thousand reminders,
// and a killed mailer leaves one mail in doubt, not a hundred. Other processes skip claimed mails; a claim expires by itself. A
// reminder that was given up or refused marks its lines as not sent, so the next run queues them again. Role qj_mailer.
#pragma once

#include "base/json.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

constexpr int claim_minutes = 10;  // more than handing over one mail may take, several times
constexpr int claimed_at_once = 100;

struct QueuedMail {
  long long id = 0;
  std::string kind, recipient;
  nlohmann::json data;
  int tries = 0;  // this one included
  long long age_minutes = 0;
  std::string created_at;  // YYYY-MM-DD HH:MM in Asia/Shanghai
  std::string moment;      // of queueing, to the microsecond: with the id it names this mail and no other
};
// The next that are due; of several who ask at once each gets others. Bulk mail only when nothing else is due.
std::vector<QueuedMail> claim_mails(Tx& tx);
void release_mails(Tx& tx, const std::vector<long long>& ids);  // they were not tried: due at once

void mail_sent(Tx& tx, long long id, const std::string& address);  // which is a good one, then
void mail_postponed(Tx& tx, long long id, int minutes, const std::string& why);
void mail_ended(Tx& tx, long long id, const std::string& state, const std::string& why);  // failed | dropped

// An address that a server refused for good (bad_addresses).
void address_refused(Tx& tx, const std::string& address, const std::string& words);

// Until when the link may be opened, as people read it; empty when it is used, revoked or expired.
std::optional<std::string> link_expiry(Db& db, const std::string& id_hex, const std::string& purpose);

// What a reset_password mail needs. The link is made here, at the first try; a further try extends it and says the same again,
// so that a mail sent twice has one good address in both copies. Links of earlier mails end.
struct ResetMail {
  std::string refused;  // why there is nothing to send, or ""
  std::string email, name, login, link_hex, expires_at;
};
ResetMail prepare_reset(Tx& tx, const QueuedMail& mail, const std::string& fresh_link_hex);

}  // namespace store
