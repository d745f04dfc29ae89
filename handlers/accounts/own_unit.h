// The unit of whoever is logged in.
#pragma once

#include "store/enterprises.h"
#include "web/context.h"

namespace accounts {

store::Enterprise own_unit(web::Context& ctx);  // Forbidden for people of no unit

}  // namespace accounts
