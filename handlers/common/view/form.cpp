// See form.h.
#include "view/form.h"

#include <algorithm>

namespace view {
namespace {

void add_options(const Dict& dict, const std::vector<Option>& options, const std::vector<std::string>& values,
                 const char* chosen) {
  for (const Option& option : options) {
    const Dict row = dict.add("OPTION");
    row.show_if(&option == &options.front(), "FIRST_OPTION");
    row.set("CODE", option.code);
    row.set("WORD", option.word);
    row.show_if(std::find(values.begin(), values.end(), option.code) != values.end(), chosen);
  }
}

}  // namespace

std::vector<Option> options(const domain::Terms& terms) {
  std::vector<Option> all;
  for (const domain::Term& term : terms) all.push_back({std::string(term.code), std::string(term.word)});
  return all;
}

void add_message(const Dict& dict, const domain::Error& error) {
  const Dict message = dict.include("MESSAGE", "parts/message.tpl");
  message.set("A", error.a);
  message.set("B", error.b);
  message.show_if(!error.b.empty(), "HAS_B");
  message.show(error.code);
}

std::string message_text(const domain::Error& error) {
  return plain_text("parts/message.tpl", [&](const Dict& dict) {
    dict.set("A", error.a);
    dict.set("B", error.b);
    dict.show(error.code);
  });
}

Form::Form(const Page& page, std::vector<domain::Error> errors, const std::string& token)
    : Form(page, page.content(), std::move(errors), token) {}

Form::Form(const Page& page, const Dict& fields, std::vector<domain::Error> errors, const std::string& token)
    : Form(page, fields, page.content(), std::move(errors), token) {}

Form Form::within(const Page& page, const Dict& include, std::vector<domain::Error> errors, const std::string& token) {
  return Form(page, include, include, std::move(errors), token);
}

Form::Form(const Page& page, const Dict& fields, const Dict& head, std::vector<domain::Error> errors, const std::string& token)
    : fields_(fields), errors_(std::move(errors)) {
  head.include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", token);
  if (errors_.empty()) return;
  page.layout().show("HAS_ERRORS");
  const Dict summary = page.content().include("ERRORS", "parts/errors.tpl");
  for (const domain::Error& error : errors_) {
    const Dict row = summary.add("ERROR");
    row.set("FIELD", "f-" + error.field);
    row.set("LABEL", domain::field_label(error.field));
    add_message(row, error);
    summary_.push_back(row);
  }
}

Dict Form::begin(std::string_view name, const Field& field) {
  return begin(name, field, *field.label_of_ ? std::string_view(field.label_of_) : name, name);
}

Dict Form::begin(std::string_view name, const Field& field, std::string_view label_of, std::string_view error_of) {
  const Dict dict = fields_.include("F_" + section_name(name), "parts/field.tpl");
  dict.set("NAME", name);
  dict.set("LABEL", domain::field_label(label_of));
  dict.set_number("MAXLENGTH", field.max_);
  dict.show("LIMITED");
  if (!field.filter_) dict.show(field.required_ ? "REQUIRED" : "OPTIONAL");
  if (field.hint_) dict.add("HINTED").include("HINT", "parts/hint.tpl").show(section_name(label_of));
  const auto at = std::find_if(errors_.begin(), errors_.end(), [&](const domain::Error& e) { return e.field == error_of; });
  if (at == errors_.end()) return dict;
  add_message(dict.add("ERROR"), *at);
  summary_[static_cast<std::size_t>(at - errors_.begin())].set("LABEL", domain::field_label(label_of));
  return dict;
}

void Form::text(std::string_view name, const std::string& value, const Field& field) {
  const Dict dict = begin(name, field);
  dict.set("VALUE", value);
  const Dict widget = dict.add("TEXT");
  widget.set("AUTOCOMPLETE", field.autocomplete_);
  widget.show_if(field.wide_, "WIDE");
  widget.show_if(field.focus_, "FOCUS");
}

void Form::password(std::string_view name, const Field& field) {
  const Dict dict = begin(name, field);
  dict.add("PASSWORD").set("AUTOCOMPLETE", field.autocomplete_);
}

void Form::textarea(std::string_view name, const std::string& value, const Field& field) {
  const Dict dict = begin(name, field);
  dict.set("VALUE", value);
  dict.show("TEXTAREA");
}

void Form::select(std::string_view name, const std::string& value, const std::vector<Option>& options, const Field& field) {
  const Dict widget = begin(name, field).add("SELECT");
  widget.show(field.filter_ ? "ANY_OPTION" : "EMPTY_OPTION");
  add_options(widget, options, {value}, "SELECTED");
}

void Form::grouped_select(std::string_view name, const std::string& value, const std::vector<OptionGroup>& groups,
                          const Field& field) {
  const Dict widget = begin(name, field).add("SELECT");
  widget.show(field.filter_ ? "ANY_OPTION" : "EMPTY_OPTION");
  for (const OptionGroup& group : groups) {
    const Dict dict = widget.add("GROUP");
    dict.set("NAME", group.name);
    add_options(dict, group.options, {value}, "SELECTED");
  }
}

void Form::radio(std::string_view name, const std::string& value, const std::vector<Option>& options, const Field& field) {
  add_options(begin(name, field).add("RADIO"), options, {value}, "CHECKED");
}

void Form::checkbox(std::string_view name, bool checked, const Field& field) {
  begin(name, field).add("CHECKBOX").show_if(checked, "CHECKED");
}

void Form::checkboxes(std::string_view name, const std::vector<std::string>& checked, const std::vector<Option>& options,
                      const Field& field) {
  add_options(begin(name, field).add("CHECKBOXES"), options, checked, "CHECKED");
}

void Form::file(std::string_view name, const std::string& stored_name, const Field& field) {
  const Dict widget = begin(name, field).add("FILE");
  widget.set("ACCEPT", field.accept_);
  if (!stored_name.empty()) widget.add("STORED").set("STORED_NAME", stored_name);
}

void Form::division(std::string_view label_of, const std::vector<Level>& levels, const Field& field) {
  const Dict widget = begin("division", field, label_of, "division_1").add("DIVISION");
  for (std::size_t n = 0; n < 3; ++n) {
    const Dict level = widget.add("LEVEL");
    const std::string number = std::to_string(n + 1);
    level.set("NAME", "division_" + number);
    level.show(n == 0 ? "PROVINCE" : n == 1 ? "CITY" : "COUNTY");
    if (n < levels.size()) add_options(level, levels[n].options, {levels[n].chosen}, "SELECTED");
  }
}

void Form::captcha(const Captcha& captcha) {
  const Dict widget = begin("captcha", required()).add("CAPTCHA");
  widget.set("CAPTCHA_SEAL", captcha.seal);
  widget.set("CAPTCHA_PICTURE", captcha.picture);
  widget.set("QUESTION_A", captcha.a);
  widget.set("QUESTION_B", captcha.b);
  widget.show(captcha.plus ? "PLUS" : "MINUS");
}

}  // namespace view
