// The rule of domain/ledger/standing as SQL, over the columns state, mode, last_result, valid_until and sort_due of a table or
// view called i: SQL counts the tabs, C++ chooses colour and words; a test compares the two over every combination. By sort_due
// where possible, because lists and their indexes are in that order.
#pragma once

#include "domain/values/date.h"

#include <string>

namespace store {

std::string literal(domain::Date day);
// " and …", or "" for any other standing. rotate: first_rotate with a due date, whatever that is.
std::string standing_condition(const std::string& standing, domain::Date today);

}  // namespace store
