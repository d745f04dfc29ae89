// See registration_form.h.
#include "accounts/registration_form.h"

#include "base/clock.h"
#include "domain/terms.h"
#include "domain/text.h"
#include "web/division.h"

#include <array>
#include <cstdio>
#include <fstream>

namespace accounts {
namespace {

constexpr std::size_t license_limit = 5 * 1024 * 1024;
constexpr long long license_seal_lifetime = 12 * 3600;
constexpr const char* purpose = "license";

// What a file is, by its first bytes; the sender's word for it is not asked.
std::string sniff(const std::string& path) {
  std::array<char, 8> head{};
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), head.size());
  const std::string_view bytes(head.data(), static_cast<std::size_t>(in.gcount()));
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return "jpg";
  if (bytes == std::string_view("\x89PNG\r\n\x1A\n", 8)) return "png";
  if (bytes.substr(0, 5) == "%PDF-") return "pdf";
  return "";
}

void open_seal(const web::Context& ctx, const std::string& seal, RegistrationPage& form) {
  const auto plain = ctx.tools.seal.open(seal);
  if (!plain) return;
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 5 || json[0] != purpose || json[4].get<long long>() < base::now()) return;
  form.license_seal = seal;
  form.license_name = json[2];
  form.license = store::Document{0, json[1], json[2], json[3]};
}

void receive_license(const web::Context& ctx, RegistrationPage& form, std::vector<domain::Error>& errors) {
  const auto it = ctx.req.files.find("license");
  if (it == ctx.req.files.end()) return;
  const web::Upload& upload = it->second;
  const std::string extension = sniff(*upload.path);
  if (upload.size == 0) {
    errors.push_back({"license", "FILE_EMPTY"});
  } else if (upload.size > license_limit) {
    errors.push_back({"license", "FILE_TOO_LARGE", "5"});
  } else if (extension.empty()) {
    errors.push_back({"license", "FILE_TYPE"});
  } else {
    const std::string name = base::to_hex(base::random_bytes(16)) + "." + extension;
    if (std::rename(upload.path->c_str(), (ctx.tools.config.files + "/" + name).c_str()) != 0)
      throw std::runtime_error("an upload cannot be put in its place");
    const std::string shown = domain::trim(upload.client_name).substr(0, 200);
    const std::string safe = domain::has_control(shown) ? "" : shown;
    const nlohmann::json json = {purpose, name, safe, upload.size, base::now() + license_seal_lifetime};
    // A name cut inside a character, or sent in another encoding, is shown as well as it can be.
    open_seal(ctx, ctx.tools.seal.seal(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)), form);
  }
}

}  // namespace

RegistrationPage read_registration(web::Context& ctx, bool with_account, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  RegistrationPage form;
  domain::RegistrationForm& typed = form.typed;
  typed.unit_name = f.need("unit_name");
  typed.unit_code = f.need("unit_code");
  typed.unit_type = f.get("unit_type");  // radio buttons send nothing when none is chosen
  typed.representative = f.need("representative");
  typed.id_type = f.need("id_type");
  typed.id_number = f.need("id_number");
  typed.contact = f.need("contact");
  typed.mobile = f.need("mobile");
  typed.email = f.need("email");
  form.division = {f.need("division_1"), f.get("division_2"), f.get("division_3")};
  if (with_account) {
    typed.login = f.need("login");
    typed.password = f.need("password");
    typed.password_confirm = f.need("password_confirm");
    typed.consent_terms = f.get("consent_terms") == "yes";
    typed.consent_privacy = f.get("consent_privacy") == "yes";
    typed.consent_id_number = f.get("consent_id_number") == "yes";
  }
  open_seal(ctx, f.get("license_seal"), form);
  receive_license(ctx, form, errors);
  return form;
}

view::Form fill_registration(web::Context& ctx, const view::Page& page, const std::string& action, const RegistrationPage& shown,
                             std::vector<domain::Error> errors, bool with_account) {
  const view::Dict fields = page.content().include("FIELDS", "accounts/fields.tpl");
  view::Form form(page, fields, std::move(errors), ctx.token(action));
  const domain::RegistrationForm& typed = shown.typed;
  form.radio("unit_type", typed.unit_type, view::options(domain::unit_types()), {true});
  form.text("unit_name", typed.unit_name, {true, 100, true, "organization"});
  form.text("unit_code", typed.unit_code, {true, 30});
  form.division("division_code", web::levels(store::division_path(ctx.db, shown.division)));
  form.text("representative", typed.representative, {true, 50});
  form.select("id_type", typed.id_type.empty() ? "id_card" : typed.id_type, view::options(domain::id_types()), {true});
  form.text("id_number", typed.id_number, {true, 40});
  form.file("license", shown.license_name);
  form.text("contact", typed.contact, {true, 50, false, "name"});
  form.text("mobile", typed.mobile, {true, 30, false, "tel"});
  form.text("email", typed.email, {false, 254, true, "email"});
  fields.set("LICENSE_SEAL", shown.license_seal);
  if (!with_account) return form;
  fields.show("ACCOUNT");
  form.text("login", typed.login, {true, 32, false, "username"});
  form.password("password", {true, 128, false, "new-password"});
  form.password("password_confirm", {true, 128, false, "new-password"});
  form.checkbox("consent_terms", typed.consent_terms, {true});
  form.checkbox("consent_privacy", typed.consent_privacy, {true});
  form.checkbox("consent_id_number", typed.consent_id_number, {true});
  return form;
}

std::string sealed_id_number(const web::Context& ctx, const domain::IdNumber& number) {
  return base::to_hex(ctx.tools.personal.value().seal_bytes(number.text));
}

}  // namespace accounts
