// libFuzzer: arbitrary bytes as a multipart body, a query string and a cookie header. Each must be read or refused as a bad
// request; reading in small and in large pieces must give the same. `make fuzz` builds and runs it.
#include "web/multipart.h"

#include "web/errors.h"
#include "web/params.h"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

struct Folder {
  Folder() : path(std::filesystem::temp_directory_path() / ("qj-fuzz-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};
const Folder folder;

// What was read, as one text; "refused" when it was.
std::string read(const std::string& body, std::size_t step) {
  std::size_t at = 0;
  const web::Source source = [&](char* data, std::size_t size) {
    const std::size_t n = std::min({size, step, body.size() - at});
    body.copy(data, n, at);
    at += n;
    return n;
  };
  try {
    const web::Multipart form = web::read_multipart(source, "multipart/form-data; boundary=X", folder.path);
    std::string text;
    for (const auto& [name, value] : form.fields) text += name + "=" + value + ";";
    for (const auto& [name, upload] : form.files) text += name + ":" + upload.client_name + upload.sha256_hex + ";";
    return text;
  } catch (const web::BadRequest&) {
    return "refused";
  } catch (const web::TooLarge&) {
    return "refused";
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (read(bytes, 1) != read(bytes, 100000)) std::abort();
  if (read("--X\r\n" + bytes, 3) != read("--X\r\n" + bytes, 8192)) std::abort();
  try {
    web::parse_urlencoded(bytes);
  } catch (const web::BadRequest&) {
  }
  web::parse_cookies(bytes);
  return 0;
}
