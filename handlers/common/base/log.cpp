// See log.h.
#include "base/log.h"

#include <unistd.h>

namespace base {

LogLine::LogLine(std::string_view event) { add("event", event); }

LogLine& LogLine::add(std::string_view key, std::string_view value) {
  if (!line_.empty()) line_ += ' ';
  line_.append(key).append("=");
  const bool plain = !value.empty() && value.find_first_of(" =\"\\\n\r\t") == std::string_view::npos;
  if (!plain) line_ += '"';
  for (const char c : value.substr(0, 2000)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') line_ += '\\';
    line_ += byte < 0x20 || byte == 0x7f ? ' ' : c;
  }
  if (!plain) line_ += '"';
  return *this;
}

LogLine& LogLine::add(std::string_view key, long long value) { return add(key, std::string_view(std::to_string(value))); }

LogLine::~LogLine() {
  line_ += '\n';
  // A log that cannot be written must not stop a request.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line_.data(), line_.size());
}

}  // namespace base
