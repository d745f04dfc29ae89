// See registration_form.h.
#include "accounts/registration_form.h"

#include "domain/values/terms.h"
#include "parts/division.h"

namespace accounts {

RegistrationPage read_registration(web::Context& ctx, Parts parts, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  RegistrationPage form;
  domain::RegistrationForm& typed = form.typed;
  typed.unit_name = f.need("unit_name");
  typed.unit_code = f.need("unit_code");
  typed.unit_type = f.get("unit_type");  // radio buttons send nothing when none is chosen
  typed.representative = f.need("representative");
  typed.id_type = f.need("id_type");
  typed.id_number = f.need("id_number");
  form.division = store::division_path(ctx.db, {f.need("division_1"), f.get("division_2"), f.get("division_3")});
  if (parts != Parts::unit) {
    typed.contact = f.need("contact");
    typed.mobile = f.need("mobile");
    typed.email = f.need("email");
  }
  if (parts == Parts::whole) {
    typed.login = f.need("login");
    typed.password = f.need("password");
    typed.password_confirm = f.need("password_confirm");
    typed.consent_terms = f.get("consent_terms") == "yes";
    typed.consent_privacy = f.get("consent_privacy") == "yes";
    typed.consent_id_number = f.get("consent_id_number") == "yes";
  }
  form.license = read_document(ctx, "license", errors);
  return form;
}

RegistrationPage empty_registration(web::Context& ctx) { return {{}, store::division_path(ctx.db, {}), {}}; }

view::Form fill_registration(web::Context& ctx, const view::Page& page, const std::string& action, const RegistrationPage& shown,
                             std::vector<domain::Error> errors, Parts parts) {
  const view::Dict fields = page.content().include("FIELDS", "accounts/fields.tpl");
  view::Form form(page, fields, std::move(errors), ctx.token(action));
  const domain::RegistrationForm& typed = shown.typed;
  form.radio("unit_type", typed.unit_type, view::options(domain::unit_types()), view::required());
  form.text("unit_name", typed.unit_name, view::required().max(100).wide().autocomplete("organization"));
  form.text("unit_code", typed.unit_code, view::required().max(30));
  form.division("division_code", parts::levels(shown.division));
  form.text("representative", typed.representative, view::required().max(50));
  form.select("id_type", typed.id_type.empty() ? "id_card" : typed.id_type, view::options(domain::id_types()), view::required());
  form.text("id_number", typed.id_number, view::required().max(40));
  form.file("license", shown.license.name);
  fields.set("LICENSE_SEAL", shown.license.seal);
  if (parts == Parts::unit) return form;
  fields.show("CONTACTS");
  form.text("contact", typed.contact, view::required().max(50).autocomplete("name"));
  form.text("mobile", typed.mobile, view::required().max(30).autocomplete("tel"));
  form.text("email", typed.email, view::optional().max(254).wide().autocomplete("email"));
  if (parts == Parts::unit_and_contacts) return form;
  fields.show("ACCOUNT");
  form.text("login", typed.login, view::required().max(32).autocomplete("username"));
  form.password("password", view::required().max(128).autocomplete("new-password"));
  form.password("password_confirm", view::required().max(128).autocomplete("new-password"));
  form.checkbox("consent_terms", typed.consent_terms, view::required());
  form.checkbox("consent_privacy", typed.consent_privacy, view::required());
  form.checkbox("consent_id_number", typed.consent_id_number, view::required());
  return form;
}

RegistrationPage as_typed(web::Context& ctx, const store::Unit& unit) {
  RegistrationPage shown;
  domain::RegistrationForm& typed = shown.typed;
  typed.unit_name = unit.name;
  typed.unit_code = unit.unit_code;
  typed.unit_type = unit.unit_type;
  typed.representative = unit.representative;
  typed.id_type = unit.id_type;
  typed.contact = unit.contact;
  typed.mobile = unit.mobile;
  typed.email = unit.email;
  shown.division = store::division_path(ctx.db, store::division_chain(ctx.db, unit.division_code));
  if (!unit.documents.empty()) shown.license.name = unit.documents.back().original_name;
  return shown;
}

std::string sealed_id_number(const web::Context& ctx, const domain::IdNumber& number) {
  return base::to_hex(ctx.services.personal.value().seal_bytes(number.text));
}

}  // namespace accounts
