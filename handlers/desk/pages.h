// An institution's desk (检定预约受理, 检定结果登记): what units sent it, what it answers, plans and records.
#pragma once

#include "web/route.h"

namespace desk {

web::Response queue(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/desk/appointments", Access::institution, Proof::none, queue},
};

}  // namespace desk
