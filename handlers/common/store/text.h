// Pieces of SQL text, and ways to run it, that several aggregates share.
#pragma once

#include "store/db.h"

#include <string>

namespace store {

// Times people read: Asia/Shanghai, to the minute; empty when null.
inline std::string shown_time(const std::string& column) {
  return "coalesce(to_char(" + column + " at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '')";
}

// Runs a change and says how many rows it met. Values are named variables of the caller's: SOCI keeps references to them.
template <typename... Values>
int affected(Tx& tx, const std::string& text, const Values&... values) {
  soci::statement statement(tx.sql());
  (statement.exchange(soci::use(values)), ...);
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  statement.execute(true);
  return static_cast<int>(statement.get_affected_rows());
}

}  // namespace store
