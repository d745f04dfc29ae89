// See filter_form.h.
#include "ledger/filter_form.h"

#include "domain/values/terms.h"
#include "parts/division.h"
#include "parts/kinds.h"
#include "store/catalogue/catalogue.h"
#include "store/catalogue/divisions.h"
#include "view/form.h"

#include <algorithm>
#include <map>

namespace ledger {
namespace {

using Kinds = std::vector<store::CatalogueKind>;

// A filter's name is its column's code, but for a few.
std::string_view label_of(const std::string& name) {
  const domain::Column* column = domain::ledger_column(name);
  return column ? column->label : domain::field_label(name);
}

std::string typed(const store::LedgerFilter& filter, const std::string& name) {
  const auto& values = std::find(store::ledger_texts().begin(), store::ledger_texts().end(), name) != store::ledger_texts().end()
                           ? filter.texts
                           : filter.choices;
  const auto it = values.find(name);
  return it == values.end() ? "" : it->second;
}

void add_texts(const view::Dict& dict, const store::LedgerFilter& filter, domain::Filtering where) {
  for (const domain::Column& column : domain::ledger_columns()) {
    if (column.filtering != where || column.content != domain::Content::text) continue;
    const view::Dict field = dict.add("FIELD").add("TEXT_FIELD");
    field.set("NAME", column.code);
    field.set("LABEL", column.label);
    field.set("VALUE", typed(filter, std::string(column.code)));
  }
}

void add_select(const view::Dict& dict, const store::LedgerFilter& filter, const char* name,
                const std::vector<view::OptionGroup>& groups) {
  const view::Dict field = dict.add("FIELD").add("SELECT_FIELD");
  field.set("NAME", name);
  field.set("LABEL", label_of(name));
  for (const view::OptionGroup& group : groups) {
    const view::Dict shown = field.add(group.name.empty() ? "PLAIN_GROUP" : "GROUP");
    shown.set("GROUP_NAME", group.name);
    for (const view::Option& option : group.options) {
      const view::Dict entry = shown.add("OPTION");
      entry.set("CODE", option.code);
      entry.set("WORD", option.word);
      entry.show_if(typed(filter, name) == option.code, "SELECTED");
    }
  }
}

void add_choice(const view::Dict& dict, const store::LedgerFilter& filter, const char* name) {
  add_select(dict, filter, name, {{"", view::options(domain::ledger_column(name)->terms())}});
}

std::vector<view::OptionGroup> items_of(const Kinds& kinds) {
  std::vector<view::OptionGroup> groups{{"", {}}};
  for (const store::CatalogueKind& kind : kinds) {
    const std::string number = std::to_string(kind.item_no);
    if (groups[0].options.empty() || groups[0].options.back().code != number)
      groups[0].options.push_back({number, kind.item_name});
  }
  return groups;
}

bool rare_in_use(const store::LedgerFilter& filter) {
  const auto& columns = domain::ledger_columns();
  return std::any_of(columns.begin(), columns.end(), [&](const domain::Column& column) {
    const bool rare = column.filtering == domain::Filtering::more || column.filtering == domain::Filtering::last;
    return rare && !typed(filter, std::string(column.code)).empty();
  });
}

std::string words_of(web::Context& ctx, const Kinds& kinds, const std::string& name, const std::string& value) {
  if (name == "division") return store::division_name(ctx.db, value);
  for (const store::CatalogueKind& kind : kinds) {
    if (name == "kind" && std::to_string(kind.kind.id) == value) return kind.kind.name;
    if (name == "item" && std::to_string(kind.item_no) == value) return kind.item_name;
  }
  const domain::Column* column = domain::ledger_column(name);
  return column != nullptr && column->terms != nullptr ? std::string(domain::word(column->terms(), value)) : value;
}

void add_due(const view::Dict& dict, const store::LedgerFilter& filter) {
  dict.set("DUE_FROM", domain::iso_or_empty(filter.due_from));
  dict.set("DUE_TO", domain::iso_or_empty(filter.due_to));
}

void add_rare(web::Context& ctx, const view::Page& page, const view::Dict& form, const store::LedgerFilter& filter,
              const Kinds& kinds) {
  add_select(form, filter, "kind", parts::kind_groups(kinds, {}));
  add_texts(form, filter, domain::Filtering::more);
  add_texts(form, filter, domain::Filtering::last);
  for (const char* name : {"delivery", "origin"}) add_choice(form, filter, name);
  const auto chain = store::division_chain(ctx.db, typed(filter, "division"));
  view::Form fields(page, form.add("MORE"), {}, "");
  fields.division("filter_place", parts::levels(store::division_path(ctx.db, chain)), view::optional().no_hint());
}

void add_words(const view::Dict& dict, std::string_view label, std::string_view value) {
  const view::Dict words = dict.add("WORDS");
  words.set("LABEL", label);
  words.set("VALUE", value);
}

}  // namespace

void add_filter_form(web::Context& ctx, const view::Page& page, const view::Dict& dict, const store::LedgerFilter& filter,
                     const Kinds& kinds, bool more) {
  const view::Dict form = dict.include("FILTER", "ledger/filter.tpl");
  form.set("TAB", filter.tab);
  form.set("SORT", filter.sort);
  form.show_if(filter.descending, "DESCENDING");
  add_texts(form, filter, domain::Filtering::always);
  add_select(form, filter, "item", items_of(kinds));
  for (const char* name : {"use", "state"}) add_choice(form, filter, name);
  if (more || rare_in_use(filter))
    add_rare(ctx, page, form, filter, kinds);
  else
    form.show("LESS");
  add_due(form, filter);
  for (const int size : {10, 20, 50, 100}) {
    const view::Dict option = form.add("SIZE");
    option.set_number("VALUE", size);
    option.show_if(size == filter.size, "SELECTED");
  }
  form.show_if(filter.narrowed(), "FILTERED");
}

void add_filter_words(web::Context& ctx, const view::Dict& dict, const store::LedgerFilter& filter) {
  add_filter_words(ctx, dict, filter, store::ledger_kinds(ctx.db));
}

void add_filter_words(web::Context& ctx, const view::Dict& dict, const store::LedgerFilter& filter, const Kinds& kinds) {
  add_words(dict, domain::field_label("ledger_part"), domain::word(domain::ledger_tabs(), filter.tab));
  for (const auto& [name, text] : filter.texts) add_words(dict, label_of(name), text);
  for (const auto& [name, code] : filter.choices) add_words(dict, label_of(name), words_of(ctx, kinds, name, code));
  if (filter.due_from || filter.due_to)
    add_words(dict, label_of("valid_until"), domain::iso_or_empty(filter.due_from) + " ~ " + domain::iso_or_empty(filter.due_to));
  if (!filter.ids.empty()) add_words(dict, domain::field_label("chosen"), std::to_string(filter.ids.size()));
}

}  // namespace ledger
