// Runs an area: a parent that forks workers and replaces those that die; each worker takes one request at a time from the
// shared socket (fd 0, or QJ_SOCKET). Processes and not threads, because libfcgi's signals, SOCI's sessions and ctemplate's
// dictionaries are simple only so, and a crash costs one request. SIGTERM is blocked except while a worker waits for a request,
// and the socket is non-blocking and belongs to the process that started the area: requests in work are finished, waiting ones
// stay in the socket's queue for the next generation, a restart drops none. A worker whose database connection has died answers
// 503 and exits; no live session is reconnected. The only file, with its .cpp, that includes libfcgi.
#pragma once

#include "web/route.h"

namespace web {

// An area's whole main(): options --help, --version, --routes; exit codes of base/config.h.
int serve(int argc, char** argv, const Area& area);

}  // namespace web
