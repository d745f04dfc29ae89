// An instrument's values as text of the form: the starting point of an edit, and of an import's row that changes some columns.
#pragma once

#include "domain/ledger/instrument.h"

namespace domain {

InstrumentForm to_form(const InstrumentValues& values);

}  // namespace domain
