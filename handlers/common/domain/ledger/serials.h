// Many serial numbers typed at once: one a line (or with 、 ， ； between them), or a range (A001~A020), for a batch of equal
// instruments.
#pragma once

#include "domain/values/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

constexpr int most_serials = 500;

// Trimmed, half width, in the order typed. On field serial_numbers: REQUIRED; TOO_LONG (a = 60); CONTROL_CHARACTER;
// SERIAL_SPREADSHEET; SERIAL_RUN_UNCLEAR (a: the piece; both ends need the same letters before their last digits);
// SERIAL_RUN_BACKWARDS (a); SERIAL_TWICE (a: the number); TOO_MANY_SERIALS (a = 500).
Checked<std::vector<std::string>> expand_serials(std::string_view typed);

}  // namespace domain
