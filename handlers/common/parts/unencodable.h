// What an export page says of characters that programs for GBK show wrongly.
#pragma once

#include "base/encoding.h"
#include "view/page.h"

namespace parts {

// BEYOND: COUNT, DIFFERENT, CHARACTER (TEXT TIMES) of the first thirty, MORE.
void add_unencodable(const view::Dict& content, const base::BeyondGbk& beyond);

}  // namespace parts
