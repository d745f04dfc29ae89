// The public's search for instruments, over the view public_search as the role qj_query, and the job that updates its index
// rows. Of more than 10,000 matches 10,000 are ranked, and the page says so; lists go on by key and end after fifty pages,
// because nobody reads further and a crawler has to narrow the search. How it finds among ten million: sql/README.md, Search.
#pragma once

#include "store/query/public_validity.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

constexpr int most_found = 10000;  // counted and sorted; of more, these many are taken and the rest is not looked at

// Where a list goes on: at a row that is shown, or is just not. As text: for an address.
struct PublicKey {
  int rank = 0;
  std::string due, code;  // code: of the label, 32 hexadecimal digits
  bool backwards = false;

  std::string text() const;
  static std::optional<PublicKey> from_text(const std::string& text);
};

struct PublicQuery {
  // In any of unit's, instrument's and manufacturer's name; all of them. At least one of two characters, or another field that
  // finds (a code, a number, a name of two characters, a region, a kind): see finds().
  std::vector<std::string> words;
  std::string unit_name, name, manufacturer;                 // part of that very name
  std::string unit_code, serial_number, certificate_number;  // exactly
  std::string sub_number;                                    // exactly, but for blanks and dots
  std::string number;                                        // one of serial, certificate and sub-number
  std::string division;                                      // with all below it
  long long kind_id = 0;
  std::string standing;  // of domain/ledger/standing, or ""
  bool by_date = false;  // failed first, then by due date; else the best match first, and these by date
  std::optional<PublicKey> from;
  int size = 20;

  bool finds() const;
};
bool is_public_standing(const std::string& standing);

struct PublicList {
  std::vector<PublicValidity> rows;
  int matched = 0;         // most_found + 1: more than that
  bool too_broad = false;  // it took too long: nothing is known, another word is needed
  std::optional<PublicKey> next, previous;

  bool capped() const { return matched > most_found; }
};
PublicList search_public(Db& db, const PublicQuery& query, domain::Date today);

// Brings rows up to date, so many at most: true when there may be more to do.
bool refresh_search(Db& db);

}  // namespace store
