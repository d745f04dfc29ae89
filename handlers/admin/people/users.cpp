// Everybody who can log in: found by name, organisation, type and state; and a new administrator.
#include "store/people/users.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "admin/people/user.h"
#include "base/number.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/core/constraints.h"
#include "view/pager.h"
#include "web/context.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;
constexpr int most_pages = 500;  // of the 10,000 that are counted

store::UserFilter read_filter(const web::Params& query) {
  store::UserFilter filter;
  filter.text = domain::trim(query.get("text"));
  if (domain::contains(domain::user_types(), query.get("type"))) filter.user_type = query.get("type");
  if (domain::contains(domain::user_states(), query.get("state"))) filter.state = query.get("state");
  filter.size = size;
  filter.page = std::clamp(base::number_or(query.get("page"), 1), 1, most_pages);
  return filter;
}

std::string address(const web::Context& ctx, const store::UserFilter& filter, int page) {
  return parts::address(ctx, "/admin/users",
                        {{"text", filter.text},
                         {"type", filter.user_type},
                         {"state", filter.state},
                         {"page", page > 1 ? std::to_string(page) : ""}});
}

void fill_row(const view::Dict& table, const store::User& user) {
  const view::Dict row = table.add("ROW");
  row.set_number("ID", user.id);
  row.set("LOGIN", user.login);
  row.set("NAME", user.name);
  row.set("USER_TYPE", domain::word(domain::user_types(), user.user_type));
  row.set("ORGANISATION", user.organisation);
  row.set("ROLE", user.user_type == "administrator" ? "" : domain::word(domain::roles(), user.role));
  row.set("STATE", domain::word(domain::user_states(), user.state));
  row.show(view::section_name(user.state));
  row.set("LAST_LOGIN_AT", user.last_login_at);
  row.show_if(user.two_factor, "TWO_FACTOR");
}

web::Response render_new(web::Context& ctx, const domain::NewAdministrator& typed, std::vector<domain::Error> errors,
                         int status) {
  const view::Page page = ctx.page("admin/user_new.tpl", {users_crumb});
  view::Form form(page, std::move(errors), ctx.token("/admin/users/new"));
  form.text("login", typed.login, view::required().max(32));
  form.text("person", typed.name, view::required().max(50));
  form.text("phone", typed.phone, view::optional().max(30));
  return ctx.render(page, status);
}

}  // namespace

web::Response users(web::Context& ctx) {
  store::UserFilter filter = read_filter(ctx.req.query);
  store::Users found = store::search_users(ctx.db, filter);
  const int pages = std::min(view::page_count(found.matched, size), most_pages);
  if (filter.page > pages) {
    filter.page = pages;
    found = store::search_users(ctx.db, filter);
  }
  const view::Page page = ctx.page("admin/users.tpl");
  const view::Dict content = page.content();
  content.set("TEXT", filter.text);
  add_choices(content, "TYPE", domain::user_types(), filter.user_type);
  add_choices(content, "STATE_CHOICE", domain::user_states(), filter.state);
  content.show_if(!filter.text.empty() || !filter.user_type.empty() || !filter.state.empty(), "FILTERED");
  if (found.rows.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = content.add("PAGING");
  for (const store::User& user : found.rows) fill_row(table, user);
  table.show_if(found.matched > size * most_pages, "TOO_MANY");
  view::add_pager(table, std::min<long long>(found.matched, size * most_pages), size, filter.page,
                  [&](int n) { return address(ctx, filter, n); });
  return ctx.render(page);
}

web::Response show_new_user(web::Context& ctx) { return render_new(ctx, {}, {}, 200); }

web::Response create_user(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const domain::NewAdministrator typed{form.need("login"), form.need("person"), form.need("phone")};
  auto checked = domain::check(typed);
  if (checked.ok() && store::login_taken(ctx.db, checked.value.login)) checked.errors.push_back({"login", "LOGIN_TAKEN"});
  if (!checked.ok()) return render_new(ctx, typed, checked.errors, 422);
  const domain::NewAdministrator& person = checked.value;
  const std::string password = base::random_password();
  store::NewUser user{person.login, person.name, "administrator", ctx.services.passwords.hash(password)};
  user.phone = person.phone;
  user.must_change_password = true;
  long long id = 0;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      id = store::create_user(tx, user);
      return path_of_user(id);
    });
    if (!location) return render_new(ctx, typed, {{"login", ctx.not_taken()}}, 409);
    if (id == 0) return ctx.redirect(*location);  // the second of two clicks: the password was shown to the first
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_login) throw;
    return render_new(ctx, typed, {{"login", "LOGIN_TAKEN"}}, 422);
  }
  return show_password(ctx, *store::find_user(ctx.db, id), password);
}

}  // namespace admin
