// The catalogue (实施强制管理的计量器具目录): kinds that can stand in a ledger, and their everyday names. Every area reads it
// from the public views public_catalogue and public_everyday_names, so a kind is found by the same words in a form and in the
// public search.
#pragma once

#include "domain/catalogue/kind.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct CatalogueKind {
  domain::Kind kind;
  int item_no = 0;
  std::string item_name;
};

// Kinds under compulsory verification that are not retired, by item and kind.
std::vector<CatalogueKind> ledger_kinds(Db& db);
// Also a retired one (an instrument may have it). Empty when there is none.
std::optional<domain::Kind> find_kind(Db& db, long long id);
std::optional<CatalogueKind> find_catalogue_kind(Db& db, long long id);

struct KindSearch {
  std::vector<long long> ids;     // what the word may mean
  bool not_in_catalogue = false;  // a word known to name something outside the catalogue (B超)
};
// By kind's, item's or everyday name: the very word, else any part of it, both ways (电子台秤 finds 台秤).
// all: kinds too that need a type approval only.
enum class Kinds { verified, all };
KindSearch search_kinds(Db& db, const std::string& word, Kinds which = Kinds::verified);

}  // namespace store
