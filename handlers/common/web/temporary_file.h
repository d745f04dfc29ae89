// A file made for one answer: stored among the uploads under a random name, removed when the answer has been sent.
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
