// See encoding.h.
#include "base/encoding.h"

#include "base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

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

bool only_below_0800(std::string_view text) {
  return utf8::each(text, [](char32_t c, std::string_view) { return c < 0x800; });
}

bool all_ascii(std::string_view bytes) {
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

// Han characters, with ASCII between them.
bool all_han(std::string_view text) {
  return utf8::each(text, [](char32_t c, std::string_view) { return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff); });
}

UConverter* opened(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("no converter for ") + name);
  return converter;
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

std::optional<std::string> decode_parameter(std::string_view bytes, bool marked_utf8) {
  if (bytes.find('\0') != std::string_view::npos) return {};
  if (all_ascii(bytes)) return std::string(bytes);
  if (utf8::valid(bytes)) {
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
  if (utf8::valid(bytes)) return std::string(bytes);
  return marked ? std::nullopt : from_gb18030(bytes);
}

Gb18030Writer::Gb18030Writer() : from_(opened("utf-8"), &ucnv_close), to_(opened("gb18030"), &ucnv_close) {}
Gb18030Writer::~Gb18030Writer() = default;

std::string Gb18030Writer::write(std::string_view utf8) {
  std::string text = cut_ + std::string(utf8);
  const std::size_t left = utf8::unfinished(text);
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

void BeyondGbk::look_at(std::string_view text) {
  if (all_ascii(text)) return;
  const icu::UnicodeSet& known = code_page_936();
  utf8::each(text, [&](char32_t c, std::string_view character) {
    if (c == utf8::invalid) return false;
    if (known.contains(static_cast<UChar32>(c))) return true;
    ++count_;
    ++characters_[std::string(character)];
    return true;
  });
}

}  // namespace base
