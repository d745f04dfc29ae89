// The review of units: the queue with its filters, units that resemble each other, every decision with its history and its
// mail. Each decision names the version that the reviewer saw.
#pragma once

#include "store/core/db.h"
#include "store/organisations/units.h"

#include <map>
#include <string>
#include <vector>

namespace store {

struct QueueFilter {
  std::string state;             // of the rows; the counts are those of every state
  std::string text;              // part of the name or of the code
  std::string division_code;     // with what lies below it; "" for all
  int waiting_hours = 0;         // submitted at least so long ago
  bool duplicates_only = false;  // resembling another unit
  int size = 20, page = 1;
};
struct QueueRow {
  long long id = 0;
  std::string name, unit_code, division_name, submitted_at;
  int waiting_hours = 0;
  bool same_name = false, same_mobile = false;  // as another unit that is not closed
};
struct Queue {
  std::map<std::string, long long> counts;  // by state, of those that the filter lets through
  std::vector<QueueRow> rows;               // of the state asked for, oldest first
};
Queue review_queue(Db& db, const QueueFilter& filter);
long long waiting_units(Db& db);

// Units that are not closed and share the name, the mobile or the code's key; "" compares with nothing.
struct Duplicate {
  long long id = 0;
  std::string name, unit_code, state;
  bool same_name = false, same_mobile = false, same_code = false;
};
std::vector<Duplicate> find_duplicates(Db& db, long long except_id, const std::string& name, const std::string& mobile,
                                       const std::string& unit_key);

// Each of these returns false when somebody else was faster (version or state changed), else it queues a mail to the unit.
bool review_unit(Tx& tx, const Unit& old, bool approve, const std::string& reason);  // from pending only
bool suspend_unit(Tx& tx, const Unit& old, const std::string& reason);               // from approved only
bool restore_unit(Tx& tx, const Unit& old);                                          // from suspended only

// One line of the unit's history; decisions: domain::review_decisions().
void add_review(Tx& tx, long long unit_id, const std::string& decision, const std::string& reason = "");
struct Review {
  std::string at, decision, reason, actor;  // actor: name and login, "" when nobody was logged in
};
std::vector<Review> reviews_of(Db& db, long long unit_id);  // newest first
// To the unit's address, when it has one. decision: approved | rejected | suspended | restored | closed.
void queue_review_mail(Tx& tx, const Unit& unit, const std::string& decision, const std::string& reason);

}  // namespace store
