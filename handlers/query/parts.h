// Shared by the public's pages: the links between the queries, the fields of their filters.
#pragma once

#include "domain/values/error.h"
#include "store/query/public_validity.h"
#include "view/form.h"
#include "web/context.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace query {

inline const web::Crumb overview_crumb{"query/overview.tpl", "/query"};

// The include WAYS; current: instruments | institutions | catalogue, or "".
void add_ways(const web::Context& ctx, const view::Dict& content, const char* current);

// What everybody may know of an instrument, and where it stands: of a row in a list and of its own page.
void add_instrument(const view::Dict& dict, const store::PublicValidity& found, const domain::Judgement& judged);

// A text of a filter, trimmed: at most 100 characters, without control characters; else an error on the field.
std::string filter_text(const web::Params& query, const char* name, std::vector<domain::Error>& errors);
// A code of the terms or nothing; else an error on the field.
std::string filter_choice(const web::Params& query, const char* name, const domain::Terms& terms,
                          std::vector<domain::Error>& errors);

nlohmann::json day_json(const std::optional<domain::Date>& date);  // null for none
// The errors of a program's answer; a region's error has the parameter's name, not the first of a form's three lists'.
web::Response refused(const web::Context& ctx, int status, domain::Error error);

// How the fields of a filter behave: nothing is required; hint: with the line below it.
inline view::Field filter_field(bool hint = true) {
  view::Field field = view::optional().max(100).filter();
  return hint ? field : field.no_hint();
}

}  // namespace query
