// See history.h.
#include "parts/history.h"

#include "domain/values/terms.h"

namespace parts {

void add_history(const view::Dict& dict, const std::vector<store::Review>& reviews, bool with_names) {
  const view::Dict history = dict.include("HISTORY", "parts/history.tpl");
  history.show_if(with_names, "NAMES");
  for (const store::Review& review : reviews) {
    const view::Dict row = history.add("REVIEW");
    row.set("AT", review.at);
    row.set("DECISION", domain::word(domain::review_decisions(), review.decision));
    row.set("REASON", review.reason);
    if (with_names) row.add("BY").set("ACTOR", review.actor);
  }
}

}  // namespace parts
