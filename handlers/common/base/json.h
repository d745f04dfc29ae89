// nlohmann's JSON. Its class, its parser of strings and its writer are compiled once, in json.cpp, instead of in each of the
// files that use them. A header that only names the type includes <nlohmann/json_fwd.hpp>.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

#define BASE_JSON_TEMPLATES(keyword)                                                     \
  keyword template class std::vector<nlohmann::json>;                                    \
  keyword template class std::map<std::string, nlohmann::json, std::less<>>;             \
  keyword template class nlohmann::basic_json<>;                                         \
  keyword template class nlohmann::detail::serializer<nlohmann::json>;                   \
  keyword template class nlohmann::detail::json_sax_dom_parser<nlohmann::json>;          \
  keyword template class nlohmann::detail::json_sax_dom_callback_parser<nlohmann::json>; \
  keyword template class nlohmann::detail::lexer<nlohmann::json, base::JsonText>;        \
  keyword template class nlohmann::detail::parser<nlohmann::json, base::JsonText>;

namespace base {
using JsonText = nlohmann::detail::iterator_input_adapter<std::string::const_iterator>;  // how the parser reads a std::string
}

BASE_JSON_TEMPLATES(extern)
