// See parts.h.
#include "admin/parts.h"

#include "base/number.h"
#include "domain/values/date.h"
#include "domain/values/text.h"
#include "view/pager.h"

namespace admin {

void add_form_head(web::Context& ctx, const view::Dict& dict, const std::string& path) {
  dict.include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token(path));
}

void add_choices(const view::Dict& dict, const char* section, const domain::Terms& terms, std::string_view chosen) {
  for (const domain::Term& term : terms) {
    const view::Dict option = dict.add(section);
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == chosen, "SELECTED");
  }
}

Period read_period(const web::Params& params) {
  Period period;
  const auto read = [&](const char* name, std::string& typed, std::string& iso) {
    typed = domain::trim(params.get(name));
    if (typed.empty()) return;
    const auto date = domain::Date::parse(typed);
    if (date) iso = date->iso();
    period.readable = period.readable && date.has_value();
  };
  read("from", period.from_typed, period.from);
  read("to", period.to_typed, period.to);
  return period;
}

void fill_period(const view::Dict& content, const Period& period) {
  content.set("FROM", period.from_typed);
  content.set("TO", period.to_typed);
  content.show_if(!period.readable, "BAD_DATE");
}

int version_of(const web::Params& form) { return base::number_or(form.need("version"), 0); }

}  // namespace admin
