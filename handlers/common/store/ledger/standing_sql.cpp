// See standing_sql.h.
#include "store/ledger/standing_sql.h"

#include "domain/ledger/standing.h"

namespace store {

using domain::Date;

std::string literal(Date day) { return "date '" + day.iso() + "'"; }

std::string standing_condition(const std::string& standing, Date today) {
  const std::string now = literal(today), soon = literal(today.plus_days(domain::soon_days));
  const std::string dated = " and i.sort_due > sort_due_failed() and i.sort_due < sort_due_undated()";
  const std::string past = dated + " and i.sort_due < " + now, near = " and i.sort_due >= " + now + " and i.sort_due <= " + soon;
  const std::string periodic = " and i.mode = 'periodic'", rotates = " and i.mode = 'first_rotate'";
  if (standing == "overdue") return past + periodic;
  if (standing == "due_soon") return near + periodic;
  if (standing == "rotate_due") return past + rotates;
  if (standing == "rotate_soon") return near + rotates;
  if (standing == "rotate") return dated + rotates;
  if (standing == "failed") return " and i.sort_due = sort_due_failed()";
  if (standing == "stopped") return " and i.sort_due = sort_due_not_in_use() and i.state = 'stopped'";
  if (standing == "scrapped") return " and i.sort_due = sort_due_not_in_use() and i.state = 'scrapped'";
  const std::string in_use = " and i.sort_due > sort_due_failed() and i.sort_due < sort_due_not_in_use()";
  if (standing == "first_done") return in_use + " and i.mode = 'first_scrap' and i.last_result is not null";
  if (standing == "not_verified")
    return " and i.sort_due = sort_due_undated() and (i.last_result is null or i.mode = 'periodic')";
  if (standing == "valid")
    return " and i.sort_due > " + soon +
           " and i.sort_due < sort_due_not_in_use() and i.mode <> 'first_scrap' and i.last_result is not null "
           "and (i.valid_until is not null or i.mode = 'first_rotate')";
  return "";
}

}  // namespace store
