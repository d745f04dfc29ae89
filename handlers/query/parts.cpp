// See parts.h.
#include "query/parts.h"

#include "base/json.h"
#include "domain/values/fields.h"
#include "parts/address.h"
#include "view/standing.h"
#include "web/api.h"

namespace query {
namespace {

constexpr std::size_t longest_text = 100;

}  // namespace

void add_ways(const web::Context& ctx, const view::Dict& content, const char* current) {
  const view::Dict ways = content.include("WAYS", "query/ways.tpl");
  for (const char* way : {"instruments", "institutions", "catalogue"}) {
    const view::Dict entry = ways.add("WAY");
    entry.set("HREF", parts::address(ctx, std::string("/query/") + way, {}));
    entry.show(view::section_name(way));
    entry.show_if(std::string_view(way) == current, "CURRENT");
  }
}

void add_instrument(const view::Dict& dict, const store::PublicValidity& found, const domain::Judgement& judged) {
  dict.set("UNIT", found.unit_name);
  dict.set("NAME", found.name);
  dict.set("KIND", found.kind_name);
  dict.set("MODEL", found.model);
  dict.set("SERIAL_NUMBER", found.serial_number);
  if (!found.sub_number.empty()) dict.add("SUB").set("NUMBER", found.sub_number);
  dict.set("REGION", found.region);
  dict.set("INSTITUTION", found.institution_name);
  dict.set("VERIFIED_ON", domain::iso_or_empty(found.verified_on));
  dict.set("VALID_UNTIL", domain::iso_or_empty(found.valid_until));
  dict.show_if(found.last_result == "declared", "DECLARED");
  dict.show_if(found.changed, "CHANGED");
  dict.show_if(judged.colour == domain::Colour::red, "RED");
  dict.show_if(judged.colour == domain::Colour::yellow, "YELLOW");
  view::add_standing(dict, judged);
}

std::string filter_text(const web::Params& query, const char* name, std::vector<domain::Error>& errors) {
  return domain::FieldCheck(errors).text({name, longest_text, false}, query.get(name));
}

std::string filter_choice(const web::Params& query, const char* name, const domain::Terms& terms,
                          std::vector<domain::Error>& errors) {
  const std::string& code = query.get(name);
  if (code.empty() || domain::contains(terms, code)) return code;
  errors.push_back({name, "NOT_A_CHOICE"});
  return "";
}

nlohmann::json day_json(const std::optional<domain::Date>& date) { return date ? nlohmann::json(date->iso()) : nlohmann::json(); }

web::Response refused(const web::Context& ctx, int status, domain::Error error) {
  if (error.field == "division_1") error.field = "division";
  return web::api_error(status, error, ctx.req.id);
}

}  // namespace query
