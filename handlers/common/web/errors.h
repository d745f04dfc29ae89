// Exceptions of pages that cannot go on. One catch (app.cpp) turns each into its error page; a user's mistakes are values,
// never exceptions (domain/values/error.h).
#pragma once

#include <stdexcept>

namespace web {

struct NotFound : std::runtime_error {
  NotFound() : std::runtime_error("not found") {}
};
struct Forbidden : std::runtime_error {
  Forbidden() : std::runtime_error("forbidden") {}
};
struct FormExpired : std::runtime_error {  // no token, a foreign one, or one that is too old
  FormExpired() : std::runtime_error("form token refused") {}
};
struct BadRequest : std::runtime_error {
  explicit BadRequest(const char* why) : std::runtime_error(why) {}
};
struct Conflict : std::runtime_error {
  Conflict() : std::runtime_error("changed meanwhile") {}
};
struct TooLarge : std::runtime_error {
  TooLarge() : std::runtime_error("body too large") {}
};
struct MethodNotAllowed : std::runtime_error {
  MethodNotAllowed() : std::runtime_error("method not allowed") {}
};

}  // namespace web
