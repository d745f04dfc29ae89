// Results of many lines at once: common fields are typed once, each line has its own number; all are recorded or none.
#include "base/number.h"
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/appointments/appointment.h"
#include "domain/values/terms.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace desk {
namespace {

constexpr int longest_number = 60, longest_person = 50, longest_text = 500, longest_date = 30;
// Typed once: an error in one of them is reported once.
constexpr std::array<std::string_view, 7> common{"result",   "mark",    "verified_on", "cycle_months",
                                                 "verifier", "checker", "remark"};

struct Row {
  store::VerifiedLine line;
  bool ticked = true;
  int version = 0;
  std::string result, number, valid_until, seal_number;  // result "": the common one
  std::vector<domain::Error> errors{};
};

// What is typed for each line: beside which of them an error stands.
struct Input {
  const char *name, *label;
  std::string Row::*typed;
  int longest;
  std::string_view error;  // "": every error that is no other's
};
constexpr Input inputs[] = {{"number", "either_number", &Row::number, longest_number, ""},
                            {"until", "result_until", &Row::valid_until, longest_date, "valid_until"},
                            {"seal", "seal_number", &Row::seal_number, longest_number, "seal_number"}};

const Input& input_of(const domain::Error& error) {
  const auto* found = std::find_if(std::begin(inputs), std::end(inputs), [&](const Input& i) { return i.error == error.field; });
  return found == std::end(inputs) ? inputs[0] : *found;
}

struct Batch {
  domain::ResultForm shared;
  std::vector<Row> rows;
};

Batch fresh(web::Context& ctx) {
  Batch batch;
  batch.shared = fresh_form(ctx).typed;
  for (store::VerifiedLine& line : own_lines(ctx, chosen_lines(ctx, ctx.req.query)))
    if (line.state == "accepted" || line.state == "verifying") {
      const int version = line.version;
      batch.rows.push_back({std::move(line), true, version, "", "", "", ""});
    }
  return batch;
}

Batch read_batch(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  Batch batch;
  domain::ResultForm& t = batch.shared;
  t.result = f.get("result");
  t.mark = f.get("mark");
  t.verified_on = f.need("result_date");
  t.beyond_cycle = f.get("beyond_cycle") == "yes";
  t.verifier = f.need("verifier");
  t.checker = f.need("checker");
  t.remark = f.need("remark");
  std::vector<store::LineId> ids;
  std::set<std::string> ticked;
  std::map<std::string, int> versions;  // row: UNIT-LINE.VERSION
  for (const auto& [name, value] : f.all()) {
    if (name == "line") ticked.insert(value);
    const auto dot = value.find('.');
    if (name != "row" || dot == std::string::npos || ids.size() >= domain::most_lines) continue;
    const auto id = parse_line_code(value.substr(0, dot));
    if (!id) continue;
    ids.push_back(*id);
    versions[value.substr(0, dot)] = base::number_or(value.substr(dot + 1), 0);
  }
  for (store::VerifiedLine& line : own_lines(ctx, ids)) {
    const std::string code = line_code(line);
    Row& row = batch.rows.emplace_back();
    row.line = std::move(line);
    row.ticked = ticked.count(code) != 0;
    row.version = versions[code];
    row.result = f.get("result_" + code);
    for (const Input& input : inputs) row.*input.typed = f.get(input.name + ("_" + code));
  }
  if (batch.rows.empty()) throw web::NotFound();
  return batch;
}

// The number is the certificate's of what passed, the notice's of what failed.
domain::ResultForm form_of(const Batch& batch, const Row& row) {
  domain::ResultForm form = batch.shared;
  if (!row.result.empty()) form.result = row.result;
  (form.result == "fail" ? form.notice_number : form.result_number) = row.number;
  form.valid_until = row.valid_until;
  form.seal_number = row.seal_number;
  return form;
}

void add_row(const view::Dict& table, const Row& row) {
  const view::Dict dict = table.add("ROW");
  fill_line(dict, row.line);
  dict.set_number("VERSION", row.version);
  dict.show_if(row.ticked, "TICKED");
  dict.show_if(row.result == "pass", "SAYS_PASS");
  dict.show_if(row.result == "fail", "SAYS_FAIL");
  for (const Input& input : inputs) {
    const view::Dict cell = dict.add("INPUT");
    cell.set("FIELD", input.name);
    cell.set("LABEL", domain::field_label(input.label));
    cell.set("VALUE", row.*input.typed);
    cell.set_number("MAX", input.longest);
    const auto mine = [&](const domain::Error& e) { return &input_of(e) == &input; };
    if (std::none_of(row.errors.begin(), row.errors.end(), mine)) continue;
    const view::Dict wrong = cell.add("WRONG");
    for (const domain::Error& error : row.errors)
      if (mine(error)) view::add_message(wrong.add("ERROR"), error);
  }
}

web::Response render_batch(web::Context& ctx, const Batch& batch, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/batch.tpl", {{"desk/results.tpl", "/desk/results"}});
  const view::Dict content = page.content();
  if (batch.rows.empty()) {
    content.show("NOTHING");
    return ctx.render(page, status);
  }
  const view::Dict dict = content.include("FORM", "desk/batch_form.tpl");
  const auto wrong = std::count_if(batch.rows.begin(), batch.rows.end(), [](const Row& row) { return !row.errors.empty(); });
  if (wrong > 0) {
    dict.add("ROWS_WRONG").set_number("COUNT", wrong);
    page.layout().show("HAS_ERRORS");
  }
  const auto whole = std::find_if(errors.begin(), errors.end(), [](const domain::Error& e) { return e.field == "line_key"; });
  if (whole != errors.end()) view::add_message(dict.add("WHOLE_ERROR"), *whole);
  const domain::ResultForm& t = batch.shared;
  view::Form form = view::Form::within(page, dict, as_shown(std::move(errors)), ctx.token("/desk/results/batch"));
  auto outcomes = view::options(domain::result_outcomes());
  outcomes.pop_back();
  form.radio("result", t.result, outcomes, view::required().no_hint());
  form.radio("mark", t.mark, view::options(domain::marks()));
  form.text("result_date", t.verified_on, view::required().max(longest_date));
  form.checkbox("beyond_cycle", t.beyond_cycle);
  form.text("verifier", t.verifier, view::required().max(longest_person).no_hint());
  form.text("checker", t.checker, view::optional().max(longest_person).no_hint());
  form.textarea("remark", t.remark, view::optional().max(longest_text).no_hint());
  for (const Row& row : batch.rows) add_row(dict, row);
  return ctx.render(page, status);
}

// Errors of common fields are shown above, once; the others beside their lines.
std::vector<domain::Error> spread(Batch& batch, const std::vector<std::size_t>& places,
                                  const std::vector<store::ResultDone>& done) {
  std::vector<domain::Error> shared;
  for (std::size_t n = 0; n < done.size(); ++n)
    for (const domain::Error& error : done[n].errors) {
      const bool everybody = std::find(common.begin(), common.end(), error.field) != common.end();
      if (!everybody) batch.rows[places[n]].errors.push_back(error);
      if (everybody && std::find(shared.begin(), shared.end(), error) == shared.end()) shared.push_back(error);
    }
  return shared;
}

bool happened_meanwhile(const std::vector<store::ResultDone>& done) {
  return std::any_of(done.begin(), done.end(), [](const store::ResultDone& d) {
    return std::any_of(d.errors.begin(), d.errors.end(), [](const domain::Error& e) {
      return e.code == "CHANGED_MEANWHILE" || e.code == "LINE_CLOSED" || e.code == "RESULT_STATE";
    });
  });
}

}  // namespace

web::Response show_batch(web::Context& ctx) { return render_batch(ctx, fresh(ctx), {}, 200); }

web::Response save_batch(web::Context& ctx) {
  Batch batch = read_batch(ctx);
  std::vector<store::ResultRow> rows;
  std::vector<std::size_t> places;
  for (std::size_t n = 0; n < batch.rows.size(); ++n) {
    const Row& row = batch.rows[n];
    if (!row.ticked) continue;
    rows.push_back({"", {row.line.unit_id, row.line.id}, row.version, form_of(batch, row)});
    places.push_back(n);
  }
  if (rows.empty()) return render_batch(ctx, batch, {{"line_key", "NO_LINE_TICKED"}}, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      store::record_results(tx, ctx.session->institution_id, rows, ctx.today(), true);
      return "/desk/results?tab=recorded";
    });
    if (!location) return render_batch(ctx, batch, {{"line_key", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "RESULTS_RECORDED");
  } catch (const store::ResultsRefused& refused) {
    const auto shared = spread(batch, places, refused.rows);
    for (Row& row : batch.rows) row.version = row.line.version;  // the change was shown; saving again is a decision
    return render_batch(ctx, batch, shared, happened_meanwhile(refused.rows) ? 409 : 422);
  }
}

}  // namespace desk
