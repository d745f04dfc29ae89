// See records.h. The pages that add a record and that remove one.
#include "ledger/records.h"

#include "domain/values/terms.h"
#include "ledger/attachments.h"
#include "ledger/pages.h"
#include "ledger/show.h"
#include "store/catalogue/catalogue.h"
#include "store/core/constraints.h"
#include "store/ledger/certificates.h"
#include "store/ledger/instruments.h"
#include "view/form.h"
#include "web/errors.h"

#include <algorithm>

namespace ledger {
namespace {

struct RecordPage {
  domain::InstrumentForm typed;
  parts::StoredFile file;
  bool beyond_cycle = false;
};

bool may_declare(const web::Context& ctx, const domain::LedgerRow& instrument) {
  return ctx.may_edit() && instrument.state != "scrapped" && !instrument.recorded();
}

void fill_record(const view::Dict& row, const domain::LedgerRow& instrument, const store::Record& record) {
  row.set_number("ID", instrument.id);
  row.set_number("RECORD_ID", record.id);
  row.show(record.id == 0 ? "IN_FORCE" : "EARLIER");
  row.set("VERIFIED_ON", record.verified_on.iso());
  row.set("VALID_UNTIL", domain::iso_or_empty(record.valid_until));
  row.set("NUMBER", record.number);
  if (!record.seal_number.empty()) row.add("SEAL").set("NUMBER", record.seal_number);
  row.set("INSTITUTION", record.institution_name);
  row.set("MARK", record.mark.empty() ? "" : domain::word(domain::marks(), record.mark));
  row.show_if(record.version_no > 1, "CORRECTED");
  row.show(record.result == "declared" ? "DECLARED" : record.result == "pass" ? "PASSED" : "FAILED");
  if (record.file_id == 0) return;
  const view::Dict file = row.add("FILE");
  file.set_number("ID", instrument.id);
  file.set_number("FILE_ID", record.file_id);
}

// Removal pages: …/certificates/current/remove is the one in force, …/certificates/{id}/remove an earlier one.
std::string removal_path(const domain::LedgerRow& instrument, const store::Record& record) {
  const std::string which = record.id == 0 ? "current" : std::to_string(record.id);
  return instrument_path(instrument.id, "/certificates/" + which + "/remove");
}

RecordPage read_record_form(const web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  RecordPage page;
  page.typed.certificate_number = f.need("certificate_number");
  page.typed.institution_name = f.need("institution_name");
  page.typed.verified_on = f.need("verified_on");
  page.typed.valid_until = f.need("valid_until");
  page.beyond_cycle = f.get("declared_beyond") == "yes";
  page.file = parts::read_upload(ctx, "certificate_file", upload_rule(ctx), errors);
  return page;
}

web::Response render_new(web::Context& ctx, const domain::LedgerRow& instrument, const RecordPage& shown,
                         std::vector<domain::Error> errors, int status) {
  const std::string path = instrument_path(instrument.id, "/certificates/new");
  const view::Page page =
      ctx.page("ledger/record_new.tpl", {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", instrument_path(instrument.id)}});
  const view::Dict content = page.content();
  content.set_number("ID", instrument.id);
  content.set_number("VERSION", instrument.version);
  content.set("INSTRUMENT_NAME", instrument.values.name);
  content.set("MODEL", instrument.values.model);
  content.set("SERIAL_NUMBER", instrument.values.serial_number);
  content.set("SEAL", shown.file.seal);
  if (instrument.values.cycle_months) content.add("CYCLE").set_number("MONTHS", *instrument.values.cycle_months);
  if (instrument.values.verified_on) {
    const view::Dict now = content.add("IN_FORCE");
    now.set("VERIFIED_ON", instrument.values.verified_on->iso());
    now.set("VALID_UNTIL", domain::iso_or_empty(instrument.values.valid_until));
  }
  const bool beyond =
      std::any_of(errors.begin(), errors.end(), [](const domain::Error& e) { return e.code == "DECLARED_BEYOND"; });
  view::Form form(page, std::move(errors), ctx.token(path));
  if (beyond || shown.beyond_cycle) form.checkbox("declared_beyond", shown.beyond_cycle);
  form.text("certificate_number", shown.typed.certificate_number, view::optional().max(60));
  form.text("institution_name", shown.typed.institution_name, view::optional().max(100).wide());
  form.text("verified_on", shown.typed.verified_on, view::required().max(30));
  form.text("valid_until", shown.typed.valid_until, view::optional().max(30));
  form.file("certificate_file", shown.file.there() && shown.file.name.empty() ? shown.file.file_name : shown.file.name);
  return ctx.render(page, status);
}

// With two records of one day it would be undefined which of them is in force.
bool same_day(web::Context& ctx, long long instrument_id, domain::Date day) {
  const auto records = store::records_of(ctx.db, ctx.session->unit_id, instrument_id);
  return std::any_of(records.begin(), records.end(), [&](const store::Record& r) { return r.verified_on == day; });
}

domain::Checked<domain::InstrumentValues> check(web::Context& ctx, const domain::LedgerRow& instrument, const RecordPage& shown) {
  const auto kind = store::find_kind(ctx.db, instrument.values.kind_id);
  if (!kind) throw web::NotFound();
  auto checked = domain::check_record(shown.typed, instrument.values, *kind, ctx.today(), shown.beyond_cycle);
  if (checked.ok() && same_day(ctx, instrument.id, *checked.value.verified_on))
    checked.errors.push_back({"verified_on", "RECORD_SAME_DAY"});
  return checked;
}

domain::LedgerRow own_declarable(web::Context& ctx) {
  domain::LedgerRow instrument = own_changeable(ctx);
  if (instrument.recorded()) throw web::Conflict();  // from now on results alone change it
  return instrument;
}

// Which record the address means.
store::Record own_record(web::Context& ctx, const domain::LedgerRow& instrument) {
  const long long id = ctx.ids.size() > 1 ? ctx.id(1) : 0;
  for (const store::Record& record : store::records_of(ctx.db, ctx.session->unit_id, instrument.id))
    if (record.id == id) return record;
  throw web::NotFound();
}

}  // namespace

void add_records(web::Context& ctx, const view::Dict& dict, const domain::LedgerRow& instrument) {
  const auto records = store::records_of(ctx.db, ctx.session->unit_id, instrument.id);
  const view::Dict section = dict.include("RECORDS", "ledger/records.tpl");
  const bool may = may_declare(ctx, instrument);
  if (may) section.add("CAN_ADD").set_number("ID", instrument.id);
  if (records.empty()) return section.show("NO_RECORD");
  const view::Dict table = section.add("TABLE");
  for (const store::Record& record : records) {
    const view::Dict row = table.add("RECORD");
    fill_record(row, instrument, record);
    if (may && record.result == "declared")
      row.add("CAN_REMOVE").set("HREF", ctx.services.config.base_path + removal_path(instrument, record));
  }
}

web::Response show_new_record(web::Context& ctx) { return render_new(ctx, own_declarable(ctx), {}, {}, 200); }

web::Response add_record(web::Context& ctx) {
  const domain::LedgerRow instrument = own_declarable(ctx);
  std::vector<domain::Error> errors;
  const RecordPage shown = read_record_form(ctx, errors);
  const auto checked = check(ctx, instrument, shown);
  errors.insert(errors.begin(), checked.errors.begin(), checked.errors.end());
  const long long unit = ctx.session->unit_id;
  if (shown.file.there() && store::attachments_of(ctx.db, unit, instrument.id).size() >= store::most_attachments)
    errors.push_back({"certificate_file", "ATTACHMENTS_FULL", std::to_string(store::most_attachments)});
  if (!errors.empty()) return render_new(ctx, instrument, shown, errors, 422);
  const auto conflict = [&](const char* code) {
    return render_new(ctx, own_declarable(ctx), shown, {{"certificate_number", code}}, 409);
  };
  if (ctx.req.form.need("version") != std::to_string(instrument.version)) return conflict("CHANGED_MEANWHILE");
  const std::string thumb = shown.file.there() ? parts::store_thumbnail(ctx, shown.file.file_name) : "";
  bool kept = false;
  const auto change = [&](store::Tx& tx) -> std::string {
    if (!store::lock_instrument(tx, unit, instrument.id, instrument.version)) throw web::Conflict();
    std::optional<long long> file = 0;
    if (shown.file.there())
      file = store::add_attachment(tx, unit, instrument.id, to_attachment("certificate", shown.file, thumb));
    if (!file || !store::add_record(tx, unit, instrument, checked.value, *file)) throw web::Conflict();
    kept = true;
    return instrument_path(instrument.id);
  };
  try {
    const auto location = ctx.change_once(change);
    if (!kept) parts::drop_file(ctx, thumb);
    return location ? ctx.redirect(*location, "RECORD_STORED") : conflict(ctx.not_taken());
  } catch (const web::Conflict&) {
    parts::drop_file(ctx, thumb);
    return conflict("CHANGED_MEANWHILE");
  } catch (const store::Violation& violation) {
    parts::drop_file(ctx, thumb);
    if (violation.constraint != store::constraint::attachments_file_name) throw;
    return render_new(ctx, own_declarable(ctx), {shown.typed, {}}, {{"certificate_file", "FILE_AGAIN"}}, 422);
  }
}

web::Response ask_remove_record(web::Context& ctx) {
  const domain::LedgerRow instrument = own_declarable(ctx);
  const store::Record record = own_record(ctx, instrument);
  if (record.result != "declared") throw web::Conflict();
  const view::Page page = ctx.page("ledger/record_removal.tpl",
                                   {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", instrument_path(instrument.id)}});
  const view::Dict content = page.content();
  fill_record(content, instrument, record);
  content.set("INSTRUMENT_NAME", instrument.values.name);
  content.set_number("VERSION", instrument.version);
  const std::string path = removal_path(instrument, record);
  content.set("ACTION", ctx.services.config.base_path + path);
  content.include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token(path));
  const auto records = store::records_of(ctx.db, ctx.session->unit_id, instrument.id);
  if (record.id == 0 && records.size() > 1) {
    content.add("NEXT").set("VERIFIED_ON", records[1].verified_on.iso());
  } else if (record.id == 0) {
    content.show("NONE_LEFT");
  }
  return ctx.render(page);
}

web::Response remove_record(web::Context& ctx) {
  const domain::LedgerRow instrument = own_declarable(ctx);
  const store::Record record = own_record(ctx, instrument);
  if (ctx.req.form.need("version") != std::to_string(instrument.version)) throw web::Conflict();
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::remove_record(tx, ctx.session->unit_id, instrument, record)) throw web::Conflict();
    return instrument_path(instrument.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "RECORD_REMOVED");
}

}  // namespace ledger
