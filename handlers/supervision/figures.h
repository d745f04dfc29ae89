// The figures of a scope over a period, for the page and for the file.
#pragma once

#include "store/supervision/statistics.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace supervision {

struct Named {
  std::string name, code;  // code: a region's or a kind's, for where it leads
  domain::Tally tally;
};

struct Figures {
  domain::Period period;
  domain::Tally total;
  store::ServiceRates rates;
  std::vector<Named> regions, kinds, uses;  // kinds and uses: most first
  std::vector<store::DueCount> due;
  std::vector<store::MonthResults> months;
  std::string counted_until;  // "": now
};
domain::Period asked_period(const web::Context& ctx);
Figures figures_of(web::Context& ctx, const store::Scope& scope);

}  // namespace supervision
