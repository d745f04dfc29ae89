// The input of the public search: the one box for a code, a number or words, or the detailed form.
#pragma once

#include "domain/values/error.h"
#include "domain/values/terms.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

constexpr std::size_t longest_query = 100;  // characters
constexpr std::size_t most_words = 8;

// Words parted by blanks, half width, lower case (A–Z), each once, in order.
std::vector<std::string> query_words(std::string_view typed);

// A typed text can be several things at once: nine digits may be a serial number whose last happens to be a right check digit.
struct TypedQuery {
  std::string unit_code;  // a 统一社会信用代码 or 组织机构代码 whose check digit is right, or ""
  std::string number;     // what may be a serial, certificate or sub-number (no blanks, with a digit; of Han a plate only), or ""
  std::vector<std::string> words;  // the words, whatever else it may be
};
// Errors (field "q"): QUERY_EMPTY; TOO_LONG (a = 100); CONTROL_CHARACTER; QUERY_WORD_SHORT (no word has two characters);
// QUERY_WORDS (more than 8 words: a = 8).
struct ReadQuery {
  TypedQuery query;
  std::vector<Error> errors;
};
ReadQuery read_query(std::string_view typed);

// What a typed text is taken for, the most particular first: the first that finds anything is meant.
enum class QueryWay { unit_code, number, words };
std::vector<QueryWay> query_ways(const TypedQuery& query);
std::string_view code_of(QueryWay way);  // "unit_code": for addresses and templates' section names

const Terms& public_standings();  // valid 有效 | overdue 已超期 | …: of domain/ledger/standing, what everybody may ask for
const Terms& public_orders();     // match 相关度 | due 有效期: how found instruments are sorted

// The detailed form, as typed.
struct QueryDetails {
  std::string unit_name, unit_code, name, manufacturer, serial_number, certificate_number, sub_number;
};
// Trimmed, the code as UnitCode has it. Errors: TOO_LONG (a = 100), CONTROL_CHARACTER, those of UnitCode.
Checked<QueryDetails> check_details(const QueryDetails& typed);

}  // namespace domain
