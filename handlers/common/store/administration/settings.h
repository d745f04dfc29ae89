// Settings that an administrator may change while everything runs: names, hotline, offices …
#pragma once

#include "domain/administration/settings.h"
#include "store/core/db.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Office {
  long long id = 0;
  int position = 0;  // shown from the lowest to the highest
  std::string name, address, postcode, phone, fax;
  int version = 0;
};

struct Settings {
  Settings();  // the defaults: enough for a page without a database
  std::map<std::string, std::string> values;
  std::vector<Office> offices;
  const std::string& get(const std::string& key) const;  // "" when it is not set
};
// anonymous: what a page's frame shows, as the public's role may read it.
Settings load_settings(Db& db, bool anonymous = false);

// What an administrator was shown: another one by the time of saving means that somebody saved meanwhile.
std::string settings_version(const Settings& settings);
// False when somebody was faster. Only what has changed is written, and audited with old and new value.
bool save_settings(Tx& tx, const std::string& version, const domain::SettingValues& values);

std::optional<Office> find_office(Db& db, long long id);
long long add_office(Tx& tx, const domain::OfficeValues& values);
bool update_office(Tx& tx, const Office& old, const domain::OfficeValues& values);  // both false: somebody was faster
bool remove_office(Tx& tx, const Office& old);

}  // namespace store
