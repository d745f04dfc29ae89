// The ledger form's rules. The kind and the division come found (or not) from the caller; nothing here looks them up.
#include "domain/ledger/instrument.h"

#include "domain/ledger/instrument_columns.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::string_view no_serial_number = "无";
// As the form shows them.
const std::vector<std::string_view>& field_order() {
  static const std::vector<std::string_view> order = [] {
    std::vector<std::string_view> fields;
    for (const Column& column : form_columns()) fields.push_back(column.field);
    return fields;
  }();
  return order;
}

// What needs no rule of its own: texts, choices, and of a record the dates.
void check_plain(FieldCheck& fields, const InstrumentForm& form, bool record, InstrumentValues& value) {
  for (const Column& column : form_columns()) {
    if (column.record != record) continue;
    const std::string& typed = form.*column.typed;
    if (column.content == Content::text)
      value.*std::get<std::string InstrumentValues::*>(column.value) =
          fields.text({column.field, column.limit, column.required, column.lines}, typed);
    else if (column.content == Content::choice)
      value.*std::get<std::string InstrumentValues::*>(column.value) = fields.choice({column.field, column.terms}, typed);
    else if (column.content == Content::date)
      value.*std::get<std::optional<Date> InstrumentValues::*>(column.value) = fields.date(column.field, typed);
  }
}

std::optional<int> check_number(FieldCheck& fields, const InstrumentForm& form, std::string_view code) {
  const Column& column = form_column(code);
  return fields.number(column.field, form.*column.typed, column.least, column.most);
}

// The same characters as the database's constraint instruments_quantity.
bool is_range(std::string_view serial_number) {
  constexpr std::string_view marks[] = {"-", "~", "～", "至", "—"};
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return serial_number.find(mark) != std::string_view::npos; });
}

// What is stored, when it was of this kind already: what stays as it was is not asked again.
const InstrumentValues* before_of(const FormFacts& facts, const Kind* kind) {
  const bool same = facts.stored != nullptr && kind != nullptr && facts.stored->kind_id == kind->id;
  return same ? facts.stored : nullptr;
}

void check_kind(FieldCheck& fields, const InstrumentForm& form, const Kind* kind, const InstrumentValues* before,
                InstrumentValues& value) {
  if (kind == nullptr) {
    fields.add("kind_id", trim(form.kind_id).empty() ? "REQUIRED" : "NOT_A_CHOICE");
    return;
  }
  value.kind_id = kind->id;
  value.mode = kind->mode;
  if (kind->mode == "none") {
    fields.add("kind_id", "KIND_NOT_VERIFIED");
  } else if (kind->retired && before == nullptr) {
    fields.add("kind_id", "KIND_RETIRED");
  } else if (std::find(kind->uses.begin(), kind->uses.end(), value.use) == kind->uses.end()) {
    fields.add("use", "USE_OUT_OF_SCOPE", uses_in_words(*kind), kind->scope);
  }
}

void check_serial_number(FieldCheck& fields, InstrumentValues& value) {
  value.serial_number = half_width(value.serial_number);
  if (value.serial_number == no_serial_number && value.remark.empty()) fields.add("remark", "SERIAL_NONE_NEEDS_REMARK");
  if (is_spreadsheet_number(value.serial_number)) fields.add("serial_number", "SERIAL_SPREADSHEET");
}

void check_quantity(FieldCheck& fields, const InstrumentForm& form, InstrumentValues& value) {
  if (trim(form.quantity).empty()) fields.add("quantity", "REQUIRED");
  value.quantity = check_number(fields, form, "quantity").value_or(1);
  const bool numbered = value.serial_number != no_serial_number && !is_range(value.serial_number);
  if (value.quantity > 1 && numbered && !fields.failed("serial_number")) fields.add("quantity", "QUANTITY_SERIAL");
}

void check_cycle(FieldCheck& fields, const InstrumentForm& form, const Kind* kind, const InstrumentValues* before,
                 InstrumentValues& value) {
  const Column& column = form_column("cycle_months");
  value.cycle_months = fields.number(column.field, months_typed(form.cycle_months), column.least, column.most);
  if (kind == nullptr || fields.failed("cycle_months")) return;
  if (!value.cycle_months) value.cycle_months = kind->cycle_months;
  const bool as_before = before != nullptr && before->cycle_months == value.cycle_months;
  if (kind->cycle_months && *value.cycle_months > *kind->cycle_months && !as_before)
    fields.add("cycle_months", "CYCLE_LONGER", std::to_string(*kind->cycle_months));
}

// What a verification without a typed end is good for. first_scrap has no end.
void complete_valid_until(FieldCheck& fields, const Kind& kind, InstrumentValues& value) {
  if (kind.mode == "periodic") {
    value.valid_until = declared_valid_until(kind, value.cycle_months, *value.verified_on);
    if (!value.valid_until && !fields.failed("cycle_months")) fields.add("valid_until", "VALID_UNTIL_REQUIRED");
  } else if (kind.mode == "first_rotate") {
    if (kind.service_life_months) {
      value.valid_until = value.verified_on->plus_months(*kind.service_life_months);
    } else {
      fields.add("valid_until", "VALID_UNTIL_REQUIRED");
    }
  }
}

// A certificate may say so, but mostly it is a slip in the year, and nobody would be reminded for years. Certificates name the
// day before, or the same day, as their last: both are the cycle.
void check_within_cycle(FieldCheck& fields, const Kind& kind, const InstrumentValues* before, const InstrumentValues& value) {
  if (kind.mode != "periodic" || !kind.cycle_months) return;
  const Date usual = value.verified_on->plus_months(*kind.cycle_months);
  const bool as_before =
      before != nullptr && before->verified_on == value.verified_on && before->valid_until == value.valid_until;
  if (*value.valid_until > usual && !as_before) fields.add("valid_until", "DECLARED_BEYOND", usual.iso());
}

// The record of a verification that the unit itself declares.
void check_record(FieldCheck& fields, const InstrumentForm& form, const Kind* kind, Date today, const FormFacts& facts,
                  InstrumentValues& value) {
  check_plain(fields, form, true, value);
  if (!value.verified_on) {
    const bool more_typed = !value.certificate_number.empty() || !value.institution_name.empty() || value.valid_until;
    if (more_typed) fields.add("verified_on", "VERIFIED_ON_REQUIRED");
    return;
  }
  if (*value.verified_on > today) fields.add("verified_on", "DATE_FUTURE");
  if (value.valid_until) {
    if (*value.valid_until < *value.verified_on) fields.add("valid_until", "DATE_ORDER");
    if (kind != nullptr && !facts.beyond_cycle) check_within_cycle(fields, *kind, before_of(facts, kind), value);
  } else if (kind != nullptr && !fields.failed("valid_until")) {
    complete_valid_until(fields, *kind, value);
  }
}

}  // namespace

bool is_spreadsheet_number(std::string_view text) {
  const auto take_digits = [&] {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
  };
  const auto take = [&](std::string_view any) {
    if (text.empty() || any.find(text[0]) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
  };
  if (take_digits() != 1 || (take(".") && take_digits() == 0)) return false;
  return take("Ee") && take("+") && take_digits() > 0 && text.empty();
}

Checked<InstrumentValues> check(const InstrumentForm& form, const Kind* kind, DivisionChoice division, Date today,
                                const FormFacts& facts) {
  Checked<InstrumentValues> checked;
  InstrumentValues& value = checked.value;
  FieldCheck fields(checked.errors);
  check_plain(fields, form, false, value);
  value.division_code = trim(form.division_code);
  fields.division(division);
  check_kind(fields, form, kind, before_of(facts, kind), value);
  check_serial_number(fields, value);
  check_quantity(fields, form, value);
  check_cycle(fields, form, kind, before_of(facts, kind), value);
  if (facts.record_open) check_record(fields, form, kind, today, facts, value);
  fields.sort(field_order());
  return checked;
}

Checked<InstrumentValues> check_record(const InstrumentForm& form, const InstrumentValues& instrument, const Kind& kind,
                                       Date today, bool beyond_cycle) {
  Checked<InstrumentValues> checked;
  checked.value = instrument;
  FieldCheck fields(checked.errors);
  if (trim(form.verified_on).empty()) fields.add("verified_on", "REQUIRED");
  check_record(fields, form, &kind, today, {true, &instrument, beyond_cycle}, checked.value);
  fields.sort(field_order());
  return checked;
}

std::string months_typed(std::string_view typed) {
  const std::string text = trim(half_width(typed));
  if (text == "半年") return "6";
  const auto digits = text.find_first_not_of("0123456789");
  if (digits == std::string::npos || digits == 0 || digits > 3) return text;
  const std::string unit = trim(std::string_view(text).substr(digits)), number = text.substr(0, digits);
  if (unit == "年") return std::to_string(std::stoi(number) * 12);
  return unit == "个月" || unit == "月" ? number : text;
}

std::optional<Date> declared_valid_until(const Kind& kind, std::optional<int> cycle_months, Date verified_on) {
  if (!kind.cycle_months) return {};
  return default_valid_until(verified_on, std::min(*kind.cycle_months, cycle_months.value_or(*kind.cycle_months)));
}

std::string uses_in_words(const Kind& kind) {
  std::string words;
  for (const std::string& use : kind.uses) words += (words.empty() ? "" : "、") + std::string(word(uses(), use));
  return words;
}

}  // namespace domain
