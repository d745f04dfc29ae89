// A verification's result as an institution records it: the input of a form, a file's row or a program for one line, the
// default of 有效期至, and what must be confirmed. Reads no clock and no database; the line comes from the store.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"
#include "domain/values/terms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

const Terms& result_outcomes();  // pass 合格 | fail 不合格 | partly 部分合格 (数量 > 1)

struct ResultSubject {  // what was verified
  int quantity = 1;
  std::string mode;                        // periodic | first_scrap | first_rotate
  std::optional<int> cycle_months;         // as the ledger has it; the unit may have shortened the kind's
  std::optional<int> kind_cycle_months;    // without one nothing is computed: the unit's number is a note (domain.md §5)
  std::optional<int> service_life_months;  // of the kind; for first_rotate
  bool correction = false;                 // needs a reason
  std::optional<Date> corrected_day;       // of the version that is corrected: as old as it may be, it is believed
};

struct ResultForm {    // as typed; field names of errors are these
  std::string result;  // a code of result_outcomes(); may be empty when 合格数 or 不合格数 says it
  std::string passed, failed, mark, result_number, notice_number, seal_number, verified_on, valid_until, cycle_months;
  bool beyond_cycle = false;  // the box: yes, longer than the cycle
  std::string verifier, checker, remark, correction_reason;
};

// The texts of a form as files and programs name them: all but the box and the reason of a correction.
struct ResultField {
  const char* name;
  std::string ResultForm::*typed;
};
const std::vector<ResultField>& result_fields();

struct ResultValues {
  int passed = 0, failed = 0;
  std::string mark, number, notice_number, seal_number;
  Date verified_on;
  std::optional<Date> valid_until;
  std::optional<int> cycle_months;  // only when the institution sets another one
  std::string verifier, checker, remark, reason;
};

// REQUIRED, TOO_LONG, CONTROL_CHARACTER, NOT_A_CHOICE, NOT_A_NUMBER, OUT_OF_RANGE, DATE_FORMAT as everywhere, and:
// result: RESULT_PARTLY_ONE (partly, but 数量 is 1), RESULT_NUMBERS (合格数 and 不合格数 say otherwise);
// passed: QUANTITY_SUM (a: 数量; they are not 数量 together), failed: the same when only it was typed;
// result_number: NUMBER_OF_PASS (nothing passed), notice_number: NOTICE_OF_FAIL (nothing failed);
// verified_on: DATE_FUTURE, RESULT_LONG_AGO (a: the earliest day that is believed);
// valid_until: VALID_UNTIL_REQUIRED (no cycle, no service life), DATE_ORDER, VALID_UNTIL_FAR (a: the last day that is believed),
// BEYOND_CYCLE (a: what the kind's cycle or service life gives; confirmed by beyond_cycle).
// A mark is dropped when nothing passed and 有效期至 too: a radio button cannot be unchosen.
Checked<ResultValues> check_result(const ResultForm& form, const ResultSubject& subject, Date today);

// What 有效期至 is when nobody types one: for periodic by the cycle that the institution sets, else by the shorter of the
// ledger's and the kind's; the end of the service life for first_rotate; none else.
std::optional<Date> default_valid_until(const ResultSubject& subject, Date verified_on, std::optional<int> cycle_months);
// And the longest that needs no confirmation: by the kind.
std::optional<Date> usual_valid_until(const ResultSubject& subject, Date verified_on);

constexpr int result_days_back = 366;         // a result older than this is taken for a slip in the year
constexpr int longest_validity_months = 240;  // and so is a validity longer than this

}  // namespace domain
