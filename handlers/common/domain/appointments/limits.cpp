// See limits.h; the comparison itself (booking.h) stands here, beside what it compares.
#include "domain/appointments/limits.h"

#include "domain/appointments/booking.h"
#include "domain/values/text.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>
#include <vector>

namespace domain {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

// Half width, without blanks and brackets, one sign for "to" and one for minus.
std::string plain(std::string_view text) {
  std::string t = half_width(text);
  for (const char* gone : {" ", "\t", "\xC2\xA0", "(", ")", "[", "]", "【", "】", "〔", "〕", "○", "〇"})
    replace_all(t, gone, "");
  for (const char* sign : {"～", "∼", "〜", "--", "—", "–", "至", "…"}) replace_all(t, sign, "~");
  replace_all(t, "~~", "~");
  replace_all(t, "−", "-");
  replace_all(t, "≦", "≤");
  replace_all(t, "≧", "≥");
  replace_all(t, "°C", "℃");
  return t;
}

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// A number at the front of the text, taken off it. At most what a nameplate says.
std::optional<double> take_number(std::string_view& text) {
  std::size_t n = 0;
  if (n < text.size() && (text[n] == '-' || text[n] == '+')) ++n;
  const std::size_t first = n;
  bool point = false;
  for (; n < text.size(); ++n) {
    const bool is_point = text[n] == '.' && !point && n > first;
    if (!is_point && !std::isdigit(static_cast<unsigned char>(text[n]))) break;
    point = point || is_point;
  }
  if (n == first || n - first > 15 || text[n - 1] == '.') return {};
  const double number = std::strtod(std::string(text.substr(0, n)).c_str(), nullptr);
  text.remove_prefix(n);
  return number;
}

// What may follow a number as its unit: no digits but in m2 and the like, no second number behind it.
bool is_unit(std::string_view text) {
  if (text.size() > 16) return false;
  for (std::size_t n = 0; n < text.size(); ++n) {
    const char c = text[n];
    if (c == '~' || c == ',' || c == ';' || (std::isdigit(static_cast<unsigned char>(c)) && n == 0)) return false;
  }
  for (const char* mark : {"≤", "≥", "<", ">", "、", "，", "；", "±"})
    if (text.find(mark) != std::string_view::npos) return false;
  return true;
}

// Units that differ by a factor only, as the first of their kind.
double to_common(std::string& unit) {
  struct Scale {
    const char *unit, *common;
    double factor;
  };
  constexpr Scale scales[] = {{"mg", "g", 1e-3},  {"g", "g", 1},      {"kg", "g", 1e3},   {"t", "g", 1e6},   {"Pa", "Pa", 1},
                              {"hPa", "Pa", 1e2}, {"kPa", "Pa", 1e3}, {"MPa", "Pa", 1e6}, {"mm", "m", 1e-3}, {"cm", "m", 1e-2},
                              {"m", "m", 1},      {"mL", "L", 1e-3},  {"ml", "L", 1e-3},  {"L", "L", 1},     {"V", "V", 1},
                              {"mV", "V", 1e-3},  {"kV", "V", 1e3},   {"A", "A", 1},      {"mA", "A", 1e-3}};
  for (const Scale& scale : scales)
    if (unit == scale.unit) {
      unit = scale.common;
      return scale.factor;
    }
  return 1;
}

std::optional<Range> one_ended(std::string_view text) {
  const bool most = starts(text, "≤") || starts(text, "<");
  const bool least = starts(text, "≥") || starts(text, ">");
  if (!most && !least) return {};
  text.remove_prefix(text[0] == '<' || text[0] == '>' ? 1 : std::string_view("≤").size());
  const auto number = take_number(text);
  if (!number || !is_unit(text)) return {};
  Range range;
  range.unit = text;
  const double factor = to_common(range.unit);
  (most ? range.to : range.from) = *number * factor;
  return range;
}

// Ⅰ … Ⅳ, I … IV: classes of their own, Ⅰ the strictest.
std::optional<Accuracy> roman(std::string_view text) {
  const std::pair<const char*, double> classes[] = {{"Ⅳ", 4},   {"Ⅲ", 3},  {"Ⅱ", 2},  {"Ⅰ", 1}, {"IIII", 4},
                                                    {"III", 3}, {"II", 2}, {"IV", 4}, {"I", 1}};
  for (const auto& [sign, number] : classes)
    if (text == sign || text == std::string(sign) + "级") return Accuracy{number, "Ⅰ"};
  return {};
}

// "Ⅲ、Ⅳ级" and its like: every one of them, or none.
std::vector<Accuracy> read_list(std::string_view text) {
  std::string t = plain(text);
  for (const char* gone : {"及以下等级", "及以下", "准确度等级", "准确度", "MPE:", "MPE"}) replace_all(t, gone, "");
  for (const char* separator : {"、", "，", ";", "；", "/", "及", "和"}) replace_all(t, separator, ",");
  std::vector<Accuracy> all;
  for (std::size_t from = 0; from <= t.size();) {
    const std::size_t to = std::min(t.find(',', from), t.size());
    const auto one = read_accuracy(t.substr(from, to - from));
    if (!one) return {};
    all.push_back(*one);
    from = to + 1;
  }
  return all;
}

}  // namespace

std::optional<Range> read_range(std::string_view text, bool single_value) {
  const std::string t = plain(text);
  std::string_view rest = t;
  if (auto range = one_ended(rest)) return range;
  const auto from = take_number(rest);
  if (!from) return {};
  // 0~30kg, 0-30kg, 0kg~30kg
  std::size_t at = 0;
  while (at < rest.size() && rest[at] != '~' && rest[at] != '-') ++at;
  if (at == rest.size()) {
    if (!single_value || !is_unit(rest)) return {};
    std::string unit(rest);
    const double one = *from * to_common(unit);
    return Range{one, one, unit};
  }
  std::string first_unit(rest.substr(0, at));
  rest.remove_prefix(at + 1);
  const auto to = take_number(rest);
  if (!to || !is_unit(rest)) return {};
  std::string unit(rest);
  if (first_unit.empty()) first_unit = unit;
  const double factor = to_common(unit), low = *from * to_common(first_unit), high = *to * factor;
  if (first_unit != unit || high < low) return {};
  return Range{low, high, unit};
}

std::optional<Accuracy> read_accuracy(std::string_view text) {
  std::string t = plain(text);
  if (const auto found = roman(t)) return found;
  std::string_view rest = t;
  if (starts(rest, "±")) rest.remove_prefix(std::string_view("±").size());
  const auto number = take_number(rest);
  if (!number || *number < 0) return {};
  if (rest == "级" || rest == "等") return Accuracy{*number, std::string(rest)};
  const bool error = starts(t, "±");
  if (rest.empty()) return Accuracy{*number, error ? "±" : "级"};
  if (rest[0] != '%' && !(error && is_unit(rest))) return {};
  return Accuracy{*number, std::string(rest)};
}

Fit range_fit(std::string_view authorised, std::string_view instrument) {
  const std::string a = plain(authorised), i = plain(instrument);
  if (a.empty() || a == i) return Fit::covered;
  const auto may = read_range(authorised, false), is = read_range(instrument, true);
  if (!may || !is || may->unit != is->unit) return Fit::unclear;
  if (may->to && is->to && *is->to > *may->to) return Fit::outside;
  if (may->from && is->from && *is->from < *may->from && *is->from != 0) return Fit::outside;  // 0 says: from the smallest
  if (may->to && !is->to) return Fit::unclear;
  return Fit::covered;
}

Fit accuracy_fit(std::string_view authorised, std::string_view instrument) {
  const std::string a = plain(authorised), i = plain(instrument);
  if (a.empty() || a == i) return Fit::covered;
  const auto may = read_list(authorised), is = read_list(instrument);
  if (may.empty() || is.empty()) return Fit::unclear;
  for (const Accuracy& one : is) {
    bool comparable = false, covered = false;
    for (const Accuracy& other : may) {
      comparable = comparable || other.unit == one.unit;
      covered = covered || (other.unit == one.unit && other.number <= one.number);
    }
    if (!comparable) return Fit::unclear;
    if (!covered) return Fit::outside;
  }
  return Fit::covered;
}

}  // namespace domain
