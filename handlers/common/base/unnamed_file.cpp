// See unnamed_file.h.
#include "base/unnamed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace base {

UnnamedFile::UnnamedFile(const std::string& folder) {
  std::string name = folder + "/.made-XXXXXX";
  fd_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd_ < 0) throw std::runtime_error("a temporary file in " + folder + ": " + std::strerror(errno));
  ::unlink(name.c_str());
  path_ = "/proc/self/fd/" + std::to_string(fd_);
}

UnnamedFile::~UnnamedFile() { ::close(fd_); }

std::string UnnamedFile::content() const {
  struct stat about {};
  if (::fstat(fd_, &about) != 0) throw std::runtime_error("a temporary file cannot be read");
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::pread(fd_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (n <= 0) throw std::runtime_error("a temporary file cannot be read");
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

std::string temporary_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder == '/' ? folder : "/tmp";
}

}  // namespace base
