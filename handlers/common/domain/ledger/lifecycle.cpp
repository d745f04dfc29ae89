// See lifecycle.h.
#include "domain/ledger/lifecycle.h"

#include "domain/ledger/ledger.h"

namespace domain {

InstrumentFacts facts_of(const LedgerRow& row) {
  return {state_of(row.state), result_of(row.last_result), row.appointment_id != 0, row.ever_submitted, mode_of(row.values.mode)};
}

std::string_view refusal(Act act, const InstrumentFacts& facts) {
  if (act == Act::remove) {
    if (facts.on_appointment) return "ON_APPOINTMENT";
    if (facts.last_result == Result::pass || facts.last_result == Result::fail) return "HAS_RESULT";
    return facts.ever_submitted ? "EVER_SUBMITTED" : "";
  }
  if (facts.state == State::scrapped) return "IS_SCRAPPED";
  if (act == Act::edit) return "";
  if (act == Act::book && !facts.on_appointment)
    return first_verification_done(facts.mode, facts.last_result) ? "FIRST_DONE" : "";
  if (facts.on_appointment && act != Act::enable) return "ON_APPOINTMENT";
  if (act == Act::stop && facts.state == State::stopped) return "IS_STOPPED";
  if (act == Act::enable && facts.state == State::in_use) return "IS_IN_USE";
  return act == Act::enable && facts.on_appointment ? "ON_APPOINTMENT" : "";
}

bool first_verification_done(Mode mode, Result last_result) {
  return mode != Mode::periodic && (last_result == Result::pass || last_result == Result::declared);
}

std::string_view code_of(Act act) {
  switch (act) {
    case Act::stop:
      return "stop";
    case Act::enable:
      return "enable";
    case Act::scrap:
      return "scrap";
    case Act::remove:
      return "remove";
    case Act::edit:
    case Act::edit_identity:
    case Act::book:
      break;
  }
  return "";
}

}  // namespace domain
