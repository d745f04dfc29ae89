// See public_query.h.
#include "domain/public_query.h"

#include "domain/codes.h"
#include "domain/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_number(std::string_view text) {
  const auto ascii = [](char c) { return c > ' ' && c < 0x7F; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(text.begin(), text.end(), ascii) && std::any_of(text.begin(), text.end(), digit);
}

}  // namespace

std::vector<std::string> query_words(std::string_view typed) {
  const std::string text = lower(half_width(typed));
  std::vector<std::string> words;
  for (std::size_t begin = 0; (begin = text.find_first_not_of(blanks, begin)) != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
    const std::string word = trim(text.substr(begin, end - begin));
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    begin = end;
  }
  return words;
}

ReadQuery read_query(std::string_view typed) {
  ReadQuery read;
  const auto refuse = [&](const char* code, std::size_t limit = 0) {
    read.errors.push_back({"q", code, limit > 0 ? std::to_string(limit) : ""});
    return read;
  };
  TypedQuery& query = read.query;
  query.words = query_words(typed);
  if (query.words.empty()) return refuse("QUERY_EMPTY");
  if (length(trim(typed)) > longest_query) return refuse("TOO_LONG", longest_query);
  if (const auto code = UnitCode::parse(typed)) {  // blanks and dashes within it do not matter
    query.unit_code = code.value->text;
    return read;
  }
  if (query.words.size() == 1 && is_number(query.words.front())) query.number = query.words.front();
  const auto two = [](const std::string& word) { return length(word) >= 2; };
  if (query.number.empty() && std::none_of(query.words.begin(), query.words.end(), two)) return refuse("QUERY_WORD_SHORT");
  if (query.words.size() > most_words) return refuse("QUERY_WORDS", most_words);
  return read;
}

}  // namespace domain
