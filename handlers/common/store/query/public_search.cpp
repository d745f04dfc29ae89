// See public_search.h. The index gives the rows that have all parts and tags of the query; these are checked for the words
// themselves and ranked; the rows of a page are read through public_instruments, which masks (public_validity.cpp).
#include "store/query/public_search.h"

#include "domain/values/codes.h"
#include "domain/values/text.h"
#include "store/core/sql_text.h"
#include "store/ledger/standing_sql.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

using domain::Date;

constexpr int refreshed_at_once = 2000, most_units = 300;

bool is_part(const std::string& word) { return domain::length(word) >= 2; }

// Two or three characters that folding leaves as they are (printable ASCII, Han) are what the index says. Others may become
// fewer, or more, and then have no part in it, or several.
bool is_exact(const std::string& word) {
  const std::size_t length = domain::length(word);
  if (length < 2 || length > 3) return false;
  for (std::size_t n = 0; n < length; ++n) {
    const std::string c = domain::character_at(word, n);
    const bool ascii = c.size() == 1 && c[0] > ' ' && c[0] < 0x7F, han = domain::is_han(c);
    if (!ascii && !han) return false;
  }
  return true;
}

// A value of the query as an SQL text: typed text is never part of a statement, it is bound.
class Statement {
 public:
  // The folded text as an expression.
  std::string folded(const std::string& value) { return "search_folded(" + bound(value) + ")"; }
  std::string pattern(const std::string& value) { return folded("%" + like_prefix(value)); }
  std::string tag(int what, const std::string& value) { return tag_of(what, bound(value)); }
  std::string folded_tag(int what, const std::string& value) { return tag_of(what, folded(value)); }
  std::string sub_tag(const std::string& value) { return tag_of(7, "search_code(" + bound(value) + ")"); }
  const std::vector<std::string>& values() const { return values_; }

 private:
  static std::string tag_of(int what, const std::string& expression) {
    return "search_tag(" + std::to_string(what) + ", " + expression + ")";
  }
  std::string bound(const std::string& value) {
    values_.push_back(value);
    return ":v" + std::to_string(values_.size() - 1);
  }
  std::vector<std::string> values_;
};

// Units whose public name has this in it; more than so many: none of them is named.
struct Units {
  std::string ids;
  bool many = false;
};
Units units_named(soci::session& sql, const std::string& name) {
  Units units;
  int count = 0;
  const std::string pattern = "%" + like_prefix(name);
  each_row(
      sql,
      "select count(*)::int, coalesce(string_agg(unit::text, ','), '') from (select unit from public_units where pairs @> "
      "bigrams(:name) and name like search_folded(:pattern) limit " +
          std::to_string(most_units + 1) + ") u",
      [&](const soci::row& row) { row >> count >> units.ids; }, name, pattern);
  units.many = count > most_units;
  return units;
}

// What every row must have. Of a few units, or of a number, the rows are looked at one by one; else the index is asked for all
// the words' parts and the filters at once. Two or three characters are found by it exactly, more may stand in another order.
std::string conditions(Statement& statement, const PublicQuery& query, const std::string& few, Date today) {
  std::string words, tags, where;
  const auto add = [](std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  const auto ask_index = [&](const std::string& text) {
    if (few.empty() && is_part(text)) add(words, statement.folded(text));
  };
  for (const std::string& word : query.words) {
    ask_index(word);
    if (!few.empty() || !is_exact(word)) {
      const std::string pattern = statement.pattern(word);
      where += " and (i.unit_name like " + pattern + " or i.name like " + pattern + " or i.manufacturer like " + pattern + ")";
    }
  }
  for (const auto& [column, text] :
       {std::pair("unit_name", &query.unit_name), std::pair("name", &query.name), std::pair("manufacturer", &query.manufacturer)})
    if (!text->empty()) {
      ask_index(*text);
      where += std::string(" and i.") + column + " like " + statement.pattern(*text);
    }
  if (query.kind_id > 0) add(tags, statement.tag(4, std::to_string(query.kind_id)));
  if (!query.division.empty()) add(tags, statement.tag(5, query.division));
  if (query.standing == "failed" || query.standing == "not_verified" || query.standing == "stopped")
    add(tags, statement.tag(6, query.standing));
  where += standing_condition(query.standing, today);
  const std::string filters = "array[" + tags + "]::bigint[]";
  if (!few.empty()) return few + (tags.empty() ? "" : " and i.tags @> " + filters) + where;
  return "i.tokens @> (" + filters + (words.empty() ? "" : " || search_parts(array[" + words + "], true)") + ")" + where;
}

// The condition that leaves few rows, when the query has one; `none`: nothing can be found.
std::string few_rows(soci::session& sql, Statement& statement, const PublicQuery& query, bool& none) {
  std::string few;
  const auto add = [&](const std::string& condition) { few += (few.empty() ? "" : " and ") + condition; };
  if (!query.serial_number.empty()) add("i.serial_tag = " + statement.folded_tag(2, query.serial_number));
  if (!query.certificate_number.empty()) add("i.certificate_tag = " + statement.folded_tag(3, query.certificate_number));
  if (!query.sub_number.empty()) add("i.sub_tag = " + statement.sub_tag(query.sub_number));
  if (!query.number.empty())
    add("(i.serial_tag = " + statement.folded_tag(2, query.number) + " or i.certificate_tag = " +
        statement.folded_tag(3, query.number) + " or i.sub_tag = " + statement.sub_tag(query.number) + ")");
  if (!query.unit_code.empty()) {
    long long unit = 0;
    const std::string key = domain::UnitCode{query.unit_code}.key();
    sql << "select unit from public_units where unit_key = :key", soci::use(key), soci::into(unit);
    none = unit == 0;
    add("i.unit = " + std::to_string(unit));
  } else if (is_part(query.unit_name)) {
    const Units units = units_named(sql, query.unit_name);
    none = units.ids.empty();
    if (!units.many) add("i.unit = any('{" + units.ids + "}'::bigint[])");
  }
  return few;
}

// The smaller the better: a name that is what was typed, one that begins so, one that has it in it; a unit's before an
// instrument's, that before a manufacturer's. Of several words each counts.
std::string rank(Statement& statement, const PublicQuery& query) {
  std::string sum;
  for (const std::string& word : query.words) {
    const std::string whole = statement.folded(word), has = statement.pattern(word);
    sum += (sum.empty() ? "" : " + ") +
           ("case when i.unit_name like " + has + " then case when i.unit_name = " + whole + " then 0 when i.unit_name ^@ " +
            whole + " then 1 else 3 end when i.name like " + has + " then case when i.name = " + whole +
            " then 0 when i.name ^@ " + whole + " then 2 else 4 end else 5 end");
  }
  return sum.empty() ? "0" : sum;
}

// A page of the found ones and how many there are, as keys: the rows themselves are another, kept statement (planning the two
// together takes longer than running them).
std::string page_statement(const std::string& found, const PublicQuery& query) {
  std::string from, down;
  if (query.from) {
    const std::string due = literal(Date::from_iso(query.from->due).value_or(Date()));
    from = std::string(" where (rank, sort_due, public_code) ") + (query.from->backwards ? "<" : ">") + " (" +
           std::to_string(query.from->rank) + ", " + due + ", '" + query.from->code + "'::uuid)";
    if (query.from->backwards) down = " desc";
  }
  const std::string order = " order by p.rank" + down + ", p.sort_due" + down + ", p.public_code" + down;
  return "with found as materialized (" + found + " limit " + std::to_string(most_found + 1) +
         "), page as materialized (select p.rank, p.sort_due, p.public_code from found p" + from + order + " limit " +
         std::to_string(query.size + 1) +
         ") select c.n, coalesce(p.rank, -1), coalesce(p.sort_due::text, ''), coalesce(p.public_code::text, '') "
         "from (select count(*)::int as n from found) c left join page p on true" +
         order;
}

// The key too many that says that there are more; the ways on and back.
void finish_page(PublicList& list, std::vector<PublicKey>& keys, const PublicQuery& query) {
  const bool back = query.from && query.from->backwards, more = keys.size() > static_cast<std::size_t>(query.size);
  if (more) keys.pop_back();
  if (back) std::reverse(keys.begin(), keys.end());
  if (!keys.empty()) {
    if (back || more) list.next = keys.back();
    if (back ? more : query.from.has_value()) {
      list.previous = keys.front();
      list.previous->backwards = true;
    }
  }
}

}  // namespace

std::string PublicKey::text() const { return (backwards ? "b" : "f") + std::to_string(rank) + "." + due + "." + code; }

std::optional<PublicKey> PublicKey::from_text(const std::string& text) {
  const auto first = text.find('.'), second = text.find('.', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos || first < 2 || first > 4 || (text[0] != 'b' && text[0] != 'f')) return {};
  const std::string rank = text.substr(1, first - 1);
  const auto due = Date::from_iso(text.substr(first + 1, second - first - 1));
  const auto code = domain::read_public_code(text.substr(second + 1));
  if (rank.find_first_not_of("0123456789") != std::string::npos || !due || !code) return {};
  return PublicKey{std::stoi(rank), due->iso(), domain::short_public_code(*code), text[0] == 'b'};
}

bool PublicQuery::finds() const {
  const auto two = [](const std::string& text) { return is_part(text); };
  return std::any_of(words.begin(), words.end(), two) || two(unit_name) || two(name) || two(manufacturer) || !unit_code.empty() ||
         !serial_number.empty() || !certificate_number.empty() || !sub_number.empty() || !number.empty() || !division.empty() ||
         kind_id > 0;
}

bool is_public_standing(const std::string& standing) {
  const domain::Date day;
  return standing != "scrapped" && !standing_condition(standing, day).empty();
}

PublicList search_public(Db& db, const PublicQuery& query, Date today) {
  PublicList list;
  if (!query.finds()) return list;
  std::vector<PublicKey> keys;
  try {
    db.run([&](soci::session& sql) {
      Statement statement;
      bool none = false;
      const std::string few = few_rows(sql, statement, query, none);
      if (none) return;
      const std::string where = conditions(statement, query, few, today), ranked = query.by_date ? "0" : rank(statement, query);
      each_row_of(
          sql,
          page_statement("select i.public_code, i.sort_due, " + ranked + " as rank from public_search i where " + where, query),
          [&](const soci::row& row) {
            PublicKey key;
            std::string code;
            row >> list.matched >> key.rank >> key.due >> code;
            key.code = domain::short_public_code(code);
            if (key.rank >= 0) keys.push_back(key);
          },
          statement.values());
    });
  } catch (const TooLong&) {
    list.matched = 0;
    list.too_broad = true;
    return list;
  }
  finish_page(list, keys, query);
  std::vector<std::string> codes;
  for (const PublicKey& key : keys) codes.push_back(key.code);
  list.rows = find_public_rows(db, codes);
  return list;
}

bool refresh_search(Db& db) {
  return db.run([](soci::session& sql) {
    int done = 0;
    sql << "select search_refresh(" + std::to_string(refreshed_at_once) + ")", soci::into(done);
    return done > 0;
  });
}

}  // namespace store
