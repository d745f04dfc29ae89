// A unit's appointments (强检器具预约申请): made from its ledger, submitted to institutions, followed to their results.
#pragma once

#include "web/route.h"

namespace appointments {

web::Response list(web::Context&);
web::Response show_new(web::Context&);
web::Response create(web::Context&);
web::Response show(web::Context&);
web::Response show_edit(web::Context&);
web::Response save(web::Context&);
web::Response submit(web::Context&);
web::Response ask_withdraw(web::Context&);
web::Response withdraw(web::Context&);
web::Response ask_remove(web::Context&);
web::Response remove(web::Context&);
web::Response ask_cancel(web::Context&);
web::Response cancel(web::Context&);
web::Response print(web::Context&);
web::Response pdf(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/appointments", Access::unit, Proof::none, list},
    {"GET", "/appointments/new", Access::unit_editor, Proof::none, show_new},
    {"POST", "/appointments/new", Access::unit_editor, Proof::form, create},
    {"GET", "/appointments/{id}", Access::unit, Proof::none, show},
    {"GET", "/appointments/{id}/edit", Access::unit_editor, Proof::none, show_edit},
    {"POST", "/appointments/{id}/edit", Access::unit_editor, Proof::form, save},
    {"POST", "/appointments/{id}/submit", Access::unit_editor, Proof::form, submit},
    {"GET", "/appointments/{id}/withdraw", Access::unit_editor, Proof::none, ask_withdraw},
    {"POST", "/appointments/{id}/withdraw", Access::unit_editor, Proof::form, withdraw},
    {"GET", "/appointments/{id}/remove", Access::unit_editor, Proof::none, ask_remove},
    {"POST", "/appointments/{id}/remove", Access::unit_editor, Proof::form, remove},
    {"GET", "/appointments/{id}/lines/{id}/cancel", Access::unit_editor, Proof::none, ask_cancel},
    {"POST", "/appointments/{id}/lines/{id}/cancel", Access::unit_editor, Proof::form, cancel},
    {"GET", "/appointments/{id}/print", Access::unit, Proof::none, print},
    {"GET", "/appointments/{id}/pdf", Access::unit, Proof::none, pdf},
};

}  // namespace appointments
