// Fills a form's fields (parts/field.tpl), their errors and the summary above them (parts/errors.tpl). A field "unit_name"
// stands where the page's template says {{>F_UNIT_NAME}}. Labels are domain terms, hints and messages stand in the views.
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

struct Field {  // how a field behaves
  bool required = false;
  int max = 200;  // characters the page lets people type; the rule itself stands in domain/
  bool wide = false;
  const char* autocomplete = "";
  bool hint = true;                             // with the line of parts/hint.tpl below it
  const char* accept = ".jpg,.jpeg,.png,.pdf";  // of a file field: what the browser offers
  bool focus = false;                           // of a text field: the cursor stands in it when the page opens
  const char* label_of = "";                    // a field whose name says something else elsewhere: whose label and hint it bears
  bool filter = false;  // of a search: nothing is said of 必填 and 选填, and nothing chosen means 全部
};

class Form {
 public:
  // Shows the summary when there are errors. token: the form's; see web/token.h.
  Form(const Page& page, std::vector<domain::Error> errors, const std::string& token);
  // The same, with the fields in an include of the content (a file that two pages share) instead of the content itself.
  Form(const Page& page, const Dict& fields, std::vector<domain::Error> errors, const std::string& token);
  // The same for one of several forms on a page: its include holds its own FORM_HEAD too.
  static Form within(const Page& page, const Dict& include, std::vector<domain::Error> errors, const std::string& token);

  void text(std::string_view name, const std::string& value, const Field& field = {});
  void password(std::string_view name, const Field& field = {});
  void textarea(std::string_view name, const std::string& value, const Field& field = {});
  void select(std::string_view name, const std::string& value, const std::vector<Option>& options, const Field& field = {});
  void grouped_select(std::string_view name, const std::string& value, const std::vector<OptionGroup>& groups,
                      const Field& field = {});
  void radio(std::string_view name, const std::string& value, const std::vector<Option>& options, const Field& field = {});
  void checkbox(std::string_view name, bool checked, const Field& field = {});
  // Several to tick, all of one name; the form sends it once for each.
  void checkboxes(std::string_view name, const std::vector<std::string>& checked, const std::vector<Option>& options,
                  const Field& field = {});
  void file(std::string_view name, const std::string& stored_name, const Field& field = {});
  // label_of: division_code (所在地) or place_division (使用地点行政区划). The selects are division_1, _2, _3.
  void division(std::string_view label_of, const std::vector<Level>& levels, const Field& field = {true});
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
