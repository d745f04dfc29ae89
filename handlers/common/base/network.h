// Addresses and networks as people type them.
#pragma once

#include <optional>
#include <string>

namespace base {

// 10.1.2.3 → 10.1.2.3/32, 10.1.2.9/24 → 10.1.2.0/24, IPv6 alike; nothing when it is no address.
std::optional<std::string> network_of(const std::string& text);

}  // namespace base
