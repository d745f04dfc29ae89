// The administrator's area: the review of units (企业审核).
#pragma once

#include "web/route.h"

namespace admin {

web::Response start(web::Context&);
web::Response queue(web::Context&);
web::Response enterprise(web::Context&);
web::Response document(web::Context&);
web::Response approve(web::Context&);
web::Response show_reject(web::Context&);
web::Response reject(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/admin", Access::administrator, Proof::none, start},
    {"GET", "/admin/enterprises", Access::administrator, Proof::none, queue},
    {"GET", "/admin/enterprises/{id}", Access::administrator, Proof::none, enterprise},
    {"GET", "/admin/enterprises/{id}/documents/{id}", Access::administrator, Proof::none, document},
    {"POST", "/admin/enterprises/{id}/approve", Access::administrator, Proof::form, approve},
    {"GET", "/admin/enterprises/{id}/reject", Access::administrator, Proof::none, show_reject},
    {"POST", "/admin/enterprises/{id}/reject", Access::administrator, Proof::form, reject},
};

}  // namespace admin
