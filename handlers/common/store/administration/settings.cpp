// See settings.h.
#include "store/administration/settings.h"

#include "base/crypto.h"
#include "base/json.h"
#include "domain/values/terms.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

Settings::Settings() {
  for (const domain::Term& term : domain::default_settings()) values[std::string(term.code)] = term.word;
}

const std::string& Settings::get(const std::string& key) const {
  static const std::string none;
  const auto it = values.find(key);
  return it == values.end() ? none : it->second;
}

namespace {

Settings read_settings(soci::session& sql, bool anonymous = false) {
  const std::string prefix = anonymous ? "public_" : "";
  Settings settings;
  soci::rowset<soci::row> pairs = (sql.prepare << "select key, value from " + prefix + "settings");
  for (const soci::row& row : pairs) {
    std::string key, value;
    row >> key >> value;
    settings.values[key] = value;
  }
  soci::rowset<soci::row> offices = (sql.prepare << "select id, position, name, address, postcode, phone, fax, version from " +
                                                        prefix + "offices order by position, id");
  for (const soci::row& row : offices) {
    Office office;
    row >> office.id >> office.position >> office.name >> office.address >> office.postcode >> office.phone >> office.fax >>
        office.version;
    settings.offices.push_back(office);
  }
  return settings;
}

}  // namespace

Settings load_settings(Db& db, bool anonymous) {
  return db.run([&](soci::session& sql) { return read_settings(sql, anonymous); });
}

std::string settings_version(const Settings& settings) {
  std::string text;
  for (const domain::Setting& setting : domain::settings()) {
    const std::string& value = settings.get(std::string(setting.key));
    text += std::to_string(value.size()) + ":" + value;
  }
  return base::sha256_hex(text);
}

bool save_settings(Tx& tx, const std::string& version, const domain::SettingValues& values) {
  // One at a time, also when a key has no row yet.
  tx.sql() << "lock table settings in share row exclusive mode";
  const Settings now = read_settings(tx.sql());
  if (settings_version(now) != version) return false;
  nlohmann::json before = nlohmann::json::object(), after = nlohmann::json::object();
  for (const auto& [key, value] : values) {
    if (now.get(key) == value) continue;
    before[key] = now.get(key);
    after[key] = value;
    const std::string name = key, content = value;
    affected(tx, R"sql(
        insert into settings (key, value)
        values (:key, :value)
        on conflict (key) do update
        set value = excluded.value
    )sql",
             name, content);
  }
  if (!after.empty()) tx.audit(0, "settings.update", "settings", 0, before, after);
  return true;
}

namespace {

nlohmann::json audited(const domain::OfficeValues& v) {
  return {{"position", v.position}, {"name", v.name},   {"address", v.address},
          {"postcode", v.postcode}, {"phone", v.phone}, {"fax", v.fax}};
}

domain::OfficeValues values_of(const Office& o) { return {o.position, o.name, o.address, o.postcode, o.phone, o.fax}; }

}  // namespace

std::optional<Office> find_office(Db& db, long long id) {
  for (const Office& office : load_settings(db).offices)
    if (office.id == id) return office;
  return {};
}

long long add_office(Tx& tx, const domain::OfficeValues& v) {
  long long id = 0;
  tx.sql() << R"sql(
      insert into offices (position, name, address, postcode, phone, fax)
      values (:position, :name, :address, :postcode, :phone, :fax)
      returning id
  )sql",
      soci::use(v.position), soci::use(v.name), soci::use(v.address), soci::use(v.postcode), soci::use(v.phone), soci::use(v.fax),
      soci::into(id);
  tx.audit(0, "office.create", "office", id, nullptr, audited(v));
  return id;
}

bool update_office(Tx& tx, const Office& old, const domain::OfficeValues& v) {
  if (affected(tx,
               R"sql(
                   update offices
                   set position = :position, name = :name, address = :address, postcode = :postcode, phone = :phone,
                     fax = :fax, version = version + 1
                   where id = :id and version = :version
               )sql",
               v.position, v.name, v.address, v.postcode, v.phone, v.fax, old.id, old.version) != 1)
    return false;
  tx.audit(0, "office.update", "office", old.id, audited(values_of(old)), audited(v));
  return true;
}

bool remove_office(Tx& tx, const Office& old) {
  if (affected(tx, "delete from offices where id = :id and version = :version", old.id, old.version) != 1) return false;
  tx.audit(0, "office.remove", "office", old.id, audited(values_of(old)), nullptr);
  return true;
}

}  // namespace store
