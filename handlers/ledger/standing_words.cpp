// See standing_words.h.
#include "ledger/standing_words.h"

#include "view/standing.h"

namespace ledger {

void add_standing(const view::Dict& dict, const domain::Judgement& judged) { view::add_standing(dict, judged); }

}  // namespace ledger
