// Passwords that attackers try first: a list of those in common use here and elsewhere, and runs such as 11111111 or
// abcdefgh. Says only whether a password is one of them; length and the rest are registration's.
#pragma once

#include <string>
#include <string_view>

namespace domain {

bool is_common_password(std::string_view password);  // whatever the case, full width or half

}  // namespace domain
