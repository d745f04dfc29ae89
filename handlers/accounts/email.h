// E-mail addresses that count only after a link sent to them was followed: a person's own, and a unit's.
#pragma once

#include "store/core/db.h"
#include "web/context.h"

#include <string>

namespace accounts {

// Sends the link (24 hours). unit_id: when it is to become the unit's address too; own: when it is to become the user's.
void send_confirmation(store::Tx& tx, long long user_id, const std::string& name, const std::string& organisation,
                       const std::string& email, long long unit_id, bool own);

}  // namespace accounts
