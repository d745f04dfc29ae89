// See users.h. Logins and what they count stand in logins.cpp.
#include "store/people/users.h"

#include "base/json.h"
#include "store/core/constraints.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string user_columns =
    "u.id, u.login, u.name, u.user_type, u.role, u.state, u.phone, u.email, coalesce(u.unit_id, 0), "
    "coalesce(u.institution_id, 0), coalesce(u.department_id, 0), coalesce(e.name, i.name, d.name, ''), u.lock_reason, " +
    shown_time("u.created_at") + ", " + shown_time("u.last_login_at") + ", u.last_login_address, " +
    shown_time("u.password_changed_at") + ", u.two_factor::int, u.must_change_password::int, u.version";
const std::string user_tables =
    R"sql(
        from users u
        left join units e on e.id = u.unit_id
        left join institutions i on i.id = u.institution_id
        left join departments d on d.id = u.department_id
    )sql";

User as_user(const soci::row& row) {
  User user;
  int two_factor = 0, must_change = 0;
  row >> user.id >> user.login >> user.name >> user.user_type >> user.role >> user.state >> user.phone >> user.email >>
      user.unit_id >> user.institution_id >> user.department_id >> user.organisation >> user.lock_reason >> user.created_at >>
      user.last_login_at >> user.last_login_address >> user.password_changed_at >> two_factor >> must_change >> user.version;
  user.two_factor = two_factor != 0;
  user.must_change_password = must_change != 0;
  return user;
}

template <typename T>
std::optional<User> select_user(Db& db, const char* condition, const T& value) {
  return db.run([&](soci::session& sql) -> std::optional<User> {
    const std::string query = "select " + user_columns + user_tables + condition;
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(value));
    for (const soci::row& row : rows) return as_user(row);
    return {};
  });
}

// A change of one user's row under its version, with its audit row. `assignments` may use :value.
bool change(Tx& tx, const User& user, const std::string& assignments, const std::string& value, const char* action,
            nlohmann::json old_values, nlohmann::json new_values) {
  const std::string text = "update users set " + assignments + ", version = version + 1 where id = :id and version = :version";
  soci::statement update =
      (tx.sql().prepare << text, soci::use(value, "value"), soci::use(user.id, "id"), soci::use(user.version, "version"));
  update.execute(true);
  if (update.get_affected_rows() != 1) return false;
  tx.audit(user.chain(), action, "user", user.id, std::move(old_values), std::move(new_values));
  return true;
}

// Two administrators who lock each other at the same moment would leave nobody to unlock either.
void require_an_administrator(Tx& tx, long long user_id) {
  int others = 0;
  tx.sql() << "select 1 from pg_advisory_xact_lock(lock_class_administrators(), 1)", soci::into(others);
  tx.sql() << "select count(*)::int from users where user_type = 'administrator' and state = 'active' and id <> :id",
      soci::use(user_id), soci::into(others);
  if (others == 0) throw Violation(constraint::users_last_administrator);
}

}  // namespace

std::optional<User> find_user(Db& db, long long id) { return select_user(db, "where u.id = :id", id); }
std::optional<User> find_user(Db& db, const std::string& login) {
  return select_user(db, "where lower(u.login) = lower(:login)", login);
}

Users search_users(Db& db, const UserFilter& f) {
  const std::string where =
      R"sql(
          where (:text = '' or strpos(lower(u.login), lower(:text)) > 0 or strpos(lower(u.name), lower(:text)) > 0
            or strpos(lower(coalesce(e.name, i.name, d.name, '')), lower(:text)) > 0)
            and (:type = '' or u.user_type = :type) and (:state = '' or u.state = :state)
            and (:unit::bigint = 0 or u.unit_id = :unit)
            and (:institution::bigint = 0 or u.institution_id = :institution)
            and (:department::bigint = 0 or u.department_id = :department)
            and (:removed::int = 1 or u.state <> 'removed')
      )sql";
  const int removed = f.with_removed || f.state == "removed" ? 1 : 0, offset = (f.page - 1) * f.size;
  return db.run([&](soci::session& sql) {
    Users found;
    const std::string count = "select count(*) from (select 1" + user_tables + where + "limit 10001) m";
    sql << count, soci::use(f.text, "text"), soci::use(f.user_type, "type"), soci::use(f.state, "state"),
        soci::use(f.unit_id, "unit"), soci::use(f.institution_id, "institution"), soci::use(f.department_id, "department"),
        soci::use(removed, "removed"), soci::into(found.matched);
    const std::string query = "select " + user_columns + user_tables + where +
                              "order by u.user_type, 12, u.state, u.role, u.login limit :size offset :offset";
    soci::rowset<soci::row> rows =
        (sql.prepare << query, soci::use(f.text, "text"), soci::use(f.user_type, "type"), soci::use(f.state, "state"),
         soci::use(f.unit_id, "unit"), soci::use(f.institution_id, "institution"), soci::use(f.department_id, "department"),
         soci::use(removed, "removed"), soci::use(f.size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) found.rows.push_back(as_user(row));
    return found;
  });
}

bool login_taken(Db& db, const std::string& login) {
  return db.run([&](soci::session& sql) {
    int taken = 0;
    sql << "select count(*)::int from users where lower(login) = lower(:login)", soci::use(login), soci::into(taken);
    return taken > 0;
  });
}

long long create_user(Tx& tx, const NewUser& user) {
  long long id = 0;
  const int must_change = user.must_change_password ? 1 : 0;
  tx.sql() << R"sql(
      insert into users (login, name, user_type, password_hash, unit_id, institution_id, department_id, role, phone,
        email, must_change_password)
      values (:login, :name, :type, :hash, nullif(:unit::bigint, 0), nullif(:institution::bigint, 0),
        nullif(:department::bigint, 0), :role, :phone, :email, :must::int = 1)
      returning id
  )sql",
      soci::use(user.login), soci::use(user.name), soci::use(user.user_type), soci::use(user.password_hash),
      soci::use(user.unit_id), soci::use(user.institution_id), soci::use(user.department_id), soci::use(user.role),
      soci::use(user.phone), soci::use(user.email), soci::use(must_change), soci::into(id);
  tx.audit(user.unit_id, "user.create", "user", id, nullptr,
           {{"login", user.login}, {"name", user.name}, {"user_type", user.user_type}, {"role", user.role}});
  return id;
}

bool lock_user(Tx& tx, const User& user, const std::string& reason) {
  if (user.user_type == "administrator") require_an_administrator(tx, user.id);
  if (user.state != "active" || !change(tx, user, "state = 'locked', lock_reason = :value", reason, "user.lock",
                                        {{"state", user.state}}, {{"state", "locked"}, {"reason", reason}}))
    return false;
  end_sessions(tx, user.id);
  return true;
}

bool unlock_user(Tx& tx, const User& user) {
  return user.state == "locked" && change(tx, user, "state = 'active', lock_reason = :value", "", "user.unlock",
                                          {{"state", user.state}}, {{"state", "active"}});
}

bool remove_user(Tx& tx, const User& user) {
  if (user.state == "removed" ||
      !change(tx, user, "state = :value", "removed", "user.remove", {{"state", user.state}}, {{"state", "removed"}}))
    return false;
  end_sessions(tx, user.id);
  return true;
}

bool restore_user(Tx& tx, const User& user) {
  return user.state == "removed" &&
         change(tx, user, "state = :value", "active", "user.restore", {{"state", user.state}}, {{"state", "active"}});
}

bool set_role(Tx& tx, const User& user, const std::string& role) {
  return change(tx, user, "role = :value", role, "user.role", {{"role", user.role}}, {{"role", role}});
}

bool reset_password(Tx& tx, const User& user, const std::string& password_hash, bool must_change) {
  const std::string assignments = std::string("password_hash = :value, password_changed_at = now(), must_change_password = ") +
                                  (must_change ? "true" : "false");
  if (!change(tx, user, assignments, password_hash, "user.reset_password", nullptr, {{"temporary", must_change}})) return false;
  end_sessions(tx, user.id);
  return true;
}

bool disable_two_factor(Tx& tx, const User& user, const std::string& reason) {
  if (!change(tx, user, "totp_secret_sealed = null, totp_step = 0", "", "user.disable_two_factor",
              {{"two_factor", user.two_factor}}, {{"two_factor", false}, {"reason", reason}}))
    return false;
  affected(tx, "delete from recovery_codes where user_id = :id", user.id);
  return true;
}

int end_users_sessions(Tx& tx, const User& user, long long session_id, long long except_session_id) {
  const int ended = session_id != 0 ? end_one_session(tx, user.id, session_id) : end_sessions(tx, user.id, except_session_id);
  if (ended > 0) tx.audit(user.chain(), "user.end_sessions", "user", user.id, nullptr, {{"sessions", ended}});
  return ended;
}

void change_password(Tx& tx, const User& user, const std::string& password_hash, int keep, long long session_id) {
  if (keep > 0) {
    tx.sql() << R"sql(
        insert into password_history (user_id, password_hash)
        select id, password_hash
        from users
        where id = :id
    )sql",
        soci::use(user.id);
    affected(tx,
             R"sql(
                 delete
                 from password_history
                 where user_id = :id and at not in (
                   select at
                   from password_history
                   where user_id = :id
                   order by at desc limit :keep
                 )
             )sql",
             user.id, user.id, keep);
  }
  affected(tx,
           R"sql(
               update users
               set password_hash = :hash, password_changed_at = now(), must_change_password = false,
                 version = version + 1
               where id = :id
           )sql",
           password_hash, user.id);
  end_sessions(tx, user.id, session_id);
  tx.audit(user.chain(), "user.change_password", "user", user.id, nullptr, nullptr);
}

void rehash_password(Tx& tx, long long user_id, const std::string& password_hash) {
  affected(tx, "update users set password_hash = :hash where id = :id", password_hash, user_id);
}

std::vector<std::string> password_history(Db& db, long long user_id, int count) {
  return db.run([&](soci::session& sql) {
    std::vector<std::string> hashes;
    soci::rowset<std::string> rows = (sql.prepare << R"sql(
            (select password_hash from users where id = :id)
            union all (
              select password_hash
              from password_history
              where user_id = :id
              order by at desc limit :count
            )
        )sql",
                                      soci::use(user_id, "id"), soci::use(count, "count"));
    for (const std::string& hash : rows) hashes.push_back(hash);
    return hashes;
  });
}

void set_email(Tx& tx, const User& user, const std::string& email) {
  affected(tx, "update users set email = :email, version = version + 1 where id = :id", email, user.id);
  tx.audit(user.chain(), "user.email", "user", user.id, {{"email", user.email}}, {{"email", email}});
}

void set_contact(Tx& tx, const User& user, const std::string& name, const std::string& phone) {
  affected(tx, "update users set name = :name, phone = :phone, version = version + 1 where id = :id", name, phone, user.id);
  tx.audit(user.chain(), "user.contact", "user", user.id, {{"name", user.name}, {"phone", user.phone}},
           {{"name", name}, {"phone", phone}});
}

}  // namespace store
