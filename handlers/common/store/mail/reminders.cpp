// See reminders.h.
#include "store/mail/reminders.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/mail/reminder_settings.h"

#include <soci/soci.h>

#include <charconv>

namespace store {
namespace {

using domain::Date;

constexpr std::size_t items_at_once = 5000;  // in a statement that writes them down

// Of the units with ids after `after` up to `last`.
Found find(soci::session& sql, long long after, long long last, const ReminderDay& day) {
  Found found;
  const std::string today = day.today.iso();
  each_row(
      sql,
      R"sql(
          select id
          from reminded_units
          where id > :after and id <= :last and weekly
            and coalesce(sent_week < date_trunc('week', :today::date)::date, true)
      )sql",
      [&](const soci::row& row) { found.weekly.push_back(row.get<long long>(0)); }, after, last, today);
  const auto take = [&](const soci::row& row) {
    Digest digest;
    ReminderItem item;
    domain::Remindable instrument;
    std::string thresholds, off, audience, state, mode, result, due, verified_on, entered;
    row >> digest.unit_id >> digest.unit_name >> thresholds >> off >> digest.recipient >> audience >> item.instrument_id >>
        state >> mode >> result >> due >> verified_on >> entered;
    instrument.state = domain::state_of(state);
    instrument.mode = domain::mode_of(mode);
    instrument.last_result = domain::result_of(result);
    instrument.due = Date::from_iso(due);
    instrument.verified_on = Date::from_iso(verified_on);
    instrument.entered = Date::from_iso(entered).value_or(day.today);
    digest.audience = domain::audience_of(audience);
    const auto reminder = domain::reached(instrument, preferences_of(thresholds, off), day.today);
    if (!reminder || !domain::concerns(digest.audience, *reminder, day.manager_days, day.today)) return;
    item.reminder = *reminder;
    std::vector<Digest>& all = found.digests;
    if (all.empty() || all.back().unit_id != digest.unit_id || all.back().recipient != digest.recipient) all.push_back(digest);
    all.back().items.push_back(item);
  };
  // What is found is fetched one by one: estimates of it are so large that a join would read the whole table.
  each_row(sql,
           R"sql(
               select u.unit, u.name, array_to_string(u.thresholds, ','), array_to_string(u.off, ','), u.recipient,
                 u.audience, i.*
               from reminders_unsent(:after, :last, :today::date, :days) u
               cross join lateral (
                 select id, state, mode, coalesce(last_result, ''), coalesce(valid_until::text, ''),
                   coalesce(verified_on::text, ''), (created_at at time zone 'Asia/Shanghai')::date::text, sort_due
                 from instruments
                 where unit_id = u.unit and id = u.instrument
                 limit 1
               ) i
               order by u.unit, u.audience, u.recipient, i.sort_due, i.id
           )sql",
           take, after, last, today, day.manager_days);
  return found;
}

// The items of digests as columns, for unnest.
struct ItemColumns {
  std::vector<long long> digests, units, instruments;
  std::vector<std::string> topics, anchors, steps;
};

std::string array_of(const std::vector<std::string>& texts) { return "{" + joined(texts) + "}"; }  // codes and dates of ours

void write_items(Tx& tx, ItemColumns& items) {
  const std::string digests = id_list(items.digests), units = id_list(items.units), ids = id_list(items.instruments),
                    topics = array_of(items.topics), anchors = array_of(items.anchors), steps = array_of(items.steps);
  const int written = affected(tx,
                               R"sql(
          insert into reminders as r (unit_id, instrument_id, topic, anchor, step, recipient, digest_id)
          select t.unit, t.id, t.topic, t.anchor, t.step, d.recipient, d.id
          from unnest(:digests::bigint[], :units::bigint[], :ids::bigint[], :topics::text[], :anchors::date[],
            :steps::int[]) as t(digest, unit, id, topic, anchor, step)
          join reminder_digests d on d.id = t.digest
          on conflict (unit_id, instrument_id, topic, anchor, recipient, step) do update
          set digest_id = excluded.digest_id, undelivered = false
          where r.undelivered
      )sql",
                               digests, units, ids, topics, anchors, steps);
  if (written != static_cast<int>(items.instruments.size())) throw Violation("reminders_pkey");
  items = {};
}

// As domain/administration/settings checked it, or the usual when it is not set.
int days_of(const Settings& settings, const char* key, int usual) {
  const std::string& text = settings.get(key);
  std::from_chars(text.data(), text.data() + text.size(), usual);
  return usual;
}

}  // namespace

int manager_days(const Settings& settings) { return days_of(settings, "reminder_manager_days", usual_manager_days); }
int supervisor_days(const Settings& settings) { return days_of(settings, "reminder_supervisor_days", usual_supervisor_days); }

Found find_digests(Db& db, long long& after, int units, const ReminderDay& day) {
  return db.run([&](soci::session& sql) {
    const long long before = after;
    int looked_at = 0;
    sql << "select coalesce(max(id), 0), count(*)::int from (select id from reminded_units where id > :after order by id limit " +
               std::to_string(units) + ") u",
        soci::use(before), soci::into(after), soci::into(looked_at);
    Found found = looked_at == 0 ? Found() : find(sql, before, after, day);
    found.units = looked_at;
    return found;
  });
}

Found find_unit_digests(Db& db, long long unit_id, const ReminderDay& day) {
  return db.run([&](soci::session& sql) {
    Found found = find(sql, unit_id - 1, unit_id, day);
    found.units = 1;
    return found;
  });
}

void queue_digests(Tx& tx, const std::vector<Digest>& digests, Date today) {
  if (digests.empty()) return;
  // Numbers come first, so that rows need not be matched afterwards.
  const auto numbers = [&](const std::string& sequence) {
    std::vector<long long> fresh;
    each_row(tx.sql(), "select nextval('" + sequence + "') from generate_series(1, " + std::to_string(digests.size()) + ")",
             [&](const soci::row& row) { fresh.push_back(row.get<long long>(0)); });
    return fresh;
  };
  const std::vector<long long> ids = numbers("reminder_digests_id_seq");
  std::vector<long long> units;
  std::vector<std::string> audiences;
  nlohmann::json recipients = nlohmann::json::array();
  for (const Digest& digest : digests) {
    units.push_back(digest.unit_id);
    audiences.emplace_back(domain::code_of(digest.audience));
    recipients.push_back(digest.recipient);
  }
  const std::string day = today.iso(), id_array = id_list(ids), mail_array = id_list(numbers("outbox_id_seq")),
                    unit_array = id_list(units), audience_array = array_of(audiences), recipient_list = recipients.dump();
  affected(tx,
           R"sql(
               insert into reminder_digests (id, outbox_id, unit_id, audience, recipient,
                 today) overriding system value
               select t.id, t.mail, t.unit, t.audience, t.recipient, :today::date
               from unnest(:ids::bigint[], :mails::bigint[], :units::bigint[], :audiences::text[],
                 array(select jsonb_array_elements_text(:recipients::jsonb))) as t(id, mail, unit, audience,
                 recipient)
           )sql",
           day, id_array, mail_array, unit_array, audience_array, recipient_list);
  affected(tx,
           R"sql(
               insert into outbox (id, kind, recipient, data) overriding system value
               select outbox_id, 'reminder', recipient, jsonb_build_object('digest', id)
               from reminder_digests
               where id = any(:ids::bigint[])
           )sql",
           id_array);
  ItemColumns items;
  for (std::size_t n = 0; n < digests.size(); ++n)
    for (const auto& [instrument_id, reminder] : digests[n].items) {
      items.digests.push_back(ids[n]);
      items.units.push_back(digests[n].unit_id);
      items.instruments.push_back(instrument_id);
      items.topics.emplace_back(domain::code_of(reminder.topic));
      items.anchors.push_back(reminder.anchor.iso());
      items.steps.push_back(std::to_string(reminder.step));
      if (items.instruments.size() == items_at_once) write_items(tx, items);
    }
  if (!items.instruments.empty()) write_items(tx, items);
}

void close_week(Tx& tx, const std::vector<long long>& weekly, Date today) {
  if (weekly.empty()) return;
  const std::string units = id_list(weekly), day = today.iso();
  affected(tx,
           R"sql(
               update reminder_settings
               set sent_week = date_trunc('week', :today::date)::date
               where unit_id = any(:units::bigint[])
           )sql",
           day, units);
}

bool lock_reminders(Db& db) {
  return db.run([](soci::session& sql) {
    int locked = 0;
    sql << "select pg_try_advisory_lock(lock_class_reminders(), 1)::int", soci::into(locked);
    return locked != 0;
  });
}

std::optional<ReminderMail> find_reminder_mail(Db& db, long long digest_id) {
  return db.run([&](soci::session& sql) -> std::optional<ReminderMail> {
    ReminderMail mail;
    std::string today, audience;
    sql << R"sql(
        select e.name, d.today::text, d.audience
        from reminder_digests d
        join reminded_units e on e.id = d.unit_id
        where d.id = :id
    )sql",
        soci::use(digest_id), soci::into(mail.unit_name), soci::into(today), soci::into(audience);
    if (!sql.got_data()) return {};
    mail.audience = domain::audience_of(audience);
    mail.today = Date::from_iso(today).value_or(Date());
    each_row(
        sql,
        R"sql(
            select topic, anchor::text, step, name, model, serial_number, place, quantity, count(*) over (),
              count(*) filter (where topic = 'failed' or (topic <> 'not_verified' and anchor < :today::date)) over ()
            from reminder_lines
            where digest_id = :id and holds
            order by (topic = 'failed') desc, (topic = 'not_verified'), anchor, name, serial_number
            limit
        )sql" +
            std::to_string(most_reminder_lines),
        [&](const soci::row& row) {
          ReminderLine line;
          std::string topic, anchor;
          row >> topic >> anchor >> line.reminder.step >> line.name >> line.model >> line.serial_number >> line.place >>
              line.quantity >> mail.all >> mail.late;
          line.reminder.topic = domain::topic_of(topic).value_or(domain::Topic::due);
          line.reminder.anchor = Date::from_iso(anchor).value_or(Date());
          mail.lines.push_back(std::move(line));
        },
        today, digest_id);
    return mail;
  });
}

}  // namespace store
