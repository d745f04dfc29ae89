// 标签: a sheet of labels for A4 paper, each with a QR code that leads to the instrument's public validity page. Sizes in
// millimetres stand in views/static/css/labels.css; here stands how many of a size fill a sheet.
#include "base/qr.h"
#include "base/sealed_link.h"
#include "domain/ledger/public_code.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "parts/instrument_facts.h"
#include "web/context.h"

#include <algorithm>
#include <iterator>

namespace ledger {
namespace {

struct Size {
  const char* code;  // of the address and the class: label-60x40
  const char* shown;
  int across, down;  // on a sheet of A4
};
constexpr Size sizes[] = {{"60x40", "60 × 40 mm", 3, 7}, {"50x30", "50 × 30 mm", 4, 9}, {"80x50", "80 × 50 mm", 2, 5}};
constexpr long long most_labels = 500;

const Size& size_of(const web::Params& query) {
  const std::string& asked = query.get("label");
  const auto* found = std::find_if(std::begin(sizes), std::end(sizes), [&](const Size& size) { return asked == size.code; });
  return found == std::end(sizes) ? sizes[0] : *found;
}

void fill_validity(const view::Dict& label, const domain::LedgerRow& row, domain::Date today) {
  const domain::Judgement judged = row.judge(today);
  switch (judged.standing) {
    case domain::Standing::stopped:
      return label.show("STOPPED");
    case domain::Standing::failed:
      return label.show("FAILED");
    case domain::Standing::not_verified:
      return label.show("NOT_VERIFIED");
    case domain::Standing::first_done:
      return label.show("FIRST_DONE");
    default:
      break;
  }
  const bool rotates = row.values.mode == "first_rotate";
  label.add(rotates ? "ROTATE_BY" : "VALID").set("DATE", domain::iso_or_empty(row.values.valid_until));
}

void fill_label(const web::Context& ctx, const view::Dict& label, const domain::LedgerRow& row) {
  label.set("UNIT", ctx.session->organisation);
  label.set("INSTRUMENT", row.values.name);
  label.set("SERIAL_NUMBER", row.values.serial_number);
  parts::add_beside_number(label, row.values);
  fill_validity(label, row, ctx.today());
  if (ctx.services.config.public_url.empty()) return label.show("NO_CODE");
  const base::Qr qr =
      base::qr_code(base::public_address(ctx.services.config, "/query/validity?c=" + domain::short_public_code(row.public_code)));
  const view::Dict code = label.add("CODE");
  code.set_number("SIZE", qr.size);
  code.set("PATH", qr.path);
}

// Sheets of as many labels as the size allows. Those of scrapped instruments would lead nowhere.
long long add_sheets(web::Context& ctx, const view::Dict& content, const store::LedgerFilter& filter, const Size& size) {
  long long made = 0, scrapped = 0;
  view::Dict sheet = content;
  store::each_ledger_row(ctx.db, ctx.session->unit_id, filter, ctx.today(), [&](const domain::LedgerRow& row) {
    if (row.state == "scrapped") {
      ++scrapped;
      return;
    }
    if (made++ % (size.across * size.down) == 0) {
      sheet = content.add("SHEET");
      sheet.set("SIZE_CODE", size.code);
    }
    fill_label(ctx, sheet.add("LABEL"), row);
  });
  if (scrapped > 0) content.add("SCRAPPED_LEFT_OUT").set_number("COUNT", scrapped);
  return made;
}

}  // namespace

web::Response labels(web::Context& ctx) {
  const store::LedgerFilter filter = read_filter(ctx.db, ctx.req.query);
  const Size& chosen = size_of(ctx.req.query);
  const std::string query = filter_query(filter);
  const view::Page page = ctx.page("ledger/labels.tpl", {{"ledger/list.tpl", "/ledger"}});
  page.layout().show("LABEL_SHEETS");
  const view::Dict content = page.content();
  add_filter_words(ctx, content, filter);
  content.set("LIST_HREF", ctx.services.config.base_path + "/ledger" + (query.empty() ? "?tab=all" : query));
  for (const Size& size : sizes) {
    const view::Dict option = content.add("SIZE");
    option.set("SHOWN", size.shown);
    option.set_number("PER_SHEET", size.across * size.down);
    option.set("HREF",
               ctx.services.config.base_path + "/ledger/labels" + query + (query.empty() ? "?" : "&") + "label=" + size.code);
    option.show_if(&size == &chosen, "CURRENT");
  }
  const long long rows = store::count_ledger(ctx.db, ctx.session->unit_id, filter, ctx.today());
  if (rows > most_labels) {
    content.add("TOO_MANY").set_number("COUNT", rows);
    return ctx.render(page);
  }
  const long long made = add_sheets(ctx, content, filter, chosen);
  content.show(made == 0 ? "NOTHING" : "READY");
  const long long per_sheet = chosen.across * chosen.down;
  content.set_number("COUNT", made);
  content.set_number("SHEETS", (made + per_sheet - 1) / per_sheet);
  content.show_if(ctx.services.config.public_url.empty(), "NO_ADDRESS");
  return ctx.render(page);
}

}  // namespace ledger
