// IP addresses and networks as people type them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace base {

// 10.1.2.3 → 10.1.2.3/32, 10.1.2.9/24 → 10.1.2.0/24, IPv6 alike; nothing when it is no address.
std::optional<std::string> network_of(const std::string& text);

// What one client holds: an IPv4 address, or the 64 bits of an IPv6 address that a connection is given as a whole. Text that is
// no address stands for itself.
std::string client_network(const std::string& address);
// networks: as network_of gives them.
bool is_in(const std::string& address, const std::vector<std::string>& networks);

}  // namespace base
