// The steps that every form check shares: present, short enough, one of the choices, a number, a date. Collects the errors, one
// for each field. Field names, limits and choices come from the caller.
#pragma once

#include "domain/values/codes.h"
#include "domain/values/division.h"
#include "domain/values/terms.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct TextRule {
  std::string_view field;
  std::size_t limit;  // in characters
  bool required = true;
  bool lines = false;  // may hold line ends
};

struct TermRule {
  std::string_view field;
  const Terms& (*terms)();
};

class FieldCheck {
 public:
  explicit FieldCheck(std::vector<Error>& errors) : errors_(errors) {}

  // Adds an error, unless the field has one already.
  void add(std::string_view field, std::string_view code, std::string a = {}, std::string b = {});
  bool failed(std::string_view field) const;

  // Each returns the checked value; after an error it has no meaning.
  // Text: trimmed, else as typed. REQUIRED, CONTROL_CHARACTER, TOO_LONG (a = limit).
  std::string text(const TextRule& rule, std::string_view typed);
  // A code of the terms. REQUIRED, NOT_A_CHOICE.
  std::string choice(const TermRule& rule, std::string_view typed);
  // A whole number; nothing typed is no error. NOT_A_NUMBER, OUT_OF_RANGE (a, b = limits).
  std::optional<int> number(std::string_view field, std::string_view typed, int least, int most);
  // A date; nothing typed is no error. DATE_FORMAT.
  std::optional<Date> date(std::string_view field, std::string_view typed);
  // What one of the parsers in codes.h made of what was typed; `typed` is looked at for control characters.
  template <typename T>
  T parsed(std::string_view field, std::string_view typed, Parsed<T> result);
  // Reported on division_1, the first of the selects. DIVISION_REQUIRED, NOT_A_CHOICE, DIVISION_NOT_FINAL.
  void division(DivisionChoice choice);

  // Puts the errors into the order in which the form shows its fields.
  template <std::size_t N>
  void sort(const std::array<std::string_view, N>& order) {
    sort(order.data(), order.data() + N);
  }
  void sort(const std::vector<std::string_view>& order) { sort(order.data(), order.data() + order.size()); }

 private:
  bool free_of_control(std::string_view field, std::string_view text, bool lines);
  void sort(const std::string_view* first, const std::string_view* last);

  std::vector<Error>& errors_;
};

template <typename T>
T FieldCheck::parsed(std::string_view field, std::string_view typed, Parsed<T> result) {
  if (!free_of_control(field, typed, false)) return {};
  if (!result) add(field, result.error.code, result.error.a, result.error.b);
  return result.value.value_or(T{});
}

}  // namespace domain
