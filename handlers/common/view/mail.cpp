// See mail.h.
#include "view/mail.h"

#include <stdexcept>

namespace view {
namespace {

// Lines that held only a marker leave gaps: never more than one empty line, none at the ends.
std::string paragraphs(const std::string& text) {
  std::string out;
  int ends = 2;
  for (const char c : text) {
    ends = c == '\n' ? ends + 1 : 0;
    if (ends <= 2) out += c;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out.empty() ? out : out + "\n";
}

}  // namespace

Mail::Mail(std::string_view kind) : root_(std::make_unique<ctemplate::TemplateDictionary>("mail")) {
  const std::string file = "mail/" + std::string(kind);
  text_ = root_->AddIncludeDictionary("TEXT");
  html_ = root_->AddIncludeDictionary("HTML");
  text_->SetFilename(file + ".txt.tpl");
  html_->SetFilename(file + ".html.tpl");
  root_->ShowSection(section_name(kind));  // of the subjects
}

void Mail::set(const Name& name, std::string_view value) const {
  root_->SetTemplateGlobalValue(name, ctemplate::TemplateString(value.data(), value.size()));
}
void Mail::show(const Name& section) const { root_->ShowTemplateGlobalSection(section); }

void Mail::add(const Name& section, const std::function<void(const Dict&)>& fill) const {
  for (ctemplate::TemplateDictionary* part : {text_, html_}) fill(Dict(part->AddSectionDictionary(section)));
}

std::string Mail::subject() const {
  std::string line = expand("mail/subjects.txt.tpl", *root_);
  if (!line.empty() && line.back() == '\n') line.pop_back();
  return line;
}
std::string Mail::text() const { return paragraphs(expand("mail/layout.txt.tpl", *root_)); }
std::string Mail::html() const { return expand("mail/layout.html.tpl", *root_); }

}  // namespace view
