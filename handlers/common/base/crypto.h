// Cryptography through libsodium: random bytes, hashes, encrypted ("sealed") values. Only libsodium's own constructions are
// used. A key is 32 bytes, stored in a file as 64 hex characters, mode 0400. Passwords: passwords.h.
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
std::string to_base64(std::string_view bytes);  // with padding, no line ends
std::string sha256(std::string_view bytes);     // 32 bytes
std::string sha256_hex(std::string_view bytes);

// The content of a file that keeps a secret. ConfigError, which names the file and what it is, when it is not there, cannot be
// read, or is open to others than its owner and its group.
std::string read_secret_file(const std::string& path, const std::string& what);

// A key file holds one key a line: the first seals, all of them open, so that a key can be changed while everything runs
// (`qjctl key rotate`).
class Key {
 public:
  // ConfigError when the file is not there, can be read by others, or holds anything but lines of 64 hex characters.
  static Key from_file(const std::string& path);
  static void create(const std::string& path);  // std::runtime_error when it exists or cannot be written
  // Change the file as a whole, keeping its owner and mode; what reads it meanwhile sees the one or the other. ConfigError.
  static void rotate(const std::string& path);    // a new first key before those there
  static void drop_old(const std::string& path);  // the first key alone stays
  explicit Key(std::string bytes);                // one key

  std::string mac(std::string_view text) const;                    // 32 bytes
  bool verify(std::string_view mac, std::string_view text) const;  // in constant time
  std::string seal(std::string_view plain) const;                  // encrypted and authenticated, base64url
  std::optional<std::string> open(std::string_view sealed) const;
  std::string seal_bytes(std::string_view plain) const;  // the same, raw
  std::optional<std::string> open_bytes(std::string_view sealed) const;
  bool sealed_by_first(std::string_view sealed) const;  // raw: would it open with the first key alone?
  std::size_t count() const { return keys_.size(); }

 private:
  explicit Key(std::vector<std::string> keys) : keys_(std::move(keys)) {}
  std::vector<std::string> keys_;
};

// For people to type once: 16 characters without those that look alike (92 bits).
std::string random_password();

}  // namespace base
