// The ledger: one unit's instruments. Every function takes the unit's id; row-level security stands behind it.
#pragma once

#include "domain/instrument.h"
#include "domain/standing.h"
#include "store/db.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Instrument {
  long long id = 0;
  domain::InstrumentValues values;
  std::string kind_name, division_name;
  std::string state, last_result;  // codes; last_result "" when there is no record
  int version = 0;

  // An institution has recorded a result: dates and certificate are no longer the unit's to type.
  bool recorded() const { return last_result == "pass" || last_result == "fail"; }
};

struct ListFilter {
  std::string tab = "all";          // all | due_soon | overdue | rotate | failed | not_verified | stopped | scrapped
  std::string name, serial_number;  // any part of them; full and half width, upper and lower case alike
  int size = 20, page = 1;
};

struct ListRow {
  long long id = 0;
  std::string name, kind_name, model, serial_number, management_number, place;
  int quantity = 1;
  std::optional<domain::Date> valid_until;
  std::string state, mode, last_result;
};

struct List {
  std::vector<ListRow> rows;
  std::map<std::string, long long> counts;  // by tab: the sum of 数量 (domain.md §5)
  long long matched = 0;                    // rows in the tab asked for
};

// One round trip. Urgent first: failed, then by due date, then without one, then not in use.
List list_instruments(Db& db, long long enterprise_id, const ListFilter& filter, domain::Date today);
std::optional<Instrument> find_instrument(Db& db, long long enterprise_id, long long id);
// How many others of the unit share kind, serial number and manufacturer (a warning, not an error).
int count_twins(Db& db, long long enterprise_id, const domain::InstrumentValues& values, long long except_id);

long long create_instrument(Tx& tx, long long enterprise_id, const domain::InstrumentValues& values);
// False when the version is no longer the one given. The record (dates, certificate, institution) changes only while no
// institution has recorded a result.
bool update_instrument(Tx& tx, long long enterprise_id, const Instrument& old, const domain::InstrumentValues& values);

}  // namespace store
