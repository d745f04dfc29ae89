// See parts.h.
#include "supervision/parts.h"

#include "domain/values/terms.h"
#include "parts/kinds.h"
#include "store/catalogue/catalogue.h"
#include "view/standing.h"
#include "web/errors.h"

namespace supervision {
namespace {

struct Tab {
  const char *code, *path;
};
constexpr Tab tabs[] = {{"overview", "/supervision/regions"},
                        {"instruments", "/supervision/instruments"},
                        {"overdue", "/supervision/overdue"},
                        {"rotations", "/supervision/rotations"},
                        {"units", "/supervision/units"},
                        {"unserved", "/supervision/unserved"},
                        {"institutions", "/supervision/institutions"},
                        {"statistics", "/supervision/statistics"}};

store::Scope scope_of(web::Context& ctx, const std::string& chosen) {
  auto scope = store::supervised(ctx.db, ctx.session->department_id, chosen);
  if (!scope) throw web::NotFound();
  return *scope;
}

void add_option(const view::Dict& form, const std::string& code, const std::string& name, bool selected, int depth) {
  const view::Dict option = form.add("REGION");
  option.set("CODE", code);
  option.set("NAME", name);
  for (int n = 0; n < depth; ++n) option.show("DEEPER");
  option.show_if(selected, "SELECTED");
}

}  // namespace

store::Scope asked_scope(web::Context& ctx) { return scope_of(ctx, ctx.req.query.get("division")); }
store::Scope whole_scope(web::Context& ctx) { return scope_of(ctx, ""); }

std::string region_address(const web::Context& ctx, const std::string& code) {
  return code.empty() ? ctx.services.config.base_path + "/supervision"
                      : address(ctx, "/supervision/regions", {{"division", code}});
}

void add_frame(web::Context& ctx, const view::Dict& content, const store::Scope& scope, const std::string& tab) {
  const view::Dict frame = content.include("FRAME", "supervision/frame.tpl");
  for (const Tab& t : tabs) {
    const view::Dict entry = frame.add("TAB");
    entry.show(view::section_name(t.code));
    entry.show_if(tab == t.code, "CURRENT");
    entry.set("HREF", tab != t.code && std::string_view(t.code) == "overview"
                          ? region_address(ctx, scope.chosen())
                          : address(ctx, t.path, {{"division", scope.chosen()}}));
  }
  const std::string path = ctx.req.path == "/supervision" ? "/supervision/regions" : ctx.req.path;
  const view::Dict way = frame.add("WAY");
  way.set("HREF_ALL", tab == "overview" ? region_address(ctx, "") : address(ctx, path, {}));
  if (scope.chosen() == store::assigned_code) way.show("ASSIGNED");
  for (const store::Region& r : scope.chain()) {
    const view::Dict step = way.add("STEP");
    step.set("NAME", r.name);
    step.set("HREF", address(ctx, path, {{"division", r.code}}));
  }
  if (scope.empty()) frame.show("NOTHING");
}

void add_region_choice(web::Context&, const view::Dict& form, const store::Scope& scope) {
  for (std::size_t n = 0; n < scope.chain().size(); ++n)
    add_option(form, scope.chain()[n].code, scope.chain()[n].path, scope.chain()[n].code == scope.chosen(), 0);
  for (const store::Region& r : scope.parts())
    if (r.code != scope.chosen()) add_option(form, r.code, r.path, false, scope.chosen().empty() ? 0 : 1);
  form.show_if(scope.chosen() == store::assigned_code, "ASSIGNED_CHOSEN");
}

void add_kind_choice(const view::Dict& form, const std::vector<store::CatalogueKind>& kinds, long long chosen) {
  for (const view::OptionGroup& group : parts::kind_groups(kinds, {})) {
    const view::Dict item = form.add("ITEM");
    item.set("NAME", group.name);
    for (const view::Option& option : group.options) {
      const view::Dict kind = item.add("KIND");
      kind.set("CODE", option.code);
      kind.set("NAME", option.word);
      kind.show_if(option.code == std::to_string(chosen), "SELECTED");
    }
  }
}

void add_choice(const view::Dict& form, const view::Name& section, const domain::Terms& terms, const std::string& chosen) {
  for (const domain::Term& term : terms) {
    const view::Dict option = form.add(section);
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == chosen, "SELECTED");
  }
}

void add_table(web::Context& ctx, const view::Dict& content, const std::vector<store::SupervisedRow>& rows) {
  const view::Dict table = content.include("TABLE", "supervision/table.tpl");
  for (const store::SupervisedRow& row : rows) {
    const domain::LedgerRow& i = row.instrument;
    const view::Dict entry = table.add("ROW");
    entry.set("HREF",
              address(ctx, "/supervision/units/" + std::to_string(row.unit_id) + "/instruments/" + std::to_string(i.id), {}));
    entry.set("UNIT_HREF", address(ctx, "/supervision/units/" + std::to_string(row.unit_id), {}));
    entry.set("UNIT", row.unit_name);
    entry.set("CONTACT", row.contact);
    entry.set("PHONE", row.phone);
    entry.set("NAME", i.values.name);
    entry.set("SERIAL_NUMBER", i.values.serial_number);
    entry.set("KIND", i.kind_name);
    entry.set("DIVISION", i.division_path);
    entry.set("PLACE", i.values.place);
    entry.set("USE", domain::word(domain::uses(), i.values.use));
    entry.set("VALID_UNTIL", domain::iso_or_empty(i.values.valid_until));
    entry.set_number("QUANTITY", i.values.quantity);
    entry.show_if(i.last_result == "declared", "DECLARED");
    const domain::Judgement judged = i.judge(ctx.today());
    view::add_standing(entry, judged);
    entry.show_if(judged.colour == domain::Colour::red, "ROW_RED");
    entry.show_if(judged.colour == domain::Colour::yellow, "ROW_YELLOW");
    entry.show_if(i.appointment_id != 0, "BOOKED");
  }
}

std::string key_text(const store::ListKey& key) {
  return key.due + "." + std::to_string(key.unit_id) + "." + std::to_string(key.id);
}

std::optional<store::ListKey> read_key(const std::string& text) {
  const auto first = text.find('.'), second = text.find('.', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos) return {};
  const std::string due = text.substr(0, first);
  const long long unit = parts::kind_id_of(text.substr(first + 1, second - first - 1)),
                  id = parts::kind_id_of(text.substr(second + 1));
  if (!domain::Date::from_iso(due) || unit == 0 || id == 0) return {};
  return store::ListKey{due, unit, id};
}

void add_more(const web::Context& ctx, const view::Dict& dict, const std::string& path, Values values, bool begun,
              const std::string& next) {
  const view::Dict more = dict.include("MORE", "supervision/more.tpl");
  if (begun) more.add("FIRST").set("HREF", address(ctx, path, values));
  if (next.empty()) return;
  values.emplace_back("after", next);
  more.add("NEXT").set("HREF", address(ctx, path, values));
}

void set_rate(const view::Dict& dict, const view::Name& name, const domain::Rate& rate) {
  const view::Dict shown = dict.add(name);
  shown.set("RATE", rate.text());
  shown.set_number("PART", rate.part);
  shown.set_number("WHOLE", rate.whole);
}

}  // namespace supervision
