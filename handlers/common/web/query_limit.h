// How much an address may ask an anonymous area before it has to show that a person asks: so many queries in ten minutes are
// free, then a captcha is wanted, and a solved one gives so many more. Counted in memory that the area's workers share, never in
// the database: whoever crawls costs nothing but the page that says so. The gate (app.cpp) asks for every route of such an area.
#pragma once

#include "web/captcha.h"
#include "web/context.h"
#include "web/route.h"

#include <string>

namespace web {

constexpr int free_seconds = 10 * 60, solved_seconds = 30 * 60;
constexpr const char* pass_cookie = "qj_pass";

// Does the request ask for something? An empty form does not.
bool is_query(const Route& route, const Request& request);

struct QueryCount {
  bool within = true;
  bool first_beyond = false;  // worth a line in the log
  int retry_after = 0;        // seconds
};
// Counts one query: on the pass of whoever has one, so that those behind the same address keep theirs, else on the address.
QueryCount count_query(const Services& services, const Request& request);

// Whom a captcha and a pass serve: the address that asked.
std::string captcha_binding(const Request& request);
// The answer to the captcha of the request's form, as it is to be shown: a wrong one uses the captcha up. A right one may come
// again, but not for more: what its pass gives is counted by the captcha's nonce, and ends half an hour after that was made.
CaptchaAnswer check_query_captcha(const Context& ctx);
void give_pass(Context& ctx, const CaptchaAnswer& solved);

}  // namespace web
