// The ledger's form, from typed text to an instrument's values: the rules that the edit form and an import share. The kind and
// the division are looked up by the store; the rules about them stand here.
#pragma once

#include "domain/catalogue/kind.h"
#include "domain/values/date.h"
#include "domain/values/division.h"
#include "domain/values/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct InstrumentForm {  // as typed
  std::string name, kind_id, model, measuring_range, accuracy, serial_number, manufacturer, origin;
  std::string division_code, place, holder, sub_number, quantity, use, delivery, management_number, cycle_months;
  std::string verified_on, valid_until, certificate_number, institution_name, remark;
};

struct InstrumentValues {
  std::string name;
  long long kind_id = 0;
  std::string mode, model, measuring_range, accuracy, serial_number, manufacturer, origin;
  std::string division_code, place, holder, sub_number;
  int quantity = 1;
  std::string use, delivery, management_number;
  std::optional<int> cycle_months;
  std::optional<Date> verified_on, valid_until;
  std::string certificate_number, institution_name, remark;
  std::string seal_number;  // of the result in force; nobody types it into the ledger
};

// What the rules ask besides the form.
struct FormFacts {
  bool record_open = true;  // false: an institution has recorded a result; the four record fields are not the unit's to change,
                            // and what was typed in them is ignored (left empty in the value)
  const InstrumentValues* stored = nullptr;  // of an instrument that is there: what stays as it was is not asked again
  bool beyond_cycle = false;                 // the box 证书上的有效期确实如此
};

// kind: null when none or an unknown one was chosen.
// Rules: required and lengths (REQUIRED, TOO_LONG a = limit, CONTROL_CHARACTER); choices (NOT_A_CHOICE);
// quantity and cycle (NOT_A_NUMBER, OUT_OF_RANGE a..b; 1–100000 and 1–240; cycle empty → the kind's default; longer than the
// kind's: CYCLE_LONGER a = the kind's, because only an institution may set that, domain.md §11);
// serial number: trimmed, half width; 无 needs a remark (SERIAL_NONE_NEEDS_REMARK on remark); a spreadsheet's 1.23E+15 is
// SERIAL_SPREADSHEET; quantity > 1 needs 无 or a range (contains - ~ ～ 至 —): QUANTITY_SERIAL on quantity;
// mode none: KIND_NOT_VERIFIED; a use outside the kind's uses: USE_OUT_OF_SCOPE (a = the kind's uses, b = its scope); division as
// in registration (DIVISION_REQUIRED, DIVISION_NOT_FINAL, NOT_A_CHOICE); dates: DATE_FORMAT, verified_on after today DATE_FUTURE,
// valid_until before verified_on DATE_ORDER; a certificate, an institution or a valid_until without verified_on:
// VERIFIED_ON_REQUIRED; periodic with verified_on: valid_until empty → default_valid_until(the shorter of its own and the kind's
// cycle), a kind without a cycle VALID_UNTIL_REQUIRED, later than the kind's cycle DECLARED_BEYOND (a = its last day;
// confirmed by beyond_cycle); kind: KIND_RETIRED when the instrument did not have it before; first_rotate: verified_on + service
// life (the same day, service_life months later) when the life is known and valid_until is empty, unknown → VALID_UNTIL_REQUIRED;
// first_scrap: valid_until stays as typed, may be empty.
Checked<InstrumentValues> check(const InstrumentForm& form, const Kind* kind, DivisionChoice division, Date today,
                                const FormFacts& facts);

// 6, 6个月, 半年, 1年 → 6, 6, 6, 12; another text stays for the form's own message.
std::string months_typed(std::string_view typed);

// Until when a verification is good that its unit declares: by the shorter of its own and the kind's cycle; nothing for a kind
// without one, whose certificate says it. Later than by the kind's cycle is 申报有效期长于检定周期.
std::optional<Date> declared_valid_until(const Kind& kind, std::optional<int> cycle_months, Date verified_on);

// 1.23E+15: what a spreadsheet makes of a long number; the digits are lost.
bool is_spreadsheet_number(std::string_view text);

// The record of one verification on its own, by the same rules: verified_on is required, the rest of `form` is not looked at.
// The value is the instrument with this record.
Checked<InstrumentValues> check_record(const InstrumentForm& form, const InstrumentValues& instrument, const Kind& kind,
                                       Date today, bool beyond_cycle);

// The uses of a kind in words: 贸易结算、安全防护.
std::string uses_in_words(const Kind& kind);

}  // namespace domain
