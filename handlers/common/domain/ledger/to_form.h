// An instrument's values as somebody would type them into the form: what an edit begins with, and what an import's row changes.
#pragma once

#include "domain/ledger/instrument.h"

namespace domain {

InstrumentForm to_form(const InstrumentValues& values);

}  // namespace domain
