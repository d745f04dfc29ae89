// The monthly list of instruments that are long overdue (mail kind overdue_list), once a month to each person of a supervising
// department. Role qj_reminders finds and queues; qj_mailer reads the lines when it sends.
#pragma once

#include "store/supervision/supervision.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// What is overdue for more than so many days, as a filter of supervision's list.
SupervisedFilter long_overdue(domain::Date today, int days);

// Departments with a person who has not had the list in today's month.
std::vector<long long> departments_to_notify(Db& db, domain::Date today);
// Is there anything on their list?
bool anything_overdue(Db& db, long long department_id, domain::Date today, int days);
// One mail to each of its people who has not had the list; how many. Nobody gets it twice, even when two processes run at once.
int queue_overdue_lists(Tx& tx, long long department_id, domain::Date today);

struct OverdueList {
  std::string department;
  domain::Date today;
  std::vector<SupervisedRow> rows;  // the longest overdue first
  long long quantity = 0, units = 0;
  bool more = false;  // than were counted
};
// Nothing: whom it was for is not there any more.
std::optional<OverdueList> find_overdue_list(Db& db, long long list_id, int days);

}  // namespace store
