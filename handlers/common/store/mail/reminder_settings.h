// A unit's settings of its reminders: thresholds and kinds (no row: the defaults), and further recipients. Nothing is sent to
// an added address until its owner has confirmed it by a link, and a unit can ask for ten confirmations a day, so that the
// portal cannot be used to send unwanted mail. Role qj_accounts, of a session's own unit; people who follow a link or read a
// mail have no session and are served by SQL functions.
#pragma once

#include "domain/mail/reminder.h"
#include "domain/values/error.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// From 30,15,7,1 and soon,rotate.
domain::ReminderPreferences preferences_of(const std::string& thresholds, const std::string& off);

struct ReminderSettings {
  domain::ReminderPreferences preferences;
  int version = 0;  // 0: there is no row
};
ReminderSettings reminder_settings(Db& db, long long unit_id);
// False when the version is no longer that of `old`.
bool save_reminder_settings(Tx& tx, long long unit_id, const ReminderSettings& old,
                            const domain::ReminderPreferences& preferences);

constexpr int most_reminder_addresses = 5;    // of a unit, those that left not counted
constexpr int most_confirmations_a_day = 10;  // mails of a unit that ask for a confirmation: a limit against unwanted mail
constexpr int confirmation_days = 7;

struct ReminderAddress {
  long long id = 0;
  std::string address, added_by;
  std::string asked_at, confirmed_at, left_at;  // asked_at: the last mail that asks for the confirmation
  bool link_open = false;                       // of that mail
  std::string refused_since;                    // by its mail server; "": it takes them
};
std::vector<ReminderAddress> reminder_addresses(Db& db, long long unit_id);  // in the order they were added

// Why an address is not asked, for the field reminder_email. Undoes the transaction.
struct AddressRefused {
  domain::Error
      error;  // REMINDER_OWN_ADDRESS, REMINDER_ADDRESS_KNOWN, REMINDER_ADDRESSES_FULL, REMINDER_MAILS_FULL (a = the limit)
};
// Adds it, or one that left anew, and queues the mail that asks for its confirmation. link_hex: a fresh id.
void add_reminder_address(Tx& tx, long long unit_id, const std::string& address, const std::string& link_hex);
// Another mail; links of earlier ones end. False when it waits for no confirmation.
bool ask_reminder_address(Tx& tx, long long unit_id, long long id, const std::string& link_hex);
bool remove_reminder_address(Tx& tx, long long unit_id, long long id);  // false: there is none

struct AskedAddress {
  std::string unit, address;
};
// What an open link asks to be confirmed.
std::optional<AskedAddress> find_asked_address(Db& db, const std::string& link_hex);
bool confirm_reminder_address(Tx& tx, const std::string& link_hex);  // false: somebody was faster, or it was removed

// The recipient of a digest, as it is now.
struct ReminderReader {
  long long unit_id = 0;
  std::string unit, address;
  std::optional<domain::Audience> audience;  // nothing: hears nothing more about this unit
  domain::ReminderPreferences preferences;   // only `off` is set
};
std::optional<ReminderReader> find_reminder_reader(Db& db, long long digest_id);
// An address the unit has added leaves; for the unit's own, what is optional stops. False when nothing was left to stop.
bool unsubscribe(Tx& tx, long long digest_id, const ReminderReader& reader);

}  // namespace store
