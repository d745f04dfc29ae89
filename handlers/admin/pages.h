// The administrator's area: the review of units (企业审核), and what units and applicants ask for (申请办理).
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
web::Response show_suspend(web::Context&);
web::Response suspend(web::Context&);
web::Response show_restore(web::Context&);
web::Response restore(web::Context&);
web::Response show_bulk(web::Context&);
web::Response bulk(web::Context&);
web::Response bulk_done(web::Context&);
web::Response requests(web::Context&);
web::Response request(web::Context&);
web::Response decide(web::Context&);
web::Response request_document(web::Context&);

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
    {"GET", "/admin/enterprises/{id}/suspend", Access::administrator, Proof::none, show_suspend},
    {"POST", "/admin/enterprises/{id}/suspend", Access::administrator, Proof::form, suspend},
    {"GET", "/admin/enterprises/{id}/restore", Access::administrator, Proof::none, show_restore},
    {"POST", "/admin/enterprises/{id}/restore", Access::administrator, Proof::form, restore},
    {"GET", "/admin/enterprises/bulk", Access::administrator, Proof::none, show_bulk},
    {"POST", "/admin/enterprises/bulk", Access::administrator, Proof::form, bulk},
    {"GET", "/admin/enterprises/bulk/done", Access::administrator, Proof::none, bulk_done},
    {"GET", "/admin/requests", Access::administrator, Proof::none, requests},
    {"GET", "/admin/requests/{id}", Access::administrator, Proof::none, request},
    {"POST", "/admin/requests/{id}/decide", Access::administrator, Proof::form, decide},
    {"GET", "/admin/requests/{id}/document", Access::administrator, Proof::none, request_document},
};

}  // namespace admin
