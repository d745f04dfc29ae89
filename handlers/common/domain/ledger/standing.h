// The standing of an instrument today (valid, due soon, overdue, failed …): the one rule behind colours, words, tabs, counts
// and reminders. An instrument on an open appointment keeps its colour, but stands in the tab of appointments only and is not
// counted in the badge: the other tabs list what the unit still has to do. 到期轮换 is a standing of its own, because such
// meters are replaced and not verified, and must never be shown as 超期.
#pragma once

#include "domain/values/date.h"

#include <optional>
#include <string_view>

namespace domain {

enum class State { in_use, stopped, scrapped };
enum class Mode { periodic, first_scrap, first_rotate };
enum class Result { none, declared, pass, fail };  // declared: typed by the unit, confirmed by no institution

State state_of(std::string_view code);  // codes as the database stores them; std::invalid_argument otherwise
Mode mode_of(std::string_view code);
Result result_of(std::string_view code);  // "" is none

enum class Standing {
  stopped,       // 停用
  scrapped,      // 报废
  failed,        // 检定不合格，停止使用
  first_done,    // 已首检 (first_scrap)
  rotate_soon,   // 即将到期轮换 (first_rotate, within 30 days)
  rotate_due,    // 已到轮换期
  not_verified,  // 未检定
  overdue,       // 已超期 N 天
  due_soon,      // 30 天内到期
  valid          // 正常
};
enum class Colour { none, yellow, red };

struct Judgement {
  Standing standing = Standing::valid;
  Colour colour = Colour::none;
  int days = 0;  // overdue, rotate_due: days since the due date (≥ 1); due_soon, rotate_soon: days left (0 = today); else 0
};

constexpr int soon_days = 30;

// In this order: stopped, scrapped; last result fail; first_scrap with a record → first_done; no record → not_verified;
// first_rotate by its due date (end of the service life; none known → valid); else by due date: due < today overdue,
// due ≤ today + 30 due_soon, else valid. A periodic record without a due date counts as not_verified.
Judgement standing(State state, Mode mode, Result last_result, std::optional<Date> due, Date today);

std::string_view code_of(Standing s);  // "overdue": for templates' section names (upper-cased there) and addresses
std::string_view code_of(Colour c);    // "", "yellow", "red"

}  // namespace domain
