// A small streaming reader of multipart/form-data: fields into memory (bounded), files straight to disk. Our own (and fuzzed),
// because cgicc holds an upload in memory several times over. nginx has buffered the body on disk before a worker reads it
// (fastcgi_request_buffering), so `client_body_in_file_only` is not needed. Strict where a body is damaged: everything odd is a
// BadRequest, nothing is guessed.
#pragma once

#include "web/request.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

struct Multipart {
  std::vector<std::pair<std::string, std::string>> fields;  // bytes, not yet decoded
  std::map<std::string, Upload> files;                      // by field name; an empty file field is left out
};

// Fills a buffer, returns how many bytes; 0 at the end.
using Source = std::function<std::size_t(char*, std::size_t)>;

// content_type: the request's, with its boundary. folder: where files are written (as .incoming-…).
// BadRequest; TooLarge when a field is over 64 KB or there are more than 200 parts.
Multipart read_multipart(const Source& source, std::string_view content_type, const std::string& folder);

}  // namespace web
