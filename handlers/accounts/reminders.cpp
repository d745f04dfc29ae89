// 到期提醒设置: which reminders a unit gets and when, and its further recipients. Everybody of the unit sees it; 只读 sees no
// form.
#include "store/mail/reminders.h"

#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "base/number.h"
#include "base/sealed_link.h"
#include "domain/mail/reminder_preferences.h"
#include "domain/people/account.h"
#include "store/mail/reminder_settings.h"
#include "store/mail/unreachable.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace accounts {
namespace {

constexpr const char* home = "/accounts/reminders";
constexpr const char* addresses = "/accounts/reminders/addresses";
constexpr int example_due = 100, example_overdue = 60;  // days from today; days after that

struct Shown {
  std::optional<domain::PreferencesForm> typed{};  // none: as it is stored
  std::string address{};
  std::vector<domain::Error> preferences_errors{}, address_errors{};
};

void fill_own_address(const view::Dict& content, const std::string& email, const store::RefusedAddress& refused) {
  if (email.empty()) return content.show("NO_EMAIL");
  const view::Dict own = content.add("OWN");
  own.set("EMAIL", email);
  if (refused.address.empty()) return own.show("VALID");
  own.add("REFUSED").set("SINCE", refused.since);
}

void fill_preferences(const view::Dict& content, const domain::ReminderPreferences& preferences) {
  const view::Dict facts = content.add("FACTS");
  facts.show(preferences.weekly ? "WEEKLY" : "DAILY");
  if (preferences.is_off(domain::off_soon)) {
    facts.show("NO_SOON");
  } else {
    const view::Dict soon = facts.add("SOON");
    for (const int days : preferences.thresholds) soon.add("THRESHOLD").set_number("DAYS", days);
  }
  for (const domain::Term& what : domain::optional_reminders())
    if (preferences.is_off(what.code)) facts.add("OFF").set("WORD", what.word);
  facts.show_if(preferences.off.empty(), "NOTHING_OFF");
}

void fill_example(web::Context& ctx, const view::Dict& content, const domain::ReminderPreferences& preferences) {
  const domain::Date due = ctx.today().plus_days(example_due);
  const view::Dict example = content.add("EXAMPLE");
  example.set("DUE", due.iso());
  for (const domain::Date day : domain::example_days(preferences, due, ctx.today(), due.plus_days(example_overdue))) {
    const view::Dict one = example.add("DAY");
    one.set("ON", day.iso());
    const int left = due - day;
    const char* when = left > 0 ? "BEFORE" : left == 0 ? "THAT_DAY" : "AFTER";
    one.add(when).set_number("DAYS", std::max(left, -left));
  }
}

const char* state_of(const store::ReminderAddress& one) {
  if (!one.left_at.empty()) return "LEFT";
  if (!one.confirmed_at.empty()) return one.refused_since.empty() ? "CONFIRMED" : "REFUSED";
  return one.link_open ? "WAITING" : "EXPIRED";
}

void fill_addresses(web::Context& ctx, const view::Dict& content, const std::vector<store::ReminderAddress>& list) {
  if (list.empty()) return content.show("NO_ADDRESSES");
  const view::Dict table = content.add("ADDRESSES");
  table.show_if(ctx.may_edit(), "EDITS");
  for (const store::ReminderAddress& one : list) {
    const view::Dict row = table.add("ROW");
    row.set("ADDRESS", one.address);
    row.set("ADDED_BY", one.added_by);
    const std::string state = state_of(one);
    const view::Dict dict = row.add(state);
    dict.set("SINCE", state == "LEFT" ? one.left_at : state == "REFUSED" ? one.refused_since : one.confirmed_at);
    dict.set("ASKED", one.asked_at);
    if (!ctx.may_edit()) continue;
    const view::Dict acts = row.add("ACTS");
    acts.set_number("ID", one.id);
    acts.set("TOKEN", ctx.token(std::string(addresses) + "/" + std::to_string(one.id)));
    acts.show_if(one.confirmed_at.empty(), "ASK");
  }
}

web::Response render_reminders(web::Context& ctx, const Shown& shown, int status) {
  const store::Unit unit = own_unit(ctx);
  const store::ReminderSettings settings = store::reminder_settings(ctx.db, unit.id);
  const view::Page page = ctx.page("accounts/reminders.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  const view::Dict content = page.content();
  fill_own_address(content, unit.email, store::own_refused_address(ctx.db));
  content.set_number("MANAGER_DAYS", store::manager_days(ctx.settings));
  fill_example(ctx, content, settings.preferences);
  fill_addresses(ctx, content, store::reminder_addresses(ctx.db, unit.id));
  if (!ctx.may_edit()) {
    fill_preferences(content, settings.preferences);
    return ctx.render(page, status);
  }
  const view::Dict preferences = content.add("EDIT").include("FORM", "accounts/reminders_form.tpl");
  preferences.set_number("VERSION", settings.version);
  const domain::PreferencesForm typed = shown.typed.value_or(domain::form_of(settings.preferences));
  view::Form form = view::Form::within(page, preferences, shown.preferences_errors, ctx.token(home));
  form.checkboxes("thresholds", typed.thresholds, view::options(domain::reminder_thresholds()));
  form.checkbox("weekly", typed.weekly);
  form.checkboxes("off", typed.off, view::options(domain::optional_reminders()));
  const view::Dict adding = content.add("ADD").include("FORM", "accounts/reminders_add.tpl");
  view::Form add = view::Form::within(page, adding, shown.address_errors, ctx.token(addresses));
  add.text("reminder_email", shown.address, view::required().max(254).wide());
  return ctx.render(page, status);
}

domain::PreferencesForm typed_preferences(const web::Params& form) {
  domain::PreferencesForm typed;
  for (const auto& [name, value] : form.all()) {
    if (name == "thresholds") typed.thresholds.push_back(value);
    if (name == "off") typed.off.push_back(value);
  }
  typed.weekly = form.has("weekly");
  return typed;
}

web::Response address_refused(web::Context& ctx, const std::string& typed, const domain::Error& error, int status) {
  Shown shown;
  shown.address = typed;
  shown.address_errors = {error};
  return render_reminders(ctx, shown, status);
}

}  // namespace

web::Response show_reminders(web::Context& ctx) { return render_reminders(ctx, {}, 200); }

web::Response save_reminders(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  const int version = base::number_or(f.need("version"), -1);
  const bool restores = f.has("op_default");
  Shown shown;
  shown.typed = restores ? domain::form_of({}) : typed_preferences(f);
  const auto checked = domain::check(*shown.typed);
  shown.preferences_errors = checked.errors;
  if (!checked.ok()) return render_reminders(ctx, shown, 422);
  store::ReminderSettings old = store::reminder_settings(ctx.db, ctx.session->unit_id);
  if (version != old.version) old.version = -1;  // somebody was faster: nothing has this one
  bool stale = false;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    stale = !store::save_reminder_settings(tx, ctx.session->unit_id, old, checked.value);
    return home;
  });
  if (location && !stale) return ctx.redirect(*location, restores ? "REMINDERS_DEFAULT" : "SAVED");
  shown.preferences_errors = {{"thresholds", stale ? "CHANGED_MEANWHILE" : ctx.not_taken()}};
  return render_reminders(ctx, shown, 409);
}

web::Response add_reader(web::Context& ctx) {
  const std::string& typed = ctx.req.form.need("reminder_email");
  const auto checked = domain::check_email(typed);
  if (!checked.ok()) {
    domain::Error error = checked.errors.front();
    error.field = "reminder_email";
    return address_refused(ctx, typed, error, 422);
  }
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      store::add_reminder_address(tx, ctx.session->unit_id, checked.value, base::new_link_id());
      return home;
    });
    if (location) return ctx.redirect(*location, "REMINDER_MAIL_SENT");
  } catch (const store::AddressRefused& refused) {
    return address_refused(ctx, typed, refused.error, 422);
  }
  return address_refused(ctx, typed, {"reminder_email", ctx.not_taken()}, 409);
}

// 重新发送 or 移除, of one address.
web::Response change_reader(web::Context& ctx) {
  const long long unit = ctx.session->unit_id, id = ctx.id();
  const auto list = store::reminder_addresses(ctx.db, unit);
  if (std::none_of(list.begin(), list.end(), [&](const auto& one) { return one.id == id; })) throw web::NotFound();
  const bool removes = ctx.req.form.has("op_remove");
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      const bool done =
          removes ? store::remove_reminder_address(tx, unit, id) : store::ask_reminder_address(tx, unit, id, base::new_link_id());
      if (!done) throw web::Conflict();  // removed or confirmed meanwhile
      return home;
    });
    if (!location) throw web::Conflict();
    return ctx.redirect(*location, removes ? "REMINDER_ADDRESS_REMOVED" : "REMINDER_MAIL_SENT");
  } catch (const store::AddressRefused& refused) {
    return address_refused(ctx, "", refused.error, 422);
  }
}

}  // namespace accounts
