// The everyday names of a catalogue's kind as an administrator types them: one a line.
#pragma once

#include "domain/values/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

// Trimmed, half width, each once (upper and lower case are one), empty lines passed over. On everyday_names: CONTROL_CHARACTER,
// LINES_TOO_LONG (a = characters), LINES_TOO_MANY (a = lines).
Checked<std::vector<std::string>> check_everyday_names(std::string_view typed);

}  // namespace domain
