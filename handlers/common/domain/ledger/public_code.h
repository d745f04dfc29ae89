// The code on an instrument's label: a UUID in the database, 32 hexadecimal digits in the address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain {

std::string short_public_code(std::string_view uuid);  // without its dashes
// 32 hexadecimal digits, with or without dashes, in either case; blanks around them. Anything else: empty.
std::optional<std::string> read_public_code(std::string_view text);

}  // namespace domain
