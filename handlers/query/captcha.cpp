// The captcha after many queries from one address, and the way on to the query (web/query_limit.h).
#include "query/pages.h"
#include "view/form.h"
#include "web/query_limit.h"

namespace query {
namespace {

constexpr const char* start = "/query";
constexpr std::size_t longest_return = 6000;  // what comes back in a header that nginx takes

// Where to go on: an address of this area, or where queries begin. Nothing in its path may lead out of /query again.
std::string safe_query(const std::string& address) {
  const std::string path = address.substr(0, address.find('?'));
  const bool plain = path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos &&
                     path.find("//") == std::string::npos;
  const bool ours = plain && path.rfind("/query/", 0) == 0 && path.rfind("/query/captcha", 0) != 0;
  return ours && address.size() <= longest_return && !web::safe_return(address).empty() ? address : start;
}

// The address as it was asked for. Its text has been read: from now on it is UTF-8.
std::string asked_address(const web::Request& request) {
  std::string address = request.path + web::query_text(request.query);
  if (!request.query.all().empty() && !request.query.has("ie")) address += "&ie=%E2%9C%93";
  return address;
}

web::Response render_captcha(web::Context& ctx, const std::string& back, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("query/captcha.tpl");
  view::Form form(page, std::move(errors), ctx.token("/query/captcha"));
  form.captcha(web::new_captcha(ctx, "/query/captcha/picture", web::captcha_binding(ctx.req)));
  page.content().set("RETURN", safe_query(back));
  page.content().set_number("SOLVED", ctx.services.config.queries_solved);
  return ctx.render_private(page, status);
}

}  // namespace

web::Response ask_for_captcha(web::Context& ctx) { return render_captcha(ctx, asked_address(ctx.req), {}, 429); }

web::Response show_captcha(web::Context& ctx) { return render_captcha(ctx, ctx.req.query.get("return"), {}, 200); }

web::Response check_captcha(web::Context& ctx) {
  const std::string& back = ctx.req.form.need("return");
  if (ctx.req.form.has("op_captcha")) return render_captcha(ctx, back, {}, 200);
  const web::CaptchaAnswer answer = web::check_query_captcha(ctx);
  if (!answer.error.empty()) return render_captcha(ctx, back, {{"captcha", answer.error}}, 422);
  web::give_pass(ctx, answer);
  return ctx.redirect(safe_query(back));
}

web::Response captcha_picture(web::Context& ctx) { return web::captcha_picture(ctx); }

}  // namespace query
