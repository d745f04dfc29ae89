// See attachments.h.
#include "ledger/attachments.h"

#include "domain/values/terms.h"
#include "ledger/pages.h"
#include "ledger/show.h"
#include "store/core/constraints.h"
#include "store/ledger/instruments.h"
#include "view/form.h"
#include "web/download.h"
#include "web/errors.h"

namespace ledger {
namespace {

std::string ending_of(const std::string& name) { return name.substr(name.rfind('.') + 1); }

void fill_file(const view::Dict& row, long long instrument_id, const store::Attachment& file) {
  row.set_number("ID", instrument_id);
  row.set_number("FILE_ID", file.id);
  row.set("NAME", attachment_name(file));
  row.set("KIND", domain::word(domain::attachment_kinds(), file.kind));
  row.set_number("KILOBYTES", (file.size + 1023) / 1024);
  row.set("ADDED_AT", file.added_at);
  row.set("ADDED_BY", file.added_by);
  row.show_if(file.of_record, "OF_RECORD");
  row.show(file.thumb_name.empty() ? "IS_" + view::section_name(ending_of(file.file_name)) : "THUMB");
}

store::Attachment own_file(web::Context& ctx) {
  auto file = store::find_attachment(ctx.db, ctx.session->unit_id, ctx.id(), ctx.id(1));
  if (!file) throw web::NotFound();
  return *file;
}

AttachmentForm read_attachment_form(const web::Context& ctx, std::vector<domain::Error>& errors) {
  AttachmentForm form;
  form.kind = ctx.req.form.get("attachment_kind");
  if (!domain::contains(domain::attachment_kinds(), form.kind))
    errors.push_back({"attachment_kind", form.kind.empty() ? "REQUIRED" : "NOT_A_CHOICE"});
  const std::size_t before = errors.size();
  form.file = parts::read_upload(ctx, "attachment", upload_rule(ctx), errors);
  if (!form.file.there() && errors.size() == before) errors.push_back({"attachment", "REQUIRED"});
  return form;
}

}  // namespace

parts::UploadRule upload_rule(const web::Context& ctx) { return {"attachment of " + std::to_string(ctx.session->unit_id), 10}; }

store::Attachment to_attachment(const std::string& kind, const parts::StoredFile& file, const std::string& thumb_name) {
  store::Attachment attachment;
  attachment.kind = kind;
  attachment.file_name = file.file_name;
  attachment.thumb_name = thumb_name;
  attachment.original_name = file.name;
  attachment.size = file.size;
  return attachment;
}

std::string attachment_name(const store::Attachment& file) {
  if (!file.original_name.empty()) return file.original_name;
  return std::string(domain::word(domain::attachment_kinds(), file.kind)) + "." + ending_of(file.file_name);
}

void add_attachments(web::Context& ctx, const view::Page& page, const domain::LedgerRow& instrument, const AttachmentForm& typed,
                     std::vector<domain::Error> errors) {
  const auto files = store::attachments_of(ctx.db, ctx.session->unit_id, instrument.id);
  const view::Dict section = page.content().include("ATTACHMENTS", "ledger/attachments.tpl");
  const bool may_change = ctx.may_edit() && instrument.state != "scrapped";
  if (files.empty()) section.show("NO_FILE");
  if (!files.empty()) {
    const view::Dict table = section.add("FILES");
    for (const store::Attachment& file : files) {
      const view::Dict row = table.add("FILE");
      fill_file(row, instrument.id, file);
      row.show_if(may_change && !file.of_result, "CAN_REMOVE");
    }
  }
  if (!may_change) return;
  if (files.size() >= store::most_attachments && errors.empty())
    return section.add("FULL").set_number("MOST", store::most_attachments);
  const view::Dict box = section.include("FORM", "ledger/attachment_form.tpl");
  box.set_number("ID", instrument.id);
  box.set("SEAL", typed.file.seal);
  view::Form form = view::Form::within(page, box, std::move(errors), ctx.token(instrument_path(instrument.id, "/attachments")));
  form.radio("attachment_kind", typed.kind.empty() ? "photo" : typed.kind, view::options(domain::attachment_kinds()),
             view::required());
  form.file("attachment", typed.file.name.empty() && typed.file.there() ? typed.file.file_name : typed.file.name,
            view::required());
}

web::Response attach(web::Context& ctx) {
  const domain::LedgerRow instrument = own_changeable(ctx);
  std::vector<domain::Error> errors;
  const AttachmentForm typed = read_attachment_form(ctx, errors);
  const auto full = [] { return domain::Error{"attachment", "ATTACHMENTS_FULL", std::to_string(store::most_attachments)}; };
  if (!errors.empty()) return render_instrument(ctx, instrument, typed, errors, 422);
  const std::string thumb = parts::store_thumbnail(ctx, typed.file.file_name);
  bool kept = false;
  const auto give_up = [&](const domain::Error& error, int status, const AttachmentForm& shown) {
    parts::drop_file(ctx, thumb);
    return render_instrument(ctx, own_changeable(ctx), shown, {error}, status);
  };
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::lock_instrument(tx, ctx.session->unit_id, instrument.id, 0)) throw web::Conflict();
      const auto file = to_attachment(typed.kind, typed.file, thumb);
      kept = store::add_attachment(tx, ctx.session->unit_id, instrument.id, file).has_value();
      if (!kept) throw web::TooLarge();
      return instrument_path(instrument.id);
    });
    if (!location) return give_up({"attachment", ctx.not_taken()}, 409, typed);
    if (!kept) parts::drop_file(ctx, thumb);  // a second click at the same moment: the first one's picture stays
    return ctx.redirect(*location, "ATTACHED");
  } catch (const web::TooLarge&) {
    return give_up(full(), 422, typed);
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::attachments_file_name) throw;
    return give_up({"attachment", "FILE_AGAIN"}, 422, {typed.kind, {}});
  }
}

// In the browser, or with ?download=1 to be saved; under the sender's name with the ending of what it really is.
web::Response attachment(web::Context& ctx) {
  const store::Attachment file = own_file(ctx);
  std::string name = attachment_name(file);
  if (const auto dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.resize(dot);
  const auto shown = ctx.req.query.has("download") ? web::Shown::as_download : web::Shown::in_browser;
  return web::stored_file(file.file_name, shown, "attachment-" + std::to_string(file.id), name);
}

web::Response attachment_thumb(web::Context& ctx) {
  const store::Attachment file = own_file(ctx);
  if (file.thumb_name.empty()) throw web::NotFound();
  const std::string name = "thumb-" + std::to_string(file.id);
  return web::stored_file(file.thumb_name, web::Shown::in_browser, name, name);
}

web::Response ask_detach(web::Context& ctx) {
  const domain::LedgerRow instrument = own_changeable(ctx);
  const store::Attachment file = own_file(ctx);
  if (file.of_result) throw web::Conflict();
  const view::Page page = ctx.page("ledger/attachment_removal.tpl",
                                   {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", instrument_path(instrument.id)}});
  fill_file(page.content(), instrument.id, file);
  page.content().set("INSTRUMENT_NAME", instrument.values.name);
  const std::string path = instrument_path(instrument.id, "/attachments/" + std::to_string(file.id) + "/remove");
  page.content().include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token(path));
  return ctx.render(page);
}

web::Response detach(web::Context& ctx) {
  const domain::LedgerRow instrument = own_changeable(ctx);
  const store::Attachment file = own_file(ctx);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::lock_instrument(tx, ctx.session->unit_id, instrument.id, 0) ||
        !store::remove_attachment(tx, ctx.session->unit_id, instrument.id, file))
      throw web::Conflict();
    return instrument_path(instrument.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "DETACHED");
}

}  // namespace ledger
