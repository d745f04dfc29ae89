// Dates of an import; see import_row.h.
#include "domain/ledger/import_row.h"
#include "domain/values/text.h"

#include <algorithm>
#include <cctype>

namespace domain {
namespace {

constexpr int serial_1985 = 31048, serial_2100 = 73415;  // 1985-01-01 and 2100-12-31 as spreadsheets count
constexpr int serial_epoch = 25569;                      // 1970-01-01

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

ImportDate in_range(Date date) {
  if (date.year() < 1985 || date.year() > 2100) return {{}, "DATE_RANGE"};
  return {date, ""};
}

// Three numbers that would be a date if the month had such a day: 2026-02-29.
bool names_a_day(const std::string& text) {
  std::vector<int> numbers;
  for (std::size_t n = 0; n < text.size();) {
    if (std::isdigit(static_cast<unsigned char>(text[n])) == 0) {
      ++n;
      continue;
    }
    const auto end = std::min(text.find_first_not_of("0123456789", n), text.size());
    if (end - n > 8) return false;
    numbers.push_back(std::stoi(text.substr(n, end - n)));
    if (end - n == 8) numbers = {numbers.back() / 10000, numbers.back() / 100 % 100, numbers.back() % 100};
    n = end;
  }
  return numbers.size() == 3 && numbers[0] >= 1000 && numbers[1] >= 1 && numbers[1] <= 12 && numbers[2] >= 1 && numbers[2] <= 31;
}

}  // namespace

ImportDate import_date(const base::Cell& cell) {
  std::string text = trim(half_width(cell.text));
  for (const std::string_view nothing : {"", "/", "-", "--", "—", "——", "无"})
    if (text == nothing) return {};
  const bool number =
      cell.kind == base::Cell::Kind::number || (cell.kind == base::Cell::Kind::text && all_digits(text) && text.size() == 5);
  if (number && !(all_digits(text) && text.size() == 8)) {
    if (cell.day) return in_range(Date::from_days(*cell.day));
    if (!all_digits(text) || text.size() != 5) return {{}, "DATE_FORMAT"};
    const int serial = std::stoi(text);
    if (serial < serial_1985 || serial > serial_2100) return {{}, "DATE_RANGE"};
    return {Date::from_days(serial - serial_epoch), ""};
  }
  // A time of day says nothing here: 2026-01-31 00:00:00, 2026-01-31T00:00:00
  const auto time = text.find_first_of(" T");
  if (time != std::string::npos && text.find(':', time) != std::string::npos) text = trim(text.substr(0, time));
  const auto date = Date::parse(text);
  if (date) return in_range(*date);
  return {{}, names_a_day(text) ? "DATE_NO_DAY" : "DATE_FORMAT"};
}

}  // namespace domain
