// Fuzzing of everything that reads what people type: arbitrary bytes in, no crash, and what was once accepted or brought to
// one form stays as it is. Built with clang++ -fsanitize=fuzzer,address,undefined; needs no database and no files.
#include "domain/values/codes.h"

#include "base/lines.h"
#include "domain/people/common_passwords.h"
#include "domain/values/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using domain::Date;
using domain::IdNumber;
using domain::IdType;
using domain::UnitCode;

void expect(bool holds) {
  if (!holds) std::abort();
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

const std::string& text_of(const std::string& value) { return value; }
const std::string& text_of(const UnitCode& value) { return value.text; }
const std::string& text_of(const IdNumber& value) { return value.text; }

// A refusal carries a code; an accepted value is plain ASCII without control characters and parses to itself.
template <typename Parse>
void accepted_stays(std::string_view typed, Parse parse) {
  const auto first = parse(typed);
  expect(first.value.has_value() == first.error.code.empty());
  if (!first) return;
  const std::string& text = text_of(*first.value);
  expect(!text.empty() && is_ascii(text) && !domain::has_control(text));
  const auto second = parse(text);
  expect(second && text_of(*second.value) == text);
}

void dates(std::string_view typed) {
  if (const auto iso = Date::from_iso(typed)) expect(iso->iso() == typed && Date::parse(typed) == iso);
  const auto date = Date::parse(typed);
  if (!date) return;
  expect(Date::parse(date->iso()) == date && Date::from_iso(date->iso()) == date);
  expect(Date::of(date->year(), date->month(), date->day()) == date);
  expect(domain::default_valid_until(*date, 12) < date->plus_months(12).plus_days(1));
}

void codes(std::string_view typed) {
  const Date today = Date::from_iso("2026-11-24").value();
  accepted_stays(typed, [](std::string_view text) { return UnitCode::parse(text); });
  for (const IdType type :
       {IdType::id_card, IdType::hk_macao_permit, IdType::taiwan_permit, IdType::permanent_residence, IdType::passport}) {
    accepted_stays(typed, [&](std::string_view text) { return IdNumber::parse(type, text, today); });
  }
  accepted_stays(typed, domain::parse_mobile);
  accepted_stays(typed, domain::parse_phone);
  accepted_stays(typed, domain::parse_email);
  if (const auto code = UnitCode::parse(typed)) {
    expect(code.value->key().size() == 9);
    expect(UnitCode::parse(code.value->display()).value->text == code.value->text);
  }
}

void texts(std::string_view typed) {
  const std::string trimmed = domain::trim(typed);
  expect(domain::trim(trimmed) == trimmed && typed.find(trimmed) != std::string_view::npos);
  const std::string lines = base::unify_lines(typed);
  expect(base::unify_lines(lines) == lines && lines.find('\r') == std::string::npos);
  expect(domain::length(typed) <= typed.size() && domain::character_at(typed, domain::length(typed)).empty());
  expect(typed.empty() || !domain::character_at(typed, domain::length(typed) - 1).empty());
  domain::mask_mobile(typed);
  domain::is_common_password(typed);
  if (domain::has_control(typed, true)) return;  // so the rest is valid UTF-8: else dropping a character could make a new one
  const std::string half = domain::half_width(typed);
  expect(domain::half_width(half) == half && domain::length(half) == domain::length(typed));
  const std::string code = domain::normalise_code(typed);
  expect(domain::normalise_code(code) == code && domain::trim(code) == code && !domain::has_control(code));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string typed(bytes, bytes + size);
  dates(typed);
  codes(typed);
  texts(typed);
  return 0;
}
