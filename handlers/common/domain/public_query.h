// What somebody typed into the public search box: a code, a number, or words (domain.md §7).
#pragma once

#include "domain/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

constexpr std::size_t longest_query = 100;  // characters
constexpr std::size_t most_words = 8;

// Words parted by blanks, half width, lower case (A–Z), each once, in order.
std::vector<std::string> query_words(std::string_view typed);

struct TypedQuery {
  std::string unit_code;           // a 统一社会信用代码 or 组织机构代码 whose check digit is right
  std::string number;              // else what may be a serial or certificate number: no blanks, with a digit, without Han
  std::vector<std::string> words;  // the words, whatever else it may be
};
// Errors (field "q"): QUERY_EMPTY; TOO_LONG (a = 100); QUERY_WORD_SHORT (no word has two characters); QUERY_WORDS (more than 8
// words: a = 8).
struct ReadQuery {
  TypedQuery query;
  std::vector<Error> errors;
};
ReadQuery read_query(std::string_view typed);

}  // namespace domain
