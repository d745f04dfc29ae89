// How institutions serve a scope: requests that wait too long, requests that no institution accepts, and the work of each
// institution.
#pragma once

#include "store/supervision/supervision.h"

#include <string>
#include <vector>

namespace store {

struct LateLine {  // waiting beyond its limit
  long long unit_id = 0, instrument_id = 0, line_id = 0;
  std::string number, unit_name, name, serial_number, division_path, institution, submitted_at, answer_by;
  int days = 0;  // working days beyond
};
struct LateLines {
  std::vector<LateLine> rows;  // longest first
  std::optional<ListKey> next;
};
LateLines late_lines(Db& db, const Scope& scope, const std::optional<ListKey>& after, int size, domain::Date today);

struct KindInRegion {
  std::string region, kind, reason_code;  // names; reason_code of refused lines
  std::string region_code;
  long long kind_id = 0, lines = 0, quantity = 0;
};
// Refused since a day because the institution cannot verify it or is another region's, by part of the scope and kind.
std::vector<KindInRegion> refused_kinds(Db& db, const Scope& scope, domain::Date since);
// Kinds with instruments in use in a part of the scope, for which no institution at work is authorised there, above or below.
std::vector<KindInRegion> unserved_kinds(Db& db, const Scope& scope, domain::Date today);

struct Workload {
  long long id = 0;
  std::string name, division_path, phone, state;
  long long waiting = 0, open = 0, answered = 0;              // open: accepted and verifying
  long long results_30 = 0, results_90 = 0, results_365 = 0;  // first results of lines, by 检定日期
  int median_days = -1, slow_days = -1;                       // working days to an answer; the 90th percentile; -1: none
  domain::Rate timely;
};
// A year's lines of a scope that is larger than any province are not for a page to read.
bool too_wide_for_workloads(const Scope& scope);
// Institutions that got lines from the scope within a year.
std::vector<Workload> workloads(Db& db, const Scope& scope, domain::Date today);

}  // namespace store
