// Requests that an administrator decides (account_requests), four kinds of one thing:
//   recover  somebody cannot log in        claim   somebody else registered the unit. Both without a login, with a receipt
//   change   reviewed data of a unit       close   账户注销. Both by the unit's 负责人
// pending → approved → done (recover, claim: when the applicant has used the approval, once, within 7 days); change and close
// take effect with the approval. Each decision names the version that was shown; each step is audited, written to the unit's
// history and notified by mail.
#pragma once

#include "base/json.h"
#include "store/core/db.h"
#include "store/organisations/units.h"
#include "store/people/users.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Request {
  long long id = 0;
  std::string kind, state;
  long long unit_id = 0, user_id = 0;                 // 0: there is none, or none was found
  nlohmann::json details = nlohmann::json::object();  // what was typed; change: the new values of the unit
  Document document;                                  // file_name "": none
  std::string created_at, decided_at, reason, done_at;
  std::string decided_by;           // name and login
  std::string organisation, login;  // of the unit and the user found
  int waiting_hours = 0;
  bool ends_two_factor = false, locks_managers = false;
  bool usable = false;  // approved, not used, not expired
  int version = 0;

  std::string text(const char* name) const;  // of details; "" when it is not there
};

struct NewRequest {
  std::string kind;
  long long unit_id = 0, user_id = 0;
  nlohmann::json details = nlohmann::json::object();
  std::string id_number_sealed_hex{};  // change
  std::optional<Document> document{};
  std::string receipt_hash_hex{};  // recover, claim
};
// Violation account_requests_one_open: the unit has one of this kind already.
long long create_request(Tx& tx, const NewRequest& request);
// The unit that has this key and is not closed, or 0.
long long find_unit(Db& db, const std::string& unit_key);

std::optional<Request> find_request(Db& db, long long id);
std::optional<Request> find_request_by_receipt(Db& db, const std::string& receipt_hash_hex);
std::vector<Request> requests_of(Db& db, long long unit_id);  // newest first, at most 50
std::optional<Request> open_request(Db& db, long long unit_id, const std::string& kind);

struct RequestFilter {
  std::string kind, state;  // kind "": all
  int size = 20, page = 1;
};
struct Requests {
  std::map<std::string, long long> counts;   // by state, of the kind asked for
  std::map<std::string, long long> waiting;  // pending ones by kind
  std::vector<Request> rows;                 // oldest first while pending, else newest first
};
Requests search_requests(Db& db, const RequestFilter& filter);

// Each of these returns false when somebody else was faster.
struct Decision {
  bool approve = false;
  std::string reason{};
  bool ends_two_factor = false, locks_managers = false;
};
// unit: the request's, when it has one. Violation units_unit_key: the new code belongs to another unit by now.
bool decide_request(Tx& tx, const Request& request, const Decision& decision, const std::optional<Unit>& unit);
bool withdraw_request(Tx& tx, const Request& request);
// What the applicant does with an approval, once.
bool finish_recover(Tx& tx, const Request& request, const User& user, const std::string& password_hash);
bool finish_claim(Tx& tx, const Request& request, const NewUser& user);  // Violation users_login

}  // namespace store
