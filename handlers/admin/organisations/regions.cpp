// See regions.h.
#include "admin/organisations/regions.h"

#include "admin/save.h"
#include "parts/division.h"

#include <algorithm>

namespace admin {
namespace {

constexpr std::size_t most_regions = 300;
constexpr std::string_view removing = "op_remove_";

// The code in the name of the 删除 that was pressed, or "".
std::string removed(const web::Context& ctx) {
  for (const auto& [name, value] : ctx.req.form.all())
    if (std::string_view(name).substr(0, removing.size()) == removing) return name.substr(removing.size());
  return "";
}

}  // namespace

Regions regions_of(const web::Context& ctx, const std::vector<store::Division>& divisions) {
  Regions regions{{}, store::division_path(ctx.db, {})};
  for (const store::Division& division : divisions) regions.codes.push_back(division.code);
  return regions;
}

bool changes_regions(const web::Context& ctx) {
  return ctx.req.form.has("op_division") || ctx.req.form.has("op_add_region") || !removed(ctx).empty();
}

Regions read_regions(const web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::Params& form = ctx.req.form;
  Regions regions{all_of(form, "region"),
                  store::division_path(ctx.db, {form.need("division_1"), form.get("division_2"), form.get("division_3")})};
  auto& codes = regions.codes;
  codes.erase(std::remove(codes.begin(), codes.end(), removed(ctx)), codes.end());
  const std::string chosen = regions.chosen.code;
  if (form.has("op_add_region")) {
    if (regions.chosen.cut) {
      errors.push_back({"division_1", "DIVISION_MISMATCH"});
    } else if (chosen.empty()) {
      errors.push_back({"division_1", "DIVISION_REQUIRED"});
    } else {
      if (std::find(codes.begin(), codes.end(), chosen) == codes.end()) codes.push_back(chosen);
      regions.chosen = store::division_path(ctx.db, {});
    }
  }
  if (changes_regions(ctx)) return regions;
  if (regions.chosen.cut) {
    errors.push_back({"division_1", "DIVISION_MISMATCH"});
  } else if (!chosen.empty()) {
    errors.push_back({"division_1", "REGION_NOT_ADDED"});
  } else if (codes.size() > most_regions) {
    errors.push_back({"division_1", "REGIONS_TOO_MANY", std::to_string(most_regions)});
  } else if (store::selectable_divisions(ctx.db, codes).size() != codes.size()) {
    errors.push_back({"division_1", "NOT_A_CHOICE"});
  }
  return regions;
}

// One that can no longer be chosen still has its name.
std::vector<store::Division> named(const web::Context& ctx, const Regions& regions) {
  const auto known = store::selectable_divisions(ctx.db, regions.codes);
  std::vector<store::Division> names;
  for (const std::string& code : regions.codes) {
    const auto at = std::find_if(known.begin(), known.end(), [&](const store::Division& d) { return d.code == code; });
    names.push_back(at == known.end() ? store::Division{code, store::division_name(ctx.db, code)} : *at);
  }
  return names;
}

void fill_regions(const view::Dict& content, view::Form& form, const char* label_of, const Regions& regions,
                  const std::vector<store::Division>& names) {
  const view::Dict list = content.include("REGIONS", "admin/regions.tpl");
  const view::Dict shown = names.empty() ? list : list.add("ANY");
  for (const store::Division& division : names) {
    const view::Dict row = shown.add("REGION");
    row.set("CODE", division.code);
    row.set("NAME", division.name);
  }
  form.division(label_of, parts::levels(regions.chosen), view::optional());
}

}  // namespace admin
