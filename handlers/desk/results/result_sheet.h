// Shared by the pages of a results file: its address.
#pragma once

#include <string>

namespace desk {

std::string import_path(long long id, const char* below = "");

}  // namespace desk
