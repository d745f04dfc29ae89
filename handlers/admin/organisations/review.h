// Shared by the pages of the review: the unit under review, units that resemble another, reasons, files.
#pragma once

#include "domain/values/error.h"
#include "store/organisations/reviews.h"
#include "store/organisations/units.h"
#include "view/form.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace admin {

store::Unit unit_of(web::Context& ctx);  // the {id} of the path; NotFound
std::string unit_path(long long id, const char* act = "");

// Sections DUPLICATE with a link each, or NO_DUPLICATE.
void add_duplicates(const view::Dict& dict, const std::vector<store::Duplicate>& duplicates);

// Canned sentences (setting reject_reasons) that were ticked, and free words.
struct Reason {
  std::vector<std::string> ticked;
  std::string typed;
  std::string whole;  // both, as they are stored; meaningless after an error
  std::vector<domain::Error> errors;
};
Reason read_reason(web::Context& ctx);
void fill_reason(web::Context& ctx, const view::Dict& dict, view::Form& form, const Reason& reason);

// nginx sends it; shown_name: without extension.
web::Response send_file(const store::Document& document, const std::string& shown_name);

}  // namespace admin
