// Public queries (信息查询服务): what everybody may look up without a login. The area knows no sessions, its database role reads
// the views named public_… and writes nothing.
#pragma once

#include "web/route.h"

namespace query {

web::Response validity(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/query/validity", Access::anyone, Proof::none, validity},
};

}  // namespace query
