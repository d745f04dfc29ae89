// See network.h.
#include "base/network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <string_view>

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

// An IPv4 client of a socket that serves both: ::ffff:10.1.2.3.
std::string plain(const std::string& address) {
  constexpr std::string_view mapped = "::ffff:";
  const bool is_mapped = address.rfind(mapped, 0) == 0 && address.find('.') != std::string::npos;
  return is_mapped ? address.substr(mapped.size()) : address;
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

std::string client_network(const std::string& address) {
  const std::string text = plain(address);
  return network_of(text + (text.find(':') == std::string::npos ? "/32" : "/64")).value_or(text);
}

bool is_in(const std::string& address, const std::vector<std::string>& networks) {
  const std::string text = plain(address);
  return std::any_of(networks.begin(), networks.end(),
                     [&](const std::string& network) { return network_of(text + network.substr(network.find('/'))) == network; });
}

}  // namespace base
