// See standing_words.h.
#include "ledger/standing_words.h"

namespace ledger {

void add_standing(const view::Dict& dict, const std::string& state, const std::string& mode, const std::string& last_result,
                  const std::optional<domain::Date>& valid_until, domain::Date today) {
  const domain::Judgement judged =
      domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(last_result), valid_until, today);
  dict.show_if(judged.colour == domain::Colour::red, "ROW_RED");
  dict.show_if(judged.colour == domain::Colour::yellow, "ROW_YELLOW");
  const view::Dict words = dict.include("STANDING", "parts/standing.tpl");
  const view::Dict shown = words.add(view::section_name(domain::code_of(judged.standing)));
  shown.set_number("DAYS", judged.days);
  shown.show(judged.days == 0 ? "IS_TODAY" : "IN_DAYS");
}

}  // namespace ledger
