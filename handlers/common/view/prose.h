// Text that people wrote, shown with its paragraphs and links (parts/prose.tpl).
#pragma once

#include "domain/values/prose.h"
#include "view/page.h"

#include <vector>

namespace view {

// The include PROSE of the dictionary.
void add_prose(const Dict& dict, const std::vector<domain::Paragraph>& paragraphs);

}  // namespace view
