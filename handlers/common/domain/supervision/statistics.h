// The figures of supervision as values: rates (without a value when the divisor is zero), a region's instruments by standing,
// quarters and periods. All counts are 数量, except counts of lines.
#pragma once

#include "domain/values/date.h"
#include "domain/values/terms.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

struct Rate {
  long long part = 0, whole = 0;
  // 97.3 %, "--" for 0/0. Never 100.0 % while one is missing, never 0.0 % while there is one.
  std::string text() const;
};

// What statistics are counted by: an instrument's standing apart from its date (SQL function statistics_class), and how many of
// them are past it, within the next 30 days, and in all.
struct ClassCount {
  std::string name;
  long long past = 0, soon = 0, total = 0;
};

struct Tally {
  long long overdue = 0, due_soon = 0, valid = 0, failed = 0, not_verified = 0, rotate_due = 0, rotate_soon = 0, first_done = 0;
  long long stopped = 0, scrapped = 0;
  Rate checked;  // 受检率: in use, periodic, with a pass valid on the day ÷ all in use and periodic

  void add(const ClassCount& count);
  void add(const Tally& other);
  long long in_use() const;
  long long all() const { return in_use() + stopped + scrapped; }
  long long of(std::string_view standing) const;  // by domain::code_of(Standing)
};

struct Quarter {
  int year = 0, number = 0;  // 1 to 4
  Date first() const;
  Date last() const;
  Quarter plus(int quarters) const;
  std::string code() const;  // 2026Q4
  static Quarter of(Date day);
  static std::optional<Quarter> parse(std::string_view code);
};

struct Period {
  Date from, to;  // both included
};
constexpr int longest_period_days = 3660;
// What people typed; the twelve months up to today for what is missing, wrong, or the wrong way round.
Period period_of(std::string_view from, std::string_view to, Date today);

// What the file of the figures calls its sheets and columns.
const Terms& statistics_sheets();  // rates 指标 | regions 区域 | kinds 种别 | uses 用途 | due 到期月份 | months 检定月份
const Terms& statistics_columns();  // name 名称 | in_use 在用 | … in the order of a file; then those of single sheets

}  // namespace domain
