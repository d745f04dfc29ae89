// Notices (消息) to the people of a unit or an institution: a row for each person, written in the change's transaction. Opening
// one marks it as read, which is a change, so it is a button and not a link. By e-mail only to people who chose it, through the
// outbox.
#pragma once

#include "base/json.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// Kinds: to the unit submitted {lines}, answered {answered, lines, refused: so far}, cancelled {lines, instrument, reason},
// results {passed, failed, returned, instrument, serial_number}, corrected {instrument, serial_number, reason}, taken_out {lines,
// instrument, serial_number}; to the institution received {unit, lines}, withdrawn {unit, lines}, cancelled {unit, lines,
// instrument, reason}. appointment_id 0: about none (a result without appointment). In the change's own transaction.
void notify_unit(Tx& tx, const std::string& kind, long long unit_id, long long appointment_id, const nlohmann::json& data);
void notify_institution(Tx& tx, const std::string& kind, long long unit_id, long long institution_id, long long appointment_id,
                        const nlohmann::json& data);

struct Notice {
  long long id = 0, unit_id = 0, appointment_id = 0;
  std::string kind, number, created_at;  // created_at: YYYY-MM-DD HH:MM in Asia/Shanghai
  nlohmann::json data;
  bool read = false;
};
// A person's own, newest first; those before the id `before` (0: from the newest on).
std::vector<Notice> notices_of(Db& db, long long user_id, long long before, int most);
std::optional<Notice> find_notice(Db& db, long long user_id, long long id);
void read_notice(Tx& tx, long long user_id, long long id);
void read_all_notices(Tx& tx, long long user_id);

struct NoticeMail {
  bool wanted = false;
  std::string address;  // the confirmed one; "" when there is none
};
NoticeMail notice_mail(Db& db, long long user_id);
void set_notice_mail(Tx& tx, long long user_id, bool wanted);

}  // namespace store
