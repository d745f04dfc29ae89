// See reminders.h.
#include "store/reminders.h"

#include "store/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace store {
namespace {

using domain::Date;
using domain::Reminder;

constexpr int longest_threshold = 365;

// Instruments of some units that may have something to be said, unit by unit.
std::vector<Digest> candidates(soci::session& sql, const std::string& units, Date today) {
  std::vector<Digest> digests;
  const std::string until = today.plus_days(longest_threshold).iso();
  each_row(
      sql,
      "select u.id, u.name, u.recipient, i.id, i.state, i.mode, coalesce(i.last_result, ''), coalesce(i.valid_until::text, ''), "
      "coalesce(i.verified_on::text, ''), (i.created_at at time zone 'Asia/Shanghai')::date::text "
      "from unnest(:units::bigint[]) as asked(id) join reminded_units u on u.id = asked.id "
      "join instruments i on i.enterprise_id = u.id "
      "where u.recipient <> '' and not exists (select from refused_addresses r where r.address = u.recipient) and i.state = "
      "'in_use' and i.appointment_id is null "
      "and (i.sort_due <= :until::date or i.sort_due = date '9999-12-30') order by u.id, i.sort_due, i.id",
      [&](const soci::row& row) {
        Digest unit;
        ReminderItem item;
        domain::Remindable instrument;
        std::string state, mode, result, due, verified_on, entered;
        row >> unit.enterprise_id >> unit.unit_name >> unit.recipient >> item.instrument_id >> state >> mode >> result >> due >>
            verified_on >> entered;
        instrument.state = domain::state_of(state);
        instrument.mode = domain::mode_of(mode);
        instrument.last_result = domain::result_of(result);
        instrument.due = Date::from_iso(due);
        instrument.verified_on = Date::from_iso(verified_on);
        instrument.entered = Date::from_iso(entered).value_or(today);
        const auto reminder = domain::reached(instrument, domain::default_thresholds(), today);
        if (!reminder) return;
        item.reminder = *reminder;
        if (digests.empty() || digests.back().enterprise_id != unit.enterprise_id) digests.push_back(unit);
        digests.back().items.push_back(item);
      },
      units, until);
  return digests;
}

// The largest step that was said to the unit's address, by unit, instrument, topic and anchor.
using Said = std::map<std::tuple<long long, long long, std::string, std::string>, int>;

Said said_about(soci::session& sql, const std::vector<Digest>& digests) {
  std::vector<long long> units, ids;
  for (const Digest& digest : digests)
    for (const ReminderItem& item : digest.items) {
      units.push_back(digest.enterprise_id);
      ids.push_back(item.instrument_id);
    }
  const std::string unit_list = id_list(units), list = id_list(ids);
  Said said;
  each_row(
      sql,
      "select r.enterprise_id, r.instrument_id, r.topic, r.anchor::text, max(r.step) "
      "from unnest(:units::bigint[], :ids::bigint[]) as asked(unit, id) "
      "join reminders r on r.enterprise_id = asked.unit and r.instrument_id = asked.id "
      "join reminded_units u on u.id = r.enterprise_id and u.recipient = r.recipient group by 1, 2, 3, 4",
      [&](const soci::row& row) {
        long long unit = 0, id = 0;
        std::string topic, anchor;
        int step = 0;
        row >> unit >> id >> topic >> anchor >> step;
        said[{unit, id, topic, anchor}] = step;
      },
      unit_list, list);
  return said;
}

// Without what was said to that address, as urgently or more so.
std::vector<Digest> unsaid(soci::session& sql, std::vector<Digest> digests) {
  const Said said = said_about(sql, digests);
  for (Digest& digest : digests) {
    const auto is_said = [&](const ReminderItem& item) {
      const auto at = said.find({digest.enterprise_id, item.instrument_id, std::string(domain::code_of(item.reminder.topic)),
                                 item.reminder.anchor.iso()});
      return at != said.end() && at->second >= item.reminder.step;
    };
    digest.items.erase(std::remove_if(digest.items.begin(), digest.items.end(), is_said), digest.items.end());
  }
  const auto empty = [](const Digest& digest) { return digest.items.empty(); };
  digests.erase(std::remove_if(digests.begin(), digests.end(), empty), digests.end());
  return digests;
}

std::string array_of(const std::vector<std::string>& texts) { return "{" + joined(texts) + "}"; }  // codes and dates of ours

}  // namespace

std::vector<Digest> find_digests(Db& db, long long& after, int units, Date today) {
  return db.run([&](soci::session& sql) {
    std::vector<long long> ids;
    each_row(
        sql, "select id from reminded_units where id > :after order by id limit " + std::to_string(units),
        [&](const soci::row& row) { ids.push_back(row.get<long long>(0)); }, after);
    after = ids.empty() ? 0 : ids.back();
    return ids.empty() ? std::vector<Digest>() : unsaid(sql, candidates(sql, id_list(ids), today));
  });
}

std::vector<Digest> find_unit_digests(Db& db, long long enterprise_id, Date today) {
  return db.run([&](soci::session& sql) { return unsaid(sql, candidates(sql, id_list({enterprise_id}), today)); });
}

void queue_digests(Tx& tx, const std::vector<Digest>& digests, Date today) {
  const std::string day = today.iso();
  for (const Digest& digest : digests) {
    long long id = 0;
    tx.sql()
        << "insert into reminder_digests (enterprise_id, recipient, today) values (:unit, :recipient, :today::date) returning id",
        soci::use(digest.enterprise_id), soci::use(digest.recipient), soci::use(day), soci::into(id);
    std::vector<long long> ids;
    std::vector<std::string> topics, anchors, steps;
    for (const auto& [instrument_id, reminder] : digest.items) {
      ids.push_back(instrument_id);
      topics.emplace_back(domain::code_of(reminder.topic));
      anchors.push_back(reminder.anchor.iso());
      steps.push_back(std::to_string(reminder.step));
    }
    const std::string id_array = id_list(ids), topic_array = array_of(topics), anchor_array = array_of(anchors),
                      step_array = array_of(steps);
    affected(tx,
             "insert into reminders (enterprise_id, instrument_id, topic, anchor, step, recipient, digest_id) "
             "select :unit::bigint, t.id, t.topic, t.anchor, t.step, :recipient, :digest::bigint "
             "from unnest(:ids::bigint[], :topics::text[], :anchors::date[], :steps::int[]) as t(id, topic, anchor, step)",
             digest.enterprise_id, digest.recipient, id, id_array, topic_array, anchor_array, step_array);
    long long mail = 0;
    const std::string data = nlohmann::json{{"digest", id}}.dump();
    tx.sql() << "insert into outbox (kind, recipient, data) values ('reminder', :recipient, :data::jsonb) returning id",
        soci::use(digest.recipient), soci::use(data), soci::into(mail);
    affected(tx, "update reminder_digests set outbox_id = :mail where id = :id", mail, id);
  }
}

bool hold_reminders(Db& db) {
  return db.run([](soci::session& sql) {
    int held = 0;
    sql << "select pg_try_advisory_lock(73, 1)::int", soci::into(held);
    return held != 0;
  });
}

std::optional<ReminderMail> find_reminder_mail(Db& db, long long digest_id) {
  return db.run([&](soci::session& sql) -> std::optional<ReminderMail> {
    ReminderMail mail;
    std::string today;
    sql << "select u.name, d.today::text from reminder_digests d join reminded_units u on u.id = d.enterprise_id where d.id = "
           ":id",
        soci::use(digest_id), soci::into(mail.unit_name), soci::into(today);
    if (!sql.got_data()) return {};
    mail.today = Date::from_iso(today).value_or(Date());
    each_row(
        sql,
        "select topic, anchor::text, step, name, model, serial_number, place, quantity from reminder_lines "
        "where digest_id = :id and holds order by (topic = 'failed') desc, (topic = 'not_verified'), anchor, name, serial_number",
        [&](const soci::row& row) {
          ReminderLine line;
          std::string topic, anchor;
          row >> topic >> anchor >> line.reminder.step >> line.name >> line.model >> line.serial_number >> line.place >>
              line.quantity;
          line.reminder.topic = domain::topic_of(topic).value_or(domain::Topic::due);
          line.reminder.anchor = Date::from_iso(anchor).value_or(Date());
          mail.lines.push_back(line);
        },
        digest_id);
    return mail;
  });
}

}  // namespace store
