// Parsers of codes, document numbers, phone numbers and e-mail addresses. Every accepted value is plain ASCII and parses to
// itself. No error contains the expected check digit.
#include "domain/values/codes.h"

#include "domain/values/text.h"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view digits_or_x = "0123456789X";
constexpr std::string_view digits_and_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view unified_characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100: no I, O, S, V, Z

template <typename T>
Parsed<T> accepted(T value) {
  return {std::move(value), {}};
}

template <typename T>
Parsed<T> refused(std::string code, std::string a = {}, std::string b = {}) {
  return {std::nullopt, Error{"", std::move(code), std::move(a), std::move(b)}};
}

bool only(std::string_view text, std::string_view allowed) { return text.find_first_not_of(allowed) == std::string_view::npos; }

// What a standard says of a code whose last character checks the ones before it.
struct Scheme {
  std::string_view body;  // characters allowed before the last
  std::string_view last;  // characters allowed as the last
  const char* position_error;
  const char* check_error;
};

// The first character that is not allowed, as an error; else an Error without code. Positions count from 1.
Error wrong_character(std::string_view text, std::size_t size, const Scheme& scheme) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::string character = character_at(text, i);
    const std::string_view allowed = i + 1 < size ? scheme.body : scheme.last;
    if (character.size() != 1 || allowed.find(character) == std::string_view::npos) {
      return {"", scheme.position_error, std::to_string(i + 1), character};
    }
  }
  return {};
}

template <std::size_t N>
std::size_t weighted_sum(std::string_view text, const std::size_t (&weights)[N], std::string_view values) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += weights[i] * values.find(text[i]);
  return sum;
}

char unified_check(std::string_view text) {  // GB 32100-2015
  constexpr std::size_t weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  return unified_characters[(31 - weighted_sum(text, weights, unified_characters) % 31) % 31];
}

char organisation_check(std::string_view text) {  // GB 11714-1997
  constexpr std::size_t weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
  return "0X987654321"[weighted_sum(text, weights, digits_and_letters) % 11];
}

char id_card_check(std::string_view text) {  // GB 11643-1999
  constexpr std::size_t weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  return "10X98765432"[weighted_sum(text, weights, digits) % 11];
}

constexpr Scheme unified{unified_characters, unified_characters, "CODE_POSITION", "CODE_CHECK_DIGIT"};
constexpr Scheme organisation{digits_and_letters, digits_or_x, "CODE_POSITION", "CODE_CHECK_DIGIT"};
constexpr Scheme id_card{digits, digits_or_x, "ID_POSITION", "ID_CHECK_DIGIT"};

// Length and characters are all that is known for certain of these documents: old and new series differ.
struct DocumentRule {
  IdType type;
  std::size_t fewest, most;
};
constexpr DocumentRule document_rules[] = {{IdType::hk_macao_permit, 9, 11},
                                           {IdType::taiwan_permit, 8, 12},
                                           {IdType::permanent_residence, 15, 18},
                                           {IdType::passport, 5, 15}};

Parsed<IdNumber> parse_document(IdType type, std::string text) {
  const auto fits = [&](const DocumentRule& rule) {
    return rule.type == type && text.size() >= rule.fewest && text.size() <= rule.most && only(text, digits_and_letters);
  };
  if (std::none_of(std::begin(document_rules), std::end(document_rules), fits)) return refused<IdNumber>("DOCUMENT_FORMAT");
  return accepted(IdNumber{type, std::move(text)});
}

// Masks a text with stars but for its first and last characters; a text too short for that is all stars.
std::string masked_between(std::string_view text, std::size_t first, std::size_t last, std::size_t stars) {
  if (text.size() <= first + last) return std::string(text.size(), '*');
  return std::string(text.substr(0, first)) + std::string(stars, '*') + std::string(text.substr(text.size() - last));
}

// A phone number with one kind of '-' and no blanks.
std::string phone_text(std::string_view typed) {
  std::string out;
  const std::string text = half_width(typed);
  const std::size_t count = length(text);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string character = character_at(text, i);
    if (!normalise_code(character).empty()) {
      out += character;
    } else if (!trim(character).empty()) {  // dropped from codes, but no blank: one of the many dashes
      out += '-';
    }
  }
  return out;
}

// A telephone number's groups of digits, as '-' parts them.
struct Group {
  std::size_t fewest, most;  // 0: no group
};
struct PhoneShape {
  std::string_view start;
  Group groups[3];
};
constexpr PhoneShape phone_shapes[] = {
    {"0", {{3, 4}, {7, 8}, {1, 6}}},   {"0", {{3, 4}, {7, 8}, {0, 0}}},     {"0", {{10, 12}, {1, 6}, {0, 0}}},
    {"0", {{10, 12}, {0, 0}, {0, 0}}}, {"400", {{3, 3}, {3, 3}, {4, 4}}},   {"400", {{3, 3}, {7, 7}, {0, 0}}},
    {"400", {{6, 6}, {4, 4}, {0, 0}}}, {"400", {{10, 10}, {0, 0}, {0, 0}}}, {"1", {{5, 5}, {0, 0}, {0, 0}}}};

bool has_shape(std::string_view text, const PhoneShape& shape) {
  if (text.substr(0, shape.start.size()) != shape.start) return false;
  bool first = true;
  for (const Group& group : shape.groups) {
    if (group.most == 0) break;
    if (!first && text.substr(0, 1) != "-") return false;
    if (!first) text.remove_prefix(1);
    const std::size_t count = std::min(text.find_first_not_of(digits), text.size());
    if (count < group.fewest || count > group.most) return false;
    text.remove_prefix(count);
    first = false;
  }
  return text.empty();
}

bool is_mail_name(std::string_view name) {
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
  const auto allowed = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
  };
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), allowed) && name.front() != '.' &&
         name.back() != '.' && name.find("..") == std::string_view::npos;
}

bool is_domain_label(std::string_view label) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !label.empty() && label.size() <= 63 && std::all_of(label.begin(), label.end(), allowed) && label.front() != '-' &&
         label.back() != '-';
}

bool is_mail_domain(std::string_view domain) {
  std::size_t labels = 0;
  for (;; ++labels) {
    const std::size_t dot = domain.find('.');
    if (!is_domain_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) break;
    domain.remove_prefix(dot + 1);
  }
  return labels > 0 && domain.size() >= 2 && !only(domain, digits);  // the last label: never the end of an IP address
}

}  // namespace

std::string UnitCode::key() const { return text.size() == 18 ? text.substr(8, 9) : text; }

std::string UnitCode::display() const { return text.size() == 9 ? text.substr(0, 8) + "-" + text.substr(8) : text; }

Parsed<UnitCode> UnitCode::parse(std::string_view typed) {
  const std::string text = normalise_code(typed);
  const std::size_t size = length(text);
  if (size == 0) return refused<UnitCode>("REQUIRED");
  if (size == 15 && only(text, digits)) return refused<UnitCode>("CODE_OLD_REGISTRATION");
  if (size != 18 && size != 9) return refused<UnitCode>("CODE_LENGTH", std::to_string(size));
  const Scheme& scheme = size == 18 ? unified : organisation;
  if (Error wrong = wrong_character(text, size, scheme); !wrong.code.empty()) return {std::nullopt, wrong};
  const char check = size == 18 ? unified_check(text) : organisation_check(text);
  if (text.back() != check) return refused<UnitCode>(scheme.check_error);
  return accepted(UnitCode{text});
}

std::string IdNumber::masked() const {
  if (type == IdType::id_card) return masked_between(text, 6, 4, 8);
  return masked_between(text, 2, 2, text.size() > 4 ? text.size() - 4 : 0);
}

Parsed<IdNumber> IdNumber::parse(IdType type, std::string_view typed, Date today) {
  const std::string text = normalise_code(typed);
  const std::size_t size = length(text);
  if (size == 0) return refused<IdNumber>("REQUIRED");
  if (type != IdType::id_card) return parse_document(type, text);
  if (size != 18) return refused<IdNumber>("ID_LENGTH", std::to_string(size));
  if (Error wrong = wrong_character(text, size, id_card); !wrong.code.empty()) return {std::nullopt, wrong};
  const auto born = Date::parse(text.substr(6, 8));
  if (!born || *born > today) return refused<IdNumber>("ID_DATE");
  if (text.back() != id_card_check(text)) return refused<IdNumber>(id_card.check_error);
  return accepted(IdNumber{type, text});
}

Parsed<std::string> parse_mobile(std::string_view typed) {
  std::string text = normalise_code(typed);
  if (text.empty()) return refused<std::string>("REQUIRED");
  constexpr std::size_t length = 11;
  for (const std::string_view country : {"(+86)", "(86)", "+86", "0086", "86"})
    if (text.size() == country.size() + length && text.compare(0, country.size(), country) == 0) text.erase(0, country.size());
  const bool fits = text.size() == 11 && text[0] == '1' && text[1] >= '3' && only(text, digits);
  return fits ? accepted(text) : refused<std::string>("MOBILE_FORMAT");
}

std::string mask_mobile(std::string_view mobile) { return masked_between(mobile, 3, 4, 4); }

Parsed<std::string> parse_phone(std::string_view typed) {
  auto mobile = parse_mobile(typed);
  if (mobile || mobile.error.code == "REQUIRED") return mobile;
  constexpr std::size_t longest = 64;  // far above any number; keeps the work below small
  if (typed.size() > longest) return refused<std::string>("PHONE_FORMAT");
  const std::string text = phone_text(typed);
  const bool fits = std::any_of(std::begin(phone_shapes), std::end(phone_shapes),
                                [&](const PhoneShape& shape) { return has_shape(text, shape); });
  return fits ? accepted(text) : refused<std::string>("PHONE_FORMAT");
}

Parsed<std::string> parse_email(std::string_view typed) {
  const std::string text = trim(half_width(typed));
  if (text.empty()) return refused<std::string>("REQUIRED");
  const std::string_view address = text;
  const std::size_t at = address.find('@');
  const bool fits = at != std::string_view::npos && address.size() <= 254 && is_mail_name(address.substr(0, at)) &&
                    is_mail_domain(address.substr(at + 1));
  return fits ? accepted(text) : refused<std::string>("EMAIL_FORMAT");
}

}  // namespace domain
