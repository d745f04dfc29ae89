// See address.h.
#include "parts/address.h"

#include <algorithm>

namespace parts {

std::string address(const web::Context& ctx, std::string_view path, const Values& values) {
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) > 127; };
  web::Params params;
  bool text = false;
  for (const auto& [name, value] : values) {
    if (value.empty()) continue;
    params.add(name, value);
    text = text || std::any_of(value.begin(), value.end(), beyond_ascii);
  }
  if (text) params.add("ie", "✓");
  return ctx.services.config.base_path + std::string(path) + query_text(params);
}

}  // namespace parts
