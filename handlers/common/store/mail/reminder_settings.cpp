// See reminder_settings.h.
#include "store/mail/reminder_settings.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/people/links.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

constexpr const char* purpose = "reminder_address";

template <typename Use>
void each_part(const std::string& text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    use(text.substr(at, end - at));
    at = end + 1;
  }
}

std::string thresholds_of(const domain::ReminderPreferences& preferences) {
  std::vector<std::string> days;
  for (const int n : preferences.thresholds) days.push_back(std::to_string(n));
  return joined(days);
}

nlohmann::json audited(const domain::ReminderPreferences& preferences) {
  return {{"thresholds", thresholds_of(preferences)},
          {"weekly", preferences.weekly},
          {"remind_soon", !preferences.is_off(domain::off_soon)},
          {"remind_rotate", !preferences.is_off(domain::off_rotate)},
          {"remind_not_verified", !preferences.is_off(domain::off_not_verified)}};
}

void audit(Tx& tx, long long unit_id, const char* action, nlohmann::json before, nlohmann::json after) {
  tx.audit(unit_id, action, "unit", unit_id, std::move(before), std::move(after));
}

[[noreturn]] void refuse(const char* code, int limit) { throw AddressRefused{{"reminder_email", code, std::to_string(limit)}}; }

// The unit's name. Locks the unit, so that of two simultaneous requests the second counts the first.
std::string lock_unit(Tx& tx, long long unit_id, const std::string& address) {
  std::string name;
  int own = 0;
  tx.sql() << R"sql(
      select name, (email <> '' and lower(email) = lower(:address))::int
      from units
      where id = :id
      for no key update
  )sql",
      soci::use(address), soci::use(unit_id), soci::into(name), soci::into(own);
  if (own != 0) refuse("REMINDER_OWN_ADDRESS", 0);
  return name;
}

void queue_confirmation(Tx& tx, long long unit_id, const std::string& unit, long long id, const std::string& address,
                        const std::string& link_hex) {
  int mails = 0;
  tx.sql() << R"sql(
      select count(*)::int
      from links
      where unit_id = :unit and purpose = 'reminder_address' and created_at > now() - interval '24 hours'
  )sql",
      soci::use(unit_id), soci::into(mails);
  if (mails >= most_confirmations_a_day) refuse("REMINDER_MAILS_FULL", most_confirmations_a_day);
  Link link;
  link.id_hex = link_hex;
  link.purpose = purpose;
  link.unit_id = unit_id;
  link.data = {{"address_id", id}, {"address", address}};
  create_link(tx, link, confirmation_days * 24 * 60);
  queue_mail(tx, "confirm_reminder", address, {{"link", link_hex}, {"organisation", unit}});
}

void end_links(Tx& tx, long long unit_id, long long id) {
  affected(tx,
           R"sql(
               update links
               set used_at = now()
               where unit_id = :unit and purpose = 'reminder_address' and used_at is null
                 and data->>'address_id' = :id::bigint::text
           )sql",
           unit_id, id);
}

}  // namespace

domain::ReminderPreferences preferences_of(const std::string& thresholds, const std::string& off) {
  domain::ReminderPreferences preferences;
  preferences.thresholds.clear();
  each_part(thresholds, [&](const std::string& days) { preferences.thresholds.push_back(std::stoi(days)); });
  each_part(off, [&](const std::string& what) { preferences.off.push_back(what); });
  return preferences;
}

ReminderSettings reminder_settings(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    ReminderSettings settings;
    std::string thresholds, off;
    int weekly = 0, version = 0;
    sql << R"sql(
        select array_to_string(thresholds, ','), array_to_string(off, ','), weekly::int, version
        from reminder_settings
        where unit_id = :unit
    )sql",
        soci::use(unit_id), soci::into(thresholds), soci::into(off), soci::into(weekly), soci::into(version);
    if (!sql.got_data()) return settings;
    settings.preferences = preferences_of(thresholds, off);
    settings.preferences.weekly = weekly != 0;
    settings.version = version;
    return settings;
  });
}

bool save_reminder_settings(Tx& tx, long long unit_id, const ReminderSettings& old,
                            const domain::ReminderPreferences& preferences) {
  const std::string thresholds = "{" + thresholds_of(preferences) + "}", off = "{" + joined(preferences.off) + "}";
  const int weekly = preferences.weekly ? 1 : 0;
  const int saved = old.version == 0 ? affected(tx,
                                                R"sql(
                         insert into reminder_settings (unit_id, thresholds, weekly, off)
                         values (:unit, :thresholds::int[], :weekly::int = 1, :off::text[])
                         on conflict do nothing
                     )sql",
                                                unit_id, thresholds, weekly, off)
                                     : affected(tx,
                                                R"sql(
                    update reminder_settings
                    set thresholds = :thresholds::int[], weekly = :weekly::int = 1, off = :off::text[],
                      version = version + 1
                    where unit_id = :unit and version = :version
                )sql",
                                                thresholds, weekly, off, unit_id, old.version);
  if (saved != 1) return false;
  audit(tx, unit_id, "reminders.settings", audited(old.preferences), audited(preferences));
  return true;
}

std::vector<ReminderAddress> reminder_addresses(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    std::vector<ReminderAddress> found;
    each_row(
        sql,
        "select a.id, a.address, coalesce(u.name, ''), " + shown_time("l.created_at") + ", " + shown_time("a.confirmed_at") +
            ", " + shown_time("a.left_at") + ", (l.used_at is null and l.expires_at > now())::int, " + shown_time("r.since") +
            R"sql(
                from reminder_addresses a
                left join users u on u.id = a.added_by
                left join own_refused_readers r on r.id = a.id
                left join lateral (
                  select created_at, used_at, expires_at
                  from links
                  where unit_id = a.unit_id and purpose = 'reminder_address' and data->>'address_id' = a.id::text
                  order by created_at desc limit 1
                ) l on true
                where a.unit_id = :unit
                order by a.added_at, a.id
            )sql",
        [&](const soci::row& row) {
          ReminderAddress address;
          row >> address.id >> address.address >> address.added_by >> address.asked_at >> address.confirmed_at >> address.left_at;
          address.link_open = row.get_indicator(6) == soci::i_ok && row.get<int>(6) != 0;
          address.refused_since = row.get<std::string>(7);
          found.push_back(address);
        },
        unit_id);
    return found;
  });
}

void add_reminder_address(Tx& tx, long long unit_id, const std::string& address, const std::string& link_hex) {
  const std::string unit = lock_unit(tx, unit_id, address);
  int known = 0, others = 0;
  tx.sql() << R"sql(
      select coalesce(sum((lower(address) = lower(:address))::int), 0)::int, count(*)::int
      from reminder_addresses
      where unit_id = :unit and left_at is null
  )sql",
      soci::use(address), soci::use(unit_id), soci::into(known), soci::into(others);
  if (known > 0) refuse("REMINDER_ADDRESS_KNOWN", 0);
  if (others >= most_reminder_addresses) refuse("REMINDER_ADDRESSES_FULL", most_reminder_addresses);
  const long long by = tx.actor().user_id;
  long long id = 0;
  tx.sql() << R"sql(
      insert into reminder_addresses (unit_id, address, added_by)
      values (:unit, :address, nullif(:by::bigint, 0))
      on conflict (unit_id, lower(address)) do update
      set address = excluded.address, added_by = excluded.added_by, added_at = now(), confirmed_at = null,
        left_at = null
      returning id
  )sql",
      soci::use(unit_id), soci::use(address), soci::use(by), soci::into(id);
  queue_confirmation(tx, unit_id, unit, id, address, link_hex);
  audit(tx, unit_id, "reminders.add_address", nullptr, {{"address", address}});
}

bool ask_reminder_address(Tx& tx, long long unit_id, long long id, const std::string& link_hex) {
  const std::string unit = lock_unit(tx, unit_id, "");
  std::string address;
  tx.sql() << R"sql(
      select address
      from reminder_addresses
      where unit_id = :unit and id = :id and confirmed_at is null and left_at is null
      for update
  )sql",
      soci::use(unit_id), soci::use(id), soci::into(address);
  if (!tx.sql().got_data()) return false;
  end_links(tx, unit_id, id);
  queue_confirmation(tx, unit_id, unit, id, address, link_hex);
  audit(tx, unit_id, "reminders.ask_again", nullptr, {{"address", address}});
  return true;
}

bool remove_reminder_address(Tx& tx, long long unit_id, long long id) {
  std::string address;
  tx.sql() << "delete from reminder_addresses where unit_id = :unit and id = :id returning address", soci::use(unit_id),
      soci::use(id), soci::into(address);
  if (!tx.sql().got_data()) return false;
  end_links(tx, unit_id, id);
  audit(tx, unit_id, "reminders.remove_address", {{"address", address}}, nullptr);
  return true;
}

std::optional<AskedAddress> find_asked_address(Db& db, const std::string& link_hex) {
  return db.run([&](soci::session& sql) -> std::optional<AskedAddress> {
    AskedAddress asked;
    sql << "select unit, address from reminder_address_asked(decode(:link, 'hex'))", soci::use(link_hex), soci::into(asked.unit),
        soci::into(asked.address);
    if (!sql.got_data()) return {};
    return asked;
  });
}

bool confirm_reminder_address(Tx& tx, const std::string& link_hex) {
  long long unit_id = 0;
  std::string address;
  tx.sql() << "select of_unit, confirmed from reminder_address_confirm(decode(:link, 'hex'))", soci::use(link_hex),
      soci::into(unit_id), soci::into(address);
  if (!tx.sql().got_data()) return false;
  audit(tx, unit_id, "reminders.confirm_address", nullptr, {{"address", address}});
  return true;
}

std::optional<ReminderReader> find_reminder_reader(Db& db, long long digest_id) {
  return db.run([&](soci::session& sql) -> std::optional<ReminderReader> {
    ReminderReader reader;
    std::string audience, off;
    sql << "select of_unit, unit, reader, audience, off from reminder_reader(:digest)", soci::use(digest_id),
        soci::into(reader.unit_id), soci::into(reader.unit), soci::into(reader.address), soci::into(audience), soci::into(off);
    if (!sql.got_data()) return {};
    if (!audience.empty()) reader.audience = domain::audience_of(audience);
    reader.preferences = preferences_of("", off);
    return reader;
  });
}

bool unsubscribe(Tx& tx, long long digest_id, const ReminderReader& reader) {
  int stopped = 0;
  tx.sql() << "select reminder_unsubscribe(:digest)::int", soci::use(digest_id), soci::into(stopped);
  if (stopped == 0) return false;
  const bool extra = reader.audience == domain::Audience::extra;
  nlohmann::json before = {{"address", reader.address}}, after = {{"address", reader.address}};
  if (extra) {
    before["left"] = false;
    after["left"] = true;
  } else {
    domain::ReminderPreferences preferences = reader.preferences;
    before.update(audited(preferences));
    preferences.off = {std::string(domain::off_soon), std::string(domain::off_rotate), std::string(domain::off_not_verified)};
    after.update(audited(preferences));
    for (const char* untouched : {"thresholds", "weekly"}) {
      before.erase(untouched);
      after.erase(untouched);
    }
  }
  audit(tx, reader.unit_id, "reminders.unsubscribe", std::move(before), std::move(after));
  return true;
}

}  // namespace store
