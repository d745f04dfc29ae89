// The address of a list with its filter, for links and bookmarks.
#pragma once

#include "web/context.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parts {

using Values = std::vector<std::pair<std::string, std::string>>;

// Base path + path + "?name=value&…"; empty values are left out. Where there is more than ASCII, the marker ie=✓ says how to read
// it.
std::string address(const web::Context& ctx, std::string_view path, const Values& values);

}  // namespace parts
