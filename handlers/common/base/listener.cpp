// See listener.h.
#include "base/listener.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace base {
namespace {

constexpr int queue = 1024;  // of callers that nobody has accepted yet

std::system_error failure(const std::string& what) { return {errno, std::generic_category(), what}; }

}  // namespace

int listen_at(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty()) throw std::invalid_argument("the socket has no path");
  if (path.size() >= sizeof address.sun_path) throw std::invalid_argument("the path of the socket is too long: " + path);
  std::copy(path.begin(), path.end(), address.sun_path);
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) throw failure("no socket");
  ::unlink(path.c_str());  // left over from a process that died
  const mode_t before = ::umask(0117);
  const int bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  ::umask(before);
  if (bound != 0 || ::listen(fd, queue) != 0) {
    const int why = errno;
    ::close(fd);
    errno = why;
    throw failure("cannot listen on " + path);
  }
  return fd;
}

}  // namespace base
