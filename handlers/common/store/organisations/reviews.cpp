// See reviews.h.
#include "store/organisations/reviews.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/people/links.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string same_name = "exists (select from units o where o.name = e.name and o.id <> e.id and o.state <> 'closed')";
const std::string same_mobile =
    R"sql(
        exists (
          select
          from units o
          where o.mobile = e.mobile and e.mobile <> '' and o.mobile <> '' and o.id <> e.id and o.state <> 'closed'
        )
    )sql";
const std::string filtered =
    " from units e join divisions d on d.code = e.division_code "
    "where (:text = '' or strpos(lower(e.name), lower(:text)) > 0 or strpos(e.unit_code, upper(:text)) > 0) "
    "and (:division = '' or :division = any(d.ancestors)) "
    "and (:hours::int = 0 or e.submitted_at <= now() - :hours * interval '1 hour') and (:duplicates::int = 0 or " +
    same_name + " or " + same_mobile + ") ";

void count_states(soci::session& sql, const QueueFilter& f, int duplicates, Queue& queue) {
  const std::string query = "select e.state, count(*)" + filtered + "group by e.state";
  soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(f.text, "text"), soci::use(f.division_code, "division"),
                                  soci::use(f.waiting_hours, "hours"), soci::use(duplicates, "duplicates"));
  for (const soci::row& row : rows) {
    std::string state;
    long long n = 0;
    row >> state >> n;
    queue.counts[state] = n;
  }
}

// A new state under the version the reviewer saw, with its audit row, its line of history and its mail.
struct Step {
  std::string action, from, to, decision;
};
const Step approve_step{"unit.approve", "pending", "approved", "approved"};
const Step reject_step{"unit.reject", "pending", "rejected", "rejected"};
const Step suspend_step{"unit.suspend", "approved", "suspended", "suspended"};
const Step restore_step{"unit.restore", "suspended", "approved", "restored"};

bool decide(Tx& tx, const Unit& old, const Step& step, const std::string& reason) {
  const long long reviewer = tx.actor().user_id;
  if (affected(tx,
               R"sql(
                   update units
                   set state = :state, reviewed_at = now(), reviewed_by = :reviewer, review_reason = :reason,
                     version = version + 1
                   where id = :id and version = :version and state = :from
               )sql",
               step.to, reviewer, reason, old.id, old.version, step.from) != 1)
    return false;
  add_review(tx, old.id, step.decision, reason);
  tx.audit(old.id, step.action, "unit", old.id, {{"state", step.from}}, {{"state", step.to}, {"reason", reason}});
  queue_review_mail(tx, old, step.decision, reason);
  return true;
}

}  // namespace

Queue review_queue(Db& db, const QueueFilter& f) {
  const int duplicates = f.duplicates_only ? 1 : 0, offset = (f.page - 1) * f.size;
  return db.run([&](soci::session& sql) {
    Queue queue;
    count_states(sql, f, duplicates, queue);
    const std::string query =
        "select e.id, e.name, e.unit_code, d.path, " + shown_time("e.submitted_at") +
        ", (extract(epoch from now() - e.submitted_at) / 3600)::int, case when e.state = 'closed' then 0 else (" + same_name +
        ")::int end, case when e.state = 'closed' then 0 else (" + same_mobile + ")::int end" + filtered +
        "and e.state = :state order by e.submitted_at, e.id limit :size offset :offset";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(f.text, "text"), soci::use(f.division_code, "division"),
                                    soci::use(f.waiting_hours, "hours"), soci::use(duplicates, "duplicates"),
                                    soci::use(f.state, "state"), soci::use(f.size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) {
      QueueRow unit;
      int name = 0, mobile = 0;
      row >> unit.id >> unit.name >> unit.unit_code >> unit.division_name >> unit.submitted_at >> unit.waiting_hours >> name >>
          mobile;
      unit.same_name = name != 0;
      unit.same_mobile = mobile != 0;
      queue.rows.push_back(unit);
    }
    return queue;
  });
}

long long waiting_units(Db& db) {
  return db.run([](soci::session& sql) {
    long long n = 0;
    sql << "select count(*) from units where state = 'pending'", soci::into(n);
    return n;
  });
}

std::vector<Duplicate> find_duplicates(Db& db, long long except_id, const std::string& name, const std::string& mobile,
                                       const std::string& unit_key) {
  return db.run([&](soci::session& sql) {
    std::vector<Duplicate> duplicates;
    soci::rowset<soci::row> rows =
        (sql.prepare << R"sql(
            select id, name, unit_code, state, (name = :name)::int, (mobile <> '' and mobile = :mobile)::int,
              (unit_key = :key)::int
            from units
            where state <> 'closed' and id <> :except
              and ((name = :name and name <> '') or (mobile = :mobile and mobile <> '')
              or (unit_key = :key and unit_key <> ''))
            order by id limit 50
        )sql",
         soci::use(name, "name"), soci::use(mobile, "mobile"), soci::use(unit_key, "key"), soci::use(except_id, "except"));
    for (const soci::row& row : rows) {
      Duplicate duplicate;
      int by_name = 0, by_mobile = 0, by_code = 0;
      row >> duplicate.id >> duplicate.name >> duplicate.unit_code >> duplicate.state >> by_name >> by_mobile >> by_code;
      duplicate.same_name = by_name != 0;
      duplicate.same_mobile = by_mobile != 0;
      duplicate.same_code = by_code != 0;
      duplicates.push_back(duplicate);
    }
    return duplicates;
  });
}

bool review_unit(Tx& tx, const Unit& old, bool approve, const std::string& reason) {
  return decide(tx, old, approve ? approve_step : reject_step, reason);
}

bool suspend_unit(Tx& tx, const Unit& old, const std::string& reason) { return decide(tx, old, suspend_step, reason); }

bool restore_unit(Tx& tx, const Unit& old) { return decide(tx, old, restore_step, ""); }

void add_review(Tx& tx, long long unit_id, const std::string& decision, const std::string& reason) {
  const long long actor = tx.actor().user_id;
  affected(tx,
           R"sql(
               insert into unit_reviews (unit_id, decision, reason, actor_id)
               values (:unit, :decision, :reason, nullif(:actor::bigint, 0))
           )sql",
           unit_id, decision, reason, actor);
}

std::vector<Review> reviews_of(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    std::vector<Review> reviews;
    const std::string query = "select " + shown_time("r.at") +
                              R"sql(, r.decision, r.reason, coalesce(concat_ws(' ', nullif(u.name, ''), u.login), '')
                                  from unit_reviews r
                                  left join users u on u.id = r.actor_id
                                  where r.unit_id = :unit
                                  order by r.at desc, r.id desc
                              )sql";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(unit_id));
    for (const soci::row& row : rows) {
      Review review;
      row >> review.at >> review.decision >> review.reason >> review.actor;
      reviews.push_back(review);
    }
    return reviews;
  });
}

void queue_review_mail(Tx& tx, const Unit& unit, const std::string& decision, const std::string& reason) {
  if (!unit.email.empty())
    queue_mail(tx, "review_result", unit.email, {{"organisation", unit.name}, {"decision", decision}, {"reason", reason}});
}

}  // namespace store
