// The ledger (强检器具台账维护): list, view, new, edit. Every page works on the logged-in unit's own rows only.
#pragma once

#include "web/route.h"

namespace ledger {

web::Response list(web::Context&);
web::Response show(web::Context&);
web::Response show_new(web::Context&);
web::Response create(web::Context&);
web::Response show_edit(web::Context&);
web::Response save(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/ledger", Access::unit, Proof::none, list},
    {"GET", "/ledger/new", Access::unit_editor, Proof::none, show_new},
    {"POST", "/ledger/new", Access::unit_editor, Proof::form, create},
    {"GET", "/ledger/{id}", Access::unit, Proof::none, show},
    {"GET", "/ledger/{id}/edit", Access::unit_editor, Proof::none, show_edit},
    {"POST", "/ledger/{id}/edit", Access::unit_editor, Proof::form, save},
};

}  // namespace ledger
