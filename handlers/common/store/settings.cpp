// See settings.h.
#include "store/settings.h"

namespace store {

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

std::vector<Announcement> select_announcements(Db& db, const std::string& place, long long id, domain::Date today) {
  return db.run([&](soci::session& sql) {
    std::vector<Announcement> found;
    const std::string date = today.iso();
    soci::rowset<soci::row> rows =
        (sql.prepare << "select id, title, body, shown_from::text from announcements "
                        "where (place = :place or :place = '') and (id = :id or :id = 0) and shown_from <= :today::date "
                        "and coalesce(shown_to >= :today::date, true) order by shown_from desc, id desc limit 20",
         soci::use(place, "place"), soci::use(id, "id"), soci::use(date, "today"));
    for (const soci::row& row : rows) {
      Announcement a;
      row >> a.id >> a.title >> a.body >> a.date;
      found.push_back(a);
    }
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
