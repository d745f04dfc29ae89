// See notices.h.
#include "store/people/notices.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

void notify(Tx& tx, const std::string& kind, long long unit_id, long long institution_id, long long appointment_id,
            const nlohmann::json& data) {
  const std::string text = data.dump();
  affected(tx, R"sql(
      select notify(:kind, :unit, nullif(:institution::bigint, 0), nullif(:appointment::bigint, 0), :data::jsonb)
  )sql",
           kind, unit_id, institution_id, appointment_id, text);
}

std::vector<Notice> select_notices(Db& db, const std::string& condition, long long user_id, long long id, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<Notice> notices;
    each_row(
        sql,
        "select id, unit_id, coalesce(appointment_id, 0), kind, number, " + shown_time("created_at") +
            ", data::text, (read_at is not null)::int from notices where user_id = :user and " + condition +
            " order by id desc limit :most",
        [&](const soci::row& row) {
          Notice& n = notices.emplace_back();
          std::string data;
          int read = 0;
          row >> n.id >> n.unit_id >> n.appointment_id >> n.kind >> n.number >> n.created_at >> data >> read;
          n.data = nlohmann::json::parse(data);
          n.read = read != 0;
        },
        user_id, id, most);
    return notices;
  });
}

}  // namespace

std::vector<Notice> notices_of(Db& db, long long user_id, long long before, int most) {
  return select_notices(db, "id < coalesce(nullif(:before::bigint, 0), 9223372036854775807)", user_id, before, most);
}

std::optional<Notice> find_notice(Db& db, long long user_id, long long id) {
  auto found = select_notices(db, "id = :id::bigint", user_id, id, 1);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void read_notice(Tx& tx, long long user_id, long long id) {
  affected(tx, "update notices set read_at = now() where user_id = :user and id = :id and read_at is null", user_id, id);
}

void read_all_notices(Tx& tx, long long user_id) {
  affected(tx, "update notices set read_at = now() where user_id = :user and read_at is null", user_id);
}

NoticeMail notice_mail(Db& db, long long user_id) {
  return db.run([&](soci::session& sql) {
    NoticeMail mail;
    int wanted = 0;
    sql << "select notice_mail::int, email from users where id = :id", soci::use(user_id), soci::into(wanted),
        soci::into(mail.address);
    mail.wanted = wanted != 0;
    return mail;
  });
}

void set_notice_mail(Tx& tx, long long user_id, bool wanted) {
  const int flag = wanted ? 1 : 0;
  affected(tx, "update users set notice_mail = :wanted::int = 1 where id = :id", flag, user_id);
}

void notify_unit(Tx& tx, const std::string& kind, long long unit_id, long long appointment_id, const nlohmann::json& data) {
  notify(tx, kind, unit_id, 0, appointment_id, data);
}

void notify_institution(Tx& tx, const std::string& kind, long long unit_id, long long institution_id, long long appointment_id,
                        const nlohmann::json& data) {
  notify(tx, kind, unit_id, institution_id, appointment_id, data);
}

}  // namespace store
