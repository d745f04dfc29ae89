// See public_query.h.
#include "domain/query/public_query.h"

#include "domain/values/codes.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_number(std::string_view text) {
  const auto ascii = [](char c) { return c > ' ' && c < 0x7F; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(text.begin(), text.end(), ascii) && std::any_of(text.begin(), text.end(), digit);
}

// A number plate (GA 36): province, letter, four to six letters or digits, perhaps one more Han (学, 挂, 港). Blanks and dots
// between them do not matter.
bool is_plate(const std::vector<std::string>& words) {
  std::vector<std::string> letters;
  for (const std::string& word : words)
    for (std::size_t n = 0, size = length(word); n < size; ++n)
      if (const std::string c = character_at(word, n); c != "·" && c != "•" && c != "." && c != "-") letters.push_back(c);
  if (letters.size() < 7 || letters.size() > 8 || !is_han(letters[0])) return false;
  const auto small = [](const std::string& c) { return c.size() == 1 && c[0] >= 'a' && c[0] <= 'z'; };
  const auto digit = [](const std::string& c) { return c.size() == 1 && c[0] >= '0' && c[0] <= '9'; };
  const auto either = [&](const std::string& c) { return small(c) || digit(c); };
  if (is_han(letters.back())) letters.pop_back();
  return small(letters[1]) && std::all_of(letters.begin() + 2, letters.end(), either) &&
         std::any_of(letters.begin() + 2, letters.end(), digit);
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
  if (length(trim(typed)) > longest_query) return refuse("TOO_LONG", longest_query);
  query.words = query_words(typed);
  if (query.words.empty()) return refuse("QUERY_EMPTY");
  if (has_control(typed)) return refuse("CONTROL_CHARACTER");
  if (query.words.size() == 1 && is_number(query.words.front())) query.number = query.words.front();
  if (is_plate(query.words)) query.number = trim(typed);
  if (const auto code = UnitCode::parse(typed)) {  // blanks and dashes within it do not matter
    query.unit_code = code.value->text;
    return read;
  }
  const auto two = [](const std::string& word) { return length(word) >= 2; };
  if (query.number.empty() && std::none_of(query.words.begin(), query.words.end(), two)) return refuse("QUERY_WORD_SHORT");
  if (query.words.size() > most_words) return refuse("QUERY_WORDS", most_words);
  return read;
}

std::vector<QueryWay> query_ways(const TypedQuery& query) {
  std::vector<QueryWay> ways;
  if (!query.unit_code.empty()) ways.push_back(QueryWay::unit_code);
  if (!query.number.empty()) ways.push_back(QueryWay::number);
  if (query.words.size() <= most_words) ways.push_back(QueryWay::words);
  return ways;
}

std::string_view code_of(QueryWay way) {
  switch (way) {
    case QueryWay::unit_code:
      return "unit_code";
    case QueryWay::number:
      return "number";
    case QueryWay::words:
      return "words";
  }
  return "";
}

const Terms& public_standings() {
  static const Terms terms{{"valid", "有效"},
                           {"due_soon", "即将到期（30 天内）"},
                           {"overdue", "已超期"},
                           {"failed", "检定不合格"},
                           {"not_verified", "未检定"},
                           {"first_done", "已首检"},
                           {"rotate_soon", "即将到期轮换（30 天内）"},
                           {"rotate_due", "已到轮换期"},
                           {"stopped", "停用"}};
  return terms;
}

const Terms& public_orders() {
  static const Terms terms{{"match", "相关度"}, {"due", "有效期"}};
  return terms;
}

Checked<QueryDetails> check_details(const QueryDetails& typed) {
  Checked<QueryDetails> checked;
  const auto text = [&](const char* field, const std::string& value) {
    const std::string trimmed = trim(value);
    if (length(trimmed) > longest_query)
      checked.errors.push_back({field, "TOO_LONG", std::to_string(longest_query)});
    else if (has_control(trimmed))
      checked.errors.push_back({field, "CONTROL_CHARACTER"});
    return trimmed;
  };
  QueryDetails& details = checked.value;
  details.unit_name = text("unit_name", typed.unit_name);
  details.name = text("name", typed.name);
  details.manufacturer = text("manufacturer", typed.manufacturer);
  details.serial_number = text("serial_number", typed.serial_number);
  details.certificate_number = text("certificate_number", typed.certificate_number);
  details.sub_number = text("sub_number", typed.sub_number);
  if (trim(typed.unit_code).empty()) return checked;
  const auto code = UnitCode::parse(typed.unit_code);
  if (code)
    details.unit_code = code.value->text;
  else
    checked.errors.push_back({"unit_code", code.error.code, code.error.a, code.error.b});
  return checked;
}

}  // namespace domain
