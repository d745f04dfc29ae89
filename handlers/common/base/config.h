// The configuration of every binary: one table of keys with defaults and help (config.cpp), read from the environment
// (QJ_*) and, below it, from the file named by QJ_CONFIG (lines `QJ_KEY = value`, `#` begins a comment).
// An unknown key or a bad value is an error: a binary says which and refuses to start with exit code 78.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace base {

struct ConfigError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

constexpr int exit_usage = 2, exit_data = 65, exit_unavailable = 69, exit_try_again = 75, exit_config = 78;

struct Config {
  std::string database;           // libpq conninfo without user
  std::string views;              // templates and static files
  std::string sql;                // migrations and functions
  std::string files;              // uploads
  std::string run;                // sockets, slots
  std::string seal_key_file;      // seals forms' tokens and captchas; every area
  std::string personal_key_file;  // encrypts personal numbers; accounts, admin, qjctl
  std::string socket;             // where to listen when fd 0 is no socket
  int workers = 0;                // 0: the area's own default
  std::string base_path;          // "" or "/qiangjian"
  std::string public_url;         // https://host[:port], what addresses in mails begin with; never taken from a request
  std::optional<int> today;       // fixes the date (days since 1970-01-01): tests and demonstrations
  bool secure_cookies = false;    // behind TLS
  bool reload_views = false;      // development
  int password_memory = 0;        // argon2id: KiB
  int password_passes = 0;        // argon2id: t
  int password_slots = 0;         // how many hashes run at once on this machine; 0: one less than cores
  std::string smtp;               // smtp://host:port, smtps://host:port, file:/folder or sendmail:/program; "": no mail
  std::string smtp_user, smtp_password_file;
  std::string smtp_tls;       // none | try | must
  std::string smtp_ca_file;   // certificates to trust instead of the system's; ""
  std::string mail_from;      // "强检门户 <noreply@example.cn>" or a bare address
  std::string mail_reply_to;  // who reads answers, in the same form; ""
  // Public queries: how many an address has in ten minutes before it is asked for a captcha, how many a solved one gives, and
  // who is never asked (as base/network.h writes networks).
  int queries_free = 0, queries_solved = 0;
  std::vector<std::string> queries_uncounted;

  static Config load();       // ConfigError
  static std::string help();  // the table, for --help
};

}  // namespace base
