// See notice_line.h.
#include "view/notice_line.h"

#include "base/json.h"
#include "view/form.h"

#include <array>

namespace view {
namespace {

constexpr const char* file = "parts/notice_line.tpl";
// Our own names, never ones made from data.
constexpr std::array sections{"UNIT_SUBMITTED",       "UNIT_ANSWERED",         "UNIT_CANCELLED",
                              "UNIT_RESULTS",         "UNIT_CORRECTED",        "UNIT_TAKEN_OUT",
                              "INSTITUTION_RECEIVED", "INSTITUTION_WITHDRAWN", "INSTITUTION_CANCELLED"};

std::string text_of(const nlohmann::json& data, const char* key) {
  if (!data.is_object() || !data.contains(key)) return "";
  const auto& value = data[key];
  return value.is_string() ? value.get<std::string>() : value.is_number_integer() ? std::to_string(value.get<long long>()) : "";
}

void fill_notice_line(const Dict& dict, const NoticeLine& line) {
  const std::string wanted = section_name(std::string(line.side) + "_" + std::string(line.kind));
  for (const char* section : sections)
    if (wanted == section) dict.show(ctemplate::TemplateString(section));
  dict.set("NUMBER", line.number);
  dict.show_if(!line.number.empty(), "HAS_NUMBER");
  dict.set("UNIT", text_of(line.data, "unit"));
  dict.set("LINES", text_of(line.data, "lines"));
  dict.set("ANSWERED", text_of(line.data, "answered"));
  dict.set("REFUSED", text_of(line.data, "refused"));
  dict.set("PASSED", text_of(line.data, "passed"));
  dict.set("FAILED", text_of(line.data, "failed"));
  dict.set("RETURNED", text_of(line.data, "returned"));
  dict.set("INSTRUMENT", text_of(line.data, "instrument"));
  dict.set("SERIAL_NUMBER", text_of(line.data, "serial_number"));
  dict.set("REASON", text_of(line.data, "reason"));
  const auto some = [&](const char* key) {
    const std::string value = text_of(line.data, key);
    return !value.empty() && value != "0";
  };
  dict.show_if(some("refused"), "HAS_REFUSED");
  dict.show_if(some("failed"), "HAS_FAILED");
  dict.show_if(some("returned"), "HAS_RETURNED");
  dict.show_if(some("instrument"), "HAS_INSTRUMENT");
  long long about = 0;
  for (const char* key : {"lines", "passed", "failed", "returned"})
    if (line.data.is_object() && line.data.contains(key) && line.data[key].is_number_integer())
      about += line.data[key].get<long long>();
  dict.show_if(about > 1, "MANY");
}

}  // namespace

void add_notice_line(const Dict& dict, const NoticeLine& line) { fill_notice_line(dict.include("LINE", file), line); }

std::string notice_text(const NoticeLine& line) {
  return plain_text(file, [&](const Dict& dict) { fill_notice_line(dict, line); });
}

}  // namespace view
