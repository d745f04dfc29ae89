// See settings.h.
#include "domain/administration/settings.h"

#include "domain/organisations/review.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>
#include <sstream>

namespace domain {
namespace {

constexpr std::size_t longest_list = 5000;

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);)
    if (std::string trimmed = trim(part); !trimmed.empty()) parts.push_back(std::move(trimmed));
  return parts;
}

std::string join(const std::vector<std::string>& parts, char by) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : std::string(1, by)) + part;
  return all;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// 9:00,14:00 in their order, whatever parts them; empty when something in it is no time of day.
std::string times(const std::string& typed) {
  std::string text = half_width(typed);
  for (std::string_view mark : {"、", "；", ";", ",", "\t"}) replace_all(text, mark, " ");
  std::vector<std::string> found;
  for (const std::string& part : split(text, ' ')) {
    const std::string time = times_text(part);
    if (time.empty() || (part != time && part != "0" + time)) return "";
    if (std::find(found.begin(), found.end(), time) == found.end()) found.push_back(time);
  }
  std::string sorted = times_text(join(found, ','));
  replace_all(sorted, "、", ",");
  return sorted;
}

std::string checked_text(FieldCheck& fields, const std::string& field, const Setting& setting, const std::string& typed) {
  return fields.text({field, static_cast<std::size_t>(setting.most), setting.least > 0}, typed);
}

std::string checked_number(FieldCheck& fields, const std::string& field, const Setting& setting, const std::string& typed) {
  if (trim(typed).empty()) fields.add(field, "REQUIRED");
  const auto value = fields.number(field, typed, setting.least, setting.most);
  return value ? std::to_string(*value) : "";
}

std::string checked_times(FieldCheck& fields, const std::string& field, const std::string& typed) {
  const std::string text = fields.text({field, 100}, typed);
  if (fields.failed(field)) return text;
  const std::string found = times(text);
  if (found.empty()) fields.add(field, "TIMES_FORMAT");
  return found;
}

// In the order of the terms, each once.
std::string checked_types(FieldCheck& fields, const std::string& field, const std::string& typed) {
  const std::vector<std::string> chosen = split(typed, ',');
  for (const std::string& code : chosen)
    if (!contains(user_types(), code)) fields.add(field, "NOT_A_CHOICE");
  std::vector<std::string> types;
  for (const Term& type : user_types())
    for (const std::string& code : chosen)
      if (code == type.code && (types.empty() || types.back() != code)) types.push_back(code);
  return join(types, ',');
}

std::string checked_lines(FieldCheck& fields, const std::string& field, const Setting& setting, const std::string& typed) {
  const std::string text = fields.text({field, longest_list, false, true}, typed);
  const std::vector<std::string> lines = split(text, '\n');
  for (const std::string& line : lines)
    if (length(line) > static_cast<std::size_t>(setting.most)) fields.add(field, "LINES_TOO_LONG", std::to_string(setting.most));
  return join(lines, '\n');
}

std::string checked_value(FieldCheck& fields, const Setting& setting, const std::string& typed) {
  const std::string field = setting_field(setting.key);
  switch (setting.kind) {
    case SettingKind::text:
      return checked_text(fields, field, setting, typed);
    case SettingKind::number:
      return checked_number(fields, field, setting, typed);
    case SettingKind::times:
      return checked_times(fields, field, typed);
    case SettingKind::yes_no:
      return typed == "yes" ? "yes" : "no";
    case SettingKind::user_types:
      return checked_types(fields, field, typed);
    case SettingKind::lines:
      return checked_lines(fields, field, setting, typed);
  }
  return "";
}

}  // namespace

const std::vector<Setting>& settings() {
  using Kind = SettingKind;
  static const std::vector<Setting> table{{"title", Kind::text, 1, 40},
                                          {"system_title", Kind::text, 1, 60},
                                          {"english_title", Kind::text, 0, 100},
                                          {"organiser", Kind::text, 0, 100},
                                          {"icp_number", Kind::text, 0, 60},
                                          {"police_number", Kind::text, 0, 60},
                                          {"site_code", Kind::text, 0, 40},
                                          {"hotline", Kind::text, 1, 30},
                                          {"review_hours", Kind::times},
                                          {"reject_reasons", Kind::lines, 0, 200},
                                          {"answer_days", Kind::number, 1, 60},
                                          {"reminder_manager_days", Kind::number, 1, 365},
                                          {"reminder_supervisor_days", Kind::number, 1, 365},
                                          {"login_failures", Kind::number, 3, 20},
                                          {"login_address_failures", Kind::number, 10, 1000},
                                          {"password_days", Kind::number, 0, 3650},
                                          {"password_history", Kind::number, 0, 24},
                                          {"one_session", Kind::yes_no},
                                          {"two_factor_required", Kind::user_types}};
  return table;
}

Checked<SettingValues> check(const SettingValues& typed) {
  Checked<SettingValues> checked;
  FieldCheck fields(checked.errors);
  for (const Setting& setting : settings()) {
    const std::string key(setting.key);
    const auto at = typed.find(key);
    checked.value[key] = checked_value(fields, setting, at == typed.end() ? "" : at->second);
  }
  return checked;
}

std::string setting_field(std::string_view key) { return "setting_" + std::string(key); }

Checked<OfficeValues> check(const OfficeForm& form) {
  Checked<OfficeValues> checked;
  OfficeValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.name = fields.text({"office_name", 100}, form.name);
  value.address = fields.text({"address", 200, false}, form.address);
  value.postcode = trim(half_width(fields.text({"postcode", 6, false}, form.postcode)));
  if (!fields.failed("postcode") && !value.postcode.empty() &&
      (value.postcode.size() != 6 || value.postcode.find_first_not_of("0123456789") != std::string::npos))
    fields.add("postcode", "POSTCODE_FORMAT");
  if (!trim(form.phone).empty()) value.phone = fields.parsed("phone", form.phone, parse_phone(form.phone));
  if (!trim(form.fax).empty()) value.fax = fields.parsed("fax", form.fax, parse_phone(form.fax));
  if (trim(form.position).empty()) fields.add("position", "REQUIRED");
  value.position = fields.number("position", form.position, 0, 999).value_or(0);
  return checked;
}

}  // namespace domain
