// Fills a form's fields (parts/field.tpl), their errors and the summary above them (parts/errors.tpl). A field "unit_name"
// stands where the page's template has {{>F_UNIT_NAME}}. Labels are domain terms, hints and messages stand in the views.
#pragma once

#include "domain/values/error.h"
#include "domain/values/terms.h"
#include "view/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace view {

struct Option {
  std::string code, word;
};
std::vector<Option> options(const domain::Terms& terms);
struct OptionGroup {
  std::string name;
  std::vector<Option> options;
};

struct Level {  // one select of a division choice
  std::vector<Option> options;
  std::string chosen;
};

struct Captcha {
  std::string seal;
  std::string a, b;  // the question in words: 七, 五
  bool plus = true;
  std::string picture;  // where it is drawn: /accounts/captcha
};

// How a field behaves, said by name: required().max(50).wide(). A field that is not told more holds 200 characters and has the
// line of parts/hint.tpl below it.
class Field {
 public:
  explicit Field(bool required) : required_(required) {}

  Field& max(int characters) { return max_ = characters, *this; }  // the page lets people type; the rule itself stands in domain/
  Field& wide(bool yes = true) { return wide_ = yes, *this; }
  Field& autocomplete(const char* token) { return autocomplete_ = token, *this; }
  Field& no_hint() { return hint_ = false, *this; }
  Field& accept(const char* endings) { return accept_ = endings, *this; }  // of a file: what the browser offers
  Field& focus(bool yes = true) { return focus_ = yes, *this; }            // the cursor stands in it when the page opens
  Field& label_of(const char* other) { return label_of_ = other, *this; }  // whose label and hint it bears, when not its own
  Field& filter() { return filter_ = true, *this; }  // of a search: no word of 必填 and 选填, and nothing chosen means 全部

 private:
  friend class Form;
  bool required_, wide_ = false, hint_ = true, focus_ = false, filter_ = false;
  int max_ = 200;
  const char *autocomplete_ = "off", *accept_ = ".jpg,.jpeg,.png,.pdf", *label_of_ = "";
};
inline Field field(bool required) { return Field(required); }
inline Field required() { return Field(true); }
inline Field optional() { return Field(false); }

class Form {
 public:
  // Shows the summary when there are errors. token: the form's; see web/token.h.
  Form(const Page& page, std::vector<domain::Error> errors, const std::string& token);
  // The same, with the fields in an include of the content (a file that two pages share) instead of the content itself.
  Form(const Page& page, const Dict& fields, std::vector<domain::Error> errors, const std::string& token);
  // The same for one of several forms on a page: its include holds its own FORM_HEAD too.
  static Form within(const Page& page, const Dict& include, std::vector<domain::Error> errors, const std::string& token);

  void text(std::string_view name, const std::string& value, const Field& field = optional());
  void password(std::string_view name, const Field& field = optional());
  void textarea(std::string_view name, const std::string& value, const Field& field = optional());
  void select(std::string_view name, const std::string& value, const std::vector<Option>& options,
              const Field& field = optional());
  void grouped_select(std::string_view name, const std::string& value, const std::vector<OptionGroup>& groups,
                      const Field& field = optional());
  void radio(std::string_view name, const std::string& value, const std::vector<Option>& options,
             const Field& field = optional());
  void checkbox(std::string_view name, bool checked, const Field& field = optional());
  // Several to tick, all of one name; the form sends it once for each.
  void checkboxes(std::string_view name, const std::vector<std::string>& checked, const std::vector<Option>& options,
                  const Field& field = optional());
  void file(std::string_view name, const std::string& stored_name, const Field& field = optional());
  // label_of: division_code (所在地) or place_division (使用地点行政区划). The selects are division_1, _2, _3.
  void division(std::string_view label_of, const std::vector<Level>& levels, const Field& field = required());
  void captcha(const Captcha& captcha);

 private:
  Form(const Page& page, const Dict& fields, const Dict& head, std::vector<domain::Error> errors, const std::string& token);
  Dict begin(std::string_view name, const Field& field);
  Dict begin(std::string_view name, const Field& field, std::string_view label_of, std::string_view error_of);

  Dict fields_;
  std::vector<domain::Error> errors_;
  std::vector<Dict> summary_;  // of each error its line
};

// The sentence for an error, as an include of parts/message.tpl.
void add_message(const Dict& dict, const domain::Error& error);
// The same as plain text on one line, for files.
std::string message_text(const domain::Error& error);

}  // namespace view
