// See statistics.h.
#include "domain/supervision/statistics.h"

namespace domain {

std::string Rate::text() const {
  if (whole <= 0) return "--";
  long long tenths = (part * 2000 + whole) / (2 * whole);
  if (part < whole && tenths >= 1000) tenths = 999;
  if (part > 0 && tenths == 0) tenths = 1;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

void Tally::add(const ClassCount& c) {
  const long long later = c.total - c.past - c.soon;
  const bool dated = c.name == "pass" || c.name == "declared";
  if (dated) {
    overdue += c.past;
    due_soon += c.soon;
    valid += later;
  } else if (c.name == "rotate") {
    rotate_due += c.past;
    rotate_soon += c.soon;
    valid += later;
  } else if (c.name == "unlimited") {
    valid += c.total;
  } else if (c.name == "failed" || c.name == "failed_other") {
    failed += c.total;
  } else if (c.name == "not_verified" || c.name == "not_verified_other") {
    not_verified += c.total;
  } else if (c.name == "first_done") {
    first_done += c.total;
  } else if (c.name == "stopped") {
    stopped += c.total;
  } else if (c.name == "scrapped") {
    scrapped += c.total;
  }
  if (dated || c.name == "failed" || c.name == "not_verified") checked.whole += c.total;
  if (c.name == "pass") checked.part += c.soon + later;
}

void Tally::add(const Tally& o) {
  overdue += o.overdue;
  due_soon += o.due_soon;
  valid += o.valid;
  failed += o.failed;
  not_verified += o.not_verified;
  rotate_due += o.rotate_due;
  rotate_soon += o.rotate_soon;
  first_done += o.first_done;
  stopped += o.stopped;
  scrapped += o.scrapped;
  checked.part += o.checked.part;
  checked.whole += o.checked.whole;
}

long long Tally::in_use() const {
  return overdue + due_soon + valid + failed + not_verified + rotate_due + rotate_soon + first_done;
}

long long Tally::of(std::string_view standing) const {
  if (standing == "overdue") return overdue;
  if (standing == "due_soon") return due_soon;
  if (standing == "valid") return valid;
  if (standing == "failed") return failed;
  if (standing == "not_verified") return not_verified;
  if (standing == "rotate_due") return rotate_due;
  if (standing == "rotate_soon") return rotate_soon;
  if (standing == "first_done") return first_done;
  if (standing == "stopped") return stopped;
  return standing == "scrapped" ? scrapped : all();
}

Quarter Quarter::of(Date day) { return {day.year(), (day.month() - 1) / 3 + 1}; }

Date Quarter::first() const {
  const std::string month = std::to_string(number * 3 - 2);
  return Date::parse(std::to_string(year) + "-" + month + "-1").value();
}

Date Quarter::last() const { return plus(1).first().plus_days(-1); }

Quarter Quarter::plus(int quarters) const {
  const int n = year * 4 + number - 1 + quarters;
  return {n / 4, n % 4 + 1};
}

std::string Quarter::code() const { return std::to_string(year) + "Q" + std::to_string(number); }

std::optional<Quarter> Quarter::parse(std::string_view code) {
  if (code.size() != 6 || code[4] != 'Q' || code[5] < '1' || code[5] > '4') return {};
  int year = 0;
  for (const char c : code.substr(0, 4)) {
    if (c < '0' || c > '9') return {};
    year = year * 10 + (c - '0');
  }
  if (year < 1990 || year > 2100) return {};
  return Quarter{year, code[5] - '0'};
}

Period period_of(std::string_view from, std::string_view to, Date today) {
  const Date last = Date::parse(to).value_or(today);
  const Date first = Date::parse(from).value_or(last.plus_months(-12).plus_days(1));
  if (last < first || last - first > longest_period_days) return {today.plus_months(-12).plus_days(1), today};
  return {first, last};
}

const Terms& statistics_sheets() {
  static const Terms terms{{"rates", "指标"},  {"regions", "按区域"}, {"kinds", "按种别"},
                           {"uses", "按用途"}, {"due", "按到期月份"}, {"months", "按检定月份"}};
  return terms;
}

const Terms& statistics_columns() {
  static const Terms terms{{"name", "名称"},
                           {"in_use", "在用"},
                           {"valid", "正常"},
                           {"due_soon", "30 天内到期"},
                           {"overdue", "已超期"},
                           {"failed", "检定不合格"},
                           {"not_verified", "未检定"},
                           {"first_done", "已首检"},
                           {"rotate_soon", "即将到期轮换"},
                           {"rotate_due", "已到轮换期"},
                           {"stopped", "停用"},
                           {"scrapped", "报废"},
                           {"checked_part", "受检合格且有效"},
                           {"checked_whole", "在用周期检定器具"},
                           {"checked", "受检率"},
                           {"first_pass", "一次检定合格率"},
                           {"timely", "预约受理及时率"},
                           {"part", "分子"},
                           {"whole", "分母"},
                           {"rate", "数值"},
                           {"month", "月份"},
                           {"verify", "周期检定到期"},
                           {"rotate", "到期轮换"},
                           {"first_part", "首次结果合格的条数"},
                           {"first_whole", "有首次结果的条数"},
                           {"timely_part", "按时答复的条数"},
                           {"timely_whole", "答复期限已过的条数"},
                           {"assigned", "指定单位"},
                           {"period", "统计期间"},
                           {"file", "监督统计"}};
  return terms;
}

}  // namespace domain
