// Look-up tables of an import: the catalogue's kinds by every name they have, and divisions by code, path or the end of it.
// Filled once per import by the store.
#pragma once

#include "domain/ledger/instrument.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace domain {

struct ImportKind {
  Kind kind;
  int kind_no = 0;
  std::string item_name, kind_name;  // kind_name without its variant
};
struct ImportDivision {
  std::string code, path;  // 湖北省 仙桃市
  DivisionChoice choice = DivisionChoice::ok;
};

class ImportReference {
 public:
  explicit ImportReference(std::string own_division) : own_division_(std::move(own_division)) {}
  void add(ImportKind kind);
  void add(ImportDivision division);
  void add_synonym(const std::string& word, int kind_no);  // 0: a word for something outside the catalogue

  struct FoundKind {
    const ImportKind* kind = nullptr;
    Error error{};  // KIND_NOT_FOUND, KIND_AMBIGUOUS (a: what it may mean), KIND_NOT_IN_CATALOGUE
  };
  // word: a kind's name with or without variant, item and kind in one, or an everyday name that means exactly one. item: narrows.
  FoundKind find_kind(std::string_view word, std::string_view item) const;
  const ImportKind* kind(long long id) const;

  struct FoundDivision {
    const ImportDivision* division = nullptr;
    Error error{};  // DIVISION_UNKNOWN (a: the word), DIVISION_AMBIGUOUS (a: some of them)
  };
  FoundDivision find_division(std::string_view text) const;
  const ImportDivision* division(const std::string& code) const;
  const std::string& own_division() const { return own_division_; }

 private:
  using Many = std::unordered_map<std::string, std::vector<std::size_t>>;
  FoundKind chosen(std::vector<std::size_t> found, std::string_view word, std::string_view item) const;

  std::string own_division_;
  std::vector<ImportKind> kinds_;
  std::vector<ImportDivision> divisions_;
  Many names_, everyday_, endings_;
  std::unordered_map<std::string, std::size_t> codes_;
};

// Words brought to one form, for comparison: half width, small letters, no blanks.
std::string folded_word(std::string_view text);

}  // namespace domain
