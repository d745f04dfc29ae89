// 成员管理: the people of one's organisation, for its 负责人: new ones by invitation or with a temporary password, roles,
// removing and handing over. Nobody sees or changes people of another organisation. A temporary password or an invitation is
// shown once, on the answer to the form, because only its hash is stored; it belongs to the change only when change_once has
// run it (of two clicks at the same moment the second page shows a secret that was not stored).
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/json.h"
#include "base/sealed_link.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "store/people/links.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

constexpr int invitation_minutes = 7 * 24 * 60;
const web::Crumb to_list{"accounts/members.tpl", "/accounts/members"};

std::string member_path(long long id, const char* act = "") { return "/accounts/members/" + std::to_string(id) + act; }

store::User member(web::Context& ctx) {
  auto user = store::find_user(ctx.db, ctx.id());
  const store::Session& me = *ctx.session;
  if (!user || user->user_type != me.user_type || user->unit_id != me.unit_id || user->institution_id != me.institution_id ||
      user->department_id != me.department_id)
    throw web::NotFound();
  return *user;
}

// The one that the form was made from; another version means that somebody changed it meanwhile.
store::User member_as_seen(web::Context& ctx) {
  store::User user = member(ctx);
  if (ctx.req.form.need("version") != std::to_string(user.version)) throw web::Conflict();
  return user;
}

web::Response render_new(web::Context& ctx, const domain::NewMember& typed, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/member_new.tpl", {to_list});
  view::Form form(page, std::move(errors), ctx.token("/accounts/members/new"));
  form.text("person", typed.name, view::required().max(50));
  form.select("role", typed.role, view::options(domain::roles()), view::required());
  form.radio("method", typed.method, view::options(domain::member_methods()), view::required());
  form.text("email", typed.email, view::optional().max(254).wide().no_hint());
  form.text("login", typed.login, view::optional().max(32));
  return ctx.render(page, status);
}

// Shown once, on the answer itself: a password or an address that is stored as a hash only.
web::Response show_secret(web::Context& ctx, const char* section, const std::string& name, const std::string& login,
                          const std::string& secret) {
  const view::Page page = ctx.page("accounts/member_secret.tpl", {to_list});
  const view::Dict shown = page.content().add(section);
  shown.set("NAME", name);
  shown.set("LOGIN", login);
  shown.set("SECRET", secret);
  return ctx.render(page);
}

web::Response invite(web::Context& ctx, const domain::NewMember& typed, const domain::NewMember& value) {
  const store::Session& me = *ctx.session;
  store::Link link;
  link.id_hex = base::new_link_id();
  link.purpose = "invite";
  link.unit_id = me.unit_id;
  link.institution_id = me.institution_id;
  link.department_id = me.department_id;
  link.data = {{"name", value.name}, {"role", value.role}, {"email", value.email}, {"user_type", me.user_type}};
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::create_link(tx, link, invitation_minutes);
    tx.audit(me.unit_id, "user.invite", "link", 0, nullptr, {{"name", value.name}, {"role", value.role}});
    if (!value.email.empty())
      store::queue_mail(tx, "invite", value.email,
                        {{"link", link.id_hex}, {"name", value.name}, {"organisation", me.organisation}, {"role", value.role}});
    return "/accounts/members";
  });
  if (!location) return render_new(ctx, typed, {{"person", ctx.not_taken()}}, 409);
  const std::string path = "/accounts/invite?t=" + base::link_token(ctx.services.seal, "invite", link.id_hex);
  // Without a configured public address the path alone; the reader has the host in the browser's address bar.
  const std::string& site = ctx.services.config.public_url;
  return show_secret(ctx, "INVITED", value.name, "", site + ctx.services.config.base_path + path);
}

web::Response add(web::Context& ctx, const domain::NewMember& typed, const domain::NewMember& value) {
  const store::Session& me = *ctx.session;
  if (store::login_taken(ctx.db, value.login)) return render_new(ctx, typed, {{"login", "LOGIN_TAKEN"}}, 422);
  const std::string password = base::random_password();
  store::NewUser user{value.login, value.name,        me.user_type,     ctx.services.passwords.hash(password),
                      me.unit_id,  me.institution_id, me.department_id, value.role};
  user.must_change_password = true;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) { return member_path(store::create_user(tx, user)); });
    if (!location) return render_new(ctx, typed, {{"person", ctx.not_taken()}}, 409);
    return show_secret(ctx, "ADDED", value.name, value.login, password);
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_login) throw;
    return render_new(ctx, typed, {{"login", "LOGIN_TAKEN"}}, 422);
  }
}

web::Response render_member(web::Context& ctx, const store::User& user, const std::string& role,
                            std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/member.tpl", {to_list});
  const view::Dict content = page.content();
  content.set_number("ID", user.id);
  content.set_number("VERSION", user.version);
  content.set("NAME", user.name);
  content.set("LOGIN", user.login);
  content.set("ROLE", domain::word(domain::roles(), user.role));
  content.set("STATE", domain::word(domain::user_states(), user.state));
  content.set("PHONE", user.phone);
  content.set("EMAIL", user.email);
  content.set("CREATED_AT", user.created_at);
  content.set("LAST_LOGIN_AT", user.last_login_at);
  content.show(view::section_name(user.state));
  if (user.state == "removed") {
    const view::Form form(page, std::move(errors), ctx.token(member_path(user.id, "/restore")));
    return ctx.render(page, status);
  }
  const view::Dict acts = content.add("PRESENT");
  view::Form form(page, acts, std::move(errors), ctx.token(member_path(user.id, "/role")));
  form.select("role", role, view::options(domain::roles()), view::required());
  acts.show(user.id == ctx.session->user_id ? "MYSELF" : "SOMEBODY_ELSE");
  return ctx.render(page, status);
}

// Asks before it happens; the same page for each act that cannot be taken back with a click.
web::Response ask(web::Context& ctx, const store::User& user, const char* file, const char* act,
                  std::vector<domain::Error> errors = {}) {
  const int status = errors.empty() ? 200 : 422;
  const view::Page page = ctx.page(file, {to_list, {"accounts/member.tpl", member_path(user.id)}});
  view::Form form(page, std::move(errors), ctx.token(member_path(user.id, act)));
  page.content().set_number("ID", user.id);
  page.content().set_number("VERSION", user.version);
  page.content().set("NAME", user.name);
  page.content().set("LOGIN", user.login);
  return ctx.render(page, status);
}

// A change of a member under its version, in one transaction: 303, a Conflict, or what the database's rule says.
web::Response act(web::Context& ctx, const store::User& user, const char* notice, const std::function<bool(store::Tx&)>& change) {
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!change(tx)) throw web::Conflict();
      return "/accounts/members";
    });
    if (!location) throw web::Conflict();
    return ctx.redirect(*location, notice);
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_last_manager) throw;
    return render_member(ctx, user, user.role, {{"role", "LAST_MANAGER"}}, 422);
  }
}

}  // namespace

web::Response list_members(web::Context& ctx) {
  const store::Session& me = *ctx.session;
  store::UserFilter filter;
  filter.user_type = me.user_type;
  filter.unit_id = me.unit_id;
  filter.institution_id = me.institution_id;
  filter.department_id = me.department_id;
  filter.with_removed = true;
  filter.size = 500;
  const view::Page page = ctx.page("accounts/members.tpl");
  const view::Dict content = page.content();
  for (const store::User& user : store::search_users(ctx.db, filter).rows) {
    const view::Dict row = content.add("ROW");
    row.set_number("ID", user.id);
    row.set("NAME", user.name);
    row.set("LOGIN", user.login);
    row.set("ROLE", domain::word(domain::roles(), user.role));
    row.set("STATE", domain::word(domain::user_states(), user.state));
    row.set("LAST_LOGIN_AT", user.last_login_at);
    row.show_if(user.id == me.user_id, "MYSELF");
  }
  const view::Form form(page, {}, ctx.token("/accounts/members/invitations"));
  const auto invitations = store::open_invitations(ctx.db, me.unit_id, me.institution_id, me.department_id);
  const view::Dict table = invitations.empty() ? content : content.add("INVITATIONS");
  for (const store::Invitation& open : invitations) {
    const view::Dict row = table.add("INVITATION");
    row.set("LINK_ID", open.id_hex);
    row.set("NAME", open.name);
    row.set("ROLE", domain::word(domain::roles(), open.role));
    row.set("EMAIL", open.email);
    row.set("CREATED_AT", open.created_at);
    row.set("EXPIRES_AT", open.expires_at);
  }
  return ctx.render(page);
}

web::Response show_new_member(web::Context& ctx) { return render_new(ctx, {"", "worker", "invite", "", ""}, {}, 200); }

web::Response create_member(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const domain::NewMember typed{form.need("person"), form.need("role"), form.get("method"), form.need("login"),
                                form.need("email")};
  const auto checked = domain::check(typed);
  if (!checked.ok()) return render_new(ctx, typed, checked.errors, 422);
  return checked.value.method == "invite" ? invite(ctx, typed, checked.value) : add(ctx, typed, checked.value);
}

// The button's name carries which: op_revoke_<id>.
web::Response revoke_invitation(web::Context& ctx) {
  const store::Session& me = *ctx.session;
  std::string id;
  for (const auto& [name, value] : ctx.req.form.all())
    if (name.rfind("op_revoke_", 0) == 0) id = name.substr(10);
  bool own = false;
  for (const store::Invitation& open : store::open_invitations(ctx.db, me.unit_id, me.institution_id, me.department_id))
    own = own || open.id_hex == id;
  if (!own) throw web::NotFound();
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::use_link(tx, id);
    tx.audit(me.unit_id, "user.revoke_invitation", "link", 0, nullptr, nullptr);
    return "/accounts/members";
  });
  return ctx.redirect(location.value_or("/accounts/members"), "INVITATION_REVOKED");
}

web::Response show_member(web::Context& ctx) {
  const store::User user = member(ctx);
  return render_member(ctx, user, user.role, {}, 200);
}

web::Response change_role(web::Context& ctx) {
  const store::User user = member_as_seen(ctx);
  const std::string& role = ctx.req.form.need("role");
  if (!domain::contains(domain::roles(), role)) return render_member(ctx, user, role, {{"role", "NOT_A_CHOICE"}}, 422);
  const bool somebody_else = user.id != ctx.session->user_id;
  return act(ctx, user, "ROLE_CHANGED", [&](store::Tx& tx) {
    if (!store::set_role(tx, user, role)) return false;
    if (somebody_else && role != user.role) store::end_sessions(tx, user.id);  // a session begins anew with another part
    return true;
  });
}

web::Response ask_remove(web::Context& ctx) { return ask(ctx, member(ctx), "accounts/member_remove.tpl", "/remove"); }

web::Response remove_member(web::Context& ctx) {
  const store::User user = member_as_seen(ctx);
  if (user.id == ctx.session->user_id) return render_member(ctx, user, user.role, {{"role", "NOT_YOURSELF"}}, 422);
  return act(ctx, user, "MEMBER_REMOVED", [&](store::Tx& tx) { return store::remove_user(tx, user); });
}

web::Response restore_member(web::Context& ctx) {
  const store::User user = member_as_seen(ctx);
  return act(ctx, user, "MEMBER_RESTORED", [&](store::Tx& tx) { return store::restore_user(tx, user); });
}

web::Response ask_reset(web::Context& ctx) { return ask(ctx, member(ctx), "accounts/member_reset.tpl", "/reset-password"); }

web::Response reset_member(web::Context& ctx) {
  const store::User user = member_as_seen(ctx);
  if (user.id == ctx.session->user_id) return ctx.redirect("/accounts/password");
  const std::string password = base::random_password(), hash = ctx.services.passwords.hash(password);
  const web::Response done = act(
      ctx, user, "SAVED", [&](store::Tx& tx) { return user.state == "active" && store::reset_password(tx, user, hash, true); });
  return done.status == 303 ? show_secret(ctx, "RESET", user.name, user.login, password) : done;
}

web::Response ask_handover(web::Context& ctx) { return ask(ctx, member(ctx), "accounts/member_handover.tpl", "/handover"); }

// 交接: the other becomes 负责人, oneself what was chosen, in one act.
web::Response hand_over(web::Context& ctx) {
  const store::User user = member_as_seen(ctx);
  const std::string& mine = ctx.req.form.get("leaving");
  const auto me = store::find_user(ctx.db, ctx.session->user_id);
  const bool leave = mine == "removed";
  if (!me || user.state != "active" || user.id == me->id) throw web::Conflict();
  if (!leave && mine != "worker" && mine != "viewer")
    return ask(ctx, user, "accounts/member_handover.tpl", "/handover", {{"leaving", "REQUIRED"}});
  const std::string cookie = base::to_hex(base::random_bytes(32));
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    const bool given = user.role == "manager" || store::set_role(tx, user, "manager");
    if (!given || !(leave ? store::remove_user(tx, *me) : store::set_role(tx, *me, mine))) throw web::Conflict();
    if (user.role != "manager") store::end_sessions(tx, user.id);
    if (!leave) store::renew_session(tx, ctx.session->id, base::sha256_hex(cookie));
    return leave ? "/" : "/accounts/profile";
  });
  if (!location) throw web::Conflict();
  if (leave) {
    ctx.clear_cookie(web::session_cookie);
  } else {
    ctx.set_cookie(web::session_cookie, cookie);
  }
  return ctx.redirect(*location, "HANDED_OVER");
}

}  // namespace accounts
