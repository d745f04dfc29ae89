// The only files that include ctemplate. A Page is the layout with one content template in it; a Dict holds the values of a
// template, a section or an include. Template and variable names are literals of ours, never data; values are escaped by the
// templates (AUTOESCAPE, checked by scripts/check). No sentence for people is made here.
#pragma once

#include <ctemplate/template.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace view {

using Name = ctemplate::TemplateString;

// The section that shows a code: "due_soon" → "DUE_SOON", "ledger/list" → "LEDGER_LIST".
std::string section_name(std::string_view code);

class Dict {
 public:
  explicit Dict(ctemplate::TemplateDictionary* dictionary) : dictionary_(dictionary) {}
  void set(const Name& name, std::string_view value) const;
  void set_number(const Name& name, long long value) const;
  void show(const Name& section) const;
  void show_if(bool condition, const Name& section) const;
  Dict add(const Name& section) const;                       // one more repetition
  Dict include(const Name& marker, const char* file) const;  // {{>MARKER}} becomes this file

 private:
  ctemplate::TemplateDictionary* dictionary_;
};

class Page {
 public:
  // file: "ledger/list.tpl", below the views folder.
  explicit Page(const char* file);
  Dict layout() const;                                          // layout.tpl's own values
  Dict content() const;                                         // the content template's values
  void global(const Name& name, std::string_view value) const;  // seen in layout, content and every include
  void global_show(const Name& section) const;                  // the same for a section; inside it only global values are seen
  std::string render() const;                                   // std::logic_error when a template is missing or broken
 private:
  std::unique_ptr<ctemplate::TemplateDictionary> root_;
  ctemplate::TemplateDictionary* content_;
};

// The template alone, filled. std::logic_error when it is missing or broken.
std::string expand(const std::string& file, const ctemplate::TemplateDictionary& values);

// The same of a template for HTML, as plain text on one line: without tags and line ends, entities read back.
std::string plain_text(const std::string& file, const std::function<void(const Dict&)>& fill);

bool has_notice(std::string_view code);  // is there a section of this name in parts/notice.tpl?

// What a page is called in its title and in breadcrumbs: "ledger/list.tpl" → parts/names.tpl's section LEDGER_LIST.
std::string page_name(std::string_view file);

// Before the first page: where the templates are. Unless they may be reloaded, all are loaded and frozen, so that a broken one
// stops the start and not a request.
void load_templates(const std::string& folder, bool reload);
// A short hash over all static files: the path segment that lets them be cached for a year.
std::string static_version(const std::string& folder);

}  // namespace view
