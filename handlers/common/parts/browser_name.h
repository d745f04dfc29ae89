// A readable name of the browser behind a User-Agent: "Chrome · Windows". For a list of one's own sessions; never for
// decisions.
#pragma once

#include <string>
#include <string_view>

namespace parts {

std::string browser_name(std::string_view user_agent);

}  // namespace parts
