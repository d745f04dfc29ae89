// See page.h.
#include "view/page.h"

#include "base/crypto.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace view {
namespace {

namespace fs = std::filesystem;
bool reloading = false;
const char* const names_file = "parts/names.tpl";
const char* const subjects_file = "mail/subjects.txt.tpl";
const char* const notices_file = "parts/notice.tpl";
std::set<std::string, std::less<>> notices;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::set<std::string, std::less<>> sections_of(const std::string& text) {
  std::set<std::string, std::less<>> names;
  for (auto at = text.find("{{#"); at != std::string::npos; at = text.find("{{#", at + 1))
    names.insert(text.substr(at + 3, text.find("}}", at) - at - 3));
  return names;
}

// The one way each file is read: the cache keeps it under its name and this. In text/plain an empty line means something.
ctemplate::Strip strip_of(std::string_view file) {
  constexpr std::string_view plain = ".txt.tpl";
  if (file == names_file || file == subjects_file) return ctemplate::STRIP_WHITESPACE;
  if (file.size() > plain.size() && file.substr(file.size() - plain.size()) == plain) return ctemplate::DO_NOT_STRIP;
  return ctemplate::STRIP_BLANK_LINES;
}

ctemplate::TemplateString text(std::string_view value) { return {value.data(), value.size()}; }

}  // namespace

std::string section_name(std::string_view code) {
  std::string name(code);
  for (char& c : name) c = c == '/' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

void Dict::set(const Name& name, std::string_view value) const { dictionary_->SetValue(name, text(value)); }
void Dict::set_number(const Name& name, long long value) const { dictionary_->SetValue(name, std::to_string(value)); }
void Dict::show(const Name& section) const { dictionary_->ShowSection(section); }
void Dict::show_if(bool condition, const Name& section) const {
  if (condition) show(section);
}
Dict Dict::add(const Name& section) const { return Dict(dictionary_->AddSectionDictionary(section)); }
Dict Dict::include(const Name& marker, const char* file) const {
  ctemplate::TemplateDictionary* included = dictionary_->AddIncludeDictionary(marker);
  included->SetFilename(file);
  return Dict(included);
}

Page::Page(const char* file) : root_(std::make_unique<ctemplate::TemplateDictionary>("page")) {
  content_ = root_->AddIncludeDictionary("CONTENT");
  content_->SetFilename(file);
}

Dict Page::layout() const { return Dict(root_.get()); }
Dict Page::content() const { return Dict(content_); }
void Page::global(const Name& name, std::string_view value) const { root_->SetTemplateGlobalValue(name, text(value)); }
void Page::global_show(const Name& section) const { root_->ShowTemplateGlobalSection(section); }

std::string expand(const std::string& file, const ctemplate::TemplateDictionary& values) {
  if (reloading) ctemplate::mutable_default_template_cache()->ReloadAllIfChanged(ctemplate::TemplateCache::LAZY_RELOAD);
  std::string out;
  if (!ctemplate::ExpandTemplate(file, strip_of(file), &values, &out)) throw std::logic_error("a template is missing or broken");
  return out;
}

std::string plain_text(const std::string& file, const std::function<void(const Dict&)>& fill) {
  ctemplate::TemplateDictionary values("text");
  fill(Dict(&values));
  const std::string html = expand(file, values);
  std::string text;
  for (std::size_t n = 0; n < html.size(); ++n) {
    const auto rest = std::string_view(html).substr(n);
    const auto is = [&](std::string_view entity) { return rest.substr(0, entity.size()) == entity; };
    if (html[n] == '<') {  // a link's words stay
      n = std::min(html.find('>', n), html.size());
    } else if (html[n] == '&') {
      text += is("&lt;") ? '<' : is("&gt;") ? '>' : is("&quot;") ? '"' : is("&#39;") ? '\'' : '&';
      n += is("&lt;") || is("&gt;") ? 3 : is("&quot;") ? 5 : is("&amp;") || is("&#39;") ? 4 : 0;
    } else if (html[n] != '\n' && html[n] != '\r') {
      text += html[n];
    }
  }
  return text;
}

std::string Page::render() const { return expand("layout.tpl", *root_); }

std::string page_name(std::string_view file) {
  static std::map<std::string, std::string, std::less<>> known;
  if (const auto it = known.find(file); it != known.end() && !reloading) return it->second;
  const std::string section = section_name(file.substr(0, file.find('.')));
  ctemplate::TemplateDictionary names("names");
  names.ShowSection(section);
  std::string out;
  ctemplate::ExpandTemplate(names_file, ctemplate::STRIP_WHITESPACE, &names, &out);
  if (out.empty()) throw std::logic_error(std::string(file) + " has no name in " + names_file);
  known[std::string(file)] = out;
  return out;
}

void load_templates(const std::string& folder, bool reload) {
  static std::string loaded;
  if (folder == loaded) return;  // once a process: a frozen cache takes no second folder
  loaded = folder;
  reloading = reload;
  auto* cache = ctemplate::mutable_default_template_cache();
  if (!cache->SetTemplateRootDirectory(folder)) throw std::runtime_error(folder + ": cannot be a template folder");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".tpl") continue;
    const std::string name = fs::relative(entry.path(), folder);
    if (!cache->LoadTemplate(name, strip_of(name))) throw std::runtime_error(name + ": template does not parse");
  }
  notices = sections_of(content_of(fs::path(folder) / notices_file));
  if (!reload) cache->Freeze();
}

bool has_notice(std::string_view code) { return notices.count(code) > 0; }

std::string static_version(const std::string& folder) {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path());
  std::string all;
  for (const fs::path& file : files) {
    all += base::sha256(content_of(file));
  }
  return "v-" + base::sha256_hex(all).substr(0, 10);
}

}  // namespace view
