// The state of a one-time link for its page: open, or used, expired or unknown.
#pragma once

#include "store/people/links.h"
#include "web/context.h"

#include <optional>
#include <string>

namespace accounts {

// The link of an address's token; nothing when it is foreign, used, revoked or too old. Looking does not use it up.
std::optional<store::Link> open_link(web::Context& ctx, const std::string& purpose, const std::string& token);
web::Response link_gone(web::Context& ctx);

}  // namespace accounts
