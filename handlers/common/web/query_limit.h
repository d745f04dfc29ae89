// Limits how much an address may ask an anonymous area before it has to solve a captcha: QJ_QUERIES_FREE (30) queries in ten
// minutes are free, a solved captcha gives QJ_QUERIES_SOLVED (100) more, counted by its nonce, so sending it again gives no
// more. An IPv6 address counts as its /64. Counted in memory that the area's workers share (base/shared_counters.h), never in
// the database, so a crawler costs no statement; a restart begins with zero. The gate (app.cpp) counts every route of such an
// area.
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
// Counts one query: on the pass of a solved captcha if there is one, so that others behind the same address are not charged, else
// on the address.
QueryCount count_query(const Services& services, const Request& request);

// Whom a captcha and a pass serve: the address that asked.
std::string captcha_binding(const Request& request);
// The answer to the captcha of the request's form, as it is to be shown: a wrong one uses the captcha up. A right one may come
// again, but not for more: what its pass gives is counted by the captcha's nonce, and ends half an hour after that was made.
CaptchaAnswer check_query_captcha(const Context& ctx);
void give_pass(Context& ctx, const CaptchaAnswer& solved);

}  // namespace web
