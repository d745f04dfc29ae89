// 消息: notices about the appointments of one's unit or institution, newest first. Opening one marks it as read, so it is a
// form and not a link; the same form marks all, and chooses whether they come by e-mail too.
#include "store/people/notices.h"

#include "accounts/pages.h"
#include "base/number.h"
#include "view/form.h"
#include "view/notice_line.h"
#include "view/pager.h"
#include "web/context.h"
#include "web/errors.h"

namespace accounts {
namespace {

constexpr int on_a_page = 50;

std::string place_of(const web::Context& ctx, const store::Notice& notice) {
  const std::string id = std::to_string(notice.appointment_id);
  if (ctx.session->user_type == "institution") return notice.appointment_id ? "/desk/appointments/" + id : "/desk/appointments";
  if (notice.appointment_id) return "/appointments/" + id;
  const auto instrument = notice.data.find("instrument_id");
  return instrument != notice.data.end() && instrument->is_number_integer()
             ? "/ledger/" + std::to_string(instrument->get<long long>())
             : "/ledger";
}

void fill_mail(const view::Dict& content, const store::NoticeMail& mail) {
  const view::Dict setting = content.add("MAIL");
  setting.set("ADDRESS", mail.address);
  setting.show(mail.address.empty() ? "NO_ADDRESS" : mail.wanted ? "MAIL_ON" : "MAIL_OFF");
}

// Which button: op_open_<id>.
long long opened(const web::Params& form) {
  for (const auto& [name, value] : form.all())
    if (name.rfind("op_open_", 0) == 0) return base::row_id(name.substr(8)).value_or(0);
  return 0;
}

}  // namespace

web::Response list_notices(web::Context& ctx) {
  const long long user = ctx.session->user_id;
  const long long before = base::row_id(ctx.req.query.get("before")).value_or(0);
  auto notices = store::notices_of(ctx.db, user, before, on_a_page + 1);
  const bool more = notices.size() > on_a_page;
  if (more) notices.pop_back();
  const view::Page page = ctx.page("accounts/notices.tpl");
  const view::Dict content = page.content();
  const view::Form form(page, {}, ctx.token("/accounts/notices"));
  for (const store::Notice& notice : notices) {
    const view::Dict row = content.add("ROW");
    row.set_number("ID", notice.id);
    row.set("AT", notice.created_at);
    row.show(notice.read ? "READ" : "UNREAD");
    view::add_notice_line(
        row, {ctx.session->user_type == "institution" ? "institution" : "unit", notice.kind, notice.number, notice.data});
  }
  content.show(notices.empty() ? before == 0 ? "EMPTY" : "NO_OLDER" : "ROWS");
  content.show_if(ctx.session->unread_count > 0, "SOME_UNREAD");
  const std::string base = ctx.services.config.base_path + "/accounts/notices";
  if (before != 0) content.add("NEWEST").set("HREF", base);
  if (more) content.add("OLDER").set("HREF", base + "?before=" + std::to_string(notices.back().id));
  fill_mail(content, store::notice_mail(ctx.db, user));
  return ctx.render(page);
}

web::Response read_notices(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const long long user = ctx.session->user_id;
  const long long open = opened(form);
  const auto notice = open != 0 ? store::find_notice(ctx.db, user, open) : std::nullopt;
  if (open != 0 && !notice) throw web::NotFound();
  const bool mail = form.has("op_mail_on") || form.has("op_mail_off");
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (notice) {
      store::read_notice(tx, user, notice->id);
      return place_of(ctx, *notice);
    }
    if (mail)
      store::set_notice_mail(tx, user, form.has("op_mail_on"));
    else if (form.has("op_read_all"))
      store::read_all_notices(tx, user);
    return "/accounts/notices";
  });
  if (!location || notice) return ctx.redirect(location.value_or("/accounts/notices"));
  return ctx.redirect(*location, mail ? "NOTICE_MAIL_SET" : "NOTICES_READ");
}

}  // namespace accounts
