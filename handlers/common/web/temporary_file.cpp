// See temporary_file.h.
#include "web/temporary_file.h"

#include "base/crypto.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace web {

TemporaryFile::TemporaryFile(const std::string& folder)
    : path_(new std::string(folder + "/.made-" + base::to_hex(base::random_bytes(16))), [](const std::string* path) {
        ::unlink(path->c_str());
        delete path;
      }) {}

std::string TemporaryFile::content() const {
  std::ifstream in(path(), std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

}  // namespace web
