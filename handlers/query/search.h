// A search of instruments, read from an address: the same for the pages and for programs (api.cpp). The page says how it
// understood a text (a code, a number, words: the first that finds anything) and offers the other readings in one link, because
// nine digits may be a serial number whose last happens to be a right check digit. A condition that cannot be parsed is an
// error, not left out: the list without it would look like an answer. Only a broken page key starts again at the first page.
#pragma once

#include "domain/query/public_query.h"
#include "parts/address.h"
#include "store/catalogue/catalogue.h"
#include "store/catalogue/divisions.h"
#include "store/query/public_search.h"

#include <optional>
#include <string>
#include <vector>

namespace query {

struct Search {
  bool detailed = false;         // the form with a field for each thing; else the one box
  std::string typed;             // in the box
  domain::QueryDetails details;  // as typed
  std::string kind, standing, order;
  store::DivisionPath region;
  domain::TypedQuery text;             // what the box may mean
  std::vector<domain::QueryWay> ways;  // in this order, until one finds something
  bool chosen_way = false;             // the address says which
  std::vector<store::CatalogueKind> kinds;
  store::PublicQuery filter;  // all but what a way adds
  std::vector<domain::Error> errors;
};

// q, or the fields of domain::QueryDetails (form=detailed); division (division_1 … of a form), kind, standing, sort, as (a way's
// code). Errors stand beside those names, a region's beside division_1.
Search read_search(const web::Context& ctx);
// Whether there is anything to search by yet, or the form was only opened.
bool is_asked(const web::Params& query);

struct Found {
  store::PublicList list;
  std::optional<domain::QueryWay> way;  // the one that found it, or the last that was tried
};
Found find(store::Db& db, const Search& search, domain::Date today);

// The search as an address, without default values; `way` when the reading of the text is fixed.
parts::Values values_of(const Search& search, std::optional<domain::QueryWay> way);

}  // namespace query
