// See totp.h.
#include "base/totp.h"

#include "base/crypto.h"

#include <liboath/oath.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

constexpr unsigned seconds = 30, digits = 6;
constexpr std::size_t neighbours = 1;

std::string base32(std::string_view bytes) {
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) throw std::bad_alloc();
  const std::unique_ptr<char, void (*)(void*)> owner(text, std::free);
  return std::string(text, length);
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain)
      out += c;
    else
      (out += '%').append({hex[byte >> 4], hex[byte & 15]});
  }
  return out;
}

}  // namespace

std::string new_totp_secret() { return random_bytes(20); }

std::string totp_secret_text(std::string_view secret) {
  std::string out;
  for (const char c : base32(secret)) {
    if (c == '=') break;
    if (out.size() % 5 == 4) out += ' ';
    out += c;
  }
  return out;
}

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view login) {
  std::string text = totp_secret_text(secret);
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(login) + "?secret=" + text +
         "&issuer=" + percent_encoded(issuer);
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view typed, std::int64_t now) {
  std::string code(typed);
  code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
  if (code.size() != digits || code.find_first_not_of("0123456789") != std::string::npos) return {};
  int position = 0;
  if (oath_totp_validate2(secret.data(), secret.size(), static_cast<time_t>(now), seconds, 0, neighbours, &position,
                          code.c_str()) < 0)
    return {};
  return now / seconds + position;
}

std::string totp_code(std::string_view secret, std::int64_t now) {
  std::string code(digits + 1, '\0');
  if (oath_totp_generate(secret.data(), secret.size(), static_cast<time_t>(now), seconds, 0, digits, code.data()) != OATH_OK)
    throw std::runtime_error("no code");
  code.pop_back();
  return code;
}

}  // namespace base
