// The end of every administration form: the change once, then a redirect; or the form again with what was typed, when somebody
// else was faster or the database refuses the values.
#pragma once

#include "domain/values/error.h"
#include "store/core/db.h"
#include "web/context.h"

#include <functional>
#include <string>
#include <vector>

namespace admin {

// Shows the form again as it was typed.
using Render = std::function<web::Response(std::vector<domain::Error> errors, int status)>;

struct Known {  // a constraint, and what it means for the form
  const char* constraint;
  domain::Error error;
};

struct Saving {
  const char* notice;       // after the redirect
  const char* first_field;  // where a conflict is shown
  std::vector<Known> known{};
};

// change throws web::Conflict when the version is no longer the one that the form was made from.
web::Response save(web::Context& ctx, const Saving& saving, const Render& render,
                   const std::function<std::string(store::Tx&)>& change);
// The same where nothing was typed: a conflict is a page of its own.
web::Response act(web::Context& ctx, const char* notice, const std::function<std::string(store::Tx&)>& change);

// All values of a field that a form sends several times.
std::vector<std::string> all_of(const web::Params& form, std::string_view name);
int version_of(const web::Context& ctx);  // the hidden field

}  // namespace admin
