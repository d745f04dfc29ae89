// Codes with check digits and numbers that people type: each has one parse function that normalises and names the error.
// Sources: GB 32100-2015, GB 11714-1997, GB 11643-1999. An error never contains the expected check digit. Region digits are
// never compared with today's divisions: codes keep the region of issue.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

// A value or one error (its `field` left empty for the caller to fill).
template <typename T>
struct Parsed {
  std::optional<T> value{};
  Error error{};
  explicit operator bool() const { return value.has_value(); }
};

// 统一社会信用代码 (18) or 组织机构代码 (9, stored without '-').
struct UnitCode {
  std::string text;             // normalised: 18 or 9 characters
  std::string key() const;      // 主体标识码: 9 characters (of an 18-character code, characters 9–17)
  std::string display() const;  // 12345678-8 for the short form, else text
  // Errors: REQUIRED; CODE_OLD_REGISTRATION (15 digits: a 注册号); CODE_LENGTH (a = length given);
  // CODE_POSITION (a = position from 1, b = the character); CODE_CHECK_DIGIT.
  static Parsed<UnitCode> parse(std::string_view typed);
};

enum class IdType { id_card, hk_macao_permit, taiwan_permit, permanent_residence, passport };

// The legal representative's document. id_card is checked in full; the others by length and characters only.
struct IdNumber {
  IdType type = IdType::id_card;
  std::string text;            // normalised
  std::string masked() const;  // 110105********002X; other documents: first 2 and last 2 characters, stars between
  // Errors: REQUIRED; ID_LENGTH (a = length given); ID_POSITION (a, b as above); ID_DATE (no such day, or in the future);
  // ID_CHECK_DIGIT; DOCUMENT_FORMAT (the other types).
  static Parsed<IdNumber> parse(IdType type, std::string_view typed, Date today);
};

// Mainland mobile number: 11 digits after dropping blanks, '-' and +86, 0086, 86, (+86) before them. Errors: REQUIRED,
// MOBILE_FORMAT.
Parsed<std::string> parse_mobile(std::string_view typed);
std::string mask_mobile(std::string_view mobile);  // 138****1234

// Mobile, landline 0\d{2,3}-?\d{7,8}(-\d{1,6})?, 400-?\d{3}-?\d{4}, short numbers 1\d{4}. Errors: REQUIRED, PHONE_FORMAT.
Parsed<std::string> parse_phone(std::string_view typed);

// An address that a mail server can be asked to deliver to: one @, a dotted ASCII domain, no blanks, ≤ 254 characters.
// Full width is brought to half width. Errors: REQUIRED, EMAIL_FORMAT.
Parsed<std::string> parse_email(std::string_view typed);

}  // namespace domain
