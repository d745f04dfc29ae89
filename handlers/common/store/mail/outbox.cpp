// See outbox.h.
#include "store/mail/outbox.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/people/links.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

constexpr int reset_minutes = 30, resets_an_hour = 3;

std::string text_at(const nlohmann::json& data, const char* name) {
  return data.is_object() && data.contains(name) && data[name].is_string() ? data[name].get<std::string>() : "";
}

// A later request for the same account stands for this one; more than a few an hour are somebody's game.
std::string refusal(Tx& tx, const QueuedMail& mail, const std::string& login, const std::string& user_type) {
  int later = 0, sent = 0;
  tx.sql() << R"sql(
      select count(*) filter (where id > :id and state = 'queued' and data->>'user_type' = :type)::int,
        count(*) filter (where id < :id and state in ('queued', 'sent') and tries > 0)::int
      from outbox
      where kind = 'reset_password' and lower(data->>'login') = lower(:login)
        and created_at > (select created_at from outbox where id = :id) - interval '1 hour'
  )sql",
      soci::use(mail.id, "id"), soci::use(user_type, "type"), soci::use(login, "login"), soci::into(later), soci::into(sent);
  if (later > 0) return "a later request stands for it";
  return sent >= resets_an_hour ? "too many within an hour" : "";
}

bool extend_link(Tx& tx, const std::string& link_hex) {
  return affected(tx,
                  R"sql(
                      update links
                      set expires_at = now() + :minutes::int * interval '1 minute'
                      where id = decode(:id, 'hex') and purpose = 'reset_password' and used_at is null
                  )sql",
                  reset_minutes, link_hex) == 1;
}

void make_link(Tx& tx, const QueuedMail& mail, long long user_id, const std::string& link_hex) {
  revoke_links(tx, user_id, "reset_password");
  Link link;
  link.id_hex = link_hex;
  link.purpose = "reset_password";
  link.user_id = user_id;
  create_link(tx, link, reset_minutes);
  affected(tx, "update outbox set data = data || jsonb_build_object('link', :link::text) where id = :id", link_hex, mail.id);
}

}  // namespace

std::vector<QueuedMail> claim_mails(Tx& tx) {
  const std::string text =
      "update outbox set tries = tries + 1, next_try_at = now() + " + std::to_string(claim_minutes) +
      " * interval '1 minute' where id in (select id from outbox where state = 'queued' and next_try_at <= now() and bulk = "
      ":bulk::boolean order by next_try_at, id limit " +
      std::to_string(claimed_at_once) +
      " for update skip locked) returning id, kind, recipient, data::text, tries, "
      "(extract(epoch from now() - coalesce(resent_at, created_at)) / 60)::bigint, " +
      shown_time("created_at") + ", created_at::text";
  std::vector<QueuedMail> mails;
  for (const std::string bulk : {"false", "true"}) {
    each_row(
        tx.sql(), text,
        [&](const soci::row& row) {
          QueuedMail mail;
          std::string data;
          row >> mail.id >> mail.kind >> mail.recipient >> data >> mail.tries >> mail.age_minutes >> mail.created_at >>
              mail.moment;
          mail.data = nlohmann::json::parse(data);
          mails.push_back(std::move(mail));
        },
        bulk);
    if (!mails.empty()) break;
  }
  std::sort(mails.begin(), mails.end(), [](const QueuedMail& a, const QueuedMail& b) { return a.id < b.id; });
  return mails;
}

void release_mails(Tx& tx, const std::vector<long long>& ids) {
  const std::string list = id_list(ids);
  affected(tx, R"sql(
      update outbox
      set tries = tries - 1, next_try_at = now()
      where id = any(:ids::bigint[]) and state = 'queued'
  )sql",
           list);
}

void mail_sent(Tx& tx, long long id, const std::string& address) {
  affected(tx,
           R"sql(
               with sent as (
                 update outbox
                 set state = 'sent', sent_at = now(), error = ''
                 where id = :id and state = 'queued'
               )
               delete
               from bad_addresses
               where address = :address
           )sql",
           id, address);
}

void mail_postponed(Tx& tx, long long id, int minutes, const std::string& why) {
  affected(tx,
           R"sql(
               update outbox
               set next_try_at = now() + :minutes::int * interval '1 minute', error = left(:why, 500)
               where id = :id and state = 'queued'
           )sql",
           minutes, why, id);
}

void mail_ended(Tx& tx, long long id, const std::string& state, const std::string& why) {
  affected(tx, "update outbox set state = :state, error = left(:why, 500) where id = :id and state = 'queued'", state, why, id);
}

void address_refused(Tx& tx, const std::string& address, const std::string& words) {
  affected(tx,
           R"sql(
               insert into bad_addresses (address, words)
               values (:address, left(:words, 500))
               on conflict (address) do update
               set refused_at = now(), words = excluded.words
           )sql",
           address, words);
}

std::optional<std::string> link_expiry(Db& db, const std::string& id_hex, const std::string& purpose) {
  return db.run([&](soci::session& sql) -> std::optional<std::string> {
    std::string until;
    const std::string text = "select " + shown_time("expires_at") +
                             R"sql(
                                 from links
                                 where id = decode(:id, 'hex') and purpose = :purpose and used_at is null
                                   and expires_at > now()
                             )sql";
    sql << text, soci::use(id_hex), soci::use(purpose), soci::into(until);
    if (!sql.got_data()) return {};
    return until;
  });
}

ResetMail prepare_reset(Tx& tx, const QueuedMail& mail, const std::string& fresh_link_hex) {
  const std::string login = text_at(mail.data, "login"), user_type = text_at(mail.data, "user_type");
  ResetMail reset;
  long long user_id = 0;
  tx.sql() << R"sql(
      select id, email, name, login
      from users
      where lower(login) = lower(:login) and user_type = :type and state = 'active' and email <> ''
  )sql",
      soci::use(login), soci::use(user_type), soci::into(user_id), soci::into(reset.email), soci::into(reset.name),
      soci::into(reset.login);
  if (!tx.sql().got_data()) {
    reset.refused = "no active user with an address";
    return reset;
  }
  if (reset.refused = refusal(tx, mail, login, user_type); !reset.refused.empty()) return reset;
  reset.link_hex = text_at(mail.data, "link");
  if (!reset.link_hex.empty()) {
    if (!extend_link(tx, reset.link_hex)) reset.refused = "its link has been used or ended";
  } else {
    make_link(tx, mail, user_id, fresh_link_hex);
    reset.link_hex = fresh_link_hex;
  }
  if (!reset.refused.empty()) return reset;
  const std::string text = "select " + shown_time("expires_at") + " from links where id = decode(:id, 'hex')";
  tx.sql() << text, soci::use(reset.link_hex), soci::into(reset.expires_at);
  return reset;
}

}  // namespace store
