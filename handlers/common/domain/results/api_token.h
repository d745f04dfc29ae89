// A token for an institution's own system, from typed text to values: its scopes, networks and expiry.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"

#include <string>
#include <vector>

namespace domain {

struct ApiTokenForm {  // as typed
  std::string name, expires_on, addresses;
  std::vector<std::string> scopes;  // codes of api_scopes()
};
struct ApiTokenValues {
  std::string name;
  Date expires_on;
  std::vector<std::string> scopes, addresses;  // addresses: networks as 10.1.2.0/24; none: from anywhere
};

constexpr int longest_token_days = 400;

// Fields token_name (REQUIRED, ≤ 50), scopes (REQUIRED when none is ticked), expires_on (DATE_FORMAT, DATE_PAST, DATE_TOO_LATE
// a = the last day there may be), addresses (one a line; ADDRESS_LIST a = the first that is none; at most 20: TOO_LONG).
Checked<ApiTokenValues> check(const ApiTokenForm& form, Date today);

}  // namespace domain
