// A temporary file that has no name in any folder: the kernel removes it with the process, even a killed one.
#pragma once

#include <string>

namespace base {

class UnnamedFile {
 public:
  explicit UnnamedFile(const std::string& folder);  // where its bytes lie; std::runtime_error when it cannot be made
  ~UnnamedFile();
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;

  const std::string& path() const { return path_; }  // opens it, for this process only
  std::string content() const;                       // std::runtime_error

 private:
  int fd_;
  std::string path_;
};

std::string temporary_folder();  // TMPDIR, else /tmp

}  // namespace base
