// See settings.h.
#include "store/settings.h"

#include "domain/terms.h"

namespace store {

Settings::Settings() {
  for (const domain::Term& term : domain::default_settings()) values[std::string(term.code)] = term.word;
}

const std::string& Settings::get(const std::string& key) const {
  static const std::string none;
  const auto it = values.find(key);
  return it == values.end() ? none : it->second;
}

Settings load_settings(Db& db) {
  return db.run([](soci::session& sql) {
    Settings settings;
    soci::rowset<soci::row> pairs = (sql.prepare << "select key, value from settings");
    for (const soci::row& row : pairs) {
      std::string key, value;
      row >> key >> value;
      settings.values[key] = value;
    }
    soci::rowset<soci::row> offices =
        (sql.prepare << "select name, address, postcode, phone, fax from offices order by position, id");
    for (const soci::row& row : offices) {
      Office office;
      row >> office.name >> office.address >> office.postcode >> office.phone >> office.fax;
      settings.offices.push_back(office);
    }
    return settings;
  });
}

namespace {

constexpr std::size_t most_announcements = 20;

// Home asks for them at every visit: kept, fetched in bulk.
struct FindAnnouncements {
  explicit FindAnnouncements(soci::session& sql)
      : statement(
            (sql.prepare << "select id, title, body, shown_from::text from announcements "
                            "where (place = :place or :place = '') and (id = :id or :id = 0) and shown_from <= :today::date "
                            "and coalesce(shown_to >= :today::date, true) order by shown_from desc, id desc limit 20",
             soci::use(place, "place"), soci::use(id, "id"), soci::use(today, "today"), soci::into(ids), soci::into(titles),
             soci::into(bodies), soci::into(dates))) {}
  std::string place, today;
  long long id = 0;
  std::vector<long long> ids = std::vector<long long>(most_announcements);
  std::vector<std::string> titles = std::vector<std::string>(most_announcements), bodies = titles, dates = titles;
  soci::statement statement;
};

std::vector<Announcement> select_announcements(Db& db, const std::string& place, long long id, domain::Date today) {
  return db.run([&](soci::session& sql) {
    auto& find = db.kept<FindAnnouncements>(sql);
    find.place = place;
    find.id = id;
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

}  // namespace

std::vector<Announcement> announcements(Db& db, const std::string& place, domain::Date today) {
  return select_announcements(db, place, 0, today);
}

std::optional<Announcement> find_announcement(Db& db, long long id, domain::Date today) {
  const auto found = select_announcements(db, "", id, today);
  if (found.empty() || id == 0) return {};
  return found.front();
}

}  // namespace store
