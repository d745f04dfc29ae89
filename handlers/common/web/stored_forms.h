// Forms stored across a login. A POST after the session has expired is never executed. When its token shows that the form was
// made for that session, the typed fields are stored for 30 minutes, encrypted, for the same user and address; after the login
// the page's own POST function runs with `replaying` set, shows the form filled, and change_once does nothing.
// Two limits: only a POST whose path is also a GET route of the area is stored (app.cpp: login_address), and files and every
// field whose name contains password, id_number, captcha, code (except unit_code), token or seal are left out. A page that
// requires such a field shows an empty form instead.
#pragma once

#include "base/crypto.h"
#include "store/core/db.h"
#include "web/request.h"

#include <optional>
#include <string>

namespace web {

// cookie: of the session that has ended. The id for ?kept=, or "" when nothing is stored.
std::string store_form(store::Db& db, const base::Key& seal, const Request& request, const std::string& cookie);
// Gives it once; to anybody but its owner it is empty and gone.
std::optional<Params> take_stored_form(store::Db& db, const base::Key& seal, const std::string& id_hex, long long user_id,
                                       const std::string& path);

}  // namespace web
