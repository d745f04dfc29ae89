// Supervision (市场监管部门): a department's divisions with all below them and its assigned units; changes nothing in a ledger.
// Every page takes a part of the department's scope from ?division=… and answers 404 when it is not the department's.
#pragma once

#include "web/route.h"

namespace supervision {

web::Response overview(web::Context&);
web::Response region(web::Context&);

web::Response instruments(web::Context&);
web::Response overdue(web::Context&);
web::Response rotations(web::Context&);
web::Response instruments_file(web::Context&);

web::Response units(web::Context&);
web::Response unit(web::Context&);
web::Response instrument(web::Context&);

web::Response unserved(web::Context&);
web::Response institutions(web::Context&);

web::Response statistics(web::Context&);
web::Response statistics_file(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/supervision", Access::supervisor, Proof::none, overview},
    {"GET", "/supervision/regions", Access::supervisor, Proof::none, region},
    {"GET", "/supervision/instruments", Access::supervisor, Proof::none, instruments},
    {"GET", "/supervision/overdue", Access::supervisor, Proof::none, overdue},
    {"GET", "/supervision/rotations", Access::supervisor, Proof::none, rotations},
    {"GET", "/supervision/instruments/file", Access::supervisor, Proof::none, instruments_file},
    {"GET", "/supervision/units", Access::supervisor, Proof::none, units},
    {"GET", "/supervision/units/{id}", Access::supervisor, Proof::none, unit},
    {"GET", "/supervision/units/{id}/instruments/{id}", Access::supervisor, Proof::none, instrument},
    {"GET", "/supervision/unserved", Access::supervisor, Proof::none, unserved},
    {"GET", "/supervision/institutions", Access::supervisor, Proof::none, institutions},
    {"GET", "/supervision/statistics", Access::supervisor, Proof::none, statistics},
    {"GET", "/supervision/statistics/file", Access::supervisor, Proof::none, statistics_file},
};

}  // namespace supervision
