// See parts.h.
#include "query/parts.h"

#include "domain/fields.h"
#include "web/address.h"
#include "web/api.h"

namespace query {
namespace {

constexpr std::size_t longest_text = 100;

}  // namespace

void add_ways(const web::Context& ctx, const view::Dict& content, const char* current) {
  const view::Dict ways = content.include("WAYS", "query/ways.tpl");
  for (const char* way : {"instruments", "institutions", "catalogue"}) {
    const view::Dict entry = ways.add("WAY");
    entry.set("HREF", web::address(ctx, std::string("/query/") + way, {}));
    entry.show(view::section_name(way));
    entry.show_if(std::string_view(way) == current, "CURRENT");
  }
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

web::Response refused(const web::Context& ctx, int status, domain::Error error) {
  if (error.field == "division_1") error.field = "division";
  return web::api_error(status, error, ctx.req.id);
}

}  // namespace query
