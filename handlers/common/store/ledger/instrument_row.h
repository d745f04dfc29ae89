// A LedgerRow as SQL gives it: one list of what is selected and where it goes, so that a column cannot land in another's place.
// For the ledger's and the supervisors' lists; likewise the lines of appointments.
#pragma once

#include "domain/ledger/ledger.h"

#include <soci/soci.h>

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace store {

// Who asks: a unit sees all of a row; a supervisor's role may not read everything.
enum class RowOf { unit, supervisor };

// The columns of `instruments i` with what row_joins adds; "i.id, …, d.path ". Without a row, empty ones. Made once: every list
// asks for it.
const std::string& row_columns(RowOf of);
// Names of kind and division.
extern const char* const row_joins;
// From where `row` stands; leaves it behind the last of them.
domain::LedgerRow read_row(const soci::row& row, RowOf of);

// The same for what an appointment's line keeps of its instrument: the columns of `of`, a line or the instrument itself.
std::string line_values(const std::string& of);
void read_line_values(const soci::row& row, domain::InstrumentValues& values);

// Reads row_columns(RowOf::unit) of many rows at once.
class RowColumns {
 public:
  explicit RowColumns(std::size_t rows);
  void exchange(soci::statement& statement);  // before alloc()
  void resize(std::size_t rows);              // before execute(): at most so many; after it: as many as there are, but SOCI
                                              // leaves them alone when there are none
  std::size_t size() const;
  bool there(std::size_t n) const;
  domain::LedgerRow row(std::size_t n) const;

 private:
  using Column = std::variant<std::vector<std::string>, std::vector<long long>, std::vector<int>>;
  std::vector<Column> columns_;  // as in the list; the first is the id
};

}  // namespace store
