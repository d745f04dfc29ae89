// Time-based one-time codes (RFC 6238: SHA-1, six digits, 30 seconds) through liboath, as every authenticator app makes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

std::string new_totp_secret();                          // 20 random bytes
std::string totp_secret_text(std::string_view secret);  // base32 in groups of four, for people to type
// otpauth://totp/…: what the QR code holds. issuer and login: any text.
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view login);
// The time step (unix time / 30) whose code this is, if it is now's or a neighbour's. Whether that step was used before is for
// the caller to know. Blanks in the code are dropped.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, std::int64_t now);
std::string totp_code(std::string_view secret, std::int64_t now);

}  // namespace base
