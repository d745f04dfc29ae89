// The plan of a new appointment: the institution for each chosen instrument with reasons and alternatives, one appointment for
// each institution and way of 送检, and whom to ask about instruments that no institution can take
// (views/appointments/plan.tpl).
#pragma once

#include "appointments/selection.h"
#include "domain/ledger/ledger.h"
#include "store/appointments/bookable.h"
#include "store/appointments/institution_choice.h"

#include <map>
#include <vector>

namespace appointments {

using Conflicts = std::vector<store::BookingRefused::Conflict>;

struct Plan {
  struct Group {
    domain::Destination to;
    std::vector<const domain::LedgerRow*> rows;
  };
  std::vector<domain::LedgerRow> rows;  // in the order of the selection
  std::map<long long, domain::Choice> choices;
  std::vector<Group> groups;
  std::vector<const domain::LedgerRow*> nowhere;
  Conflicts problems;  // what cannot be on an appointment at all
};
Plan make_plan(web::Context& ctx, const Selection& selection);
// For one appointment: all of it goes there, and what the institution cannot take is a problem (CANNOT_TAKE).
Plan make_plan(web::Context& ctx, const Selection& selection, const domain::Destination& to);
// Who can take all of these.
std::vector<domain::Destination> takers_of_all(const Plan& plan, const std::vector<const domain::LedgerRow*>& rows);
// A whole group was sent elsewhere (the form's group_…): its rows are, one by one, in the selection. False when none was.
bool regroup(const web::Params& form, const Plan& plan, Selection& selection);

// What is said beside the lines of a plan.
struct PlanNotes {
  std::map<long long, store::InstitutionCard> cards;            // of the institutions that take or could take some
  std::map<long long, store::DraftedOn> drafted;                // instruments that stand in a draft already
  std::map<std::string, store::SupervisorContact> supervisors;  // by division, for what nobody takes
  Conflicts conflicts;                                          // of a change that was refused, beside the lines they are about
};
PlanNotes notes_on(web::Context& ctx, const Plan& plan, const Selection& selection, const Conflicts& conflicts);
// Adds the include PLAN. left_out: asked for, too, but there are too many.
void fill_plan(const view::Dict& content, const Plan& plan, const PlanNotes& notes, domain::Date today, long long left_out,
               bool with_alternatives);
// The sections of a conflict (views/appointments/conflict.tpl), as the include CONFLICT.
void add_conflict(const view::Dict& dict, const store::BookingRefused::Conflict& conflict);

}  // namespace appointments
