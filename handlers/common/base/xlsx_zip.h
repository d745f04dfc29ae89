// The parts of an .xlsx file: entries of a zip (libzip) that hold XML (expat), read piece by piece within limits, because the
// file comes from a stranger: expat gets 8 MB of memory and no document type definitions, unpacked bytes are counted as they
// come (zip bombs), shared strings stand in a few large blocks, and parsing pauses at each row. For base/xlsx_read.cpp only.
#pragma once

#include "base/table.h"

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

struct zip;
struct zip_file;
struct XML_ParserStruct;

namespace base {

class ZipFile {
 public:
  explicit ZipFile(const std::string& path);  // TableRefused when it is no .xlsx

  struct Entry {
    zip_file* file;
    std::size_t packed, unpacked;
  };
  bool has(const std::string& name) const;
  Entry open(const std::string& name);  // FILE_DAMAGED when it is not there
  void count(std::size_t bytes);        // one more piece was unpacked

 private:
  std::unique_ptr<zip, int (*)(zip*)> zip_;
  std::size_t unpacked_ = 0;
};

// Attributes as expat gives them; names without prefix.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  const char* get(std::string_view name) const;  // null when it is not there
  std::string text(std::string_view name) const;
  bool is(std::string_view name, std::string_view value) const;

 private:
  const char** pairs_;
};

// One entry, from its first element to its last. Handlers may throw, and may pause: then paused() is called outside of expat.
class XmlReader {
 public:
  XmlReader() = default;
  virtual ~XmlReader() = default;
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  void run(ZipFile& zip, const std::string& name);
  int percent() const { return percent_; }

 protected:
  virtual void start(std::string_view, const Attributes&) {}
  virtual void end(std::string_view) {}
  virtual void text(std::string_view) {}
  virtual bool paused() { return true; }  // false: the rest is not wanted
  void pause();

 private:
  friend struct XmlHandlers;
  template <typename F>
  void guarded(F f);
  XML_ParserStruct* parser_ = nullptr;
  std::exception_ptr wrong_;
  int percent_ = 0;
};

}  // namespace base
