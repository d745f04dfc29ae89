// A file made by a page and saved by the browser under a name of its own.
#pragma once

#include "web/request.h"

#include <string>

namespace web {

// name: with Chinese and all; plain_name: for browsers that cannot read it, ASCII. Never kept by a cache.
Response download(std::string body, const char* content_type, const std::string& plain_name, const std::string& name);
// CSV as UTF-8; the names without ".csv".
Response download_csv(std::string text, const std::string& plain_name, const std::string& name);

}  // namespace web
