// See network.h.
#include "base/network.h"

#include <arpa/inet.h>

#include <array>

namespace base {
namespace {

// The bits behind the prefix are cleared.
std::string network(int family, std::array<unsigned char, 16> bytes, int prefix) {
  const int bits = family == AF_INET ? 32 : 128;
  for (int bit = prefix; bit < bits; ++bit)
    bytes[static_cast<std::size_t>(bit / 8)] &= static_cast<unsigned char>(~(0x80U >> (bit % 8)));
  char text[INET6_ADDRSTRLEN] = {};
  if (!inet_ntop(family, bytes.data(), text, sizeof text)) return "";
  return std::string(text) + "/" + std::to_string(prefix);
}

}  // namespace

std::optional<std::string> network_of(const std::string& text) {
  const auto slash = text.find('/');
  const std::string address = text.substr(0, slash);
  std::array<unsigned char, 16> bytes{};
  const int family = address.find(':') == std::string::npos ? AF_INET : AF_INET6;
  if (inet_pton(family, address.c_str(), bytes.data()) != 1) return {};
  const int most = family == AF_INET ? 32 : 128;
  int prefix = most;
  if (slash != std::string::npos) {
    const std::string digits = text.substr(slash + 1);
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos) return {};
    prefix = std::stoi(digits);
    if (prefix > most) return {};
  }
  return network(family, bytes, prefix);
}

}  // namespace base
