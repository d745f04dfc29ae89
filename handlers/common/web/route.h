// An area's route table: for each address who may use it, which proof of intent a POST needs, and its page function. The gate
// (app.cpp) checks what a row declares; no page checks its own login. Views follow the table: people whose role is 只读
// (Access::unit, but not unit_editor) get no buttons. The tables stand in each area's pages.h and not in its main.cpp, so that
// tests can call the pages in process. `{id}` in a path is a positive number.
#pragma once

#include "web/request.h"

#include <cstddef>
#include <string_view>

namespace web {

class Context;

enum class Access {
  anyone,
  unfinished,    // any user, one too who must first change the password or set up the second factor
  signed_in,     // any user, an unreviewed unit too
  manager,       // a 负责人 of a reviewed unit, an institution or a department
  unit_manager,  // a 负责人 of a unit, an unreviewed one too
  unit,          // anybody of a reviewed unit
  unit_editor,   // who may change something in it: 负责人 and 经办人
  institution,
  institution_editor,   // who may change something there: 负责人 and 经办人
  institution_manager,  // a 负责人 of an institution
  institution_api,      // an institution's own system, by its token; answers are JSON
  supervisor,
  administrator
};
enum class Proof {
  none,    // GET: changes nothing
  form,    // a token of ours in the body, and no foreign Origin or Referer
  bearer,  // a token in the Authorization header, which no browser sends by itself
  mailed   // a sealed token in the address, which only a mail carries; no form token or Origin is checked (RFC 8058)
};
enum class Body {
  form,          // up to 256 KB
  upload,        // files allowed, up to 6 MB
  large_upload,  // up to 21 MB
  ignored,       // up to 256 KB of whatever it is: nothing in it matters
  json           // up to 1 MB, given to the page unparsed
};

enum class Counting {
  counted,  // in an anonymous area: what it is asked counts towards a captcha (query_limit.h)
  free      // what leads out of that
};

struct Route {
  std::string_view method, path;
  Access access;
  Proof proof;
  Response (*page)(Context&);
  Body body = Body::form;
  Counting counting = Counting::counted;
};

struct Area {
  std::string_view name;  // "ledger": also the database role qj_ledger and the binary qj-ledger
  const Route* routes;
  std::size_t route_count;
  int workers;            // by default
  bool personal_numbers;  // needs the key of personal numbers
  // Its pages are everybody's: sessions are neither looked for nor shown, forms' tokens are not stored, and an address that asks
  // too much gets the page `too_many`.
  bool anonymous;
  Response (*too_many)(Context&);
};

template <std::size_t N>
constexpr Area area(std::string_view name, const Route (&routes)[N], int workers = 2, bool personal_numbers = false) {
  return {name, routes, N, workers, personal_numbers, false, nullptr};
}
template <std::size_t N>
constexpr Area anonymous_area(std::string_view name, const Route (&routes)[N], Response (*too_many)(Context&), int workers = 2) {
  return {name, routes, N, workers, false, true, too_many};
}

std::string_view word_of(Access access);
std::string_view word_of(Proof proof);

}  // namespace web
