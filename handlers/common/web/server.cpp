// See server.h.
#include "web/server.h"

#include "base/clock.h"
#include "base/listener.h"
#include "base/log.h"
#include "store/core/migrations.h"
#include "web/app.h"
#include "web/errors.h"
#include "web/multipart.h"
#include "web/params.h"

#include <fcgiapp.h>
#include <fcntl.h>
#include <malloc.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace web {
namespace {

constexpr std::size_t form_limit = 256 * 1024, upload_limit = 6 * 1024 * 1024, large_upload_limit = 21 * 1024 * 1024,
                      json_limit = 1024 * 1024;

struct ClientGone {};

volatile std::sig_atomic_t stopping = 0;
void stop(int) { stopping = 1; }

// ------------------------------------------------------------------------------------------------ one request

std::string parameter(const FCGX_Request& fcgi, const char* name) {
  const char* value = FCGX_GetParam(name, fcgi.envp);
  return value ? value : "";
}

// Everything but query and body, which can be wrong: they are read inside the catch.
Request read_head(const FCGX_Request& fcgi, const std::string& base_path) {
  Request request;
  request.method = parameter(fcgi, "REQUEST_METHOD");
  const std::string uri = parameter(fcgi, "REQUEST_URI");
  request.path = uri.substr(0, uri.find('?'));
  if (!base_path.empty() && request.path.rfind(base_path, 0) == 0) request.path.erase(0, base_path.size());
  if (request.path.empty()) request.path = "/";
  request.address = parameter(fcgi, "REMOTE_ADDR");
  request.id = parameter(fcgi, "QJ_REQUEST_ID");
  request.origin = parameter(fcgi, "HTTP_ORIGIN");
  request.referer = parameter(fcgi, "HTTP_REFERER");
  request.host = parameter(fcgi, "HTTP_HOST");
  request.user_agent = parameter(fcgi, "HTTP_USER_AGENT");
  request.authorization = parameter(fcgi, "HTTP_AUTHORIZATION");
  request.cookies = parse_cookies(parameter(fcgi, "HTTP_COOKIE"));
  return request;
}

std::size_t content_length(const FCGX_Request& fcgi) {
  const std::string text = parameter(fcgi, "CONTENT_LENGTH");
  if (text.empty()) return 0;
  if (text.size() > 12 || text.find_first_not_of("0123456789") != std::string::npos) throw BadRequest("content length");
  return std::stoul(text);
}

std::size_t limit_of(Body body) {
  if (body == Body::form || body == Body::ignored) return form_limit;
  if (body == Body::json) return json_limit;
  return body == Body::upload ? upload_limit : large_upload_limit;
}

void read_body(FCGX_Request& fcgi, const Route& route, const std::string& files, Request& request) {
  const std::size_t length = content_length(fcgi);
  if (length > limit_of(route.body)) throw TooLarge();
  if (route.body == Body::ignored) return;
  const Source source = [&](char* data, std::size_t size) {
    const int n = FCGX_GetStr(data, static_cast<int>(size), fcgi.in);
    return n > 0 ? static_cast<std::size_t>(n) : 0;
  };
  const std::string type = parameter(fcgi, "CONTENT_TYPE");
  const bool json = route.body == Body::json;
  if (type.rfind("multipart/form-data", 0) == 0 && route.body != Body::form && !json) {
    Multipart form = read_multipart(source, type, files);
    request.form = decode(form.fields);
    request.files = std::move(form.files);
    return;
  }
  if (length > 0 && type.rfind(json ? "application/json" : "application/x-www-form-urlencoded", 0) != 0)
    throw BadRequest("content type");
  if (length > (json ? json_limit : form_limit)) throw TooLarge();
  std::string bytes(length, '\0');
  std::size_t at = 0;
  while (at < length) {
    const std::size_t n = source(bytes.data() + at, length - at);
    if (n == 0) throw BadRequest("the body was cut off");
    at += n;
  }
  if (json)
    request.body = std::move(bytes);
  else
    request.form = parse_urlencoded(bytes);
}

// Old proxies and clients want words behind the number.
const char* reason(int status) {
  switch (status) {
    case 200:
      return " OK";
    case 303:
      return " See Other";
    case 400:
      return " Bad Request";
    case 401:
      return " Unauthorized";
    case 403:
      return " Forbidden";
    case 404:
      return " Not Found";
    case 405:
      return " Method Not Allowed";
    case 409:
      return " Conflict";
    case 413:
      return " Content Too Large";
    case 422:
      return " Unprocessable Content";
    case 429:
      return " Too Many Requests";
    case 503:
      return " Service Unavailable";
    default:
      return " Internal Server Error";
  }
}

void write(FCGX_Request& fcgi, const Response& response) {
  std::string head = "Status: " + std::to_string(response.status) + reason(response.status) +
                     "\r\nContent-Type: " + response.content_type + "\r\n";
  for (const auto& [name, value] : response.headers) {
    if (value.find_first_of("\r\n") != std::string::npos) continue;  // never a second header inside a value
    head += name + ": " + value + "\r\n";
  }
  head += "\r\n";
  FCGX_PutStr(head.data(), static_cast<int>(head.size()), fcgi.out);
  FCGX_PutStr(response.body.data(), static_cast<int>(response.body.size()), fcgi.out);
  if (!response.stream) return;
  try {
    response.stream([&](std::string_view bytes) {
      if (FCGX_PutStr(bytes.data(), static_cast<int>(bytes.size()), fcgi.out) < 0) throw ClientGone();
    });
  } catch (const ClientGone&) {
  } catch (const std::exception& e) {
    base::LogLine("stream_cut").add("id", parameter(fcgi, "QJ_REQUEST_ID")).add("why", e.what());
    _exit(base::exit_unavailable);  // without the end of a FastCGI answer nginx cuts the download off
  }
}

void answer(App& app, FCGX_Request& fcgi) {
  Request request = read_head(fcgi, app.services().config.base_path);
  try {
    request.query = parse_urlencoded(parameter(fcgi, "QUERY_STRING"));
    std::vector<long long> ids;
    bool other_method = false;
    const Route* route = app.find_route(request.method, request.path, ids, other_method);
    if (route && request.method == "POST") read_body(fcgi, *route, app.services().config.files, request);
  } catch (...) {
    write(fcgi, app.respond_to_failure(request));
    return;
  }
  write(fcgi, app.respond(request));
}

// ------------------------------------------------------------------------------------------------ a worker

// Waits for a request, or for the end of the idle database connection. SIGTERM is let through here and nowhere else.
class Watch {
 public:
  explicit Watch(int listener) : fd_(epoll_create1(EPOLL_CLOEXEC)) {
    // EPOLLEXCLUSIVE: a request wakes one worker, not all of them.
    epoll_event event{EPOLLIN | EPOLLEXCLUSIVE, {}};
    event.data.fd = listener;
    if (epoll_ctl(fd_, EPOLL_CTL_ADD, listener, &event) != 0) _exit(base::exit_unavailable);
  }
  // The descriptor that became ready, or -1 after a signal.
  int wait(int database, const sigset_t& mask) {
    epoll_event event{EPOLLIN | EPOLLRDHUP, {}};
    event.data.fd = database;
    if (database >= 0 && database != database_ && epoll_ctl(fd_, EPOLL_CTL_ADD, database, &event) == 0) database_ = database;
    return epoll_pwait(fd_, &event, 1, -1, &mask) == 1 ? event.data.fd : -1;
  }

 private:
  int fd_, database_ = -1;
};

[[noreturn]] void work(const Area& area, Services services, int listener, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(0);
  // Ours before FCGX_Init, which would set its own. SIGTERM stays blocked except while waiting, so it never cuts a request.
  struct sigaction action {};
  action.sa_handler = stop;
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGINT, SIG_IGN);  // Ctrl-C goes to the whole group; the parent decides
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t waiting;
  sigemptyset(&waiting);

  mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);  // a page's memory is wanted again at once: not back to the kernel each time
  App app(area, std::move(services));
  FCGX_Init();
  Watch watch(listener);
  FCGX_Request fcgi;
  FCGX_InitRequest(&fcgi, listener, 0);
  while (!stopping && !app.must_end()) {
    const int ready = watch.wait(app.db().socket(), waiting);
    if (ready < 0) continue;       // SIGTERM: the loop's condition ends it
    if (ready != listener) break;  // the database ended the idle connection: a fresh worker asks anew, and nobody gets a 503
    if (FCGX_Accept_r(&fcgi) < 0) continue;  // another worker was faster
    answer(app, fcgi);
    FCGX_Finish_r(&fcgi);
  }
  _exit(0);
}

// ------------------------------------------------------------------------------------------------ the parent

int listening_socket(const base::Config& config) {
  int listens = 0;
  socklen_t size = sizeof listens;
  int fd = 0;
  if (getsockopt(0, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0) {
    try {
      fd = base::listen_at(config.socket);
    } catch (const std::invalid_argument&) {
      throw base::ConfigError("QJ_SOCKET must name a socket of fewer than 108 characters, or fd 0 must be one");
    } catch (const std::system_error& e) {
      throw base::ConfigError(e.what());
    }
  }
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  return fd;
}

struct Slot {
  pid_t pid = 0;
  std::int64_t born = 0, not_before = 0;
};

class Parent {
 public:
  Parent(const Area& area, Services services, int listener)
      : area_(area),
        services_(std::move(services)),
        listener_(listener),
        slots_(static_cast<std::size_t>(services_.config.workers > 0 ? services_.config.workers : area.workers)) {}

  int run() {
    sigset_t handled;
    sigemptyset(&handled);
    for (const int signal : {SIGTERM, SIGINT, SIGCHLD}) sigaddset(&handled, signal);
    sigprocmask(SIG_BLOCK, &handled, nullptr);
    for (;;) {
      for (Slot& slot : slots_)
        if (slot.pid == 0 && base::now() >= slot.not_before) start(slot);
      const timespec second{1, 0};
      const int signal = sigtimedwait(&handled, nullptr, &second);
      if (signal == SIGTERM || signal == SIGINT) return end();
      reap();
    }
  }

 private:
  void start(Slot& slot) {
    const pid_t self = getpid(), pid = fork();
    if (pid == 0) {
      // SIGTERM stays blocked; SIGCHLD and SIGINT mean nothing to a worker.
      sigset_t only;
      sigemptyset(&only);
      sigaddset(&only, SIGTERM);
      sigprocmask(SIG_SETMASK, &only, nullptr);
      work(area_, std::move(services_), listener_, self);
    }
    slot = {pid > 0 ? pid : 0, base::now(), 0};
    if (pid < 0) slot.not_before = base::now() + 1;
  }

  void reap() {
    int status = 0;
    for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
      for (Slot& slot : slots_) {
        if (slot.pid != pid) continue;
        base::LogLine("worker_ended").add("area", area_.name).add("pid", pid).add("status", status);
        // One that died at once would otherwise be forked in a circle.
        slot = {0, 0, base::now() - slot.born < 1 ? base::now() + 1 : 0};
      }
    }
  }

  int end() {
    for (const Slot& slot : slots_)
      if (slot.pid > 0) kill(slot.pid, SIGTERM);
    while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
    return 0;
  }

  Area area_;
  Services services_;
  int listener_;
  std::vector<Slot> slots_;
};

void print_routes(const Area& area) {
  for (std::size_t n = 0; n < area.route_count; ++n) {
    const Route& route = area.routes[n];
    std::printf("%s\t%s\t%s\t%s\n", std::string(route.method).c_str(), std::string(route.path).c_str(),
                std::string(word_of(route.access)).c_str(), std::string(word_of(route.proof)).c_str());
  }
}

int usage(const Area& area, int code) {
  std::fprintf(code == 0 ? stdout : stderr,
               "qj-%s: serves its pages over FastCGI on fd 0 (a listening socket) or QJ_SOCKET\n"
               "  --routes    prints the route table\n  --version\n  --help\n%s",
               std::string(area.name).c_str(), base::Config::help().c_str());
  return code;
}

}  // namespace

int serve(int argc, char** argv, const Area& area) {
  if (argc > 2) return usage(area, base::exit_usage);
  if (argc == 2) {
    const std::string option = argv[1];
    if (option == "--routes") return print_routes(area), 0;
    if (option == "--version") return std::puts("qj-" QJ_VERSION), 0;
    return usage(area, option == "--help" ? 0 : base::exit_usage);
  }
  try {
    const base::Config config = base::Config::load();
    Services services = App::make_tools(area, config);
    store::require_schema(config.database, "qj_" + std::string(area.name));
    return Parent(area, std::move(services), listening_socket(config)).run();
  } catch (const std::exception& e) {
    std::fprintf(stderr, "qj-%s: %s\n", std::string(area.name).c_str(), e.what());
    return base::exit_config;
  }
}

}  // namespace web
