// What an operator may change while everything runs: names, hotline, offices; and announcements.
#pragma once

#include "domain/date.h"
#include "store/db.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Office {
  std::string name, address, postcode, phone, fax;
};

struct Settings {
  Settings();  // the defaults: enough for a page without a database
  std::map<std::string, std::string> values;
  std::vector<Office> offices;
  const std::string& get(const std::string& key) const;  // "" when it is not set
};
Settings load_settings(Db& db);

struct Announcement {
  long long id = 0;
  std::string title, body, date;  // date: when it appeared, YYYY-MM-DD
};
// Shown today, newest first. place: home | service.
std::vector<Announcement> announcements(Db& db, const std::string& place, domain::Date today);
std::optional<Announcement> find_announcement(Db& db, long long id, domain::Date today);

}  // namespace store
