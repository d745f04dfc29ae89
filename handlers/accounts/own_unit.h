// The unit of the person who is logged in.
#pragma once

#include "store/organisations/units.h"
#include "web/context.h"

namespace accounts {

store::Unit own_unit(web::Context& ctx);  // Forbidden for people of no unit

}  // namespace accounts
