// The warning of an export page about characters that GBK programs would show wrongly.
#pragma once

#include "base/encoding.h"
#include "view/page.h"

namespace parts {

// BEYOND: COUNT, DIFFERENT, CHARACTER (TEXT TIMES) of the first thirty, MORE.
void add_unencodable(const view::Dict& content, const base::BeyondGbk& beyond);

}  // namespace parts
