// The instruments, units and records that a supervising department may see. Scope is the fence: only supervised() makes one,
// from the department and ?division=, and every query of supervision takes one; a region that is not the department's is a 404
// before anything is read. Instruments belong to a scope by their place of use or because their unit is assigned to the
// department by name; units by their address or in the same way. Changes nothing.
#pragma once

#include "domain/ledger/ledger.h"
#include "domain/supervision/statistics.h"
#include "store/core/db.h"
#include "store/ledger/certificates.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Region {
  std::string code, name, path;
  int depth = 0;      // as people count: 1 a province, 2 what comes below it, 3 below that; grouping rows are passed over
  bool leaf = false;  // nothing below
};

constexpr const char* assigned_code = "units";  // the part of a department's field that is the units assigned to it

class Scope {
 public:
  const std::vector<Region>& roots() const { return roots_; }  // what was asked for: a region, or all of the department's
  const std::vector<Region>& parts() const { return parts_; }  // what it is shown divided into; itself when nothing is below
  const std::vector<Region>& chain() const { return chain_; }  // of a chosen region: from the department's own down to it
  const std::string& codes() const { return codes_; }          // every division in it, joined by ','
  const std::string& units() const { return units_; }          // ids of assigned units, when the whole field was asked for
  const std::string& chosen() const { return chosen_; }        // "", a division, or assigned_code
  bool whole_country() const { return country_; }
  bool empty() const { return codes_.empty() && units_.empty(); }

 private:
  friend std::optional<Scope> supervised(Db& db, long long department_id, const std::string& chosen);
  std::vector<Region> roots_, parts_, chain_;
  std::string codes_, units_, chosen_;
  bool country_ = false;
};
// chosen: "" for all, a division's code, or assigned_code. Nothing when it is not the department's.
std::optional<Scope> supervised(Db& db, long long department_id, const std::string& chosen = "");

struct SupervisedUnit {
  long long id = 0;
  std::string name, unit_code, unit_type, division_path, state, contact, phone;  // contact and phone: masked
  domain::Tally tally;  // of its instruments in the scope, when a page asks for it
};

// Where a list goes on: behind the last row shown.
struct ListKey {
  std::string due;  // of lists by date
  long long unit_id = 0, id = 0;
};

struct SupervisedFilter {
  // all | overdue | due_soon | failed | not_verified | rotate | rotate_due | rotate_soon | valid | first_done | stopped |
  // scrapped
  std::string standing = "all";
  std::string unit, name, serial_number;  // unit: a code, or part of a name; name: part; serial_number: its beginning
  long long unit_id = 0;                  // this one only
  long long kind_id = 0;
  std::string use;
  std::optional<domain::Date> due_from, due_to;
  std::optional<ListKey> after;
  int size = 20;
};
bool is_supervised_standing(const std::string& standing);

struct SupervisedRow {
  long long unit_id = 0;
  std::string unit_name, contact, phone, sort_due;
  domain::LedgerRow instrument;
};
struct SupervisedList {
  std::vector<SupervisedRow> rows;  // failed first, then by due date
  std::optional<ListKey> next;      // there are more
  bool capped = false;              // what was typed fits too many to look at all of them
};
SupervisedList supervised_instruments(Db& db, const Scope& scope, const SupervisedFilter& filter, domain::Date today);

struct UnitList {
  std::vector<SupervisedUnit> rows;  // by id
  long long next = 0;                // 0: no more
  bool capped = false;               // as above
};
// Units of the scope: those that are there or assigned; text: a code or part of a name.
UnitList supervised_units(Db& db, const Scope& scope, const std::string& text, long long after, int size, domain::Date today);
// Also a unit from elsewhere that has instruments in the scope.
std::optional<SupervisedUnit> supervised_unit(Db& db, const Scope& scope, long long id, domain::Date today);

std::optional<SupervisedRow> supervised_instrument(Db& db, const Scope& scope, long long unit_id, long long id);
struct SupervisedResult {
  int version_no = 0, passed = 0, failed = 0;
  bool current = false;
  std::string mark, number, notice_number, seal_number, verified_on, valid_until, institution, recorded_at, reason;
};
// Of an instrument that supervised_instrument() has shown.
std::vector<Record> supervised_records(Db& db, const SupervisedRow& shown);
std::vector<SupervisedResult> supervised_results(Db& db, const SupervisedRow& shown);

}  // namespace store
