// A person's calendar feeds: each a filter of the ledger behind a secret address of 192 random bits. The address is shown once,
// only its SHA-256 is stored, and it stops working when its owner leaves the unit.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct CalendarFeed {
  long long id = 0;
  std::string name, query;  // query: the list's address behind '?'
  std::string created_at, used_at;
};
constexpr int most_calendar_feeds = 20;  // of a person

std::vector<CalendarFeed> calendar_feeds(Db& db, long long unit_id, long long user_id);
std::optional<CalendarFeed> find_calendar_feed(Db& db, long long unit_id, long long user_id, long long id);
long long add_calendar_feed(Tx& tx, long long unit_id, const std::string& name, const std::string& query,
                            const std::string& token_hash_hex);
bool remove_calendar_feed(Tx& tx, long long unit_id, const CalendarFeed& feed);  // false: it is gone already

struct FoundFeed {
  long long unit_id = 0;
  std::string name, query;
};
// Whose it is; also sets whose rows row-level security shows to this connection (nobody's when there is none: the person has
// left, or the unit may not work).
std::optional<FoundFeed> find_feed(Db& db, const std::string& token_hash_hex);

}  // namespace store
