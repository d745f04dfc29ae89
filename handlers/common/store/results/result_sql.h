// Shared by the files about results: lists of line ids as SQL takes them, and reading a line inside a transaction.
#pragma once

#include "store/core/sql_text.h"
#include "store/results/results.h"

#include <soci/soci.h>

namespace store {

struct IdLists {
  explicit IdLists(const std::vector<LineId>& ids) {
    std::vector<long long> of_units, of_lines;
    for (const LineId& id : ids) {
      of_units.push_back(id.unit_id);
      of_lines.push_back(id.line_id);
    }
    units = id_list(of_units);
    lines = id_list(of_lines);
  }
  std::string units, lines;
};

// Columns of `appointment_lines l join appointments a … left join catalogue_kinds k … left join divisions d …`, and their reader.
std::string verified_line_columns();
VerifiedLine read_verified_line(const soci::row& row);
std::vector<VerifiedLine> read_lines(soci::session& sql, long long institution_id, const std::vector<LineId>& ids);

}  // namespace store
