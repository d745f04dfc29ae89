// The columns of `instruments` that people type, as pieces of SQL. Values come as one JSON object (instruments.h: stored_values),
// whether one instrument is saved or an import's thousands.
#pragma once

#include "domain/ledger/instrument_columns.h"

#include <string>

namespace store {

// "name, kind_id, …": with the kind's mode.
std::string instrument_names();
// The columns of jsonb_to_record: "name text, kind_id bigint, …".
std::string instrument_types();
// The record s, as it is stored: "s.name, s.kind_id, …, nullif(s.verified_on, '')::date …". In the order of instrument_names().
std::string instrument_values();
// "name = s.name, …".
std::string instrument_assignments();
// What an appointment's line keeps of the instrument i: "mode = i.mode, name = i.name, …".
std::string line_assignments();
// "array['model', …]": the names of the columns for which it is true.
std::string instrument_array(bool domain::Column::*trait);

}  // namespace store
