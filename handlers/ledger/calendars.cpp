// 到期日历订阅: due dates for the calendar of a phone or an office program, behind a secret address. The address is shown once,
// on the answer to the form that made it, because only its hash is stored; a lost one is replaced by a new one. Each belongs to
// its maker and ends with their membership.
#include "base/crypto.h"
#include "base/sealed_link.h"
#include "domain/ledger/calendar.h"
#include "domain/values/fields.h"
#include "domain/values/terms.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "store/ledger/calendar_feeds.h"
#include "store/ledger/saved_filters.h"
#include "view/form.h"
#include "web/context.h"
#include "web/errors.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr int longest_name = 40;
const char* const feeds_path = "/ledger/calendars";
const web::Crumb list_crumb{"ledger/list.tpl", "/ledger"}, feeds_crumb{"ledger/calendars.tpl", feeds_path};

// As a calendar stores it: without what only a page needs.
std::string feed_query(store::LedgerFilter filter) {
  const store::LedgerFilter usual;
  filter.size = usual.size;
  filter.page = usual.page;
  filter.sort.clear();
  filter.descending = false;
  return filter_query(filter);
}

struct Source {  // what a new calendar can show
  std::string code, name, query;
};
// asked: of the list that the person came from, "" without one.
std::vector<Source> sources(web::Context& ctx, const std::string& asked) {
  std::vector<Source> found;
  if (!stored_query(asked).empty()) found.push_back({"current", "", asked});
  found.push_back({"all", "", ""});
  for (const auto& saved : store::saved_filters(ctx.db, ctx.session->unit_id, ctx.session->user_id))
    found.push_back({std::to_string(saved.id), saved.name, feed_query(read_stored_query(ctx.db, saved.query))});
  return found;
}

struct Typed {
  std::string name, source, asked;
};

void add_feeds(web::Context& ctx, const view::Dict& content) {
  const auto feeds = store::calendar_feeds(ctx.db, ctx.session->unit_id, ctx.session->user_id);
  if (feeds.empty()) return content.show("NONE");
  const auto kinds = store::ledger_kinds(ctx.db);
  const view::Dict table = content.add("FEEDS");
  for (const store::CalendarFeed& feed : feeds) {
    const view::Dict row = table.add("FEED");
    row.set_number("ID", feed.id);
    row.set("NAME", feed.name);
    row.set("CREATED_AT", feed.created_at);
    row.set("USED_AT", feed.used_at);
    add_filter_words(ctx, row, read_stored_query(ctx.db, feed.query), kinds);
  }
}

std::vector<view::Option> options_of(const std::vector<Source>& offered) {
  std::vector<view::Option> options;
  for (const Source& source : offered)
    options.push_back(
        {source.code, source.name.empty() ? std::string(domain::word(domain::calendar_sources(), source.code)) : source.name});
  return options;
}

web::Response render_calendars(web::Context& ctx, const Typed& typed, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/calendars.tpl", {list_crumb});
  add_feeds(ctx, page.content());
  const view::Dict add = page.content().add("ADD");
  view::Form form(page, add, std::move(errors), ctx.token(feeds_path));
  form.text("calendar_name", typed.name, view::required().max(longest_name));
  const auto offered = sources(ctx, typed.asked);
  form.radio("calendar_source", typed.source.empty() ? offered.front().code : typed.source, options_of(offered),
             view::required());
  const std::string asked = stored_query(typed.asked);
  add.set("QUERY", asked);
  if (!asked.empty()) add_filter_words(ctx, add.add("CURRENT"), read_stored_query(ctx.db, asked));
  add.show_if(!typed.asked.empty() && asked.empty(), "LONG");
  return ctx.render(page, status);
}

web::Response show_address(web::Context& ctx, const std::string& name, const std::string& token) {
  const view::Page page = ctx.page("ledger/calendar_added.tpl", {list_crumb, feeds_crumb});
  page.content().set("NAME", name);
  // Without a configured public address the path alone; the reader has the host in the browser's address bar.
  page.content().set("SECRET", ctx.services.config.public_url + ctx.services.config.base_path + "/ledger/calendar?k=" + token);
  page.content().show_if(ctx.services.config.public_url.empty(), "NO_ADDRESS");
  return ctx.render_private(page);
}

store::CalendarFeed feed_of(web::Context& ctx) {
  auto feed = store::find_calendar_feed(ctx.db, ctx.session->unit_id, ctx.session->user_id, ctx.id());
  if (!feed) throw web::NotFound();
  return *feed;
}

std::string revoke_path(long long id) { return std::string(feeds_path) + "/" + std::to_string(id) + "/revoke"; }

}  // namespace

// With the query of the list that the person came from.
web::Response calendars(web::Context& ctx) {
  return render_calendars(ctx, {"", "", feed_query(read_filter(ctx.db, ctx.req.query))}, {}, 200);
}

web::Response add_calendar(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  const Typed typed{f.need("calendar_name"), f.get("calendar_source"), stored_query(f.need("query"))};
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  const std::string name = fields.text({"calendar_name", longest_name}, typed.name);
  const auto offered = sources(ctx, typed.asked);
  const auto source = std::find_if(offered.begin(), offered.end(), [&](const Source& s) { return s.code == typed.source; });
  if (source == offered.end())
    fields.add("calendar_source", "REQUIRED");
  else if (!source->query.empty() && stored_query(source->query).empty())
    fields.add("calendar_source", "QUERY_TOO_LONG");
  const auto feeds = store::calendar_feeds(ctx.db, ctx.session->unit_id, ctx.session->user_id);
  if (feeds.size() >= static_cast<std::size_t>(store::most_calendar_feeds))
    fields.add("calendar_name", "TOO_MANY_CALENDARS", std::to_string(store::most_calendar_feeds));
  if (!errors.empty() || ctx.replaying) return render_calendars(ctx, typed, errors, 422);
  const std::string token = base::to_base64url(base::random_bytes(24));
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::add_calendar_feed(tx, ctx.session->unit_id, name, source->query, base::sha256_hex(token));
    return feeds_path;
  });
  if (!location) return render_calendars(ctx, typed, {{"calendar_name", ctx.not_taken()}}, 409);
  return show_address(ctx, name, token);
}

web::Response ask_revoke_calendar(web::Context& ctx) {
  const store::CalendarFeed feed = feed_of(ctx);
  const view::Page page = ctx.page("ledger/calendar_revoke.tpl", {list_crumb, feeds_crumb});
  const view::Form form(page, {}, ctx.token(revoke_path(feed.id)));
  page.content().set_number("ID", feed.id);
  page.content().set("NAME", feed.name);
  return ctx.render(page);
}

web::Response revoke_calendar(web::Context& ctx) {
  const store::CalendarFeed feed = feed_of(ctx);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::remove_calendar_feed(tx, ctx.session->unit_id, feed)) throw web::Conflict();
    return feeds_path;
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "CALENDAR_REVOKED");
}

// What calendar programs fetch: no login, the address is the key.
web::Response calendar(web::Context& ctx) {
  const std::string& token = ctx.req.query.get("k");
  ctx.acts_for_a_unit = true;  // even when nothing is found: this connection's unit was set
  const std::string hash = base::sha256_hex(token);
  const auto feed = token.empty() ? std::nullopt : store::find_feed(ctx.db, hash);
  if (!feed) throw web::NotFound();
  store::LedgerFilter filter = read_stored_query(ctx.db, feed->query);
  const domain::Date from = ctx.today().plus_days(-domain::calendar_days_back);
  const domain::Date to = ctx.today().plus_days(domain::calendar_days_ahead);
  filter.due_from = filter.due_from ? std::max(*filter.due_from, from) : from;
  filter.due_to = filter.due_to ? std::min(*filter.due_to, to) : to;
  domain::DueCalendar due(ctx.today());
  store::each_ledger_row(ctx.db, feed->unit_id, filter, ctx.today(), [&](const domain::LedgerRow& row) { due.add(row); });
  domain::CalendarFrame frame{feed->name, base::sha256_hex(hash).substr(0, 24), {}};
  if (!ctx.services.config.public_url.empty())
    frame.link = [&](domain::Date day) {
      return base::public_address(ctx.services.config, "/ledger?due_from=" + day.iso() + "&due_to=" + day.iso());
    };
  web::Response response;
  response.content_type = "text/calendar; charset=utf-8";
  response.body = due.text(frame);
  response.header("Cache-Control", "private, max-age=3600");
  return response;
}

}  // namespace ledger
