// 后台任务: the unit's jobs, their progress, their result, the file to download. Closing the page stops nothing.
#include "store/core/jobs.h"

#include "domain/values/terms.h"
#include "ledger/pages.h"
#include "ledger/refused.h"
#include "store/ledger/bulk.h"
#include "view/form.h"
#include "web/context.h"
#include "web/download.h"
#include "web/errors.h"

namespace ledger {
namespace {

constexpr int most_listed = 50;

store::Job own_job(web::Context& ctx) {
  auto job = store::find_job(ctx.db, ctx.session->unit_id, ctx.id());
  if (!job) throw web::NotFound();
  return std::move(*job);
}

// What people see of an import is its own page.
std::string place_of(const store::Job& job) {
  const bool import = job.kind == "import_check" || job.kind == "import_apply";
  if (import && job.params.contains("import"))
    return "/ledger/imports/" + std::to_string(job.params.at("import").get<long long>());
  return "/ledger/jobs/" + std::to_string(job.id);
}

void fill_job(const view::Dict& dict, const store::Job& job) {
  dict.set_number("ID", job.id);
  dict.set("KIND", domain::word(domain::job_kinds(), job.kind));
  dict.set("STATE", domain::word(domain::job_states(), job.state));
  dict.set("LOGIN", job.login);
  dict.set("CREATED_AT", job.created_at);
  dict.set("FINISHED_AT", job.finished_at);
  dict.show_if(job.state == "done" && !job.file_name.empty(), "FILE");
  if (job.state == "running" && job.total > 0) {
    const view::Dict progress = dict.add("PROGRESS");
    progress.set_number("DONE", job.done);
    progress.set_number("TOTAL", job.total);
    progress.set_number("PERCENT", job.done * 100 / job.total);
  }
}

void fill_bulk(const view::Dict& content, const store::Job& job) {
  const auto outcome = store::outcome_from_json(job.outcome);
  const view::Dict bulk = content.add("BULK");
  const std::string_view word = domain::word(domain::ledger_acts(), job.params.at("act").get<std::string>());
  bulk.set("WORD", word);
  bulk.set("REASON", job.params.at("reason").get<std::string>());
  bulk.set_number("DONE", outcome.done);
  bulk.set_number("REFUSED_COUNT", outcome.refused);
  add_refused(bulk, outcome, word);
}

}  // namespace

web::Response list_jobs(web::Context& ctx) {
  const view::Page page = ctx.page("ledger/jobs.tpl", {{"ledger/list.tpl", "/ledger"}});
  const auto jobs = store::recent_jobs(ctx.db, ctx.session->unit_id, most_listed);
  page.content().show_if(jobs.empty(), "EMPTY");
  if (jobs.empty()) return ctx.render(page);
  const view::Dict list = page.content().add("LIST");
  for (const store::Job& job : jobs) {
    const view::Dict row = list.add("JOB");
    fill_job(row, job);
    row.set("HREF", ctx.services.config.base_path + place_of(job));
  }
  return ctx.render(page);
}

web::Response show_job(web::Context& ctx) {
  const store::Job job = own_job(ctx);
  if (place_of(job) != "/ledger/jobs/" + std::to_string(job.id)) return ctx.redirect(place_of(job));
  const view::Page page = ctx.page("ledger/job.tpl", {{"ledger/list.tpl", "/ledger"}, {"ledger/jobs.tpl", "/ledger/jobs"}});
  const view::Dict content = page.content();
  fill_job(content, job);
  if (job.state == "done" && job.kind == "bulk") fill_bulk(content, job);
  if (job.state == "failed") view::add_message(content.add("FAILED"), {"", job.outcome.value("error", "INTERNAL")});
  content.show_if(!job.ended(), "OPEN");
  web::Response response = ctx.render(page);
  if (!job.ended()) response.header("Refresh", "2");
  return response;
}

web::Response download_job(web::Context& ctx) {
  const store::Job job = own_job(ctx);
  if (job.state != "done" || job.file_name.empty()) throw web::NotFound();
  return web::stored_file(job.file_name, web::Shown::as_download, "ledger-" + std::to_string(job.id), job.file_shown);
}

}  // namespace ledger
