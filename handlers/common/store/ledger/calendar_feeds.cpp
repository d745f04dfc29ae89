// See calendar_feeds.h.
#include "store/ledger/calendar_feeds.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string feed_columns =
    "select id, name, query, " + shown_time("created_at") + ", " + shown_time("used_at") + " from calendar_feeds ";

CalendarFeed read_feed(const soci::row& row) {
  CalendarFeed feed;
  row >> feed.id >> feed.name >> feed.query >> feed.created_at >> feed.used_at;
  return feed;
}

}  // namespace

std::vector<CalendarFeed> calendar_feeds(Db& db, long long unit_id, long long user_id) {
  return db.run([&](soci::session& sql) {
    std::vector<CalendarFeed> found;
    each_row(
        sql, feed_columns + "where unit_id = :unit and user_id = :user order by id",
        [&](const soci::row& row) { found.push_back(read_feed(row)); }, unit_id, user_id);
    return found;
  });
}

std::optional<CalendarFeed> find_calendar_feed(Db& db, long long unit_id, long long user_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<CalendarFeed> found;
    each_row(
        sql, feed_columns + "where unit_id = :unit and user_id = :user and id = :id",
        [&](const soci::row& row) { found = read_feed(row); }, unit_id, user_id, id);
    return found;
  });
}

long long add_calendar_feed(Tx& tx, long long unit_id, const std::string& name, const std::string& query,
                            const std::string& token_hash_hex) {
  const long long user_id = tx.actor().user_id;
  long long id = 0;
  tx.sql() << R"sql(
      insert into calendar_feeds (unit_id, user_id, name, query, token_hash)
      values (:unit, :user, :name, :query, decode(:hash, 'hex'))
      returning id
  )sql",
      soci::use(unit_id), soci::use(user_id), soci::use(name), soci::use(query), soci::use(token_hash_hex), soci::into(id);
  tx.audit(unit_id, "calendar.create", "calendar", id, nullptr, {{"calendar_name", name}});
  return id;
}

bool remove_calendar_feed(Tx& tx, long long unit_id, const CalendarFeed& feed) {
  const long long user_id = tx.actor().user_id;
  if (affected(tx, "delete from calendar_feeds where unit_id = :unit and user_id = :user and id = :id", unit_id, user_id,
               feed.id) != 1)
    return false;
  tx.audit(unit_id, "calendar.revoke", "calendar", feed.id, {{"calendar_name", feed.name}}, nullptr);
  return true;
}

std::optional<FoundFeed> find_feed(Db& db, const std::string& token_hash_hex) {
  return db.run([&](soci::session& sql) {
    std::optional<FoundFeed> found;
    each_row(
        sql, "select unit_id, name, query from feed_find(decode(:hash, 'hex'))",
        [&](const soci::row& row) {
          FoundFeed feed;
          row >> feed.unit_id >> feed.name >> feed.query;
          found = feed;
        },
        token_hash_hex);
    return found;
  });
}

}  // namespace store
