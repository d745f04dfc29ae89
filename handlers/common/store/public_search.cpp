// See public_search.h. One statement: the index gives what has all pairs and tags, what it gives is looked at for the words as
// they stand, ranked, and a page of it is shown through public_instruments, which masks.
#include "store/public_search.h"

#include "domain/terms.h"
#include "domain/text.h"
#include "store/standing_sql.h"
#include "store/text.h"

#include <algorithm>

namespace store {
namespace {

using domain::Date;

constexpr int refreshed_at_once = 2000;

bool is_part(const std::string& word) { return domain::length(word) >= 2; }

// A value of the query as an SQL text: typed text is never part of a statement, it is bound.
class Statement {
 public:
  // The folded text as an expression.
  std::string folded(const std::string& value) {
    values_.push_back(value);
    return "search_folded(:v" + std::to_string(values_.size() - 1) + ")";
  }
  std::string pattern(const std::string& value, bool from_the_start = false) {
    return folded((from_the_start ? "" : "%") + like_prefix(value));
  }
  std::string tag(int what, const std::string& value, bool fold = true) {
    if (fold) return "search_tag(" + std::to_string(what) + ", " + folded(value) + ")";
    values_.push_back(value);
    return "search_tag(" + std::to_string(what) + ", :v" + std::to_string(values_.size() - 1) + ")";
  }
  const std::vector<std::string>& values() const { return values_; }

 private:
  std::vector<std::string> values_;
};

// What every row must have: numbers for the index, then the words themselves. A word of exactly two characters is what the index
// says; a longer one may have its pairs in another order.
std::string conditions(Statement& statement, const PublicQuery& query, Date today) {
  std::string pairs, tags, where;
  const auto add = [](std::string& list, const std::string& item) { list += (list.empty() ? "" : ", ") + item; };
  const auto in_any = [](const std::string& pattern) {
    return " and (i.unit_name like " + pattern + " or i.name like " + pattern + " or i.manufacturer like " + pattern + ")";
  };
  for (const std::string& word : query.words) {
    if (is_part(word)) add(pairs, statement.folded(word));
    if (domain::length(word) != 2) where += in_any(statement.pattern(word));
  }
  for (const auto& [column, text] :
       {std::pair("unit_name", &query.unit_name), std::pair("name", &query.name), std::pair("manufacturer", &query.manufacturer)})
    if (!text->empty()) {
      if (is_part(*text)) add(pairs, statement.folded(*text));
      where += std::string(" and i.") + column + " like " + statement.pattern(*text);
    }
  if (!query.unit_code.empty()) add(tags, statement.tag(1, query.unit_code, false));
  if (!query.serial_number.empty()) add(tags, statement.tag(2, query.serial_number));
  if (!query.certificate_number.empty()) add(tags, statement.tag(3, query.certificate_number));
  if (query.kind_id > 0) add(tags, statement.tag(4, std::to_string(query.kind_id), false));
  if (!query.division.empty()) add(tags, statement.tag(5, query.division, false));
  std::string found = "array[" + tags + "]::bigint[]";
  if (!pairs.empty()) found += " || search_pairs(array[" + pairs + "])";
  std::string text = "i.tokens @> (" + found + ")";
  if (!query.number.empty())
    text += " and i.tokens && array[" + statement.tag(2, query.number) + ", " + statement.tag(3, query.number) + "]";
  return text + where + standing_condition(query.standing, today);
}

// The smaller the better: a name that is what was typed, one that begins so, one that has it in it; a unit's before an
// instrument's, that before a manufacturer's. Of several words each counts.
std::string rank(Statement& statement, const PublicQuery& query) {
  std::string sum;
  for (const std::string& word : query.words) {
    const std::string whole = statement.folded(word), begins = statement.pattern(word, true), has = statement.pattern(word);
    sum += (sum.empty() ? "" : " + ") +
           ("case when i.unit_name = " + whole + " or i.name = " + whole + " then 0 when i.unit_name like " + begins +
            " then 1 when i.name like " + begins + " then 2 when i.unit_name like " + has + " then 3 when i.name like " + has +
            " then 4 else 5 end");
  }
  return sum.empty() ? "0" : sum;
}

const char* const shown_columns =
    "coalesce(p.rank, -1), coalesce(p.sort_due::text, ''), coalesce(p.public_code::text, ''), coalesce(v.unit_name, ''), "
    "coalesce(v.name, ''), coalesce(v.kind_name, ''), coalesce(v.model, ''), coalesce(v.serial_number, ''), coalesce(v.region, "
    "''), "
    "coalesce(v.mode, ''), coalesce(v.state, ''), coalesce(v.last_result, ''), coalesce(v.institution_name, ''), "
    "coalesce(v.verified_on::text, ''), coalesce(v.valid_until::text, '') ";

PublicRow read_row(const soci::row& row, PublicKey& key) {
  PublicRow r;
  int matched = 0;
  std::string code, verified_on, valid_until;
  row >> matched >> key.rank >> key.due >> code >> r.unit_name >> r.name >> r.kind_name >> r.model >> r.serial_number >>
      r.region >> r.mode >> r.state >> r.last_result >> r.institution_name >> verified_on >> valid_until;
  key.code = r.code = domain::short_public_code(code);
  r.verified_on = Date::from_iso(verified_on);
  r.valid_until = Date::from_iso(valid_until);
  return r;
}

// A page of the found ones and how many there are.
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
         std::to_string(query.size + 1) + ") select c.n, " + shown_columns +
         "from (select count(*)::int as n from found) c left join page p on true "
         "left join public_instruments v on v.public_code = p.public_code" +
         order;
}

// The row too many that says that there are more; the ways on and back; rows whose instrument has just gone.
void finish_page(PublicList& list, std::vector<PublicKey>& keys, const PublicQuery& query) {
  const bool back = query.from && query.from->backwards, more = keys.size() > static_cast<std::size_t>(query.size);
  if (more) {
    keys.pop_back();
    list.rows.pop_back();
  }
  if (back) {
    std::reverse(keys.begin(), keys.end());
    std::reverse(list.rows.begin(), list.rows.end());
  }
  if (!keys.empty()) {
    if (back || more) list.next = keys.back();
    if (back ? more : query.from.has_value()) {
      list.previous = keys.front();
      list.previous->backwards = true;
    }
  }
  const auto gone = [](const PublicRow& row) { return row.unit_name.empty(); };
  list.rows.erase(std::remove_if(list.rows.begin(), list.rows.end(), gone), list.rows.end());
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
         !serial_number.empty() || !certificate_number.empty() || !number.empty() || !division.empty() || kind_id > 0;
}

bool is_public_standing(const std::string& standing) {
  const domain::Date day;
  return standing != "scrapped" && !standing_condition(standing, day).empty();
}

PublicList search_public(Db& db, const PublicQuery& query, Date today) {
  PublicList list;
  if (!query.finds()) return list;
  Statement statement;
  const std::string where = conditions(statement, query, today), ranked = query.by_date ? "0" : rank(statement, query);
  const std::string text =
      page_statement("select i.public_code, i.sort_due, " + ranked + " as rank from public_search i where " + where, query);
  std::vector<PublicKey> keys;
  try {
    db.run([&](soci::session& sql) {
      each_row_of(
          sql, text,
          [&](const soci::row& row) {
            PublicKey key;
            PublicRow shown = read_row(row, key);
            list.matched = row.get<int>(0);
            if (key.rank < 0) return;
            keys.push_back(key);
            list.rows.push_back(std::move(shown));
          },
          statement.values());
    });
  } catch (const TooLong&) {
    list.too_broad = true;
    return list;
  }
  finish_page(list, keys, query);
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
