// The text of a mail: views/mail/<kind>.txt.tpl and .html.tpl in their layouts, its subject from subjects.txt.tpl. ctemplate
// has no escaping context for text/plain and would write &amp; for &, so *.txt.tpl have no AUTOESCAPE pragma; scripts/check
// allows that in views/mail only.
#pragma once

#include "view/page.h"

#include <string>
#include <string_view>

namespace view {

class Mail {
 public:
  explicit Mail(std::string_view kind);  // "reset_password"
  // Seen in subject, text and page alike.
  void set(const Name& name, std::string_view value) const;
  void show(const Name& section) const;
  // One more repetition of a section, in the text and in the page: their values are alike.
  void add(const Name& section, const std::function<void(const Dict&)>& fill) const;
  std::string subject() const;  // one line; each of the three: std::logic_error when a template is missing or broken
  std::string text() const;
  std::string html() const;

 private:
  std::unique_ptr<ctemplate::TemplateDictionary> root_;
  ctemplate::TemplateDictionary *text_, *html_;
};

}  // namespace view
