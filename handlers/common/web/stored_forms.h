// Forms kept through a login. What is posted after the session has ended is never executed; when its token shows that the form
// was made for that session, what was typed is kept for 30 minutes, encrypted, for the same user and address: after the login
// the page shows it again, to be checked and sent. Files, passwords, codes and personal numbers are not kept.
#pragma once

#include "base/crypto.h"
#include "store/core/db.h"
#include "web/request.h"

#include <optional>
#include <string>

namespace web {

// cookie: of the session that has ended. The id for ?kept=, or "" when nothing is kept.
std::string store_form(store::Db& db, const base::Key& seal, const Request& request, const std::string& cookie);
// Gives it once; to anybody but its owner it is empty and gone.
std::optional<Params> take_stored_form(store::Db& db, const base::Key& seal, const std::string& id_hex, long long user_id,
                                       const std::string& path);

}  // namespace web
