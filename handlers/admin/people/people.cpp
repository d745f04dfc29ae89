// See people.h.
#include "admin/people/people.h"

#include "base/crypto.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "store/people/users.h"
#include "view/form.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int most_people = 200;

store::Users people_of(web::Context& ctx, const Organisation& organisation) {
  store::UserFilter filter;
  filter.institution_id = organisation.institution_id;
  filter.department_id = organisation.department_id;
  filter.size = most_people;
  return store::search_users(ctx.db, filter);
}

bool has_manager(const store::Users& people) {
  return std::any_of(people.rows.begin(), people.rows.end(), [](const store::User& user) { return user.role == "manager"; });
}

web::Response show_password(web::Context& ctx, const Organisation& organisation, const domain::PersonValues& person,
                            const std::string& password) {
  const view::Page page = ctx.page("admin/person_added.tpl", organisation.crumbs);
  const view::Dict content = page.content();
  content.set("ORGANISATION", organisation.name);
  content.set("PATH", ctx.services.config.base_path + organisation.path);
  content.set("USER_TYPE", domain::word(domain::user_types(), organisation.user_type));
  content.set("LOGIN", person.login);
  content.set("NAME", person.name);
  content.set("ROLE", domain::word(domain::roles(), person.role));
  content.set("PASSWORD", password);
  return ctx.render(page);
}

}  // namespace

void show_people(web::Context& ctx, const view::Page& page, const Organisation& organisation, const domain::PersonForm& typed,
                 std::vector<domain::Error> errors) {
  const store::Users people = people_of(ctx, organisation);
  const view::Dict section = page.content().include("PEOPLE", "admin/people.tpl");
  const std::string action = organisation.path + "/people";
  section.set("ACTION", ctx.services.config.base_path + action);
  section.show_if(people.rows.empty(), "NOBODY");
  if (!people.rows.empty()) {
    const view::Dict table = section.add("SOMEBODY");
    for (const store::User& user : people.rows) {
      const view::Dict row = table.add("PERSON");
      row.set("LOGIN", user.login);
      row.set("NAME", user.name);
      row.set("ROLE", domain::word(domain::roles(), user.role));
      row.set("STATE", domain::word(domain::user_states(), user.state));
      row.set("LAST_LOGIN", user.last_login_at);
      row.show_if(user.must_change_password, "TEMPORARY");
    }
  }
  view::Form form = view::Form::within(page, section, std::move(errors), ctx.token(action));
  form.text("login", typed.login, view::required().max(32));
  form.text("person", typed.name, view::required().max(50));
  const bool first = typed.role.empty() && !has_manager(people);
  form.radio("role", first ? "manager" : typed.role, view::options(domain::roles()), view::required());
}

web::Response add_person(web::Context& ctx, const Organisation& organisation, const ShowAgain& again) {
  const web::Params& f = ctx.req.form;
  const domain::PersonForm typed{f.need("login"), f.need("person"), f.get("role")};
  auto checked = domain::check(typed, has_manager(people_of(ctx, organisation)));
  if (checked.ok() && store::login_taken(ctx.db, checked.value.login)) checked.errors.push_back({"login", "LOGIN_TAKEN"});
  if (!checked.ok()) return again(typed, checked.errors, 422);
  const domain::PersonValues& person = checked.value;
  const std::string password = base::random_password();
  store::NewUser user{person.login, person.name, organisation.user_type, ctx.services.passwords.hash(password)};
  user.institution_id = organisation.institution_id;
  user.department_id = organisation.department_id;
  user.role = person.role;
  user.must_change_password = true;
  bool added = false;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::create_user(tx, user);
      added = true;
      return organisation.path;
    });
    if (!location) return again(typed, {{"login", ctx.not_taken()}}, 409);
    return added ? show_password(ctx, organisation, person, password) : ctx.redirect(*location);
  } catch (const store::Violation& violation) {
    if (violation.constraint == store::constraint::users_login) return again(typed, {{"login", "LOGIN_TAKEN"}}, 422);
    throw;
  }
}

}  // namespace admin
