// See import_reference.h.
#include "domain/ledger/import_reference.h"

#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::size_t most_named = 4;

std::vector<std::string> words_of(std::string_view path) {
  std::vector<std::string> words;
  while (!path.empty()) {
    const auto end = std::min(path.find(' '), path.size());
    if (end > 0) words.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return words;
}

void once(std::vector<std::size_t>& all, std::size_t one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

std::string folded_word(std::string_view text) {
  std::string out;
  for (const char c : lower(half_width(trim(text))))
    if (std::string_view(" \t\r\n/>,-").find(c) == std::string_view::npos) out += c;
  return out;
}

void ImportReference::add(ImportKind kind) {
  const std::size_t n = kinds_.size();
  if (!kind.kind.retired)
    for (const std::string& name :
         {kind.kind.name, kind.kind_name, kind.item_name + kind.kind.name, kind.item_name + kind.kind_name})
      once(names_[folded_word(name)], n);
  kinds_.push_back(std::move(kind));
}

void ImportReference::add(ImportDivision division) {
  const std::size_t n = divisions_.size();
  codes_[division.code] = n;
  const std::vector<std::string> words = words_of(division.path);
  std::string ending;
  for (auto it = words.rbegin(); it != words.rend(); ++it) {
    ending = *it + ending;
    once(endings_[folded_word(ending)], n);
  }
  if (words.size() == 3) once(endings_[folded_word(words[0] + words[2])], n);
  divisions_.push_back(std::move(division));
}

void ImportReference::add_synonym(const std::string& word, int kind_no) {
  auto& meant = everyday_[folded_word(word)];
  if (kind_no == 0) return;
  for (std::size_t n = 0; n < kinds_.size(); ++n)
    if (kinds_[n].kind_no == kind_no && !kinds_[n].kind.retired) once(meant, n);
}

ImportReference::FoundKind ImportReference::chosen(std::vector<std::size_t> found, std::string_view word,
                                                   std::string_view item) const {
  const auto filter_if = [&](auto wanted) {
    std::vector<std::size_t> kept;
    for (const std::size_t n : found)
      if (wanted(kinds_[n])) kept.push_back(n);
    if (!kept.empty()) found = kept;
  };
  const std::string narrowed = folded_word(item);
  if (found.size() > 1 && !narrowed.empty())
    filter_if([&](const ImportKind& kind) { return folded_word(kind.item_name) == narrowed; });
  if (found.size() > 1) filter_if([](const ImportKind& kind) { return kind.kind.mode != "none"; });
  if (found.size() == 1) return {&kinds_[found[0]]};
  std::string names;
  for (std::size_t n = 0; n < std::min(found.size(), most_named); ++n) names += (n == 0 ? "" : "、") + kinds_[found[n]].kind.name;
  if (found.size() > most_named) names += "……";
  return {nullptr, {"kind", "KIND_AMBIGUOUS", std::string(word), names}};
}

ImportReference::FoundKind ImportReference::find_kind(std::string_view word, std::string_view item) const {
  const std::string name = folded_word(word);
  if (const auto it = names_.find(name); it != names_.end()) return chosen(it->second, word, item);
  if (const auto it = everyday_.find(name); it != everyday_.end()) {
    if (it->second.empty()) return {nullptr, {"kind", "KIND_NOT_IN_CATALOGUE", std::string(word)}};
    return chosen(it->second, word, item);
  }
  return {nullptr, {"kind", "KIND_UNKNOWN", std::string(word)}};
}

const ImportKind* ImportReference::kind(long long id) const {
  for (const ImportKind& kind : kinds_)
    if (kind.kind.id == id) return &kind;
  return nullptr;
}

const ImportDivision* ImportReference::division(const std::string& code) const {
  const auto it = codes_.find(code);
  return it == codes_.end() ? nullptr : &divisions_[it->second];
}

ImportReference::FoundDivision ImportReference::find_division(std::string_view text) const {
  const std::string word = folded_word(text);
  if (word.size() >= 6 && word.find_first_not_of("0123456789") == std::string::npos)
    if (const ImportDivision* found = division(word)) return {found};
  const auto it = endings_.find(word);
  if (it == endings_.end()) return {nullptr, {"division", "DIVISION_UNKNOWN", std::string(text)}};
  std::vector<std::size_t> found = it->second, final;
  for (const std::size_t n : found)
    if (divisions_[n].choice == DivisionChoice::ok) final.push_back(n);
  if (found.size() > 1 && !final.empty()) found = final;
  if (found.size() == 1) return {&divisions_[found[0]]};
  std::string names;
  for (std::size_t n = 0; n < std::min(found.size(), most_named); ++n) names += (n == 0 ? "" : "、") + divisions_[found[n]].path;
  if (found.size() > most_named) names += "……";
  return {nullptr, {"division", "DIVISION_AMBIGUOUS", std::string(text), names}};
}

}  // namespace domain
