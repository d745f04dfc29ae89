// Shared by the administrator's pages: forms that have only a button, addresses of lists, filters by date.
#pragma once

#include "parts/address.h"
#include "view/form.h"

#include <string>
#include <string_view>
#include <vector>

namespace admin {

// The head of a form that posts to `path`, into the section or content that holds it ({{>FORM_HEAD}}).
void add_form_head(web::Context& ctx, const view::Dict& dict, const std::string& path);

// What the choices of a select in a filter are: OPTION with CODE, WORD and SELECTED.
void add_choices(const view::Dict& dict, const char* section, const domain::Terms& terms, std::string_view chosen);

// Dates of a filter as typed. What is no date is not asked for, and BAD_DATE says so.
struct Period {
  std::string from_typed, to_typed;
  std::string from, to;  // YYYY-MM-DD or ""
  bool readable = true;
};
Period read_period(const web::Params& params);
void fill_period(const view::Dict& content, const Period& period);

// The version a form was made for.
int version_of(const web::Params& form);

}  // namespace admin
