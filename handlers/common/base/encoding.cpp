// See encoding.h.
#include "base/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>

namespace base {
namespace {

template <typename F>
bool each_code_point(std::string_view bytes, F take) {
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c;
    U8_NEXT(text, i, length, c);
    if (c < 0) return false;
    if (!take(c)) return false;
  }
  return true;
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("gb18030", &status), &ucnv_close);
  if (U_FAILURE(status)) return {};
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return {};
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool only_below_0800(std::string_view utf8) {
  return each_code_point(utf8, [](UChar32 c) { return c < 0x800; });
}

bool all_ascii(std::string_view bytes) {
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

// Han characters, with ASCII between them.
bool all_han(std::string_view utf8) {
  return each_code_point(utf8, [](UChar32 c) { return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff); });
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return each_code_point(bytes, [](UChar32) { return true; });
}

std::optional<std::string> decode_parameter(std::string_view bytes, bool marked_utf8) {
  if (bytes.find('\0') != std::string_view::npos) return {};
  if (all_ascii(bytes)) return std::string(bytes);
  if (is_utf8(bytes)) {
    if (marked_utf8 || !only_below_0800(bytes)) return std::string(bytes);
    const auto other = from_gb18030(bytes);
    return other && all_han(*other) ? other : std::string(bytes);
  }
  return marked_utf8 ? std::nullopt : from_gb18030(bytes);
}

std::optional<std::string> decode_file(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.find('\0') != std::string_view::npos) return {};
  const bool marked = bytes.substr(0, mark.size()) == mark;
  if (marked) bytes.remove_prefix(mark.size());
  if (is_utf8(bytes)) return std::string(bytes);
  return marked ? std::nullopt : from_gb18030(bytes);
}

}  // namespace base
