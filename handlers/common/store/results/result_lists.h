// Reads of the desk about results: lines that wait for one, recorded results, one with its versions, instruments that can be
// recorded without an appointment.
#pragma once

#include "store/results/results.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct ResultFilter {                                                      // "" for what is not asked
  std::string tab = "accepted";                                            // accepted | verifying | recorded
  std::string number, unit, name, serial_number, result_number, from, to;  // from, to: planned date; of results 检定日期
  std::string after;                                                       // where the page before ended
  int size = 50;
};
constexpr long long most_counted = 1000;
struct ResultCounts {  // without filter; each to most_counted
  long long accepted = 0, verifying = 0, recorded = 0;
};
ResultCounts count_results(Db& db, long long institution_id);

struct LinePage {
  std::vector<VerifiedLine> rows;
  std::string next;  // "": it was the last
};
LinePage list_lines(Db& db, long long institution_id, const ResultFilter& filter);  // by planned date

struct Result {
  long long unit_id = 0, id = 0, instrument_id = 0, line_id = 0, corrects = 0, kind_id = 0, file_id = 0;
  int version_no = 0, passed = 0, failed = 0, cycle_months = 0;  // cycle_months 0: not set here
  bool current = false, split = false;
  std::string number, appointment_number, unit_name, name, kind_name, model, serial_number, mark, notice_number, seal_number,
      verifier, checker, remark, reason, recorded_at, recorded_by, file_name;
  long long appointment_id = 0;
  domain::Date verified_on;
  std::optional<domain::Date> valid_until;
  domain::ResultSubject subject;  // for a correction
};
struct ResultPage {
  std::vector<Result> rows;
  std::string next;
};
ResultPage list_results(Db& db, long long institution_id, const ResultFilter& filter);  // newest first, only those that count
std::optional<Result> find_result(Db& db, long long institution_id, long long unit_id, long long id);
std::vector<Result> versions_of(Db& db, const Result& result);  // newest first, itself among them
// Its certificate; nothing when there is none.
std::optional<Attachment> result_file(Db& db, const Result& result);

// The names this person used last.
struct LastNames {
  std::string verifier, checker;
};
LastNames last_names(Db& db, long long institution_id, const std::string& login);

// --- 无预约登记
struct WalkIn {
  long long unit_id = 0, instrument_id = 0, kind_id = 0, line_id = 0;  // line_id: of its own open line
  int version = 0;
  std::string unit_name, unit_code, name, kind_name, model, measuring_range, accuracy, serial_number, manufacturer, division_code,
      division_path, last_result, state;
  std::optional<domain::Date> verified_on, valid_until;
  bool able = false;
  domain::ResultSubject subject;
};
std::vector<WalkIn> find_walk_ins(Db& db, const std::string& unit_key, const std::string& serial, domain::Date today);

}  // namespace store
