// The receipt of an applicant who is not logged in: a secret of 128 bits that opens the request's status page. Only its SHA-256
// is stored; the page that shows it once carries it encrypted in its address.
#pragma once

#include "web/context.h"

#include <optional>
#include <string>

namespace accounts {

std::string new_receipt();                             // 32 hex characters
std::string receipt_hash(const std::string& receipt);  // for the store, in hex
// As people type it back: blanks, dashes and capitals do not matter.
std::string normalised_receipt(const std::string& typed);
// Where the submit leads: to the page that shows number and receipt.
std::string receipt_address(const web::Context& ctx, long long request_id, const std::string& receipt);

}  // namespace accounts
