// See prose.h.
#include "domain/values/prose.h"

#include "base/lines.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::string_view letters_and_digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view other_address_characters = "-._~:/?#[]@!$&()*+,;=%";

// Chinese text goes on right after an address, without a blank: what is not ASCII ends it.
bool in_address(char c) {
  return letters_and_digits.find(c) != std::string_view::npos || other_address_characters.find(c) != std::string_view::npos;
}

// Where the address that begins here ends; 0 when none does.
std::size_t address_length(std::string_view text) {
  const std::string scheme = lower(text.substr(0, 8));
  const std::size_t host = scheme == "https://" ? 8 : scheme.substr(0, 7) == "http://" ? 7 : 0;
  if (host == 0 || host >= text.size() || letters_and_digits.find(text[host]) == std::string_view::npos) return 0;
  const auto length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), in_address) - text.begin());
  std::string_view address = text.substr(0, length);
  // A sentence's own marks behind it, and a bracket that was opened before it.
  const auto count = [&](char c) { return std::count(address.begin(), address.end(), c); };
  while (std::string_view(".,;:!?").find(address.back()) != std::string_view::npos ||
         (address.back() == ')' && count(')') > count('(')))
    address.remove_suffix(1);
  return address.size();
}

Line pieces(std::string_view line) {
  Line found;
  std::size_t plain = 0;
  const auto close = [&](std::size_t end) {
    if (end > plain) found.push_back({std::string(line.substr(plain, end - plain)), false});
  };
  for (std::size_t at = 0; at < line.size();) {
    const bool inside_word = at > 0 && letters_and_digits.find(line[at - 1]) != std::string_view::npos;
    const std::size_t length = inside_word ? 0 : address_length(line.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    close(at);
    found.push_back({std::string(line.substr(at, length)), true});
    at += length;
    plain = at;
  }
  close(line.size());
  return found;
}

}  // namespace

std::vector<Paragraph> prose(std::string_view typed) {
  const std::string text = base::unify_lines(typed);
  std::vector<Paragraph> found;
  bool open = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = trim(std::string_view(text).substr(at, end - at));
    if (line.empty()) {
      open = false;
    } else {
      if (!open) found.emplace_back();
      open = true;
      found.back().push_back(pieces(line));
    }
    at = end + 1;
  }
  return found;
}

}  // namespace domain
