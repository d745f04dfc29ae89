// Pieces of SQL text, and ways to run it, that several subjects share.
#pragma once

#include "store/core/db.h"

#include <soci/soci.h>

#include <string>
#include <vector>

namespace store {

// Times people read: Asia/Shanghai, to the minute; empty when null.
inline std::string shown_time(const std::string& column) {
  return "coalesce(to_char(" + column + " at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '')";
}

// Codes as one value, for unnest(string_to_array(:codes, ',')).
inline std::string joined(const std::vector<std::string>& codes) {
  std::string all;
  for (const std::string& code : codes) all += (all.empty() ? "" : ",") + code;
  return all;
}

// Ids as one value, for any(:ids::bigint[]) and unnest.
inline std::string id_list(const std::vector<long long>& ids) {
  std::string list;
  for (const long long id : ids) list += (list.empty() ? "" : ",") + std::to_string(id);
  return "{" + list + "}";
}

// For a LIKE that takes the text as it stands, with what comes after it.
inline std::string like_prefix(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
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

// Locks the rows that a `select … for update` finds until the transaction ends, and says how many they were. Values as above.
template <typename... Values>
int lock_rows(Tx& tx, const std::string& text, const Values&... values) {
  return affected(tx, text, values...);
}

// Calls f(const soci::row&) for each row that a query finds. Values as above.
template <typename F, typename... Values>
void each_row(soci::session& sql, const std::string& text, F f, const Values&... values) {
  soci::row row;
  soci::statement statement(sql);
  (statement.exchange(soci::use(values)), ...);
  statement.exchange(soci::into(row));
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  for (bool more = statement.execute(true); more; more = statement.fetch()) f(row);
}

// The same for as many values as a query turns out to need: they stand in it as :v0, :v1 ….
template <typename F>
void each_row_of(soci::session& sql, const std::string& text, F f, const std::vector<std::string>& values) {
  soci::row row;
  soci::statement statement(sql);
  for (std::size_t n = 0; n < values.size(); ++n) statement.exchange(soci::use(values[n], "v" + std::to_string(n)));
  statement.exchange(soci::into(row));
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  for (bool more = statement.execute(true); more; more = statement.fetch()) f(row);
}

}  // namespace store
