// 变更: 停用, 启用, 报废 and 删除 of one instrument or of all that match a filter. The confirmation page counts the instruments
// it would change and gives the reasons for the others; then the filter is run again and each row judged by its present values.
#include "store/ledger/bulk.h"

#include "base/json.h"
#include "base/number.h"
#include "domain/values/fields.h"
#include "domain/values/terms.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "ledger/refused.h"
#include "store/core/jobs.h"
#include "view/form.h"
#include "web/errors.h"

#include <optional>

namespace ledger {
namespace {

using domain::Act;

constexpr long long most_at_once = 500;  // more is a job, so that nobody waits on a page
constexpr int longest_reason = 200;

struct Asked {
  store::LedgerFilter filter;
  Act act = Act::edit;
  std::string reason;
  bool nothing = false;  // "the ticked ones", and none was
  bool needs_reason() const { return act == Act::stop || act == Act::scrap; }
};

std::optional<Act> act_of(const web::Params& params) {
  for (const Act act : domain::changes_of_state) {
    const std::string code(domain::code_of(act));
    if (params.has("op_" + code) || params.get("act") == code) return act;
  }
  return {};
}

// From the list's form: boxes and scope; from the confirmation: the same again, hidden.
store::LedgerFilter filter_of(web::Context& ctx, const web::Params& params) {
  store::LedgerFilter filter = read_filter(ctx.db, params);
  if (params.get("scope") == "all") {
    filter.ids.clear();
    for (const auto& [name, value] : params.all())  // the list itself was of certain instruments
      if (const auto id = base::row_id(value); id && name == "only") filter.ids.push_back(*id);
  } else {
    store::LedgerFilter only;
    only.ids = filter.ids;
    filter = only;
  }
  filter.page = 1;
  return filter;
}

Asked read_bulk_request(web::Context& ctx, const web::Params& params, Act act) {
  Asked asked{filter_of(ctx, params), act, params.get("act_reason")};
  asked.nothing = params.get("scope") != "all" && asked.filter.ids.empty();
  return asked;
}

web::Response render_bulk(web::Context& ctx, const Asked& asked, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/bulk.tpl", {{"ledger/list.tpl", "/ledger"}});
  const view::Dict content = page.content();
  const std::string code(domain::code_of(asked.act));
  content.set("ACT", code);
  content.set("WORD", domain::word(domain::ledger_acts(), code));
  if (asked.nothing) {
    content.show("NOTHING_CHOSEN");
    return ctx.render(page, 422);
  }
  const auto preview = store::bulk_preview(ctx.db, ctx.session->unit_id, asked.filter, asked.act, ctx.today());
  add_filter_words(ctx, content, asked.filter);
  add_refused(content, preview, domain::word(domain::ledger_acts(), code));
  content.set_number("DONE", preview.done);
  if (preview.done == 0) {
    content.show("NOTHING_TO_DO");
    return ctx.render(page, status);
  }
  const view::Dict ask = content.add("ASK");
  ask.show("ASK_" + view::section_name(code));
  const view::Dict form_dict = ask.include("FORM", "ledger/bulk_form.tpl");
  form_dict.set("ACT", code);
  form_dict.set("WORD", domain::word(domain::ledger_acts(), code));
  form_dict.show_if(asked.act == Act::scrap || asked.act == Act::remove, "DANGER");
  form_dict.show_if(asked.act == Act::stop || asked.act == Act::enable, "HARMLESS");
  web::Params hidden = filter_params(asked.filter);
  hidden.add("scope", asked.filter.ids.empty() ? "all" : "chosen");
  for (const auto& [name, value] : hidden.all()) {
    const view::Dict entry = form_dict.add("HIDDEN");
    entry.set("NAME", name);
    entry.set("VALUE", value);
  }
  view::Form form = view::Form::within(page, form_dict, std::move(errors), ctx.token("/ledger/bulk"));
  form.textarea("act_reason", asked.reason, view::field(asked.needs_reason()).max(longest_reason));
  return ctx.render(page, status);
}

// On the confirmation every condition of the filter stands in the form itself, ids and all. A body that lost its ids must not
// mean the whole ledger.
Asked read_confirmed(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  const auto act = act_of(f);
  if (!act) throw web::BadRequest("no act");
  Asked asked{read_filter(ctx.db, f), *act, f.need("act_reason"), false};
  if (asked.filter.ids.empty() != (f.need("scope") == "all")) throw web::BadRequest("scope");
  return asked;
}

// 加入预约: the appointments' area makes its choice of the same instruments. Nothing ticked: of none.
web::Response book(web::Context& ctx, const web::Params& q) {
  const store::LedgerFilter filter = filter_of(ctx, q);
  web::Params query = filter_params(filter);
  if (q.get("scope") == "all") query.add("scope", "all");
  if (!query.all().empty()) query.add("ie", "✓");
  return ctx.redirect("/appointments/new" + web::query_text(query));
}

std::string place_of(long long job) { return "/ledger/jobs/" + std::to_string(job); }

}  // namespace

web::Response show_bulk(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  for (const auto& [op, path] : {std::pair("op_labels", "/ledger/labels"), std::pair("op_export", "/ledger/export")})
    if (q.has(op)) return ctx.redirect(path + filter_query(filter_of(ctx, q)));
  if (q.has("op_book")) return book(ctx, q);
  const auto act = act_of(q);
  if (!act) return ctx.redirect("/ledger");
  if (!ctx.may_edit()) throw web::Forbidden();
  return render_bulk(ctx, read_bulk_request(ctx, q, *act), {}, 200);
}

web::Response change_bulk(web::Context& ctx) {
  Asked asked = read_confirmed(ctx);
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  const std::string reason = fields.text({"act_reason", longest_reason, asked.needs_reason(), true}, asked.reason);
  if (!errors.empty()) return render_bulk(ctx, asked, errors, 422);
  const long long unit = ctx.session->unit_id;
  const long long rows = store::count_ledger(ctx.db, unit, asked.filter, ctx.today());
  if (rows > most_at_once && store::open_jobs(ctx.db, unit) >= store::most_open_jobs)
    return render_bulk(ctx, asked, {{"act_reason", "JOBS_OPEN", std::to_string(store::most_open_jobs)}}, 422);
  const nlohmann::json params = {{"filter", store::to_json(asked.filter)},
                                 {"act", domain::code_of(asked.act)},
                                 {"reason", reason},
                                 {"today", ctx.today().iso()}};
  const auto location = ctx.change_once([&](store::Tx& tx) {
    if (rows > most_at_once) return place_of(store::create_job(tx, unit, "bulk", params));
    const auto outcome = store::bulk_change(tx, unit, asked.filter, asked.act, reason, ctx.today());
    const bool one = outcome.done == 1 && outcome.refused == 0 && asked.filter.ids.size() == 1 && asked.act != Act::remove;
    if (one) return "/ledger/" + std::to_string(asked.filter.ids.front());
    return place_of(store::record_job(tx, unit, "bulk", params, store::to_json(outcome)));
  });
  return location ? ctx.redirect(*location, "STATE_CHANGED") : render_bulk(ctx, asked, {{"act_reason", ctx.not_taken()}}, 409);
}

}  // namespace ledger
