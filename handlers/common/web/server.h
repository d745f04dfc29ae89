// Turns an area into a process: a parent that forks workers and replaces those that die; each worker takes one request at a
// time from the shared socket (fd 0, or QJ_SOCKET). SIGTERM: requests in work are finished, waiting ones stay in the socket's
// queue for whoever listens next. The only file, with its .cpp, that knows libfcgi.
#pragma once

#include "web/route.h"

namespace web {

// An area's whole main(): options --help, --version, --routes; exit codes of base/config.h.
int serve(int argc, char** argv, const Area& area);

}  // namespace web
