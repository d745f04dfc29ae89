// See crypto.h.
#include "base/crypto.h"

#include "base/config.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <thread>

namespace base {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

const bool ready = [] {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  return true;
}();

constexpr unsigned long long password_ops = 2;
constexpr std::size_t password_memory = 19 * 1024 * 1024;

// One of as many locked files as there are cores; waits for one when all are taken.
class Slot {
 public:
  explicit Slot(const std::string& folder) {
    const unsigned slots = std::max(1U, std::thread::hardware_concurrency());
    const auto open_slot = [&](unsigned n) {
      return ::open((folder + "/password-slot-" + std::to_string(n)).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0660);
    };
    for (unsigned n = 0; n < slots; ++n) {
      fd_ = open_slot(n);
      if (fd_ >= 0 && ::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
      if (fd_ >= 0) ::close(fd_);
    }
    fd_ = open_slot(static_cast<unsigned>(::getpid()) % slots);
    if (fd_ >= 0) ::flock(fd_, LOCK_EX);
  }
  ~Slot() {
    if (fd_ >= 0) ::close(fd_);
  }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

 private:
  int fd_ = -1;
};

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

std::string sha256(std::string_view bytes) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytes_of(out), bytes_of(bytes), bytes.size());
  return out;
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

Key::Key(std::string bytes) : bytes_(std::move(bytes)) {
  if (bytes_.size() != crypto_secretbox_KEYBYTES) throw ConfigError("a key has 32 bytes");
}

Key Key::from_file(const std::string& path) {
  std::ifstream in(path);
  std::string hex;
  if (!in || !(in >> hex)) throw ConfigError(path + ": key file cannot be read");
  const auto bytes = from_hex(hex);
  if (!bytes || bytes->size() != crypto_secretbox_KEYBYTES) throw ConfigError(path + ": must hold 64 hex characters");
  return Key(*bytes);
}

void Key::create(const std::string& path) {
  const std::string line = to_hex(random_bytes(crypto_secretbox_KEYBYTES)) + "\n";
  const int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0400);
  if (fd < 0) throw std::runtime_error(path + ": exists already or cannot be written");
  const bool written = ::write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(fd) == 0;
  ::close(fd);
  if (!written) throw std::runtime_error(path + ": cannot be written");
}

std::string Key::mac(std::string_view text) const {
  std::string out(crypto_auth_BYTES, '\0');
  crypto_auth(bytes_of(out), bytes_of(text), text.size(), bytes_of(bytes_));
  return out;
}

bool Key::verify(std::string_view mac, std::string_view text) const {
  return mac.size() == crypto_auth_BYTES && crypto_auth_verify(bytes_of(mac), bytes_of(text), text.size(), bytes_of(bytes_)) == 0;
}

std::string Key::seal_bytes(std::string_view plain) const {
  std::string out = random_bytes(crypto_secretbox_NONCEBYTES);
  out.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
  crypto_secretbox_easy(bytes_of(out) + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), bytes_of(out),
                        bytes_of(bytes_));
  return out;
}

std::string Key::seal(std::string_view plain) const { return to_base64url(seal_bytes(plain)); }

std::optional<std::string> Key::open(std::string_view sealed) const {
  const auto bytes = from_base64url(sealed);
  constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!bytes || bytes->size() < overhead) return {};
  std::string plain(bytes->size() - overhead, '\0');
  if (crypto_secretbox_open_easy(bytes_of(plain), bytes_of(*bytes) + crypto_secretbox_NONCEBYTES,
                                 bytes->size() - crypto_secretbox_NONCEBYTES, bytes_of(*bytes), bytes_of(bytes_)) != 0)
    return {};
  return plain;
}

std::string hash_password(std::string_view password, const std::string& slots) {
  const Slot slot(slots);
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), password_ops, password_memory) != 0) throw std::bad_alloc();
  return out.c_str();
}

bool verify_password(const std::string& hash, std::string_view password, const std::string& slots) {
  const Slot slot(slots);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void verify_nothing(std::string_view password, const std::string& slots) {
  // Of a random password nobody kept, with our own cost. A constant: making one here would show in the first answer's time.
  static const std::string dummy =
      "$argon2id$v=19$m=19456,t=2,p=1$eyHfv6/0BpUcYzOcXEkCbA$N/1blKr7NpZMaDslJYFXMFp+XR8ZBqvuKSQ7xiX05PM";
  verify_password(dummy, password, slots);
}

}  // namespace base
