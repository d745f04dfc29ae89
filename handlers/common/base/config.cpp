// See config.h.
#include "base/config.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <vector>

namespace base {
namespace {

struct Key {
  const char* name;
  const char* fallback;
  const char* help;
  std::function<void(Config&, const std::string&)> set;
};

bool yes_no(const std::string& value) {
  if (value == "yes") return true;
  if (value == "no") return false;
  throw ConfigError("must be yes or no");
}

int workers(const std::string& value) {
  if (value.empty() || value.size() > 3 || value.find_first_not_of("0123456789") != std::string::npos)
    throw ConfigError("must be a number from 0 to 999");
  return std::stoi(value);
}

std::string base_path(const std::string& value) {
  if (!value.empty() && (value.front() != '/' || value.back() == '/')) throw ConfigError("must begin with / and not end with it");
  return value;
}

std::string date_or_empty(const std::string& value) {
  if (!value.empty() && (value.size() != 10 || value[4] != '-' || value[7] != '-')) throw ConfigError("must be YYYY-MM-DD");
  return value;
}

const std::vector<Key>& keys() {
  using C = Config;
  using S = std::string;
  static const std::vector<Key> table = {
      {"QJ_DATABASE", "dbname=qiangjian", "libpq connection string, without user", [](C& c, const S& v) { c.database = v; }},
      {"QJ_VIEWS", "/usr/share/qiangjian/views", "templates and static files", [](C& c, const S& v) { c.views = v; }},
      {"QJ_SQL", "/usr/share/qiangjian/sql", "migrations", [](C& c, const S& v) { c.sql = v; }},
      {"QJ_FILES", "/var/lib/qiangjian/files", "uploaded files", [](C& c, const S& v) { c.files = v; }},
      {"QJ_RUN", "/run/qiangjian", "sockets and slots", [](C& c, const S& v) { c.run = v; }},
      {"QJ_SEAL_KEY_FILE", "/etc/qiangjian/seal.key", "key of form tokens", [](C& c, const S& v) { c.seal_key_file = v; }},
      {"QJ_PERSONAL_KEY_FILE", "/etc/qiangjian/personal.key", "key of personal numbers",
       [](C& c, const S& v) { c.personal_key_file = v; }},
      {"QJ_SOCKET", "", "socket path, when fd 0 is not a socket", [](C& c, const S& v) { c.socket = v; }},
      {"QJ_WORKERS", "0", "worker processes; 0: the area's own number", [](C& c, const S& v) { c.workers = workers(v); }},
      {"QJ_BASE_PATH", "", "path before every address", [](C& c, const S& v) { c.base_path = base_path(v); }},
      {"QJ_TODAY", "", "fixes the date (YYYY-MM-DD)", [](C& c, const S& v) { c.today = date_or_empty(v); }},
      {"QJ_SECURE_COOKIES", "no", "yes behind TLS", [](C& c, const S& v) { c.secure_cookies = yes_no(v); }},
      {"QJ_RELOAD_VIEWS", "no", "yes: read changed templates again", [](C& c, const S& v) { c.reload_views = yes_no(v); }},
  };
  return table;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool known(const std::string& name) {
  for (const Key& key : keys())
    if (name == key.name) return true;
  return false;
}

struct Setting {
  std::string value, where;
};

std::map<std::string, Setting> read_file(const std::string& path) {
  std::map<std::string, Setting> found;
  std::ifstream in(path);
  if (!in) throw ConfigError(path + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string text = trimmed(line);
    if (text.empty() || text[0] == '#') continue;
    const std::string where = path + ":" + std::to_string(number);
    const auto equals = text.find('=');
    const std::string name = trimmed(text.substr(0, equals));
    if (equals == std::string::npos || !known(name)) throw ConfigError(where + ": unknown key " + name);
    found[name] = {trimmed(text.substr(equals + 1)), where};
  }
  return found;
}

}  // namespace

Config Config::load() {
  std::map<std::string, Setting> from_file;
  if (const char* path = std::getenv("QJ_CONFIG")) from_file = read_file(path);
  Config config;
  for (const Key& key : keys()) {
    Setting setting{key.fallback, "default"};
    if (const auto it = from_file.find(key.name); it != from_file.end()) setting = it->second;
    if (const char* value = std::getenv(key.name)) setting = {value, "environment"};
    try {
      key.set(config, setting.value);
    } catch (const ConfigError& e) {
      throw ConfigError(setting.where + ": " + key.name + " " + e.what());
    }
  }
  return config;
}

std::string Config::help() {
  std::string text = "Configuration (environment, or the file named by QJ_CONFIG):\n";
  for (const Key& key : keys()) {
    std::string name = key.name;
    name.resize(22, ' ');
    text += "  " + name + key.help + (*key.fallback ? std::string(" [") + key.fallback + "]" : "") + "\n";
  }
  return text;
}

}  // namespace base
