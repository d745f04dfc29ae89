// See figures.h.
#include "supervision/figures.h"

#include "domain/values/terms.h"

#include <algorithm>
#include <map>

namespace supervision {
namespace {

constexpr int due_months = 12;

Named& entry_of(std::vector<Named>& list, const std::string& code, const std::string& name) {
  for (Named& n : list)
    if (n.code == code) return n;
  list.push_back({name, code, {}});
  return list.back();
}

void most_first(std::vector<Named>& list) {
  std::stable_sort(list.begin(), list.end(), [](const Named& a, const Named& b) { return a.tally.in_use() > b.tally.in_use(); });
}

}  // namespace

domain::Period asked_period(const web::Context& ctx) {
  return domain::period_of(ctx.req.query.get("from"), ctx.req.query.get("to"), ctx.today());
}

Figures figures_of(web::Context& ctx, const store::Scope& scope) {
  Figures f;
  f.period = asked_period(ctx);
  for (const store::PartTally& part : store::tally_parts(ctx.db, scope, ctx.today())) {
    const bool assigned = part.region.code == store::assigned_code;
    f.regions.push_back({assigned                 ? std::string(domain::word(domain::statistics_columns(), "assigned"))
                         : scope.chosen().empty() ? part.region.path
                                                  : part.region.name,
                         part.region.code, part.tally});
    f.total.add(part.tally);
  }
  const auto names = store::kind_names(ctx.db);
  const std::map<long long, std::string> name_of(names.begin(), names.end());
  for (const domain::Term& use : domain::uses()) f.uses.push_back({std::string(use.word), std::string(use.code), {}});
  for (const store::KindTally& k : store::tally_kinds(ctx.db, scope, ctx.today())) {
    const auto name = name_of.find(k.kind_id);
    entry_of(f.kinds, std::to_string(k.kind_id), name == name_of.end() ? "" : name->second).tally.add(k.tally);
    entry_of(f.uses, k.use, k.use).tally.add(k.tally);
  }
  f.kinds.erase(std::remove_if(f.kinds.begin(), f.kinds.end(), [](const Named& n) { return n.tally.all() == 0; }), f.kinds.end());
  most_first(f.kinds);
  f.due = store::due_months(ctx.db, scope, ctx.today(), due_months);
  f.months = store::service_months(ctx.db, scope, f.period, ctx.today());
  for (const store::MonthResults& m : f.months) {
    f.rates.first_pass.part += m.first_pass.part;
    f.rates.first_pass.whole += m.first_pass.whole;
    f.rates.timely.part += m.timely.part;
    f.rates.timely.whole += m.timely.whole;
  }
  f.counted_until = store::counted_until(ctx.db, scope);
  return f;
}

}  // namespace supervision
