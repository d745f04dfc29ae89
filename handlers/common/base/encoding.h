// Bytes from the outside into UTF-8 text. Parameters are strict UTF-8 (utf8.h), else GB18030 (addresses typed into old IE arrive
// as raw GBK). Trap: the GBK bytes of 医院, 学校, 血压 are valid UTF-8 by accident; our own forms carry a marker that says UTF-8,
// and without the marker a UTF-8 reading with no character ≥ U+0800 gives way to a GB18030 reading that is all Han.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace base {

// Empty when the bytes are neither, or hold a NUL.
std::optional<std::string> decode_parameter(std::string_view bytes, bool marked_utf8);
// A whole file, decided once and not cell by cell: UTF-8 with or without byte order mark (which goes), else GB18030. Empty when
// it is neither, or holds a NUL.
std::optional<std::string> decode_file(std::string_view bytes);

// UTF-8 text into GB18030, piece by piece; a character may be cut between two pieces.
class Gb18030Writer {
 public:
  Gb18030Writer();
  ~Gb18030Writer();
  Gb18030Writer(const Gb18030Writer&) = delete;
  Gb18030Writer& operator=(const Gb18030Writer&) = delete;
  std::string write(std::string_view utf8);

 private:
  std::unique_ptr<UConverter, void (*)(UConverter*)> from_, to_;
  std::string cut_;  // the beginning of a character that the last piece ended in
};

// Characters that Windows' own GBK (code page 936) has not, so that programs which take a GB18030 file for GBK show something
// else: each with how often it was seen.
class BeyondGbk {
 public:
  void look_at(std::string_view text);
  long long count() const { return count_; }
  const std::map<std::string, long long>& characters() const { return characters_; }

 private:
  long long count_ = 0;
  std::map<std::string, long long> characters_;
};

}  // namespace base
