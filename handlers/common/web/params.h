// Query strings and urlencoded bodies into Params, through cgicc (the only file that includes it). cgicc merges query and body
// when it gets both, so it is only ever given one of them. Each value is decoded by base/encoding's rule; the marker field
// `ie=✓` of our forms declares the whole as UTF-8. BadRequest when a value cannot be text.
#pragma once

#include "web/request.h"

#include <map>
#include <string>
#include <string_view>

namespace web {

Params parse_urlencoded(const std::string& bytes);
// Decodes what another parser (multipart.h) read: names and values as bytes.
Params decode(const std::vector<std::pair<std::string, std::string>>& raw);
std::map<std::string, std::string> parse_cookies(std::string_view header);

}  // namespace web
