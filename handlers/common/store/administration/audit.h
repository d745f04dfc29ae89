// Reads the audit (what was changed, by whom, old and new values) and the login events. Nothing here writes: rows come from
// Tx::audit (core/db.h) and record_login (people/users.h). Both grow without end, so pages go on by key, never by OFFSET; an
// export stops at 100,000 rows and says so in its last line. The rows of a closed unit stay, names and masked numbers in them
// too, because rows are chained by hash and the law asks for such logs; the unit's own tables are erased.
#pragma once

#include "store/core/db.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

// Where a page ends: the next one begins with what is older. As text for an address: at.chain.seq, numbers.
struct AuditPlace {
  long long at = 0;  // microseconds since 1970, UTC
  long long chain = 0, seq = 0;
  std::string text() const;
  static std::optional<AuditPlace> parse(const std::string& text);
};

struct AuditChange {
  std::string field;  // a name; of a nested value names with '.' between them
  std::string old_value, new_value;
  bool had = false, has = false;  // was there, is there
};
struct AuditRow {
  AuditPlace place;
  std::string at;  // Asia/Shanghai, to the second
  std::string actor, action, subject, request_id, unit_name, unit_code;
  long long subject_id = 0;
  std::vector<AuditChange> changes;  // only what differs; everything when there is only old or only new
};

struct AuditFilter {
  std::string unit;           // code, part of the name, or id of a unit; "0": administration; "" any
  std::string actor, action;  // exact; "" any
  std::string from, to;       // dates, YYYY-MM-DD, both included; "" any
  std::optional<AuditPlace> before;
  int size = 50;
};
std::vector<AuditRow> search_audit(Db& db, const AuditFilter& filter);  // newest first
// One instrument's history, newest first, as its unit reads it: what is older than `before` (seq; 0: from the newest).
// `actor_name` is the person's name where it is one of the unit's.
struct HistoryRow {
  AuditRow row;
  std::string actor_name;
};
std::vector<HistoryRow> instrument_history(Db& db, long long unit_id, long long instrument_id, long long before, int size);

// Names for the ids and codes in an audit row: kind_id → 非自动衡器, division_code → 湖北省 仙桃市. What is not there is left
// out.
using AuditNames = std::map<std::pair<std::string, std::string>, std::string>;  // (field, value) → name
AuditNames names_for(Db& db, const std::vector<AuditRow>& rows);

// Writes that the audit was exported, and under which conditions.
void audit_export(Tx& tx, const std::string& subject, const nlohmann::json& conditions, long long rows);

struct LoginEvent {
  AuditPlace place;  // seq: its id
  std::string at, login, address, outcome;
  long long user_id = 0;  // 0: nobody known
};
struct LoginFilter {
  std::string login, address, outcome;  // exact (login in any case); "" any
  std::string from, to;
  std::optional<AuditPlace> before;
  int size = 50;
};
std::vector<LoginEvent> search_logins(Db& db, const LoginFilter& filter);  // newest first

}  // namespace store
