// A file made for one answer: it lies among the uploads under a name that is nobody's, and goes when the answer has gone.
#pragma once

#include <memory>
#include <string>

namespace web {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& folder);
  const std::string& path() const { return *path_; }
  std::string content() const;

 private:
  std::shared_ptr<const std::string> path_;  // removed with the last copy
};

}  // namespace web
