// A unit's appointments (强检器具预约申请): made from its ledger, submitted to institutions, followed to their results.
#pragma once

#include "web/route.h"

namespace appointments {

web::Response list(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/appointments", Access::unit, Proof::none, list},
};

}  // namespace appointments
