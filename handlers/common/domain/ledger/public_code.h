// The code on an instrument's label: a UUID as the database keeps it, 32 hexadecimal digits as the address carries it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain {

std::string short_public_code(std::string_view uuid);  // without its dashes
// 32 hexadecimal digits, with or without dashes, in either case; blanks around them. Anything else: empty.
std::optional<std::string> read_public_code(std::string_view text);

}  // namespace domain
