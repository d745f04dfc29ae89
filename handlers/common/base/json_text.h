// JSON as text. What people typed has been checked for UTF-8 at the door, but a name cut by another program may still hold half a
// character: it is shown as U+FFFD instead of ending the request.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace base {

std::string json_text(const nlohmann::json& json);  // on one line

}  // namespace base
