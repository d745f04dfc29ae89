// See requests.h. Lists stand in request_lists.cpp.
#include "store/organisations/requests.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/organisations/reviews.h"
#include "store/people/links.h"

#include <soci/soci.h>

namespace store {
namespace {

// Requests of people who are logged in stand in their unit's history; the others do when they have an effect.
bool by_unit(const Request& request) { return request.kind == "change" || request.kind == "close"; }

void audit(Tx& tx, const Request& request, const char* action, nlohmann::json values) {
  values["kind"] = request.kind;
  tx.audit(request.unit_id, action, "request", request.id, {{"state", request.state}}, std::move(values));
}

// To the unit: also when somebody else asks for its account, so that its people learn of it.
void queue_result(Tx& tx, const Request& request, const std::optional<Unit>& unit, const Decision& decision) {
  if (!unit || unit->email.empty()) return;
  queue_mail(tx, "request_result", unit->email,
             {{"kind", request.kind},
              {"organisation", unit->name},
              {"decision", decision.approve ? "approved" : "rejected"},
              {"reason", decision.reason}});
}

// The unit goes: its people, personal data and files. Its other requests have nothing left to be about.
void close_unit(Tx& tx, const Request& request, const Unit& unit, const Decision& decision) {
  add_review(tx, unit.id, "closed", decision.reason);
  queue_review_mail(tx, unit, "closed", decision.reason);  // the address is gone afterwards
  tx.sql() << "select unit_close(:id)", soci::use(unit.id);
  affected(tx,
           R"sql(
               update account_requests
               set state = 'withdrawn', version = version + 1
               where unit_id = :id and id <> :this and state = any(case when kind in ('recover', 'claim')
                 then array['pending', 'approved'] else array['pending'] end)
           )sql",
           unit.id, request.id);
  tx.audit(unit.id, "unit.close", "unit", unit.id, {{"state", unit.state}}, {{"state", "closed"}});
}

void take_effect(Tx& tx, const Request& request, const Decision& decision, const std::optional<Unit>& unit) {
  if (request.kind == "change") {
    add_review(tx, unit->id, decision.approve ? "change_approved" : "change_rejected", decision.reason);
    if (decision.approve) tx.sql() << "select unit_apply_change(:id)", soci::use(request.id);
  } else if (request.kind == "close") {
    if (decision.approve) return close_unit(tx, request, *unit, decision);
    add_review(tx, unit->id, "close_rejected", decision.reason);
  }
  queue_result(tx, request, unit, decision);
}

bool use_up(Tx& tx, const Request& request) {
  return affected(tx,
                  R"sql(
                      update account_requests
                      set state = 'done', done_at = now(), version = version + 1
                      where id = :id and version = :version and state = 'approved'
                        and decided_at > now() - interval '7 days'
                  )sql",
                  request.id, request.version) == 1;
}

}  // namespace

std::string Request::text(const char* name) const {
  const auto it = details.find(name);
  return it != details.end() && it->is_string() ? it->get<std::string>() : "";
}

long long create_request(Tx& tx, const NewRequest& request) {
  const std::string details = request.details.dump();
  const Document document = request.document.value_or(Document{});
  long long id = 0;
  tx.sql() << R"sql(
      insert into account_requests (kind, unit_id, user_id, details, id_number_sealed, document, document_name,
        document_size, receipt_hash)
      values (:kind, nullif(:unit::bigint, 0), nullif(:user::bigint, 0), :details::jsonb, case when :sealed = ''
        then null else decode(:sealed, 'hex') end, :file, :name, :size, case when :receipt = '' then null
        else decode(:receipt, 'hex') end)
      returning id
  )sql",
      soci::use(request.kind, "kind"), soci::use(request.unit_id, "unit"), soci::use(request.user_id, "user"),
      soci::use(details, "details"), soci::use(request.id_number_sealed_hex, "sealed"), soci::use(document.file_name, "file"),
      soci::use(document.original_name, "name"), soci::use(document.size, "size"), soci::use(request.receipt_hash_hex, "receipt"),
      soci::into(id);
  Request created;
  created.id = id;
  created.kind = request.kind;
  created.unit_id = request.unit_id;
  if (by_unit(created)) add_review(tx, created.unit_id, request.kind + "_requested");
  audit(tx, created, "request.create", {{"state", "pending"}});
  return id;
}

long long find_unit(Db& db, const std::string& unit_key) {
  return db.run([&](soci::session& sql) {
    long long id = 0;
    sql << "select coalesce(max(id), 0) from units where unit_key = :key and state <> 'closed'", soci::use(unit_key),
        soci::into(id);
    return id;
  });
}

bool decide_request(Tx& tx, const Request& request, const Decision& decision, const std::optional<Unit>& unit) {
  const std::string state = decision.approve ? "approved" : "rejected";
  const long long reviewer = tx.actor().user_id;
  const int two_factor = decision.ends_two_factor ? 1 : 0, managers = decision.locks_managers ? 1 : 0;
  if (affected(tx,
               R"sql(
                   update account_requests
                   set state = :state, decided_at = now(), decided_by = nullif(:reviewer::bigint, 0),
                     reason = :reason, ends_two_factor = (:two_factor::int = 1),
                     locks_managers = (:managers::int = 1), version = version + 1
                   where id = :id and version = :version and state = 'pending'
               )sql",
               state, reviewer, decision.reason, two_factor, managers, request.id, request.version) != 1)
    return false;
  take_effect(tx, request, decision, unit);
  audit(tx, request, decision.approve ? "request.approve" : "request.reject",
        {{"state", state},
         {"reason", decision.reason},
         {"ends_two_factor", decision.ends_two_factor},
         {"locks_managers", decision.locks_managers}});
  return true;
}

bool withdraw_request(Tx& tx, const Request& request) {
  // What was sent for it is of no use any more.
  if (affected(tx,
               R"sql(
                   update account_requests
                   set state = 'withdrawn', id_number_sealed = null, document = '', document_name = '',
                     document_size = 0, version = version + 1
                   where id = :id and version = :version and state = 'pending'
               )sql",
               request.id, request.version) != 1)
    return false;
  add_review(tx, request.unit_id, request.kind + "_withdrawn");
  audit(tx, request, "request.withdraw", {{"state", "withdrawn"}});
  return true;
}

bool finish_recover(Tx& tx, const Request& request, const User& user, const std::string& password_hash) {
  if (!use_up(tx, request)) return false;
  User seen = user;
  if (request.ends_two_factor && user.two_factor) {
    if (!disable_two_factor(tx, seen)) return false;
    ++seen.version;
  }
  if (!reset_password(tx, seen, password_hash, false)) return false;
  revoke_links(tx, user.id, "reset_password");
  audit(tx, request, "request.done", {{"state", "done"}});
  return true;
}

bool finish_claim(Tx& tx, const Request& request, const NewUser& user) {
  if (!use_up(tx, request)) return false;
  if (request.locks_managers) {
    soci::rowset<long long> managers = (tx.sql().prepare << R"sql(
        update users
        set state = 'locked', version = version + 1
        where unit_id = :unit and role = 'manager' and state = 'active'
        returning id
    )sql",
                                        soci::use(request.unit_id));
    std::vector<long long> locked(managers.begin(), managers.end());
    for (const long long id : locked) {
      end_sessions(tx, id);
      tx.audit(request.unit_id, "user.lock", "user", id, {{"state", "active"}}, {{"state", "locked"}, {"request", request.id}});
    }
  }
  create_user(tx, user);
  add_review(tx, request.unit_id, "claimed");
  audit(tx, request, "request.done", {{"state", "done"}});
  return true;
}

}  // namespace store
