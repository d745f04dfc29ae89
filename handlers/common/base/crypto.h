// Cryptography, through libsodium: random bytes, hashes, sealed values. Nothing here is invented; only libsodium's own
// constructions are used. A key is 32 bytes, kept in a file as 64 hex characters, mode 0400. Passwords: passwords.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

std::string random_bytes(std::size_t n);
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
std::string sha256(std::string_view bytes);  // 32 bytes
std::string sha256_hex(std::string_view bytes);

// A key file holds one key a line: the first seals, all of them open, so that a key can be changed while everything runs
// (`qjctl key rotate`).
class Key {
 public:
  // ConfigError when the file is not there, can be read by others, or holds anything but lines of 64 hex characters.
  static Key from_file(const std::string& path);
  static void create(const std::string& path);  // std::runtime_error when it exists or cannot be written
  explicit Key(std::string bytes);              // one key

  std::string mac(std::string_view text) const;                    // 32 bytes
  bool verify(std::string_view mac, std::string_view text) const;  // in constant time
  std::string seal(std::string_view plain) const;                  // encrypted and authenticated, base64url
  std::optional<std::string> open(std::string_view sealed) const;
  std::string seal_bytes(std::string_view plain) const;  // the same, raw
  std::optional<std::string> open_bytes(std::string_view sealed) const;
  bool sealed_by_first(std::string_view sealed) const;  // raw: would it open with the first key alone?

 private:
  explicit Key(std::vector<std::string> keys) : keys_(std::move(keys)) {}
  std::vector<std::string> keys_;
};

// For people to type once: 16 characters without those that look alike (92 bits).
std::string random_password();

}  // namespace base
