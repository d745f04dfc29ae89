// See crypto.h.
#include "base/crypto.h"

#include "base/config.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace base {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

const bool ready = [] {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  return true;
}();

// One key's part of Key::open_bytes.
std::optional<std::string> open_with(const std::string& key, std::string_view sealed) {
  constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < overhead) return {};
  std::string plain(sealed.size() - overhead, '\0');
  if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(sealed) + crypto_secretbox_NONCEBYTES,
                                 sealed.size() - crypto_secretbox_NONCEBYTES, bytes_of(sealed),
                                 bytes_of(std::string_view(key))) != 0)
    return {};
  return plain;
}

// A file's new content, written beside it and put in its place. Of two at once the second waits, so that no key is lost.
template <typename Content>
void rewrite(const std::string& link, Content content) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::canonical(link, error);
  struct stat about {};
  if (error || ::stat(path.c_str(), &about) != 0) throw ConfigError(link + ": key file is missing");
  const std::string fresh = path.string() + ".new";
  const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || ::flock(folder, LOCK_EX) != 0) throw ConfigError(link + ": its folder cannot be locked");
  try {
    const std::string lines = content();
    ::unlink(fresh.c_str());  // left by one that was killed
    const int fd = ::open(fresh.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0400);
    if (fd < 0) throw ConfigError(fresh + ": cannot be written");
    const bool written = ::fchown(fd, about.st_uid, about.st_gid) == 0 && ::fchmod(fd, about.st_mode & 07777) == 0 &&
                         ::write(fd, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) && ::fsync(fd) == 0;
    ::close(fd);
    if (!written || ::rename(fresh.c_str(), path.c_str()) != 0) {
      ::unlink(fresh.c_str());
      throw ConfigError(link + ": cannot be written anew with its owner and mode");
    }
    ::fsync(folder);
  } catch (...) {
    ::close(folder);
    throw;
  }
  ::close(folder);
}

}  // namespace

std::string random_bytes(std::size_t n) {
  std::string out(n, '\0');
  randombytes_buf(out.data(), n);
  return out;
}

std::string to_hex(std::string_view bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes_of(bytes), bytes.size());
  out.pop_back();
  return out;
}

std::optional<std::string> from_hex(std::string_view hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t length = 0;
  if (hex.size() % 2 != 0 || sodium_hex2bin(bytes_of(out), out.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
      length != out.size())
    return {};
  return out;
}

std::string to_base64url(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back();
  return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  if (sodium_base642bin(bytes_of(out), out.size(), text.data(), text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return {};
  out.resize(length);
  return out;
}

std::string to_base64(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes_of(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();
  return out;
}

std::string sha256(std::string_view bytes) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytes_of(out), bytes_of(bytes), bytes.size());
  return out;
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

Key::Key(std::string bytes) : keys_{std::move(bytes)} {
  if (keys_[0].size() != crypto_secretbox_KEYBYTES) throw ConfigError("a key has 32 bytes");
}

std::string read_secret_file(const std::string& path, const std::string& what) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) throw ConfigError(path + ": " + what + " is missing");
  if ((about.st_mode & (S_IRWXO | S_IWGRP)) != 0)
    throw ConfigError(path + ": " + what + " is open to others: chmod 400 (or 440 with a group of its own)");
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  if (!in) throw ConfigError(path + ": " + what + " cannot be read");
  return content.str();
}

Key Key::from_file(const std::string& path) {
  std::istringstream in(read_secret_file(path, "key file"));
  std::vector<std::string> keys;
  for (std::string hex; in >> hex;) {
    const auto bytes = from_hex(hex);
    if (!bytes || bytes->size() != crypto_secretbox_KEYBYTES) throw ConfigError(path + ": must hold lines of 64 hex characters");
    keys.push_back(*bytes);
  }
  if (keys.empty()) throw ConfigError(path + ": key file is empty");
  return Key(std::move(keys));
}

void Key::create(const std::string& path) {
  const std::string line = to_hex(random_bytes(crypto_secretbox_KEYBYTES)) + "\n";
  const int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0400);
  if (fd < 0) throw std::runtime_error(path + ": exists already or cannot be written");
  const bool written = ::write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(fd) == 0;
  ::close(fd);
  if (!written) throw std::runtime_error(path + ": cannot be written");
}

void Key::rotate(const std::string& path) {
  rewrite(path, [&] {
    const std::string fresh = random_bytes(crypto_secretbox_KEYBYTES);
    std::string lines = to_hex(fresh) + "\n";
    for (const std::string& key : from_file(path).keys_) lines += to_hex(key) + "\n";
    return lines;
  });
}

void Key::drop_old(const std::string& path) {
  rewrite(path, [&] { return to_hex(from_file(path).keys_[0]) + "\n"; });
}

std::string Key::mac(std::string_view text) const {
  std::string out(crypto_auth_BYTES, '\0');
  crypto_auth(bytes_of(out), bytes_of(text), text.size(), bytes_of(std::string_view(keys_[0])));
  return out;
}

bool Key::verify(std::string_view mac, std::string_view text) const {
  if (mac.size() != crypto_auth_BYTES) return false;
  return std::any_of(keys_.begin(), keys_.end(), [&](std::string_view key) {
    return crypto_auth_verify(bytes_of(mac), bytes_of(text), text.size(), bytes_of(key)) == 0;
  });
}

std::string Key::seal_bytes(std::string_view plain) const {
  std::string out = random_bytes(crypto_secretbox_NONCEBYTES);
  out.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
  crypto_secretbox_easy(bytes_of(out) + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), bytes_of(out),
                        bytes_of(std::string_view(keys_[0])));
  return out;
}

std::string Key::seal(std::string_view plain) const { return to_base64url(seal_bytes(plain)); }

std::optional<std::string> Key::open_bytes(std::string_view sealed) const {
  for (const std::string& key : keys_)
    if (auto plain = open_with(key, sealed)) return plain;
  return {};
}

std::optional<std::string> Key::open(std::string_view sealed) const {
  const auto bytes = from_base64url(sealed);
  return bytes ? open_bytes(*bytes) : std::nullopt;
}

bool Key::sealed_by_first(std::string_view sealed) const { return open_with(keys_[0], sealed).has_value(); }

std::string random_password() {
  constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  std::string password;
  for (int i = 0; i < 16; ++i) password += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
  return password;
}

}  // namespace base
