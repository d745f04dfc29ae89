// The audit for people to read: the label of a changed field and its value. The database stores names and codes; one that is
// not known here is shown as it is.
#pragma once

#include <string>
#include <string_view>

namespace domain {

// subject: what was changed (user, unit, instrument, kind …), because a state means something else for each.
std::string audit_label(std::string_view subject, std::string_view field);  // "details.state": both names, ／ between them
std::string audit_value(std::string_view subject, std::string_view field, std::string_view value);

}  // namespace domain
