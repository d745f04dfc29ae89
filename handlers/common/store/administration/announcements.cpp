// See announcements.h.
#include "store/administration/announcements.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

constexpr std::size_t most_announcements = 20;

// Read at every visit of the home page: a prepared statement, fetched in bulk.
struct FindAnnouncements {
  explicit FindAnnouncements(soci::session& sql)
      : statement((sql.prepare << R"sql(
                select id, title, body, shown_from::text
                from announcements
                where (place = :place or :place = '') and (id = :id or :id = 0) and shown_from <= :today::date
                  and coalesce(shown_to >= :today::date, true) and withdrawn_at is null
                  and (audience = 'everyone' or audience = :type)
                order by shown_from desc, id desc limit 20
            )sql",
                   soci::use(place, "place"), soci::use(id, "id"), soci::use(today, "today"), soci::use(type, "type"),
                   soci::into(ids), soci::into(titles), soci::into(bodies), soci::into(dates))) {}
  std::string place, today, type;
  long long id = 0;
  std::vector<long long> ids = std::vector<long long>(most_announcements);
  std::vector<std::string> titles = std::vector<std::string>(most_announcements), bodies = titles, dates = titles;
  soci::statement statement;
};

std::vector<Announcement> select_announcements(Db& db, const std::string& place, long long id, const std::string& user_type,
                                               domain::Date today) {
  return db.run([&](soci::session& sql) {
    auto& find = db.kept<FindAnnouncements>(sql);
    find.place = place;
    find.id = id;
    find.type = user_type;
    find.today = today.iso();
    find.ids.resize(most_announcements);
    for (auto* column : {&find.titles, &find.bodies, &find.dates}) column->resize(most_announcements);
    std::vector<Announcement> found;
    if (!find.statement.execute(true)) return found;
    for (std::size_t n = 0; n < find.ids.size(); ++n)
      found.push_back({find.ids[n], find.titles[n], find.bodies[n], find.dates[n]});
    return found;
  });
}

const std::string state_of =
    R"sql(
        case when withdrawn_at is not null or shown_to < :today::date then 'past' when shown_from > :today::date
          then 'future' else 'current' end
    )sql";

const std::string& announcement_columns() {
  static const std::string columns = "select id, title, body, place, audience, shown_from::text, coalesce(shown_to::text, ''), " +
                                     state_of + ", " + shown_time("withdrawn_at") + ", version from announcements ";
  return columns;
}

AdminAnnouncement read_announcement(const soci::row& row) {
  AdminAnnouncement kept;
  std::string from, to;
  row >> kept.id >> kept.values.title >> kept.values.body >> kept.values.shown_at >> kept.values.audience >> from >> to >>
      kept.state >> kept.withdrawn_at >> kept.version;
  kept.values.shown_from = domain::Date::from_iso(from).value_or(domain::Date());
  kept.values.shown_to = domain::Date::from_iso(to);
  return kept;
}

nlohmann::json audited(const domain::AnnouncementValues& v) {
  return {{"title", v.title},
          {"body", v.body},
          {"place", v.shown_at},
          {"audience", v.audience},
          {"shown_from", v.shown_from.iso()},
          {"shown_to", domain::iso_or_empty(v.shown_to)}};
}

}  // namespace

std::vector<Announcement> announcements(Db& db, const std::string& place, const std::string& user_type, domain::Date today) {
  return select_announcements(db, place, 0, user_type, today);
}

std::optional<Announcement> find_announcement(Db& db, long long id, const std::string& user_type, domain::Date today) {
  const auto found = select_announcements(db, "", id, user_type, today);
  if (found.empty() || id == 0) return {};
  return found.front();
}

AdminAnnouncements all_announcements(Db& db, const std::string& state, domain::Date today, int size, int page) {
  const std::string day = today.iso();
  const int offset = (page - 1) * size;
  return db.run([&](soci::session& sql) {
    AdminAnnouncements found;
    const std::string count = "select " + state_of + ", count(*) from announcements group by 1";
    soci::rowset<soci::row> counts = (sql.prepare << count, soci::use(day, "today"));
    for (const soci::row& row : counts) {
      std::string of;
      long long n = 0;
      row >> of >> n;
      found.counts[of] = n;
    }
    const std::string query =
        announcement_columns() + "where " + state_of + " = :state order by shown_from desc, id desc limit :size offset :offset";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(day, "today"), soci::use(state, "state"),
                                    soci::use(size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) found.rows.push_back(read_announcement(row));
    return found;
  });
}

std::optional<AdminAnnouncement> find_any_announcement(Db& db, long long id, domain::Date today) {
  const std::string day = today.iso();
  return db.run([&](soci::session& sql) -> std::optional<AdminAnnouncement> {
    const std::string query = announcement_columns() + "where id = :id";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(day, "today"), soci::use(id, "id"));
    for (const soci::row& row : rows) return read_announcement(row);
    return {};
  });
}

long long create_announcement(Tx& tx, const domain::AnnouncementValues& v) {
  const std::string from = v.shown_from.iso(), to = domain::iso_or_empty(v.shown_to);
  long long id = 0;
  tx.sql() << R"sql(
      insert into announcements (title, body, place, audience, shown_from, shown_to)
      values (:title, :body, :place, :audience, :from::date, nullif(:to, '')::date)
      returning id
  )sql",
      soci::use(v.title), soci::use(v.body), soci::use(v.shown_at), soci::use(v.audience), soci::use(from), soci::use(to),
      soci::into(id);
  tx.audit(0, "announcement.create", "announcement", id, nullptr, audited(v));
  return id;
}

bool update_announcement(Tx& tx, const AdminAnnouncement& old, const domain::AnnouncementValues& v) {
  const std::string from = v.shown_from.iso(), to = domain::iso_or_empty(v.shown_to);
  if (affected(tx,
               R"sql(
                   update announcements
                   set title = :title, body = :body, place = :place, audience = :audience, shown_from = :from::date,
                     shown_to = nullif(:to, '')::date, version = version + 1
                   where id = :id and version = :version and withdrawn_at is null
               )sql",
               v.title, v.body, v.shown_at, v.audience, from, to, old.id, old.version) != 1)
    return false;
  tx.audit(0, "announcement.update", "announcement", old.id, audited(old.values), audited(v));
  return true;
}

bool withdraw_announcement(Tx& tx, const AdminAnnouncement& old) {
  if (affected(tx,
               R"sql(
                   update announcements
                   set withdrawn_at = now(), version = version + 1
                   where id = :id and version = :version and withdrawn_at is null
               )sql",
               old.id, old.version) != 1)
    return false;
  tx.audit(0, "announcement.withdraw", "announcement", old.id, nullptr, {{"title", old.values.title}});
  return true;
}

}  // namespace store
