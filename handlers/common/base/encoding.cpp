// See encoding.h.
#include "base/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

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

UConverter* opened(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("no converter for ") + name);
  return converter;
}

// How many bytes at the end begin a character that is not whole.
std::size_t unfinished(std::string_view utf8) {
  for (std::size_t back = 1; back <= 3 && back <= utf8.size(); ++back) {
    const auto byte = static_cast<unsigned char>(utf8[utf8.size() - back]);
    if (byte < 0x80) return 0;
    if (byte < 0xC0) continue;
    const std::size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return whole > back ? back : 0;
  }
  return 0;
}

const icu::UnicodeSet& code_page_936() {
  static const icu::UnicodeSet* const characters = [] {
    auto* set = new icu::UnicodeSet;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(opened("windows-936"), &ucnv_close);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getUnicodeSet(converter.get(), set->toUSet(), UCNV_ROUNDTRIP_SET, &status);
    if (U_FAILURE(status)) throw std::runtime_error("code page 936 is not known");
    set->freeze();
    return set;
  }();
  return *characters;
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

Gb18030Writer::Gb18030Writer() : from_(opened("utf-8"), &ucnv_close), to_(opened("gb18030"), &ucnv_close) {}
Gb18030Writer::~Gb18030Writer() = default;

std::string Gb18030Writer::write(std::string_view utf8) {
  std::string text = cut_ + std::string(utf8);
  const std::size_t left = unfinished(text);
  cut_ = text.substr(text.size() - left);
  text.resize(text.size() - left);
  std::string out;
  char bytes[4096];
  const char* source = text.data();
  const char* const end = source + text.size();
  UChar pivot[1024];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
    status = U_ZERO_ERROR;
    char* target = bytes;
    ucnv_convertEx(to_.get(), from_.get(), &target, bytes + sizeof bytes, &source, end, pivot, &pivot_source, &pivot_target,
                   pivot + 1024, false, true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) throw std::runtime_error("GB18030: cannot be written");
    out.append(bytes, static_cast<std::size_t>(target - bytes));
  }
  return out;
}

void BeyondGbk::look_at(std::string_view utf8) {
  if (all_ascii(utf8)) return;
  const icu::UnicodeSet& known = code_page_936();
  each_code_point(utf8, [&](UChar32 c) {
    if (known.contains(c)) return true;
    std::string character;
    icu::UnicodeString(c).toUTF8String(character);
    ++count_;
    ++characters_[character];
    return true;
  });
}

}  // namespace base
