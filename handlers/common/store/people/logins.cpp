// The login part of users.h: credentials, throttling, events. An attempt counts as failed before the password is checked, in
// one SQL function, and the count is taken back when the password was right: fifty simultaneous guesses count as fifty, so only
// five are tried. Unknown logins are throttled in the same way. An address gets a limit of its own, ten times as high, because
// an office may share one.
#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/people/users.h"

#include <soci/soci.h>

namespace store {
namespace {

template <typename... Values>
std::optional<Credentials> select_credentials(Db& db, const std::string& condition, const Values&... values) {
  const std::string query =
      R"sql(
          select id, password_hash, user_type, email, must_change_password::int,
            extract(day from now() - password_changed_at)::int, two_factor::int
          from users
          where state = 'active' and
      )sql" +
      condition;
  std::optional<Credentials> found;
  const auto read = [&](const soci::row& row) {
    int must_change = 0, two_factor = 0;
    found.emplace();
    row >> found->user_id >> found->password_hash >> found->user_type >> found->email >> must_change >>
        found->password_age_days >> two_factor;
    found->must_change = must_change != 0;
    found->two_factor = two_factor != 0;
  };
  db.run([&](soci::session& sql) { each_row(sql, query, read, values...); });
  return found;
}

}  // namespace

std::optional<Credentials> find_credentials(Db& db, const std::string& login, const std::string& user_type) {
  return select_credentials(db, "lower(login) = lower(:login) and user_type = :type", login, user_type);
}

std::optional<Credentials> find_credentials(Db& db, long long user_id) { return select_credentials(db, "id = :id", user_id); }

int login_attempt(Db& db, const std::string& login, const std::string& address, int limit, int address_limit) {
  return db.run([&](soci::session& sql) {
    int wait = 0;
    sql << "select login_attempt(:login, :address, :limit, :address_limit)", soci::use(login), soci::use(address),
        soci::use(limit), soci::use(address_limit), soci::into(wait);
    return wait;
  });
}

void login_succeeded(Tx& tx, const std::string& login, const std::string& address, int address_limit) {
  tx.sql() << "select login_succeeded(:login, :address, :limit)", soci::use(login), soci::use(address), soci::use(address_limit);
}

std::string login_blocked_until(Db& db, const std::string& login) {
  return db.run([&](soci::session& sql) {
    std::string until;
    const std::string query = "select " + shown_time("login_blocked_until(:login)");
    sql << query, soci::use(login), soci::into(until);
    return until;
  });
}

void clear_login_throttle(Tx& tx, const User& user) {
  int waited = 0;
  tx.sql() << "select (login_blocked_until(:login) is not null)::int", soci::use(user.login), soci::into(waited);
  tx.sql() << "select login_throttle_clear(:login)", soci::use(user.login);
  if (waited != 0) tx.audit(user.chain(), "user.unblock", "user", user.id, nullptr, nullptr);
}

void record_login(Tx& tx, const std::string& login, long long user_id, const std::string& address, const std::string& outcome) {
  tx.sql() << R"sql(
      insert into login_events (login, user_id, address, outcome)
      values (left(:login, 64), nullif(:user::bigint, 0), :address, :outcome)
  )sql",
      soci::use(login), soci::use(user_id), soci::use(address), soci::use(outcome);
  if (outcome == "success")
    tx.sql() << "update users set last_login_at = now(), last_login_address = :address where id = :user", soci::use(address),
        soci::use(user_id);
}

}  // namespace store
