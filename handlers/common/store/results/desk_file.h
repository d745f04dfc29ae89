// Accepted lines and those being verified as a file for the institution's own system; it comes back with results. The columns
// are those of domain/results/result_columns.
#pragma once

#include "base/encoding.h"
#include "domain/values/date.h"
#include "store/core/db.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct DeskFile {
  std::optional<domain::Date> planned_from, planned_to;
  std::string delivery, unit;  // unit: part of its name, or its code's beginning
};
long long count_desk_lines(Db& db, long long institution_id, const DeskFile& file);

// The same a piece at a time, for a program: those that follow `after`, in the file's order.
struct DeskFilePlace {
  std::optional<domain::Date> planned_on;
  long long unit_id = 0, line_id = 0;
};
struct DeskFileLine {
  std::vector<std::string> cells;  // by domain::result_columns(); the outcome is empty
  std::string state;               // accepted | verifying
  DeskFilePlace place;
};
std::vector<DeskFileLine> desk_file_lines(Db& db, long long institution_id, const DeskFile& file, const DeskFilePlace& after,
                                          int most);

// take: the next bytes of the file.
void write_desk_csv(Db& db, long long institution_id, const DeskFile& file, bool gb18030,
                    const std::function<void(std::string_view)>& take);
// path: made or overwritten; folder: for what is written meanwhile.
void write_desk_xlsx(Db& db, long long institution_id, const DeskFile& file, const std::string& path, const std::string& folder);
// What a program that reads GB18030 as GBK would show wrongly in this file.
base::BeyondGbk desk_unencodable(Db& db, long long institution_id, const DeskFile& file);

}  // namespace store
