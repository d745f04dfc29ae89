// What store and web tests share: connections by role, and made-up units with people in the test database.
#pragma once

#include "domain/ledger/instrument.h"
#include "store/core/db.h"

#include <string>

namespace tests {

std::string env(const char* name);
store::Db connection(const std::string& role);  // "qj_ledger"; the owner may everything
store::Db& owner();

struct Person {
  long long user_id = 0, unit_id = 0;
  std::string login, password, cookie;  // cookie: of a live session
};
// A unit with one user and a session. state: pending | approved | rejected | suspended.
Person make_unit(const std::string& state = "approved", const std::string& role = "manager");
Person make_user(const std::string& user_type);                        // institution | supervisor | administrator, with a session
Person make_member(const Person& colleague, const std::string& role);  // of the same unit, with a session

std::string fresh_unit_code();  // a valid 18-character code not used before
std::string unique(const std::string& prefix);

// A valid periodic instrument (非自动衡器) in the unit's ledger; change what the test is about.
domain::InstrumentValues scale();
long long add_instrument(long long unit_id, const domain::InstrumentValues& values);
long long scale_kind();
domain::Date today();
std::string leaf_division();  // a valid place of use

void sql(const std::string& statement);        // as the owner, like the next two
std::string user_id_of(const Person& person);  // of the user, for SQL
long long count(const std::string& query);
std::string text_of(const std::string& query);

}  // namespace tests
