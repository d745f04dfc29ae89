// One connection to PostgreSQL, and the three results of a statement: it works, the database refuses it (Violation, named by
// the constraint), or there is no database (Unavailable). The only file, with db.cpp, that knows how SOCI reports errors. Store
// functions take a Db (reads) or a Tx (changes); none commits by itself.
// Row locks first, audit last: Tx collects audit rows and appends them at commit, because appending locks the unit's hash
// chain; a transaction that waited for a row while it holds a chain could deadlock with another one of the same unit. A
// transaction with more than 1,000 audit rows appends them in between (db.cpp: most_audit_rows), so it must hold its row locks
// by then; store/results/result_import.cpp, which writes to many units, does not.
#pragma once

#include "base/program.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace soci {
class row;
class session;
class soci_error;
}  // namespace soci

namespace store {

struct Unavailable : base::Failure {  // no database, or it took too long
  explicit Unavailable(const std::string& words) : Failure("database: " + words, base::exit_unavailable) {}
};
struct TooLong : Unavailable {  // the statement reached its time limit
  using Unavailable::Unavailable;
};
struct Violation : std::runtime_error {  // a constraint refused the statement
  explicit Violation(std::string name) : std::runtime_error("constraint " + name), constraint(std::move(name)) {}
  std::string constraint;
};

// Who does something, for the audit.
struct Actor {
  long long user_id = 0;  // 0: nobody is logged in
  std::string login;
  std::string request_id;
};

class Tx;

class Db {
 public:
  using Time = std::chrono::steady_clock::duration;

  // Does not connect yet. conninfo: libpq's, without user; role becomes the user and the application's name.
  Db(std::string conninfo, std::string role);
  ~Db();
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;

  // Connects when it is not connected; Unavailable when it cannot (tried once a second at most).
  void connect();
  bool lost() const { return lost_; }    // a live connection died: this process should end
  int socket() const;                    // of the live connection, -1 without one: readable while idle means that it is ending
  bool ready();                          // connects and asks the database for a sign of life
  Time spent() const { return spent_; }  // in statements and in what was done between them

  // Runs f(soci::session&), translating errors.
  template <typename F>
  auto run(F f) {
    using Result = std::decay_t<decltype(f(std::declval<soci::session&>()))>;
    if constexpr (std::is_void_v<Result>) {
      in_session(std::ref(f));
    } else {
      std::optional<Result> result;
      in_session([&](soci::session& sql) { result.emplace(f(sql)); });
      return std::move(*result);
    }
  }

  // Runs f(Tx&) in one transaction; commits when it returns, rolls back when it throws.
  template <typename F>
  auto transaction(const Actor& actor, F f);

  // The prepared statement S of this connection, made by S(soci::session&) at its first use. Only for what nearly every request
  // runs: a statement that stays prepared is not planned again.
  template <typename S>
  S& kept(soci::session& sql) {
    auto& slot = kept_[std::type_index(typeid(S))];
    if (!slot) slot = std::make_shared<S>(sql);
    return *static_cast<S*>(slot.get());
  }

  void execute_script(const std::string& sql);  // several statements, no parameters: migrations

 private:
  friend class Tx;
  void in_session(const std::function<void(soci::session&)>& work);
  void in_transaction(const Actor& actor, const std::function<void(Tx&)>& work);
  [[noreturn]] void fail(const soci::soci_error& e);
  void roll_back() noexcept;

  std::string conninfo_, role_;
  std::unique_ptr<soci::session> session_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> kept_;  // destroyed before the session
  long long tried_at_ = 0;
  bool lost_ = false;
  Time spent_{};
};

// An open transaction. Audit rows are collected and written last, so that the chain is locked for a short time.
class Tx {
 public:
  ~Tx();
  Tx(const Tx&) = delete;
  Tx& operator=(const Tx&) = delete;

  soci::session& sql() { return *db_.session_; }
  const Actor& actor() const { return actor_; }

  // One change: action ("instrument.create"), subject and id, old and new values (null when there are none). Personal numbers
  // must be masked. unit 0 is the administration's chain.
  void audit(long long unit_id, std::string_view action, std::string_view subject, long long subject_id,
             nlohmann::json old_values, nlohmann::json new_values);

 private:
  friend class Db;
  struct AuditRow;
  Tx(Db& db, const Actor& actor);
  void write_audit();

  Db& db_;
  const Actor& actor_;
  std::vector<AuditRow> audit_;
};

template <typename F>
auto Db::transaction(const Actor& actor, F f) {
  using Result = std::decay_t<decltype(f(std::declval<Tx&>()))>;
  if constexpr (std::is_void_v<Result>) {
    in_transaction(actor, std::ref(f));
  } else {
    std::optional<Result> result;
    in_transaction(actor, [&](Tx& tx) { result.emplace(f(tx)); });
    return std::move(*result);
  }
}

}  // namespace store
