// All cryptography, through libsodium: random bytes, hashes, sealed values, passwords. Nothing here is invented; only
// libsodium's own constructions are used. A key is 32 bytes, kept in a file of 64 hex characters, mode 0400.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

std::string random_bytes(std::size_t n);
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
std::string sha256(std::string_view bytes);  // 32 bytes
std::string sha256_hex(std::string_view bytes);

class Key {
 public:
  static Key from_file(const std::string& path);  // ConfigError when it is not there or not 64 hex characters
  static void create(const std::string& path);    // std::runtime_error when it exists or cannot be written
  explicit Key(std::string bytes);

  std::string mac(std::string_view text) const;                    // 32 bytes
  bool verify(std::string_view mac, std::string_view text) const;  // in constant time
  std::string seal(std::string_view plain) const;                  // encrypted and authenticated, base64url
  std::optional<std::string> open(std::string_view sealed) const;
  std::string seal_bytes(std::string_view plain) const;  // the same, raw

 private:
  std::string bytes_;
};

// argon2id, 19 MiB, t=2. At most one at a time per core through flock slots in `slots` (a folder), so that a flood of logins
// cannot take the machine's memory; the kernel frees the slot of a process that dies.
std::string hash_password(std::string_view password, const std::string& slots);
bool verify_password(const std::string& hash, std::string_view password, const std::string& slots);
// Costs as much as a real check: for unknown users, so that the answer's time tells nothing.
void verify_nothing(std::string_view password, const std::string& slots);

}  // namespace base
