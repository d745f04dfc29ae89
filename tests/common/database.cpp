// See database.h.
#include "common/database.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/passwords.h"
#include "domain/organisations/registration.h"
#include "store/ledger/instruments.h"
#include "store/organisations/units.h"
#include "store/people/sessions.h"
#include "store/people/users.h"

#include <soci/soci.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace tests {
namespace {

const store::Actor nobody{0, "test", "test"};

Person with_session(Person person, const store::NewUser& user) {
  person.login = user.login;
  person.cookie = base::to_hex(base::random_bytes(32));
  owner().transaction(nobody, [&](store::Tx& tx) {
    person.user_id = store::create_user(tx, user);
    store::create_session(tx, {person.user_id, base::sha256_hex(person.cookie), "127.0.0.1", "test", ""});
  });
  return person;
}

int code_value(char c) { return static_cast<int>(std::string("0123456789ABCDEFGHJKLMNPQRTUWXY").find(c)); }

}  // namespace

std::string env(const char* name) {
  const char* value = std::getenv(name);
  if (!value) throw std::runtime_error(std::string(name) + " is not set; run scripts/test");
  return value;
}

store::Db connection(const std::string& role) { return store::Db(env("QJ_DATABASE"), role); }

store::Db& owner() {
  static store::Db db(env("QJ_DATABASE"), "qj_owner");
  return db;
}

std::string unique(const std::string& prefix) {
  static long long n = 0;
  return prefix + std::to_string(getpid()) + "x" + std::to_string(++n);
}

// GB 32100-2015, written down again on purpose: the product's own code is what is tested.
std::string fresh_unit_code() {
  static long long n = static_cast<long long>(getpid()) * 1000;
  std::string code = "91110108" + std::string("M0") + std::to_string(1000000 + ++n % 9000000);
  int sum = 0, weight = 1;
  for (const char c : code) {
    sum += code_value(c) * weight;
    weight = weight * 3 % 31;
  }
  return code + "0123456789ABCDEFGHJKLMNPQRTUWXY"[(31 - sum % 31) % 31];
}

Person make_unit(const std::string& state, const std::string& role) {
  domain::Registration form;
  form.unit_name = unique("示范单位");
  form.unit_code = *domain::UnitCode::parse(fresh_unit_code()).value;
  form.unit_type = "enterprise";
  form.division_code = leaf_division();
  form.representative = form.contact = "示范人";
  form.id_number = {domain::IdType::id_card, "11010519491231002X"};
  form.mobile = "13800138000";
  Person person;
  person.password = "correct horse 电池";
  owner().transaction(nobody, [&](store::Tx& tx) {
    person.unit_id = store::create_unit(tx, form, "00", "test");
    tx.sql() << "update units set state = :state where id = :id", soci::use(state), soci::use(person.unit_id);
  });
  return with_session(person, {unique("unit"), "示范人", "unit", base::Passwords(base::Config::load()).hash(person.password),
                               person.unit_id, 0, 0, role});
}

Person make_member(const Person& colleague, const std::string& role) {
  Person person;
  person.unit_id = colleague.unit_id;
  person.password = "correct horse 电池";
  return with_session(person, {unique("member"), "示范人", "unit", base::Passwords(base::Config::load()).hash(person.password),
                               person.unit_id, 0, 0, role});
}

Person make_user(const std::string& user_type) {
  store::NewUser user{unique(user_type), "示范人", user_type, "!"};
  const std::string name = unique("示范机构"), division = leaf_division();
  owner().run([&](soci::session& sql) {
    if (user_type == "institution")
      sql << "insert into institutions (name, division_code) values (:name, :division) returning id", soci::use(name),
          soci::use(division), soci::into(user.institution_id);
    if (user_type == "supervisor")
      sql << "insert into departments (name) values (:name) returning id", soci::use(name), soci::into(user.department_id);
  });
  return with_session({}, user);
}

domain::Date today() { return domain::Date::from_days(base::today(base::Config::load())); }

std::string leaf_division() { return "110105"; }

long long scale_kind() { return count("select id from catalogue_kinds where kind_no = 2 order by id limit 1"); }

domain::InstrumentValues scale() {
  domain::InstrumentValues v;
  v.name = "电子计价秤";
  v.kind_id = scale_kind();
  v.mode = "periodic";
  v.model = "ACS-30";
  v.measuring_range = "（0.1～30）kg";
  v.accuracy = "Ⅲ";
  v.serial_number = unique("S");
  v.manufacturer = "示范衡器有限公司";
  v.origin = "domestic";
  v.division_code = leaf_division();
  v.place = "示范大厅";
  v.use = "trade";
  v.delivery = "send_in";
  v.cycle_months = 12;
  return v;
}

long long add_instrument(long long unit_id, const domain::InstrumentValues& values) {
  return owner().transaction(nobody, [&](store::Tx& tx) { return store::create_instrument(tx, unit_id, values); });
}

void sql(const std::string& statement) { owner().execute_script(statement); }

std::string user_id_of(const Person& person) { return std::to_string(person.user_id); }

long long count(const std::string& query) {
  return owner().run([&](soci::session& sql) {
    long long n = 0;
    sql << "select (" + query + ")::bigint", soci::into(n);
    return n;
  });
}

std::string text_of(const std::string& query) {
  return owner().run([&](soci::session& sql) {
    std::string text;
    sql << "select coalesce((" + query + ")::text, '')", soci::into(text);
    return text;
  });
}

}  // namespace tests
