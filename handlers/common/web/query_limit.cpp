// See query_limit.h.
#include "web/query_limit.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/network.h"

#include <algorithm>
#include <optional>

namespace web {
namespace {

constexpr const char* purpose = "pass";

// The nonce of the captcha that the cookie was given for, while it counts and comes from where it was given to.
std::optional<std::string> open_pass(const Services& services, const Request& request) {
  const std::string cookie = request.cookie(pass_cookie);
  if (cookie.empty()) return {};
  const auto plain = services.seal.open(cookie);
  if (!plain) return {};
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 4 || json[0] != purpose) return {};
  if (json[2] != captcha_binding(request) || json[3].get<std::int64_t>() < base::now()) return {};
  return json[1].get<std::string>();
}

}  // namespace

bool is_query(const Route& route, const Request& request) {
  if (route.method != "GET" || route.counting == Counting::free) return false;
  const auto says = [](const auto& parameter) { return parameter.first != "ie" && !parameter.second.empty(); };
  const auto& all = request.query.all();
  return route.path.find("{id}") != std::string_view::npos || std::any_of(all.begin(), all.end(), says);
}

QueryCount count_query(const Services& services, const Request& request) {
  if (!services.counters || base::is_in(request.address, services.config.queries_uncounted)) return {};
  const std::int64_t now = base::now();
  base::SharedCounters::Count passed;
  if (const auto nonce = open_pass(services, request)) {
    passed = services.counters->add("pass:" + *nonce, services.config.queries_solved, solved_seconds, now);
    if (passed.within) return {};
  }
  const auto free = services.counters->add("free:" + captcha_binding(request), services.config.queries_free, free_seconds, now);
  return {free.within, free.first_beyond || passed.first_beyond, free.seconds_left};
}

std::string captcha_binding(const Request& request) { return base::client_network(request.address); }

CaptchaAnswer check_query_captcha(const Context& ctx) {
  CaptchaAnswer answer = read_captcha(ctx, captcha_binding(ctx.req));
  if (answer.nonce_hex.empty()) return answer;
  base::SharedCounters& counters = *ctx.services.counters;
  const std::string key = "wrong:" + answer.nonce_hex;
  if (counters.count(key, base::now()) > 0)
    answer.error = "CAPTCHA_EXPIRED";
  else if (!answer.error.empty())
    counters.add(key, 1, captcha_lifetime, base::now());
  return answer;
}

void give_pass(Context& ctx, const CaptchaAnswer& solved) {
  const std::int64_t end = solved.made_at + solved_seconds, left = std::max<std::int64_t>(end - base::now(), 1);
  const nlohmann::json json = {purpose, solved.nonce_hex, captcha_binding(ctx.req), end};
  ctx.set_cookie(pass_cookie, ctx.services.seal.seal(json.dump()), static_cast<int>(left));
}

}  // namespace web
