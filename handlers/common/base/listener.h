// A listening unix socket that nginx may reach through the group. Needs nothing but POSIX: qj-serve links this file alone, since
// it must not fail because of what it supervises.
#pragma once

#include <string>

namespace base {

// A non-blocking descriptor, closed on exec; the socket becomes 0660. Whatever stands at the path is replaced: the caller knows
// that nobody else serves there. std::invalid_argument: no path, or one that does not fit into an address;
// std::system_error: it cannot be done.
int listen_at(const std::string& path);

}  // namespace base
