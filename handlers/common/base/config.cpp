// See config.h.
#include "base/config.h"

#include "base/network.h"

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <map>
#include <sstream>
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

int number(const std::string& value, int least, int most) {
  const bool digits = !value.empty() && value.size() <= 8 && value.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || std::stoi(value) < least || std::stoi(value) > most)
    throw ConfigError("must be a number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::stoi(value);
}

std::string one_of(const std::string& value, std::initializer_list<const char*> choices) {
  std::string words;
  for (const char* choice : choices) {
    if (value == choice) return value;
    words += (words.empty() ? "" : ", ") + std::string(choice);
  }
  throw ConfigError("must be one of " + words);
}

// scheme://host[:port], nothing behind it.
std::string public_url(const std::string& value) {
  if (value.empty()) return value;
  const auto host = value.find("://");
  const std::string scheme = value.substr(0, host);
  if (host == std::string::npos || (scheme != "http" && scheme != "https") || value.size() == host + 3 ||
      value.find_first_of("/?#@ \\\"<>", host + 3) != std::string::npos)
    throw ConfigError("must be http://host or https://host, with a port if need be and nothing behind it");
  return value;
}

std::string smtp(const std::string& value) {
  for (const char* scheme : {"smtp://", "smtps://", "file:/", "sendmail:/"})
    if (value.empty() || value.rfind(scheme, 0) == 0) return value;
  throw ConfigError("must be smtp://host:port, smtps://host:port, file:/folder or sendmail:/program");
}

std::string base_path(const std::string& value) {
  if (!value.empty() && (value.front() != '/' || value.back() == '/')) throw ConfigError("must begin with / and not end with it");
  return value;
}

// Days since 1970-01-01; none for nothing.
std::optional<int> day_or_none(const std::string& value) {
  if (value.empty()) return {};
  std::tm day{};
  const char* rest = value.size() == 10 ? strptime(value.c_str(), "%Y-%m-%d", &day) : nullptr;
  if (rest == nullptr || *rest != '\0') throw ConfigError("must be YYYY-MM-DD");
  return static_cast<int>(timegm(&day) / 86400);
}

std::vector<std::string> networks(std::string value) {
  for (char& c : value)
    if (c == ',') c = ' ';
  std::istringstream in(value);
  std::vector<std::string> all;
  for (std::string one; in >> one;) {
    const auto network = network_of(one);
    if (!network) throw ConfigError("must be addresses or networks such as 10.1.0.0/16: " + one + " is none");
    all.push_back(*network);
  }
  return all;
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
      {"QJ_WORKERS", "0", "worker processes; 0: the area's own number", [](C& c, const S& v) { c.workers = number(v, 0, 999); }},
      {"QJ_BASE_PATH", "", "path before every address", [](C& c, const S& v) { c.base_path = base_path(v); }},
      {"QJ_PUBLIC_URL", "", "what addresses in mails begin with: https://portal.example.cn",
       [](C& c, const S& v) { c.public_url = public_url(v); }},
      {"QJ_PASSWORD_MEMORY", "19456", "argon2id's memory in KiB",
       [](C& c, const S& v) { c.password_memory = number(v, 8192, 4194304); }},
      {"QJ_PASSWORD_PASSES", "2", "argon2id's passes", [](C& c, const S& v) { c.password_passes = number(v, 1, 100); }},
      {"QJ_PASSWORD_SLOTS", "0", "password hashes at once on this machine; 0: one less than cores",
       [](C& c, const S& v) { c.password_slots = number(v, 0, 999); }},
      {"QJ_SMTP", "", "mail server: smtp://host:port, smtps://host:port, file:/folder, sendmail:/program; empty: no mail",
       [](C& c, const S& v) { c.smtp = smtp(v); }},
      {"QJ_SMTP_USER", "", "login at the mail server, if it asks", [](C& c, const S& v) { c.smtp_user = v; }},
      {"QJ_SMTP_PASSWORD_FILE", "", "file with its password", [](C& c, const S& v) { c.smtp_password_file = v; }},
      {"QJ_SMTP_TLS", "try", "STARTTLS: none, try or must; the certificate counts with must, smtps:// and a login",
       [](C& c, const S& v) {
         c.smtp_tls = one_of(v, {"none", "try", "must"});
       }},
      {"QJ_SMTP_CA_FILE", "", "certificates to trust instead of the system's", [](C& c, const S& v) { c.smtp_ca_file = v; }},
      {"QJ_MAIL_FROM", "", "sender: name <address>, or an address", [](C& c, const S& v) { c.mail_from = v; }},
      {"QJ_MAIL_REPLY_TO", "", "who reads answers, likewise; empty: nobody", [](C& c, const S& v) { c.mail_reply_to = v; }},
      {"QJ_QUERIES_FREE", "30", "public queries an address has in ten minutes before a captcha is asked for",
       [](C& c, const S& v) { c.queries_free = number(v, 0, 4000); }},
      {"QJ_QUERIES_SOLVED", "100", "public queries that a solved captcha gives, within 30 minutes",
       [](C& c, const S& v) { c.queries_solved = number(v, 1, 4000); }},
      {"QJ_QUERIES_UNCOUNTED", "", "addresses and networks that are never asked for one: 10.0.0.0/8 2001:db8::/32",
       [](C& c, const S& v) { c.queries_uncounted = networks(v); }},
      {"QJ_TODAY", "", "fixes the date (YYYY-MM-DD)", [](C& c, const S& v) { c.today = day_or_none(v); }},
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
