// See passwords.h.
#include "base/passwords.h"

#include "base/crypto.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <thread>

namespace base {
namespace {

// Of the default cost. A constant: making one would show in a process's first answer.
constexpr const char* nobodys_default =
    "$argon2id$v=19$m=19456,t=2,p=1$eyHfv6/0BpUcYzOcXEkCbA$N/1blKr7NpZMaDslJYFXMFp+XR8ZBqvuKSQ7xiX05PM";

// One of the locked files; waits for one when all are taken.
class Slot {
 public:
  Slot(const std::string& folder, unsigned slots) {
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

// One core stays for everybody else. The number of cores may be unknown: then it is said to be 0.
int default_slots() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1); }

}  // namespace

Passwords::Passwords(const Config& config)
    : folder_(config.run),
      slots_(static_cast<unsigned>(config.password_slots > 0 ? config.password_slots : default_slots())),
      passes_(static_cast<unsigned long long>(config.password_passes)),
      memory_(static_cast<std::size_t>(config.password_memory) * 1024),
      nobodys_(nobodys_default) {
  if (sodium_init() < 0) throw std::bad_alloc();
  if (outdated(nobodys_)) nobodys_ = hash(random_password());
}

std::string Passwords::hash(std::string_view password) const {
  const Slot slot(folder_, slots_);
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), passes_, memory_) != 0) throw std::bad_alloc();
  out.resize(std::strlen(out.c_str()));
  return out;
}

bool Passwords::verify(const std::string& hash, std::string_view password) const {
  const bool real = hash.rfind("$argon2id$", 0) == 0;
  const Slot slot(folder_, slots_);
  const bool fits = crypto_pwhash_str_verify((real ? hash : nobodys_).c_str(), password.data(), password.size()) == 0;
  return real && fits;
}

bool Passwords::outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), passes_, memory_) != 0;
}

}  // namespace base
