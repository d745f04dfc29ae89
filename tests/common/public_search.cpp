// See public_search.h.
#include "common/public_search.h"

#include <boost/test/unit_test.hpp>

namespace tests {

std::string fresh_word() {
  const char* const digits[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  std::string word;
  for (const char c : unique(""))
    if (c >= '0' && c <= '9') word += digits[c - '0'];
  return word + "示范";
}

void refresh_search() {
  while (count("search_refresh(100000)") > 0) {
  }
}

store::Db& public_db() {
  static store::Db db = connection("qj_query");
  return db;
}

long long id_of_code(const std::string& code) { return count("select id from instruments where public_code = '" + code + "'"); }

std::string label_code(long long id) {
  return text_of("select replace(public_code::text, '-', '') from instruments where id = " + std::to_string(id));
}

std::string label_page(long long id) { return "/query/validity?c=" + label_code(id); }

Ids found_ids(store::PublicQuery query) {
  Ids ids;
  query.size = 100;
  for (;;) {
    const store::PublicList list = store::search_public(public_db(), query, today());
    BOOST_REQUIRE(!list.too_broad);
    for (const auto& row : list.rows) BOOST_TEST(ids.insert(id_of_code(row.code)).second);
    if (!list.next) return ids;
    query.from = list.next;
  }
}

store::PublicQuery words(const std::vector<std::string>& typed) {
  store::PublicQuery query;
  query.words = typed;
  return query;
}

store::PublicQuery field(std::string store::PublicQuery::*member, const std::string& value) {
  store::PublicQuery query;
  query.*member = value;
  return query;
}

void set_instrument(long long id, const std::string& columns) {
  sql("update instruments set " + columns + " where id = " + std::to_string(id));
}

void set_unit(const Person& unit, const std::string& columns) {
  sql("update units set " + columns + " where id = " + std::to_string(unit.unit_id));
}

Known::Known(const std::string& columns) {
  set_unit(unit, "name = '" + word + "单位'");
  id = add(columns);
  refresh_search();
}

long long Known::add(const std::string& columns) const {
  auto values = scale();
  values.name = word + "秤";
  values.manufacturer = word + "厂";
  const long long made = add_instrument(unit.unit_id, values);
  if (!columns.empty()) set_instrument(made, columns);
  return made;
}

std::string Known::code() const { return text_of("select unit_code from units where id = " + std::to_string(unit.unit_id)); }

std::string Known::serial() const { return text_of("select serial_number from instruments where id = " + std::to_string(id)); }

}  // namespace tests
