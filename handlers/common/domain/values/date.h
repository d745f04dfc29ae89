// A calendar date (proleptic Gregorian), without time or zone. Totally ordered; days are counted from 1970-01-01. Never reads
// the clock: today is always a parameter (from base/clock, in Asia/Shanghai).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain {

class Date {
 public:
  Date() = default;                                             // 1970-01-01
  static std::optional<Date> of(int year, int month, int day);  // empty when there is no such day; years 1 to 9999
  static Date from_days(int days_since_epoch);
  // What people type: 2026-3-5, 2026/03/05, 2026.3.5, 20260305, 2026年3月5日, full-width digits, blanks around.
  static std::optional<Date> parse(std::string_view typed);
  // What the database sends: exactly YYYY-MM-DD.
  static std::optional<Date> from_iso(std::string_view iso);

  int year() const;
  int month() const;
  int day() const;
  int days() const { return days_; }
  std::string iso() const;      // 2026-03-05
  std::string compact() const;  // 20260305: how a file's name bears its day

  Date plus_days(int n) const { return from_days(days_ + n); }
  // The same day n months later, or that month's last day when it has no such day.
  Date plus_months(int n) const;

  friend bool operator==(Date x, Date y) { return x.days_ == y.days_; }
  friend bool operator!=(Date x, Date y) { return x.days_ != y.days_; }
  friend bool operator<(Date x, Date y) { return x.days_ < y.days_; }
  friend bool operator<=(Date x, Date y) { return x.days_ <= y.days_; }
  friend bool operator>(Date x, Date y) { return x.days_ > y.days_; }
  friend bool operator>=(Date x, Date y) { return x.days_ >= y.days_; }
  friend int operator-(Date x, Date y) { return x.days_ - y.days_; }

 private:
  explicit Date(int days) : days_(days) {}
  int days_ = 0;
};

// YYYY-MM-DD, or "" for none: how forms, files and the database see a date that may be missing.
std::string iso_or_empty(const std::optional<Date>& date);

// Default 有效期至 of a verification: if the month `cycle` later has the same day, the day before it; otherwise that
// month's last day. 2026-08-28 + 6 → 2027-02-27; 2026-08-31 + 6 → 2027-02-28; 2027-03-01 + 12 → 2028-02-29.
Date default_valid_until(Date verified_on, int cycle_months);

}  // namespace domain
