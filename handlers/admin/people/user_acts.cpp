// Changes of a user that ask for confirmation on a page of their own: locking, a new password, switching off the second factor,
// removing an administrator. Nobody can do these to their own account.
#include "admin/pages.h"
#include "admin/parts.h"
#include "admin/people/user.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "web/errors.h"

namespace admin {
namespace {

using Errors = std::vector<domain::Error>;

struct Act {
  const char* file;  // the page that asks
  const char* path;  // below the user's
  bool reason;
  bool (*possible)(const store::User&);
};
const Act lock_act{"admin/user_lock.tpl", "/lock", true, [](const store::User& user) { return user.state == "active"; }};
const Act reset_act{"admin/user_reset.tpl", "/reset-password", false,
                    [](const store::User& user) { return user.state != "removed"; }};
const Act two_factor_act{"admin/user_two_factor.tpl", "/two-factor", true,
                         [](const store::User& user) { return user.two_factor; }};
const Act remove_act{"admin/user_remove.tpl", "/remove", false,
                     [](const store::User& user) { return user.user_type == "administrator" && user.state != "removed"; }};

web::Response render_user_act(web::Context& ctx, const Act& act, const store::User& user, const std::string& reason,
                              Errors errors, int status) {
  const view::Page page = ctx.page(act.file, {users_crumb, {"admin/user.tpl", path_of_user(user.id)}});
  // A page with no field of its own shows what stands in the way where the reason would be.
  const view::Dict content = page.content();
  if (!act.reason)
    for (const domain::Error& error : errors) view::add_message(content.add("REFUSED"), error);
  view::Form form(page, act.reason ? std::move(errors) : Errors(), ctx.token(path_of_user(user.id, act.path)));
  if (act.reason) form.textarea("why", reason, view::required().max(500));
  content.set_number("ID", user.id);
  content.set_number("VERSION", user.version);
  content.set("LOGIN", user.login);
  content.set("NAME", user.name);
  content.set("USER_TYPE", domain::word(domain::user_types(), user.user_type));
  content.set("ORGANISATION", user.organisation);
  return ctx.render(page, status);
}

web::Response ask(web::Context& ctx, const Act& act) {
  const store::User user = user_of(ctx);
  if (user.id == ctx.session->user_id) return ctx.redirect(path_of_user(user.id), "NOT_YOURSELF");
  if (!act.possible(user)) return ctx.redirect(path_of_user(user.id));
  return render_user_act(ctx, act, user, "", {}, 200);
}

// `change` does it under the user's version and says whether it could.
template <typename Change, typename Done>
web::Response carry_out(web::Context& ctx, const Act& act, Change change, Done done) {
  store::User user = user_of(ctx);
  if (user.id == ctx.session->user_id) return ctx.redirect(path_of_user(user.id), "NOT_YOURSELF");
  domain::Checked<std::string> reason;
  if (act.reason) reason = domain::check_why(ctx.req.form.need("why"));
  if (!reason.ok()) return render_user_act(ctx, act, user, ctx.req.form.need("why"), reason.errors, 422);
  user.version = version_of(ctx.req.form);
  bool first = false;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      if (!act.possible(user) || !change(tx, user, reason.value)) throw web::Conflict();
      first = true;
      return path_of_user(user.id);
    });
    if (!location) return render_user_act(ctx, act, user, reason.value, {{"why", ctx.not_taken()}}, 409);
    return done(*location, user, first);
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_last_manager &&
        violation.constraint != store::constraint::users_last_administrator)
      throw;
    return render_user_act(ctx, act, user, reason.value, {{"why", "LAST_ADMINISTRATOR"}}, 422);
  }
}

}  // namespace

web::Response show_lock_user(web::Context& ctx) { return ask(ctx, lock_act); }
web::Response show_reset_password(web::Context& ctx) { return ask(ctx, reset_act); }
web::Response show_disable_two_factor(web::Context& ctx) { return ask(ctx, two_factor_act); }
web::Response show_remove_user(web::Context& ctx) { return ask(ctx, remove_act); }

web::Response lock_user(web::Context& ctx) {
  return carry_out(ctx, lock_act, store::lock_user,
                   [&](const std::string& location, const store::User&, bool) { return ctx.redirect(location, "USER_LOCKED"); });
}

web::Response reset_password(web::Context& ctx) {
  const std::string password = base::random_password(), hash = ctx.services.passwords.hash(password);
  return carry_out(
      ctx, reset_act,
      [&](store::Tx& tx, const store::User& user, const std::string&) {
        if (!store::reset_password(tx, user, hash, true)) return false;
        store::clear_login_throttle(tx, user);  // or the new password would have to wait for the old one's failures
        return true;
      },
      [&](const std::string& location, const store::User& user, bool first) {
        // The second of two clicks changed nothing: the password was shown to the first.
        return first ? show_password(ctx, user, password) : ctx.redirect(location);
      });
}

web::Response disable_two_factor(web::Context& ctx) {
  return carry_out(ctx, two_factor_act, store::disable_two_factor, [&](const std::string& location, const store::User&, bool) {
    return ctx.redirect(location, "TWO_FACTOR_DISABLED");
  });
}

web::Response remove_user(web::Context& ctx) {
  return carry_out(
      ctx, remove_act, [](store::Tx& tx, const store::User& user, const std::string&) { return store::remove_user(tx, user); },
      [&](const std::string& location, const store::User&, bool) { return ctx.redirect(location, "USER_REMOVED"); });
}

}  // namespace admin
