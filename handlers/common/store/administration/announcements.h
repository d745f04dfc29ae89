// Announcements (通知公告): the public's list and the administrator's list and changes.
#pragma once

#include "domain/administration/announcement.h"
#include "store/core/db.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Announcement {
  long long id = 0;
  std::string title, body, date;  // date: when it appeared, YYYY-MM-DD
};
// Shown today to somebody of this user type ("" for nobody in particular), newest first. place: home | service.
std::vector<Announcement> announcements(Db& db, const std::string& place, const std::string& user_type, domain::Date today);
std::optional<Announcement> find_announcement(Db& db, long long id, const std::string& user_type, domain::Date today);

struct AdminAnnouncement {
  long long id = 0;
  domain::AnnouncementValues values;
  std::string state;         // current | future | past: of announcement_states()
  std::string withdrawn_at;  // YYYY-MM-DD HH:MM in Asia/Shanghai, or ""
  int version = 0;
};
struct AdminAnnouncements {
  std::map<std::string, long long> counts;  // by state
  std::vector<AdminAnnouncement> rows;      // of the state asked for, newest first
};
AdminAnnouncements all_announcements(Db& db, const std::string& state, domain::Date today, int size, int page);
std::optional<AdminAnnouncement> find_any_announcement(Db& db, long long id, domain::Date today);

long long create_announcement(Tx& tx, const domain::AnnouncementValues& values);
// Both are false when the version is no longer the one given, or it is withdrawn.
bool update_announcement(Tx& tx, const AdminAnnouncement& old, const domain::AnnouncementValues& values);
bool withdraw_announcement(Tx& tx, const AdminAnnouncement& old);

}  // namespace store
