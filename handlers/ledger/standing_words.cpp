// See standing_words.h.
#include "ledger/standing_words.h"

namespace ledger {

void add_standing(const view::Dict& dict, const domain::Judgement& judged) {
  const view::Dict words = dict.include("STANDING", "parts/standing.tpl");
  const view::Dict shown = words.add(view::section_name(domain::code_of(judged.standing)));
  shown.set_number("DAYS", judged.days);
  shown.show(judged.days == 0 ? "IS_TODAY" : "IN_DAYS");
}

}  // namespace ledger
