// A file that a page makes and the browser saves under a given name.
#pragma once

#include "web/request.h"

#include <functional>
#include <string>

namespace web {

// name: any characters; plain_name: ASCII, for browsers that cannot read the other. Never cached.
Response download(std::string body, const char* content_type, const std::string& plain_name, const std::string& name);
// An xlsx that `write` makes at the path it is given, within `folder`; nothing of it stays there. The names without ".xlsx".
Response download_xlsx(const std::string& folder, const std::function<void(const std::string& path)>& write,
                       const std::string& plain_name, const std::string& name);
// CSV as UTF-8; the names without ".csv".
Response download_csv(std::string text, const std::string& plain_name, const std::string& name);
// The same row by row, in any encoding ("utf-8", "gb18030").
Response stream_csv(std::function<void(const Sink&)> rows, const char* charset, const std::string& plain_name,
                    const std::string& name);

// A file of the uploads folder, sent by nginx; the caller has checked who asks. Names without ending: it is the file's own.
enum class Shown { as_download, in_browser };
Response stored_file(const std::string& file_name, Shown shown, const std::string& plain_name, const std::string& name);

}  // namespace web
