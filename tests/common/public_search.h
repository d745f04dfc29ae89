// What tests of the public's search share: its role's connection, instruments with names nobody else has, and all that a query
// finds.
#pragma once

#include "common/database.h"
#include "store/query/public_search.h"

#include <set>
#include <string>
#include <vector>

namespace tests {

using Ids = std::set<long long>;

std::string fresh_word();  // Han that no other test has typed
void refresh_search();     // brings the search up to date, as qj-jobs does
store::Db& public_db();    // as qj_query
long long id_of_code(const std::string& code);
std::string label_code(long long id);     // 32 hexadecimal digits
std::string label_page(long long id);     // where the label leads
Ids found_ids(store::PublicQuery query);  // all that it finds, page by page

store::PublicQuery words(const std::vector<std::string>& typed);
store::PublicQuery field(std::string store::PublicQuery::*member, const std::string& value);

void set_instrument(long long id, const std::string& columns);
void set_unit(const Person& unit, const std::string& columns);

// One scale, found by a word that stands in the unit's, the instrument's and the manufacturer's name: …单位, …秤, …厂.
struct Known {
  std::string word = fresh_word();
  Person unit = make_unit();
  long long id = 0;

  explicit Known(const std::string& columns = "");
  long long add(const std::string& columns = "") const;  // one more of the same; not yet refreshed
  std::string code() const;                              // the unit's
  std::string serial() const;
};

}  // namespace tests
