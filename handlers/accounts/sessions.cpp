// 登录设备: one's own sessions, and ending the others.
#include "store/people/sessions.h"

#include "accounts/pages.h"
#include "parts/browser_name.h"
#include "view/form.h"
#include "web/context.h"

namespace accounts {

web::Response show_sessions(web::Context& ctx) {
  const view::Page page = ctx.page("accounts/sessions.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  const view::Form form(page, {}, ctx.token("/accounts/sessions"));
  const auto sessions = store::live_sessions(ctx.db, ctx.session->user_id);
  for (const store::SessionRow& session : sessions) {
    const view::Dict row = page.content().add("ROW");
    row.set_number("ID", session.id);
    row.set("CREATED_AT", session.created_at);
    row.set("SEEN_AT", session.seen_at);
    row.set("ADDRESS", session.address);
    row.set("BROWSER", parts::browser_name(session.user_agent));
    row.show(session.id == ctx.session->id ? "THIS" : "OTHER");
  }
  page.content().show_if(sessions.size() > 1, "OTHERS");
  return ctx.render(page);
}

// One form; the button's name says which: op_end_<id>, or op_end_others.
web::Response end_sessions(web::Context& ctx) {
  long long only = 0;
  for (const auto& [name, value] : ctx.req.form.all())
    if (name.rfind("op_end_", 0) == 0 && name.size() < 26 && name.find_first_not_of("0123456789", 7) == std::string::npos)
      only = std::atoll(name.c_str() + 7);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (ctx.req.form.has("op_end_others"))
      store::end_sessions(tx, ctx.session->user_id, ctx.session->id);
    else if (only > 0 && only != ctx.session->id)
      store::end_one_session(tx, ctx.session->user_id, only);
    return "/accounts/sessions";
  });
  return ctx.redirect(location.value_or("/accounts/sessions"), "SESSIONS_ENDED");
}

}  // namespace accounts
