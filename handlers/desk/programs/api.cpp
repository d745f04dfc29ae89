// The interface for an institution's own system (JSON, by token): accepted lines out, results in. views/desk/openapi.json
// describes it and is served beside it; a test compares the two. The fields are the columns of the file
// (domain/results/result_columns).
#include "web/api.h"

#include "base/json.h"
#include "base/number.h"
#include "desk/pages.h"
#include "domain/results/result_columns.h"
#include "domain/values/text.h"
#include "store/results/desk_file.h"
#include "store/results/results.h"
#include "view/page.h"
#include "web/context.h"

namespace desk {
namespace {

using domain::Date;
using domain::Error;
using nlohmann::json;

constexpr int most_lines_listed = 500, most_results = 500;

web::Response refused(const web::Context& ctx, int status, const Error& error) {
  return web::api_error(status, error, ctx.req.id);
}

// ------------------------------------------------------------------------------------------------- lines

std::string written(const store::DeskFilePlace& place) {
  return domain::iso_or_empty(place.planned_on) + "." + std::to_string(place.unit_id) + "." + std::to_string(place.line_id);
}

bool read_place(const std::string& text, store::DeskFilePlace& place) {
  const auto first = text.find('.'), last = text.rfind('.');
  if (first == std::string::npos || first == last) return false;
  const auto unit = base::row_id(text.substr(first + 1, last - first - 1)), line = base::row_id(text.substr(last + 1));
  place = {Date::from_iso(text.substr(0, first)), unit.value_or(0), line.value_or(0)};
  return place.planned_on && unit && line;
}

json line_json(const store::DeskFileLine& line) {
  json object = {{"state", line.state}};
  std::size_t n = 0;
  for (const domain::Term& column : domain::line_columns()) {
    const std::string& cell = line.cells.at(n++);
    if (column.code == "quantity" || column.code == "cycle_months")
      object[std::string(column.code)] = cell.empty() ? json() : json(std::stoi(cell));
    else
      object[std::string(column.code)] = cell;
  }
  return object;
}

// ------------------------------------------------------------------------------------------------- results

// A field of an entry as text: strings as they are, whole numbers in digits, nothing for null. Otherwise an error beside it.
std::string text_of(const json& entry, const char* name, std::vector<Error>& errors) {
  const auto at = entry.find(name);
  if (at == entry.end() || at->is_null()) return "";
  if (at->is_string()) {
    const auto& text = at->get_ref<const std::string&>();
    if (text.find('\0') == std::string::npos) return text;
    errors.push_back({name, "CONTROL_CHARACTER"});
    return "";
  }
  if (at->is_number_integer()) return at->dump();
  errors.push_back({name, "API_FIELD_TEXT"});
  return "";
}

store::ResultRow row_of(const json& entry, std::vector<Error>& errors) {
  store::ResultRow row;
  domain::ResultForm& f = row.form;
  row.line_key = text_of(entry, "line_key", errors);
  if (row.line_key.empty() && errors.empty()) errors.push_back({"line_key", "REQUIRED"});
  for (const auto& [name, typed] : domain::result_fields()) f.*typed = text_of(entry, name, errors);
  if (const auto at = entry.find("beyond_cycle"); at != entry.end()) {
    if (at->is_boolean())
      f.beyond_cycle = at->get<bool>();
    else
      errors.push_back({"beyond_cycle", "API_FIELD_BOOLEAN"});
  }
  return row;
}

json outcome(const std::string& line_key, const store::ResultDone& done) {
  json object = {{"line_key", line_key}, {"recorded", done.done() && done.result_id != 0}};
  if (done.result_id != 0 && done.done()) object["result_id"] = done.result_id;
  json errors = json::array();
  for (const Error& error : done.errors) errors.push_back(web::api_json(error));
  if (!errors.empty()) object["errors"] = errors;
  return object;
}

web::Response answer_of(const std::vector<store::ResultRow>& rows, const std::vector<store::ResultDone>& done, bool kept) {
  json results = json::array();
  int recorded = 0, bad = 0;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    json one = outcome(rows[n].line_key, done[n]);
    if (!kept) one["recorded"] = false, one.erase("result_id");
    recorded += one["recorded"].get<bool>() ? 1 : 0;
    bad += done[n].errors.empty() ? 0 : 1;
    results.push_back(std::move(one));
  }
  return web::api_answer({{"recorded", recorded}, {"refused", bad}, {"results", results}}, bad == 0 ? 200 : 422);
}

struct Posted {
  std::vector<store::ResultRow> rows;
  std::vector<store::ResultDone> wrong;  // what is wrong with an entry before its line is looked at
  bool good_only = false, clean = true;
};

std::optional<web::Response> read_posted(const web::Context& ctx, Posted& posted) {
  json body;
  try {
    body = json::parse(ctx.req.body);
  } catch (const json::parse_error& e) {
    return refused(ctx, 400, {"", "API_JSON", std::to_string(e.byte)});
  }
  if (!body.is_object() || !body.contains("results") || !body["results"].is_array())
    return refused(ctx, 422, {"results", "API_FIELD_LIST"});
  if (body["results"].size() > most_results) return refused(ctx, 422, {"results", "API_TOO_MANY", std::to_string(most_results)});
  if (const auto at = body.find("good_only"); at != body.end()) {
    if (!at->is_boolean()) return refused(ctx, 422, {"good_only", "API_FIELD_BOOLEAN"});
    posted.good_only = at->get<bool>();
  }
  for (const json& entry : body["results"]) {
    if (!entry.is_object()) return refused(ctx, 422, {"results", "API_FIELD_LIST"});
    store::ResultDone done;
    posted.rows.push_back(row_of(entry, done.errors));
    posted.clean = posted.clean && done.errors.empty();
    posted.wrong.push_back(std::move(done));
  }
  return {};
}

}  // namespace

web::Response api_document(web::Context& ctx) { return web::api_document(ctx.services.config, "desk/openapi.json", "/desk/api"); }

web::Response api_lines(web::Context& ctx) {
  if (!ctx.client->may("lines")) return refused(ctx, 403, {"", "API_SCOPE", "lines"});
  const web::Params& q = ctx.req.query;
  store::DeskFile file;
  store::DeskFilePlace after;
  for (const auto& [name, day] : {std::pair("planned_from", &file.planned_from), std::pair("planned_to", &file.planned_to)})
    if (!q.get(name).empty() && !(*day = Date::from_iso(q.get(name)))) return refused(ctx, 422, {name, "API_PARAMETER"});
  if (!q.get("delivery").empty() && !domain::contains(domain::deliveries(), q.get("delivery")))
    return refused(ctx, 422, {"delivery", "API_PARAMETER"});
  file.delivery = q.get("delivery");
  if (!q.get("after").empty() && !read_place(q.get("after"), after)) return refused(ctx, 422, {"after", "API_PARAMETER"});
  const long long limit = q.get("limit").empty() ? 100 : base::row_id(q.get("limit")).value_or(0);
  if (limit < 1 || limit > most_lines_listed) return refused(ctx, 422, {"limit", "API_PARAMETER"});
  auto found = store::desk_file_lines(ctx.db, ctx.client->institution_id, file, after, static_cast<int>(limit) + 1);
  json next = nullptr;
  if (found.size() > static_cast<std::size_t>(limit)) {
    found.pop_back();
    next = written(found.back().place);
  }
  json lines = json::array();
  for (const store::DeskFileLine& line : found) lines.push_back(line_json(line));
  return web::api_answer({{"lines", lines}, {"next", next}});
}

// All or nothing, unless good_only is asked for. A line has one result: posted again after a broken connection, it is refused
// with LINE_CLOSED, and nothing is done twice.
web::Response api_results(web::Context& ctx) {
  if (!ctx.client->may("results")) return refused(ctx, 403, {"", "API_SCOPE", "results"});
  Posted posted;
  if (auto response = read_posted(ctx, posted)) return *response;
  if (!posted.clean && !posted.good_only) return answer_of(posted.rows, posted.wrong, false);
  std::vector<store::ResultRow> rows;
  for (std::size_t n = 0; n < posted.rows.size(); ++n)
    if (posted.wrong[n].done()) rows.push_back(posted.rows[n]);
  std::vector<store::ResultDone> done;
  bool kept = true;
  try {
    done = ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) {
      return store::record_results(tx, ctx.client->institution_id, rows, ctx.today(), !posted.good_only);
    });
  } catch (const store::ResultsRefused& refusal) {
    done = refusal.rows;
    kept = false;
  }
  std::size_t at = 0;
  for (store::ResultDone& entry : posted.wrong)
    if (entry.done()) entry = done.at(at++);
  return answer_of(posted.rows, posted.wrong, kept);
}

}  // namespace desk
