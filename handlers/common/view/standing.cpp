// See standing.h.
#include "view/standing.h"

namespace view {

void add_standing(const Dict& dict, const domain::Judgement& judged) {
  const Dict words = dict.include("STANDING", "parts/standing.tpl");
  const Dict shown = words.add(section_name(domain::code_of(judged.standing)));
  shown.set_number("DAYS", judged.days);
  shown.show(judged.days == 0 ? "IS_TODAY" : "IN_DAYS");
}

}  // namespace view
