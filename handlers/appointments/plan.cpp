// See plan.h.
#include "appointments/plan.h"

#include "domain/ledger/lifecycle.h"
#include "domain/values/terms.h"
#include "store/appointments/bookable.h"
#include "store/appointments/institution_choice.h"
#include "store/ledger/ledger.h"
#include "view/standing.h"

#include <algorithm>
#include <set>

namespace appointments {
namespace {

using domain::LedgerRow;

// The rows in the order of the ids; what is gone, scrapped or on an appointment is a problem.
void read_rows(web::Context& ctx, const Selection& selection, Plan& plan) {
  std::map<long long, LedgerRow> by_id;
  for (LedgerRow& row : store::find_ledger_rows(ctx.db, ctx.session->unit_id, selection.ids)) by_id[row.id] = row;
  for (const long long id : selection.ids) {
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      plan.problems.push_back({0, id, "", "", "IS_GONE", ""});
      continue;
    }
    const LedgerRow& row = found->second;
    plan.rows.push_back(row);
    const std::string why(domain::refusal(domain::Act::book, domain::facts_of(row)));
    if (!why.empty()) plan.problems.push_back({0, id, row.values.name, row.values.serial_number, why, row.appointment_number});
  }
}

bool is_problem(const Plan& plan, long long id) {
  return std::any_of(plan.problems.begin(), plan.problems.end(), [&](const auto& p) { return p.instrument_id == id; });
}

std::vector<domain::Wanted> wanted_of(web::Context& ctx, const Plan& plan) {
  std::set<std::string> codes;
  for (const LedgerRow& row : plan.rows) codes.insert(row.values.division_code);
  const auto ways = store::division_ways(ctx.db, {codes.begin(), codes.end()});
  std::vector<domain::Wanted> wanted;
  for (const LedgerRow& row : plan.rows) {
    const auto way = ways.find(row.values.division_code);
    wanted.push_back({row.id, row.values.kind_id, row.values.measuring_range, row.values.accuracy, row.values.delivery,
                      way == ways.end() ? std::vector<std::string>() : way->second});
  }
  return wanted;
}

Plan begun(web::Context& ctx, const Selection& selection, const std::map<long long, domain::Destination>& chosen) {
  Plan plan;
  read_rows(ctx, selection, plan);
  std::set<long long> kinds;
  for (const LedgerRow& row : plan.rows) kinds.insert(row.values.kind_id);
  const auto wanted = wanted_of(ctx, plan);
  std::set<std::string> divisions;
  for (const domain::Wanted& one : wanted) divisions.insert(one.divisions.begin(), one.divisions.end());
  const auto institutions = store::candidates(ctx.db, {kinds.begin(), kinds.end()}, {divisions.begin(), divisions.end()});
  plan.choices = domain::choose(wanted, institutions, chosen, ctx.today());
  return plan;
}

// Every institution that a page may name has a card, if only an empty one.
std::map<long long, store::InstitutionCard> cards_of(web::Context& ctx, const Plan& plan) {
  std::set<long long> ids;
  for (const Plan::Group& group : plan.groups) ids.insert(group.to.institution_id);
  for (const auto& choice : plan.choices)
    for (const domain::Offer& offer : choice.second.offers) ids.insert(offer.institution_id);
  auto cards = store::institution_cards(ctx.db, {ids.begin(), ids.end()});
  for (const long long id : ids) cards.try_emplace(id);
  return cards;
}

void fill_reasons(const view::Dict& line, const domain::Offer& offer, const LedgerRow& row) {
  line.show("NEAR_" + view::section_name(domain::code_of(offer.nearness)));
  line.show_if(offer.range == domain::Fit::unclear, "RANGE_UNCLEAR");
  line.show_if(offer.accuracy == domain::Fit::unclear, "ACCURACY_UNCLEAR");
  line.show_if(offer.range == domain::Fit::covered && offer.accuracy == domain::Fit::covered, "COVERED");
  line.show_if(offer.delivery != row.values.delivery, "OTHER_WAY");
}

class Filler {
 public:
  Filler(const Plan& plan, const PlanNotes& notes, domain::Date today, bool with_alternatives)
      : plan_(plan), notes_(notes), today_(today), with_alternatives_(with_alternatives) {}

  void groups(const view::Dict& dict) {
    for (const Plan::Group& group : plan_.groups) {
      const view::Dict entry = dict.add("GROUP");
      const store::InstitutionCard& card = notes_.cards.at(group.to.institution_id);
      entry.set("INSTITUTION", card.name);
      entry.set("DELIVERY", domain::word(domain::deliveries(), group.to.delivery));
      entry.set_number("COUNT", static_cast<long long>(group.rows.size()));
      entry.set("DIVISION", card.division);
      entry.set("ADDRESS", card.address);
      entry.set("PHONE", card.phone);
      if (!card.instructions.empty()) entry.add("INSTRUCTIONS").set("TEXT", card.instructions);
      if (with_alternatives_ && group.rows.size() > 1) regrouping(entry, group);
      for (const LedgerRow* row : group.rows) line(entry.add("LINE"), *row);
    }
  }

  void nowhere(const view::Dict& dict) {
    if (plan_.nowhere.empty()) return;
    const view::Dict section = dict.add("NOWHERE");
    section.set_number("COUNT", static_cast<long long>(plan_.nowhere.size()));
    for (const LedgerRow* row : plan_.nowhere) {
      const view::Dict entry = section.add("LINE");
      line(entry, *row);
      const auto found = notes_.supervisors.find(row->values.division_code);
      if (found == notes_.supervisors.end()) {
        entry.show("NO_SUPERVISOR");
        continue;
      }
      const view::Dict supervisor = entry.add("SUPERVISOR");
      supervisor.set("NAME", found->second.name);
      supervisor.set("CONTACT", found->second.contact);
      supervisor.set("PHONE", found->second.phone);
      supervisor.set("ADDRESS", found->second.address);
    }
  }

  void gone(const view::Dict& dict) {
    for (const auto& problem : plan_.problems) {
      if (problem.why != "IS_GONE") continue;
      dict.add("GONE").set_number("ID", problem.instrument_id);
    }
  }

 private:
  void regrouping(const view::Dict& entry, const Plan::Group& group) {
    const auto takers = takers_of_all(plan_, group.rows);
    if (takers.size() < 2) return;
    const view::Dict select = entry.add("REGROUP");
    select.set("CODE", domain::code_of(group.to));
    select.set_number("N", &group - plan_.groups.data());
    for (const domain::Destination& to : takers) {
      if (domain::code_of(to) == domain::code_of(group.to)) continue;
      const view::Dict option = select.add("OPTION");
      option.set("TO", domain::code_of(to));
      option.set("INSTITUTION", notes_.cards.at(to.institution_id).name);
      option.set("DELIVERY", domain::word(domain::deliveries(), to.delivery));
    }
  }

  void line(const view::Dict& entry, const LedgerRow& row) {
    const domain::InstrumentValues& v = row.values;
    entry.set_number("ID", row.id);
    entry.set("NAME", v.name);
    entry.set("MODEL", v.model);
    entry.set("MEASURING_RANGE", v.measuring_range);
    entry.set("ACCURACY", v.accuracy);
    entry.set("SERIAL_NUMBER", v.serial_number);
    entry.set_number("QUANTITY", v.quantity);
    entry.set("PLACE", row.division_path + " " + v.place);
    const domain::Judgement judged = row.judge(today_);
    view::add_standing(entry, judged);
    show_mode(entry, row, judged);
    for (const Conflicts* conflicts : {&notes_.conflicts, &plan_.problems})
      for (const auto& conflict : *conflicts)
        if (conflict.instrument_id == row.id) add_conflict(entry.add("REFUSED"), conflict);
    if (const auto on = notes_.drafted.find(row.id); with_alternatives_ && on != notes_.drafted.end()) {
      const view::Dict draft = entry.add("DRAFTED");
      draft.set_number("APPOINTMENT", on->second.appointment_id);
      draft.set("NUMBER", on->second.number);
    }
    const domain::Choice& choice = plan_.choices.at(row.id);
    if (choice.taken) fill_reasons(entry, *choice.taken, row);
    if (with_alternatives_ && (choice.offers.size() > 1 || (!choice.taken && !choice.offers.empty())))
      alternatives(entry, row, choice);
  }

  void alternatives(const view::Dict& entry, const LedgerRow& row, const domain::Choice& choice) {
    const view::Dict select = entry.add("ALTERNATIVES");
    select.set_number("ID", row.id);
    select.set("NAME", row.values.name);
    select.set("SERIAL_NUMBER", row.values.serial_number);
    select.show_if(!choice.taken, "NO_CHOICE");
    for (const domain::Offer& offer : choice.offers) {
      const view::Dict option = select.add("OPTION");
      option.set("CODE", domain::code_of(domain::Destination{offer.institution_id, offer.delivery}));
      option.set("INSTITUTION", notes_.cards.at(offer.institution_id).name);
      option.set("DELIVERY", domain::word(domain::deliveries(), offer.delivery));
      option.show_if(
          choice.taken && choice.taken->institution_id == offer.institution_id && choice.taken->delivery == offer.delivery,
          "SELECTED");
    }
  }

  const Plan& plan_;
  const PlanNotes& notes_;
  domain::Date today_;
  bool with_alternatives_;
};

}  // namespace

Plan make_plan(web::Context& ctx, const Selection& selection) {
  Plan plan = begun(ctx, selection, selection.chosen);
  std::map<std::pair<long long, std::string>, std::size_t> places;
  for (const LedgerRow& row : plan.rows) {
    const auto& taken = plan.choices.at(row.id).taken;
    if (!taken) {
      plan.nowhere.push_back(&row);
      continue;
    }
    const auto [place, fresh] = places.try_emplace({taken->institution_id, taken->delivery}, plan.groups.size());
    if (fresh) plan.groups.push_back({{taken->institution_id, taken->delivery}, {}});
    plan.groups[place->second].rows.push_back(&row);
  }
  return plan;
}

Plan make_plan(web::Context& ctx, const Selection& selection, const domain::Destination& to) {
  std::map<long long, domain::Destination> chosen;
  for (const long long id : selection.ids) chosen[id] = to;
  Plan plan = begun(ctx, selection, chosen);
  plan.groups.push_back({to, {}});
  for (const LedgerRow& row : plan.rows) {
    plan.groups[0].rows.push_back(&row);
    domain::Choice& choice = plan.choices.at(row.id);
    const bool there = choice.taken && choice.taken->institution_id == to.institution_id && choice.taken->delivery == to.delivery;
    if (there) continue;
    choice.taken.reset();
    if (!is_problem(plan, row.id))
      plan.problems.push_back({0, row.id, row.values.name, row.values.serial_number, "CANNOT_TAKE", ""});
  }
  return plan;
}

std::vector<domain::Destination> takers_of_all(const Plan& plan, const std::vector<const LedgerRow*>& rows) {
  std::map<std::pair<long long, std::string>, std::size_t> counts;
  for (const LedgerRow* row : rows)
    for (const domain::Offer& offer : plan.choices.at(row->id).offers) ++counts[{offer.institution_id, offer.delivery}];
  std::vector<domain::Destination> takers;
  for (const auto& [to, count] : counts)
    if (count == rows.size()) takers.push_back({to.first, to.second});
  return takers;
}

bool regroup(const web::Params& form, const Plan& plan, Selection& selection) {
  bool any = false;
  for (const Plan::Group& group : plan.groups) {
    const auto to = domain::destination_of(form.get("group_" + domain::code_of(group.to)));
    if (!to || to->institution_id == 0) continue;
    for (const LedgerRow* row : group.rows) selection.chosen[row->id] = *to;
    any = true;
  }
  return any;
}

void add_conflict(const view::Dict& dict, const store::BookingRefused::Conflict& conflict) {
  const view::Dict entry = dict.include("CONFLICT", "appointments/conflict.tpl");
  const view::Dict why = entry.add(conflict.why.c_str());
  why.set("NUMBER", conflict.number);
}

PlanNotes notes_on(web::Context& ctx, const Plan& plan, const Selection& selection, const Conflicts& conflicts) {
  if (plan.rows.empty() && plan.problems.empty()) return {};
  const long long unit = ctx.session->unit_id;
  PlanNotes notes{cards_of(ctx, plan), store::drafts_with(ctx.db, unit, selection.ids), {}, conflicts};
  std::set<std::string> codes;
  for (const LedgerRow* row : plan.nowhere) codes.insert(row->values.division_code);
  if (!codes.empty()) notes.supervisors = store::supervisors_of(ctx.db, unit, {codes.begin(), codes.end()});
  return notes;
}

void fill_plan(const view::Dict& content, const Plan& plan, const PlanNotes& notes, domain::Date today, long long left_out,
               bool with_alternatives) {
  if (plan.rows.empty() && plan.problems.empty()) return;
  const view::Dict shown = content.include("PLAN", "appointments/plan.tpl");
  shown.set_number("CHOSEN", static_cast<long long>(plan.rows.size()));
  if (left_out > 0) shown.add("LEFT_OUT").set_number("COUNT", left_out);
  shown.show_if(plan.groups.size() > 1, "SEVERAL");
  shown.set_number("GROUPS", static_cast<long long>(plan.groups.size()));
  Filler filler(plan, notes, today, with_alternatives);
  filler.groups(shown);
  filler.nowhere(shown);
  filler.gone(shown);
}

}  // namespace appointments
