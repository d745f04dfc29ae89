// See failed_mail.h.
#include "store/mail/failed_mail.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

FailedMails failed_mail(Db& db, int most) {
  return db.run([&](soci::session& sql) {
    FailedMails found;
    sql << "select (select count(*) from outbox_failed), (select count(*) from (select from outbox_failed where wanted and "
           "failed_at > now() - interval '7 days' limit " +
               std::to_string(most_resent) + ") f)::int",
        soci::into(found.all), soci::into(found.recent);
    each_row(
        sql,
        "select id, kind, recipient, " + shown_time("created_at") + ", " + shown_time("failed_at") +
            ", error, tries, wanted::int from outbox_failed order by failed_at desc, id desc limit :most",
        [&](const soci::row& row) {
          FailedMail& mail = found.rows.emplace_back();
          int wanted = 0;
          row >> mail.id >> mail.kind >> mail.recipient >> mail.created_at >> mail.failed_at >> mail.words >> mail.tries >>
              wanted;
          mail.wanted = wanted != 0;
        },
        most);
    return found;
  });
}

bool resend_mail(Tx& tx, long long id) {
  std::string kind, recipient;
  tx.sql() << "select kind, recipient from outbox_failed where id = :id", soci::use(id), soci::into(kind), soci::into(recipient);
  if (!tx.sql().got_data()) return false;
  int again = 0;
  tx.sql() << "select mail_resend(:id, 1)", soci::use(id), soci::into(again);
  if (again == 0) return false;
  tx.audit(0, "mail.resend", "mail", id, nullptr, {{"mail_kind", kind}, {"recipient", recipient}});
  return true;
}

int resend_recent_mail(Tx& tx) {
  int again = 0;
  const int most = most_resent;
  tx.sql() << "select mail_resend(null, :most)", soci::use(most), soci::into(again);
  if (again > 0) tx.audit(0, "mail.resend", "mail", 0, nullptr, {{"mails", again}});
  return again;
}

}  // namespace store
