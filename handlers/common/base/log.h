// One logfmt line an event on stderr: `event=request status=200 ms=3 …`. Values are quoted when they need it, control
// characters never get through. Personal numbers, passwords and tokens are never logged: the caller's duty.
#pragma once

#include <string>
#include <string_view>

namespace base {

class LogLine {
 public:
  explicit LogLine(std::string_view event);
  ~LogLine();  // writes the line in one write(2)
  LogLine(const LogLine&) = delete;
  LogLine& operator=(const LogLine&) = delete;

  LogLine& add(std::string_view key, std::string_view value);
  LogLine& add(std::string_view key, long long value);

 private:
  std::string line_;
};

}  // namespace base
