// For people who cannot log in, and for units that somebody else registered: two forms whose answer is always the same, whether
// or not such a login or unit exists. What follows: recovery.cpp.
#include "accounts/captcha.h"
#include "accounts/document.h"
#include "accounts/pages.h"
#include "accounts/receipt.h"
#include "domain/organisations/request.h"
#include "domain/values/terms.h"
#include "store/organisations/requests.h"

namespace accounts {
namespace {

constexpr int name_limit = 100, person_limit = 50, text_limit = 500;

struct Proofed {  // what both forms bring beside their own fields
  StoredDocument proof;
  std::vector<domain::Error> errors{};
};

std::vector<view::Option> recoverable_types() {
  std::vector<view::Option> options = view::options(domain::user_types());
  options.erase(std::remove_if(options.begin(), options.end(), [](const auto& o) { return o.code == "administrator"; }),
                options.end());
  return options;
}

template <typename Typed>
void fill_applicant(web::Context& ctx, const view::Page& page, view::Form& form, const Typed& typed, const StoredDocument& proof,
                    bool proof_required) {
  form.text("contact", typed.contact, view::required().max(person_limit).autocomplete("name").no_hint());
  form.text("mobile", typed.mobile, view::required().max(30).autocomplete("tel"));
  form.textarea("explanation", typed.explanation, view::required().max(text_limit));
  form.file("proof", proof.name, view::field(proof_required));
  form.captcha(new_captcha(ctx));
  page.content().set("PROOF_SEAL", proof.seal);
}

web::Response render_recover(web::Context& ctx, const domain::RecoverForm& typed, Proofed with, int status) {
  const view::Page page = ctx.page("accounts/recover_account.tpl", {{"accounts/recover.tpl", "/accounts/recover"}});
  view::Form form(page, std::move(with.errors), ctx.token("/accounts/recover/account"));
  form.select("user_type", typed.user_type, recoverable_types(), view::required());
  form.text("login", typed.login, view::required().max(32).autocomplete("username").no_hint());
  form.text("organisation", typed.organisation, view::required().max(name_limit).wide().autocomplete("organization"));
  form.text("organisation_code", typed.organisation_code, view::field(typed.user_type == "unit").max(30));
  fill_applicant(ctx, page, form, typed, with.proof, false);
  return ctx.render(page, status);
}

web::Response render_claim(web::Context& ctx, const domain::ClaimForm& typed, Proofed with, int status) {
  const view::Page page = ctx.page("accounts/recover_claim.tpl", {{"accounts/recover.tpl", "/accounts/recover"}});
  view::Form form(page, std::move(with.errors), ctx.token("/accounts/recover/claim"));
  form.text("unit_name", typed.unit_name, view::required().max(name_limit).wide().autocomplete("organization"));
  form.text("unit_code", typed.unit_code, view::required().max(30));
  fill_applicant(ctx, page, form, typed, with.proof, true);
  return ctx.render(page, status);
}

// Stores the request under the captcha; where the applicant goes then. Nothing when the form was used before.
std::optional<std::string> store_request(web::Context& ctx, store::NewRequest request, const std::string& captcha) {
  const std::string receipt = new_receipt();
  request.receipt_hash_hex = receipt_hash(receipt);
  return ctx.change_once([&](store::Tx& tx) {
    use_up_captcha(tx, captcha);
    return receipt_address(ctx, store::create_request(tx, request), receipt);
  });
}

// What the administrator has to find: a login of this type, not one that was removed.
store::NewRequest recover_request(web::Context& ctx, const domain::Recover& form, const StoredDocument& proof) {
  store::NewRequest request{"recover"};
  const auto user = store::find_user(ctx.db, form.login);
  if (user && user->user_type == form.user_type && user->state != "removed") {
    request.user_id = user->id;
    request.unit_id = user->unit_id;
  }
  request.details = {{"user_type", form.user_type},    {"login", form.login},     {"name", form.organisation},
                     {"unit_code", form.code.text},    {"contact", form.contact}, {"mobile", form.mobile},
                     {"explanation", form.explanation}};
  request.document = proof.file;
  return request;
}

store::NewRequest claim_request(web::Context& ctx, const domain::Claim& form, const StoredDocument& proof) {
  store::NewRequest request{"claim"};
  request.unit_id = store::find_unit(ctx.db, form.code.key());
  request.details = {{"name", form.unit_name},
                     {"unit_code", form.code.text},
                     {"contact", form.contact},
                     {"mobile", form.mobile},
                     {"explanation", form.explanation}};
  request.document = proof.file;
  return request;
}

}  // namespace

web::Response show_recover(web::Context& ctx) { return ctx.render(ctx.page("accounts/recover.tpl")); }

web::Response show_recover_account(web::Context& ctx) {
  domain::RecoverForm typed;
  typed.user_type = "unit";
  return render_recover(ctx, typed, {}, 200);
}

web::Response show_recover_claim(web::Context& ctx) { return render_claim(ctx, {}, {}, 200); }

web::Response recover_account(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  const domain::RecoverForm typed{f.need("user_type"), f.need("login"),  f.need("organisation"), f.need("organisation_code"),
                                  f.need("contact"),   f.need("mobile"), f.need("explanation")};
  Proofed with;
  with.proof = read_document(ctx, "proof", with.errors);
  if (f.has("op_captcha")) return render_recover(ctx, typed, std::move(with), 200);
  const auto checked = domain::check(typed);
  with.errors.insert(with.errors.begin(), checked.errors.begin(), checked.errors.end());
  const std::string captcha = check_captcha(ctx, with.errors);
  if (!with.errors.empty()) return render_recover(ctx, typed, std::move(with), 422);
  try {
    const auto location = store_request(ctx, recover_request(ctx, checked.value, with.proof), captcha);
    if (location) return ctx.redirect(*location);
  } catch (const CaptchaUsed&) {
    return render_recover(ctx, typed, {with.proof, {{"captcha", "CAPTCHA_EXPIRED"}}}, 422);
  }
  return render_recover(ctx, typed, {with.proof, {{"user_type", ctx.not_taken()}}}, 409);
}

web::Response recover_claim(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  const domain::ClaimForm typed{f.need("unit_name"), f.need("unit_code"), f.need("contact"), f.need("mobile"),
                                f.need("explanation")};
  Proofed with;
  with.proof = read_document(ctx, "proof", with.errors);
  if (f.has("op_captcha")) return render_claim(ctx, typed, std::move(with), 200);
  const auto checked = domain::check(typed, with.proof.file.has_value() || !with.errors.empty());
  with.errors.insert(with.errors.begin(), checked.errors.begin(), checked.errors.end());
  const std::string captcha = check_captcha(ctx, with.errors);
  if (!with.errors.empty()) return render_claim(ctx, typed, std::move(with), 422);
  try {
    const auto location = store_request(ctx, claim_request(ctx, checked.value, with.proof), captcha);
    if (location) return ctx.redirect(*location);
  } catch (const CaptchaUsed&) {
    return render_claim(ctx, typed, {with.proof, {{"captcha", "CAPTCHA_EXPIRED"}}}, 422);
  }
  return render_claim(ctx, typed, {with.proof, {{"unit_name", ctx.not_taken()}}}, 409);
}

}  // namespace accounts
