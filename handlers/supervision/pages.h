// Supervision (市场监管部门): its divisions with all below them and its assigned units; it changes nothing in a ledger.
#pragma once

#include "web/route.h"

namespace supervision {

web::Response overview(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/supervision", Access::supervisor, Proof::none, overview},
};

}  // namespace supervision
