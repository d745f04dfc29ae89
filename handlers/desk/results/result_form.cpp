// See result_form.h.
#include "desk/results/result_form.h"

#include "base/number.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace desk {
namespace {

constexpr int longest_number = 60, longest_person = 50, longest_text = 500, longest_date = 30;

parts::UploadRule upload_rule(const web::Context& ctx) {
  return {"result of " + std::to_string(ctx.session->institution_id), 10};
}

store::Attachment certificate(const parts::StoredFile& file, const std::string& thumb) {
  store::Attachment kept;
  kept.kind = "certificate";
  kept.file_name = file.file_name;
  kept.thumb_name = thumb;
  kept.original_name = file.name;
  kept.size = file.size;
  return kept;
}

bool happened_meanwhile(const domain::Error& error) {
  return error.code == "CHANGED_MEANWHILE" || error.code == "RESULT_STATE" || error.code == "RESULT_GONE";
}

std::vector<view::Option> outcomes(const domain::ResultSubject& subject) {
  auto options = view::options(domain::result_outcomes());
  if (subject.quantity == 1) options.pop_back();  // 部分合格
  return options;
}

// 推算有效期: what would be filled in, shown before it is saved.
RecordForm with_default(const RecordForm& form, const domain::ResultSubject& subject) {
  RecordForm filled = form;
  const auto day = domain::Date::parse(form.typed.verified_on);
  const int cycle = base::number_or(form.typed.cycle_months, 0);
  if (day)
    filled.typed.valid_until = domain::iso_or_empty(domain::default_valid_until(
        subject, *day, cycle > 0 && cycle <= domain::longest_validity_months ? std::optional(cycle) : std::nullopt));
  return filled;
}

}  // namespace

RecordForm fresh_form(web::Context& ctx) {
  RecordForm form;
  form.typed.verified_on = ctx.today().iso();
  const auto names = store::last_names(ctx.db, ctx.session->institution_id, ctx.session->login);
  form.typed.verifier = names.verifier;
  form.typed.checker = names.checker;
  return form;
}

RecordForm typed_form(const store::Result& r) {
  RecordForm form;
  domain::ResultForm& t = form.typed;
  t.result = r.failed == 0 ? "pass" : r.passed == 0 ? "fail" : "partly";
  if (r.passed + r.failed > 1) {
    t.passed = std::to_string(r.passed);
    t.failed = std::to_string(r.failed);
  }
  t.mark = r.mark;
  t.result_number = r.number;
  t.notice_number = r.notice_number;
  t.seal_number = r.seal_number;
  t.verified_on = r.verified_on.iso();
  t.valid_until = domain::iso_or_empty(r.valid_until);
  if (r.cycle_months > 0) t.cycle_months = std::to_string(r.cycle_months);
  t.verifier = r.verifier;
  t.checker = r.checker;
  t.remark = r.remark;
  return form;
}

RecordForm read_form(const web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  RecordForm form;
  domain::ResultForm& t = form.typed;
  t.result = f.get("result");
  t.passed = f.get("passed");
  t.failed = f.get("failed");
  t.mark = f.get("mark");
  t.result_number = f.need("result_number");
  t.notice_number = f.need("notice_number");
  t.seal_number = f.need("seal_number");
  t.verified_on = f.need("result_date");
  t.valid_until = f.need("result_until");
  t.cycle_months = f.need("result_cycle");
  t.beyond_cycle = f.get("beyond_cycle") == "yes";
  t.verifier = f.need("verifier");
  t.checker = f.need("checker");
  t.remark = f.need("remark");
  t.correction_reason = f.get("correction_reason");
  form.file = parts::read_upload(ctx, "certificate_file", upload_rule(ctx), errors);
  return form;
}

std::vector<domain::Error> as_shown(std::vector<domain::Error> errors) {
  for (domain::Error& error : errors) {
    if (error.field == "verified_on") error.field = "result_date";
    if (error.field == "valid_until") error.field = "result_until";
    if (error.field == "cycle_months") error.field = "result_cycle";
  }
  return errors;
}

void add_form(web::Context& ctx, const view::Page& page, const FormPlace& place, const RecordForm& shown,
              const domain::ResultSubject& subject, std::vector<domain::Error> errors) {
  const view::Dict dict = page.content().include("FORM", "desk/result_form.tpl");
  const std::string& base = ctx.services.config.base_path;
  const domain::ResultForm& t = shown.typed;
  dict.set("ACTION", base + place.path);
  dict.set("CANCEL", base + place.cancel);
  dict.set_number("VERSION", place.version);
  dict.set("SEAL", shown.file.seal);
  for (const auto& [name, value] : place.hidden) {
    const view::Dict hidden = dict.add("HIDDEN");
    hidden.set("NAME", name);
    hidden.set("VALUE", value);
  }
  dict.show(subject.correction ? "CORRECT" : "RECORD");
  const auto whole = std::find_if(errors.begin(), errors.end(), [](const domain::Error& e) { return e.field == "line_key"; });
  if (whole != errors.end()) view::add_message(dict.add("WHOLE_ERROR"), *whole);
  view::Form form = view::Form::within(page, dict, as_shown(std::move(errors)), ctx.token(place.path));
  form.radio("result", t.result, outcomes(subject), view::required());
  if (subject.quantity > 1) {
    const view::Dict several = dict.add("SEVERAL");
    several.set_number("QUANTITY", subject.quantity);
    form.text("passed", t.passed, view::optional().max(6));
    form.text("failed", t.failed, view::optional().max(6).no_hint());
  }
  form.radio("mark", t.mark, view::options(domain::marks()));
  form.text("result_number", t.result_number, view::optional().max(longest_number));
  form.text("notice_number", t.notice_number, view::optional().max(longest_number));
  form.text("seal_number", t.seal_number, view::optional().max(longest_number));
  form.text("result_date", t.verified_on, view::required().max(longest_date));
  form.text("result_cycle", t.cycle_months, view::optional().max(3));
  form.text("result_until", t.valid_until, view::optional().max(longest_date));
  form.checkbox("beyond_cycle", t.beyond_cycle);
  form.text("verifier", t.verifier, view::required().max(longest_person).no_hint());
  form.text("checker", t.checker, view::optional().max(longest_person).no_hint());
  form.textarea("remark", t.remark, view::optional().max(longest_text).no_hint());
  form.file("certificate_file", shown.file.name.empty() ? shown.file.file_name : shown.file.name);
  if (subject.correction) form.textarea("correction_reason", t.correction_reason, view::required().max(longest_text));
}

int posted_version(const web::Context& ctx) {
  const int version = base::number_or(ctx.req.form.need("version"), 0);
  if (version <= 0) throw web::BadRequest("version");
  return version;
}

web::Response save_form(web::Context& ctx, const domain::ResultSubject& subject, store::ResultEntry entry, const Again& again) {
  std::vector<domain::Error> errors;
  const RecordForm shown = read_form(ctx, errors);
  if (ctx.req.form.has("op_default")) return again(with_default(shown, subject), {}, 200);
  auto checked = domain::check_result(shown.typed, subject, ctx.today());
  errors.insert(errors.end(), checked.errors.begin(), checked.errors.end());
  if (!errors.empty()) return again(shown, errors, 422);
  entry.values = std::move(checked.value);
  const std::string thumb = shown.file.there() ? parts::store_thumbnail(ctx, shown.file.file_name) : "";
  if (shown.file.there()) entry.file = certificate(shown.file, thumb);
  bool recorded = false;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      const store::ResultDone done = store::record_result(tx, ctx.session->institution_id, entry);
      if (!done.done()) throw store::ResultsRefused{{done}};
      recorded = true;
      return result_path(entry.unit_id, done.result_id);
    });
    if (!recorded) parts::drop_file(ctx, thumb);
    if (!location) return again(shown, {{"line_key", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, entry.corrects != 0 ? "RESULT_CORRECTED" : "RESULT_RECORDED");
  } catch (const store::ResultsRefused& refused) {
    parts::drop_file(ctx, thumb);
    const auto& why = refused.rows.front().errors;
    return again(shown, why, happened_meanwhile(why.front()) ? 409 : 422);
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::attachments_file_name) throw;
    parts::drop_file(ctx, thumb);
    return again({shown.typed, {}}, {{"certificate_file", "FILE_AGAIN"}}, 422);
  }
}

}  // namespace desk
