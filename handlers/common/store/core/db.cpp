// See db.h.
#include "store/core/db.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <map>

namespace store {
namespace {

// A change over a whole ledger does not collect all its audit in memory. Appending locks the unit's chain: a transaction of
// several units, or one that locks more rows afterwards, can deadlock when it passes this number.
constexpr std::size_t most_audit_rows = 1000;

PGconn* connection(soci::session& sql) { return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_; }

// PostgreSQL names the constraint in quotes: `… violates unique constraint "users_login"`.
std::string constraint_of(const std::string& message) {
  const auto close = message.rfind('"');
  auto at = message.find("constraint \"");
  if (at != std::string::npos) {
    at += 12;
    return message.substr(at, message.find('"', at) - at);
  }
  const auto open = close == std::string::npos ? std::string::npos : message.rfind('"', close - 1);
  return open == std::string::npos ? "unknown" : message.substr(open + 1, close - open - 1);
}

// Adds what passes until its end.
class Stopwatch {
 public:
  explicit Stopwatch(Db::Time& sum) : sum_(sum) {}
  ~Stopwatch() { sum_ += std::chrono::steady_clock::now() - from_; }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  Db::Time& sum_;
  std::chrono::steady_clock::time_point from_ = std::chrono::steady_clock::now();
};

}  // namespace

struct Tx::AuditRow {
  long long unit_id;
  nlohmann::json row;
};

Db::Db(std::string conninfo, std::string role) : conninfo_(std::move(conninfo)), role_(std::move(role)) {}

Db::~Db() { kept_.clear(); }

void Db::connect() {
  if (session_) return;
  if (base::now() == tried_at_) throw Unavailable("no connection, tried within this second");
  tried_at_ = base::now();
  try {
    // The session runs in UTC: dates that people see are computed from base/clock, never from the session's zone.
    auto fresh = std::make_unique<soci::session>(soci::postgresql, conninfo_ + " user=" + role_ + " application_name=" + role_ +
                                                                       " connect_timeout=3 options='-c TimeZone=UTC'");
    PQsetErrorVerbosity(connection(*fresh), PQERRORS_TERSE);  // error texts never carry a row's values
    PQsetNoticeProcessor(
        connection(*fresh), [](void*, const char*) {}, nullptr);
    session_ = std::move(fresh);
  } catch (const soci::soci_error& e) {
    base::LogLine("database_unavailable").add("role", role_).add("error", e.get_error_message());
    throw Unavailable("cannot connect");
  }
}

void Db::in_session(const std::function<void(soci::session&)>& work) {
  connect();
  const Stopwatch watch(spent_);
  try {
    work(*session_);
  } catch (const soci::soci_error& e) {
    fail(e);
  }
}

void Db::in_transaction(const Actor& actor, const std::function<void(Tx&)>& work) {
  in_session([&](soci::session& sql) {
    sql << "begin";
    try {
      Tx tx(*this, actor);
      work(tx);
      tx.write_audit();
      sql << "commit";
    } catch (...) {
      roll_back();
      throw;
    }
  });
}

int Db::socket() const { return session_ ? PQsocket(connection(*session_)) : -1; }

bool Db::ready() {
  try {
    run([](soci::session& sql) {
      int one = 0;
      sql << "select 1", soci::into(one);
    });
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

void Db::fail(const soci::soci_error& e) {
  const auto* known = dynamic_cast<const soci::postgresql_soci_error*>(&e);
  const std::string state = known ? known->sqlstate() : "";
  // what() would print bound values; the message alone does not.
  const std::string message = e.get_error_message();
  const bool dead = PQstatus(connection(*session_)) != CONNECTION_OK;
  // 26000, 0A000: a prepared statement is gone or its plan's shape changed; only a new session helps.
  if (dead || state.substr(0, 2) == "08" || state.substr(0, 3) == "57P" || state == "26000" || state == "0A000") {
    lost_ = true;
    base::LogLine("database_lost").add("role", role_).add("sqlstate", state).add("error", message);
    throw Unavailable("connection lost");
  }
  if (state.substr(0, 2) == "23") throw Violation(constraint_of(message));
  base::LogLine("statement_failed").add("role", role_).add("sqlstate", state).add("error", message);
  if (state == "57014") throw TooLong("statement gave up");  // statement_timeout
  // 40001/40P01 serialization and deadlock, 53xxx resources: try again later.
  if (state.substr(0, 2) == "40" || state.substr(0, 2) == "53") throw Unavailable("statement gave up");
  throw std::logic_error("statement failed: " + state + " " + message.substr(0, message.find('\n')));
}

void Db::roll_back() noexcept {
  // Through libpq itself: nothing here may throw, and a dead connection rolls back by dying.
  PGresult* result = PQexec(connection(*session_), "rollback");
  if (PQresultStatus(result) != PGRES_COMMAND_OK) lost_ = true;
  PQclear(result);
}

void Db::execute_script(const std::string& sql) {
  connect();
  PGresult* result = PQexec(connection(*session_), sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  const std::string message = PQresultErrorMessage(result);
  PQclear(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(message);
}

Tx::Tx(Db& db, const Actor& actor) : db_(db), actor_(actor) {}

Tx::~Tx() = default;

void Tx::audit(long long unit_id, std::string_view action, std::string_view subject, long long subject_id,
               nlohmann::json old_values, nlohmann::json new_values) {
  nlohmann::json row = {{"actor", actor_.login},
                        {"action", action},
                        {"subject", subject},
                        {"subject_id", subject_id},
                        {"old", std::move(old_values)},
                        {"new", std::move(new_values)},
                        {"request_id", actor_.request_id}};
  if (actor_.user_id != 0) row["actor_id"] = actor_.user_id;
  audit_.push_back({unit_id, std::move(row)});
  if (audit_.size() >= most_audit_rows) write_audit();
}

void Tx::write_audit() {
  // Ascending by unit, so that two transactions over several units cannot wait for each other in a circle.
  std::map<long long, nlohmann::json> batches;
  for (auto& [unit_id, row] : audit_) batches[unit_id].push_back(std::move(row));
  for (const auto& [unit_id, rows] : batches) {
    const std::string text = rows.dump();
    const long long id = unit_id;
    sql() << "select audit_append(:unit, :rows::jsonb)", soci::use(id), soci::use(text);
  }
  audit_.clear();
}

}  // namespace store
