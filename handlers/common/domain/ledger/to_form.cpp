// See to_form.h.
#include "domain/ledger/to_form.h"

#include "domain/ledger/instrument_columns.h"

namespace domain {

InstrumentForm to_form(const InstrumentValues& values) {
  InstrumentForm form;
  for (const Column& column : form_columns()) form.*column.typed = typed_text(column, values);
  return form;
}

}  // namespace domain
