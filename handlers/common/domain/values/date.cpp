// Calendar arithmetic on whole days, and the ways people write a date. Must not read the clock.
#include "domain/values/date.h"

#include "domain/values/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace domain {
namespace {

struct Civil {
  long long year;
  int month;
  int day;
};

constexpr long long days_per_era = 146097;  // 400 years

// Years begin in March here, so that the leap day is the last of its year.
long long days_of(Civil c) {
  const long long year = c.year - (c.month <= 2 ? 1 : 0);
  const long long era = (year >= 0 ? year : year - 399) / 400;
  const long long year_of_era = year - era * 400;
  const long long day_of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
  const long long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - 719468;
}

Civil civil_of(long long days) {
  const long long shifted = days + 719468;
  const long long era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
  const long long day_of_era = shifted - era * days_per_era;
  const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_per_era - 1)) / 365;
  const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(long long year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Takes what a date is made of from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<int> number(std::size_t fewest, std::size_t most) {
    skip_blanks();
    const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (count < fewest || count > most) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, count)) value = value * 10 + (c - '0');
    rest_.remove_prefix(count);
    return value;
  }

  bool take(std::string_view word) {
    skip_blanks();
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  std::string_view rest_;
};

std::optional<Date> read_date_parts(Reader reader, std::string_view after_year, std::string_view after_month,
                                    std::string_view after_day) {
  const auto year = reader.number(4, 4);
  if (!year || !reader.take(after_year)) return std::nullopt;
  const auto month = reader.number(1, 2);
  if (!month || !reader.take(after_month)) return std::nullopt;
  const auto day = reader.number(1, 2);
  if (!day || !reader.take(after_day) || !reader.at_end()) return std::nullopt;
  return Date::of(*year, *month, *day);
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date(static_cast<int>(days_of({year, month, day})));
}

Date Date::from_days(int days_since_epoch) { return Date(days_since_epoch); }

std::optional<Date> Date::parse(std::string_view typed) {
  const std::string text = trim(half_width(typed));
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos) {
    return of(std::stoi(text.substr(0, 4)), std::stoi(text.substr(4, 2)), std::stoi(text.substr(6)));
  }
  struct Style {
    std::string_view after_year, after_month, after_day;
  };
  constexpr std::array<Style, 5> styles{{{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}, {"年", "月", "号"}}};
  for (const Style& style : styles) {
    if (auto date = read_date_parts(Reader(text), style.after_year, style.after_month, style.after_day)) return date;
  }
  return std::nullopt;
}

std::optional<Date> Date::from_iso(std::string_view iso) {
  constexpr std::string_view shape = "0000-00-00";
  if (iso.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == '-' ? iso[i] == '-' : iso[i] >= '0' && iso[i] <= '9';
    if (!fits) return std::nullopt;
  }
  return read_date_parts(Reader(iso), "-", "-", "");
}

int Date::year() const { return static_cast<int>(civil_of(days_).year); }
int Date::month() const { return civil_of(days_).month; }
int Date::day() const { return civil_of(days_).day; }

std::string Date::compact() const {
  std::string digits = iso();
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return digits;
}

std::string Date::iso() const {
  const Civil c = civil_of(days_);
  std::array<char, 48> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04lld-%02d-%02d", c.year, c.month, c.day);
  return {text.data(), static_cast<std::size_t>(size)};
}

Date Date::plus_months(int n) const {
  const Civil c = civil_of(days_);
  const long long months = c.year * 12 + (c.month - 1) + n;
  const long long year = months >= 0 ? months / 12 : -((11 - months) / 12);
  const int month = static_cast<int>(months - year * 12) + 1;
  return Date(static_cast<int>(days_of({year, month, std::min(c.day, days_in_month(year, month))})));
}

std::string iso_or_empty(const std::optional<Date>& date) { return date ? date->iso() : ""; }

Date default_valid_until(Date verified_on, int cycle_months) {
  const Date later = verified_on.plus_months(cycle_months);
  return later.day() == verified_on.day() ? later.plus_days(-1) : later;
}

}  // namespace domain
