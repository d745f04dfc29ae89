// See users.h.
#include "store/users.h"

namespace store {

std::optional<Credentials> find_credentials(Db& db, const std::string& login, const std::string& user_type) {
  return db.run([&](soci::session& sql) -> std::optional<Credentials> {
    Credentials found;
    sql << "select id, password_hash, user_type from users "
           "where lower(login) = lower(:login) and user_type = :type and state = 'active'",
        soci::use(login), soci::use(user_type), soci::into(found.user_id), soci::into(found.password_hash),
        soci::into(found.user_type);
    if (!sql.got_data()) return {};
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
  tx.sql() << "insert into users (login, name, user_type, password_hash, enterprise_id, institution_id, department_id) values "
              "(:login, :name, :type, :hash, nullif(:enterprise::bigint, 0), nullif(:institution::bigint, 0), "
              "nullif(:department::bigint, 0)) returning id",
      soci::use(user.login), soci::use(user.name), soci::use(user.user_type), soci::use(user.password_hash),
      soci::use(user.enterprise_id), soci::use(user.institution_id), soci::use(user.department_id), soci::into(id);
  tx.audit(user.enterprise_id, "user.create", "user", id, nullptr,
           {{"login", user.login}, {"name", user.name}, {"user_type", user.user_type}});
  return id;
}

void record_login(Tx& tx, const std::string& login, long long user_id, const std::string& address) {
  const std::string outcome = user_id != 0 ? "success" : "refused";
  tx.sql() << "insert into login_events (login, user_id, address, outcome) values "
              "(left(:login, 64), nullif(:user::bigint, 0), :address, :outcome)",
      soci::use(login), soci::use(user_id), soci::use(address), soci::use(outcome);
  if (user_id != 0)
    tx.sql() << "update users set last_login_at = now(), last_login_address = :address where id = :user", soci::use(address),
        soci::use(user_id);
}

bool set_password(Tx& tx, const std::string& login, const std::string& password_hash) {
  long long id = 0, enterprise_id = 0;
  tx.sql() << "update users set password_hash = :hash where lower(login) = lower(:login) "
              "returning id, coalesce(enterprise_id, 0)",
      soci::use(password_hash), soci::use(login), soci::into(id), soci::into(enterprise_id);
  if (id == 0) return false;
  tx.sql() << "update sessions set ended_at = now() where user_id = :id and ended_at is null", soci::use(id);
  tx.audit(enterprise_id, "user.reset_password", "user", id, nullptr, nullptr);
  return true;
}

}  // namespace store
