// One recorded result: its values, its certificate, its versions; and its correction.
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/values/terms.h"
#include "store/results/result_lists.h"
#include "view/form.h"
#include "web/download.h"
#include "web/errors.h"

namespace desk {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;  // label, value

std::string number_or_none(int n) { return n == 0 ? std::string() : std::to_string(n); }

// What a version says, field by field, in people's words: for the page and for what differs between two of them.
Facts facts_of(const store::Result& r) {
  const std::string outcome = r.failed == 0 ? "pass" : r.passed == 0 ? "fail" : "partly";
  const auto label = [](std::string_view field) { return std::string(domain::field_label(field)); };
  Facts facts{{label("result"), std::string(domain::word(domain::result_outcomes(), outcome))}};
  if (r.passed + r.failed > 1) {
    facts.emplace_back(label("passed"), std::to_string(r.passed));
    facts.emplace_back(label("failed"), std::to_string(r.failed));
  }
  facts.emplace_back(label("mark"), r.mark.empty() ? "" : std::string(domain::word(domain::marks(), r.mark)));
  facts.emplace_back(label("result_number"), r.number);
  facts.emplace_back(label("notice_number"), r.notice_number);
  facts.emplace_back(label("seal_number"), r.seal_number);
  facts.emplace_back(label("result_date"), r.verified_on.iso());
  facts.emplace_back(label("result_until"), domain::iso_or_empty(r.valid_until));
  facts.emplace_back(label("result_cycle"), number_or_none(r.cycle_months));
  facts.emplace_back(label("verifier"), r.verifier);
  facts.emplace_back(label("checker"), r.checker);
  facts.emplace_back(label("remark"), r.remark);
  facts.emplace_back(label("certificate_file"), r.file_id == 0 ? "" : "#" + std::to_string(r.file_id));
  return facts;
}

store::Result own_result(web::Context& ctx) {
  auto result = store::find_result(ctx.db, ctx.session->institution_id, ctx.id(), ctx.id(1));
  if (!result) throw web::NotFound();
  return *result;
}

void add_versions(const view::Dict& content, const std::vector<store::Result>& versions) {
  for (std::size_t n = 0; n < versions.size(); ++n) {
    const store::Result& v = versions[n];
    const view::Dict row = content.add("VERSION");
    row.set_number("NO", v.version_no);
    row.show_if(v.current, "CURRENT");
    row.set("AT", v.recorded_at);
    row.set("BY", v.recorded_by);
    row.set("REASON", v.reason);
    if (n + 1 == versions.size()) {
      row.show("FIRST");
      continue;
    }
    const Facts now = facts_of(v), was = facts_of(versions[n + 1]);
    for (std::size_t f = 0; f < now.size() && f < was.size(); ++f) {
      if (now[f].second == was[f].second) continue;
      const view::Dict change = row.add("CHANGE");
      change.set("LABEL", now[f].first);
      change.set("OLD", was[f].second);
      change.show_if(was[f].second.empty(), "NO_OLD");
      change.set("NEW", now[f].second);
      change.show_if(now[f].second.empty(), "NO_NEW");
    }
  }
}

web::Response render_correction(web::Context& ctx, const store::Result& result, const RecordForm& shown,
                                std::vector<domain::Error> errors, int status) {
  const std::string path = result_path(result.unit_id, result.id);
  const view::Page page =
      ctx.page("desk/result_correct.tpl", {{"desk/results.tpl", "/desk/results?tab=recorded"}, {"desk/result.tpl", path}});
  add_subject(ctx, page, result);
  if (!result.current) {
    const auto versions = store::versions_of(ctx.db, result);
    const view::Dict newer = page.content().add("NEWER");
    newer.set("HREF", ctx.services.config.base_path + result_path(result.unit_id, versions.front().id));
    newer.set("AT", versions.front().recorded_at);
    newer.set("BY", versions.front().recorded_by);
  }
  page.content().show_if(result.split, "SPLIT");
  add_form(ctx, page, {path + "/correct", path, 1, {}}, shown, result.subject, std::move(errors));
  return ctx.render(page, status);
}

}  // namespace

web::Response show_result(web::Context& ctx) {
  const store::Result result = own_result(ctx);
  const view::Page page = ctx.page("desk/result.tpl", {{"desk/results.tpl", "/desk/results?tab=recorded"}});
  const view::Dict content = page.content();
  const std::string path = ctx.services.config.base_path + result_path(result.unit_id, result.id);
  add_subject(ctx, page, result);
  for (const auto& [label, value] : facts_of(result)) {
    if (value.empty() || label == domain::field_label("certificate_file")) continue;
    const view::Dict fact = content.add("FACT");
    fact.set("LABEL", label);
    fact.set("VALUE", value);
  }
  content.show(result.failed == 0 ? "PASSED" : result.passed == 0 ? "FAILED" : "PARTLY");
  content.show_if(result.split, "SPLIT");
  if (result.file_id != 0) content.add("FILE").set("HREF", path + "/file");
  const auto versions = store::versions_of(ctx.db, result);
  if (!result.current && !versions.empty())
    content.add("OLD_VERSION").set("HREF", ctx.services.config.base_path + result_path(result.unit_id, versions.front().id));
  if (result.current && ctx.may_edit()) content.add("CAN_CORRECT").set("HREF", path + "/correct");
  add_versions(content, versions);
  return ctx.render(page);
}

web::Response result_file(web::Context& ctx) {
  const store::Result result = own_result(ctx);
  const auto file = store::result_file(ctx.db, result);
  if (!file) throw web::NotFound();
  const std::string name = result.number.empty() ? result.notice_number : result.number;
  return web::stored_file(file->file_name, web::Shown::in_browser, "certificate-" + std::to_string(file->id),
                          name.empty() ? "certificate-" + std::to_string(file->id) : name);
}

web::Response show_correction(web::Context& ctx) {
  const store::Result result = own_result(ctx);
  if (!result.current) return ctx.redirect(result_path(result.unit_id, result.id));
  return render_correction(ctx, result, typed_form(result), {}, 200);
}

web::Response save_correction(web::Context& ctx) {
  const store::Result result = own_result(ctx);
  store::ResultEntry entry;
  entry.unit_id = result.unit_id;
  entry.corrects = result.id;
  entry.name = result.name;
  entry.serial = result.serial_number;
  return save_form(ctx, result.subject, entry, [&](const RecordForm& shown, std::vector<domain::Error> errors, int status) {
    return render_correction(ctx, own_result(ctx), shown, std::move(errors), status);
  });
}

}  // namespace desk
