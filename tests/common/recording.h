// An institution that records results and a unit whose instruments they are for, for the store's tests of results: entries as
// pages make them, and what stands in the ledger afterwards.
#pragma once

#include "base/crypto.h"
#include "common/desk.h"
#include "store/people/sessions.h"
#include "store/results/results.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

namespace tests::recording {

using domain::Date;

struct Desk {
  explicit Desk(Institution i = make_institution()) : institution(std::move(i)), db(connection("qj_desk")) {
    BOOST_REQUIRE(store::find_session(db, base::sha256_hex(institution.person.cookie), tests::today()));
  }
  template <typename F>
  auto change(F f) {
    return db.transaction(store::Actor{institution.person.user_id, institution.person.login, "request-9"}, f);
  }
  // "" when it is done, else the code.
  std::string record(const store::ResultEntry& entry) {
    const auto done = change([&](store::Tx& tx) { return store::record_result(tx, institution.id, entry); });
    last = done.result_id;
    return done.done() ? "" : done.errors.front().code;
  }

  Institution institution;
  store::Db db;
  long long last = 0;
};

struct World {
  Person unit = make_unit();
  Desk desk;
  long long add(int quantity = 1, const std::string& more = "") {
    auto values = scale();
    values.quantity = quantity;
    if (quantity > 1) values.serial_number = unique("S") + "-9";
    const long long id = add_instrument(unit.unit_id, values);
    if (!more.empty()) sql("update instruments set " + more + " where id = " + std::to_string(id));
    return id;
  }
  Line line(long long instrument, const std::string& state = "accepted") {
    return send_line(unit, desk.institution, instrument, state);
  }
};

inline domain::ResultValues pass(Date on, int passed = 1, int failed = 0) {
  domain::ResultValues v;
  v.passed = passed;
  v.failed = failed;
  if (passed > 0) {
    v.mark = "certificate";
    v.number = "Z-" + on.iso();
    v.valid_until = domain::default_valid_until(on, 12);
  }
  if (failed > 0) v.notice_number = "T-" + on.iso();
  v.seal_number = "F-" + on.iso();
  v.verified_on = on;
  v.verifier = "示范检定员";
  return v;
}
inline domain::ResultValues fail(Date on, int failed = 1) { return pass(on, 0, failed); }

inline store::ResultEntry of_line(const Line& line, const domain::ResultValues& values) {
  store::ResultEntry e;
  e.unit_id = line.unit_id;
  e.line_id = line.id;
  e.version = static_cast<int>(version_of("appointment_lines", line.id));
  e.values = values;
  return e;
}
inline store::ResultEntry walk_in(const World& world, long long instrument, const domain::ResultValues& values) {
  store::ResultEntry e;
  e.unit_id = world.unit.unit_id;
  e.instrument_id = instrument;
  e.version = static_cast<int>(version_of("instruments", instrument));
  e.values = values;
  const domain::InstrumentValues asked = scale();
  e.walk_in = {asked.kind_id, asked.measuring_range, asked.accuracy, asked.division_code, "", {}};
  return e;
}
inline store::ResultEntry correction(const World& world, long long result, domain::ResultValues values) {
  store::ResultEntry e;
  e.unit_id = world.unit.unit_id;
  e.corrects = result;
  values.reason = "录入有误";
  e.values = values;
  return e;
}

// "pass 2026-11-20 2027-11-19 Z-…": the record in force.
inline std::string in_force(long long id) {
  return text_of("select concat_ws(' ', last_result, verified_on, valid_until, certificate_number) from instruments where id = " +
                 std::to_string(id));
}
inline std::string seal_of(long long id) { return field_of("instruments", "seal_number", id); }
inline std::string earlier(long long id) {
  return text_of(
      "select string_agg(concat_ws(' ', result, verified_on), ', ' order by verified_on, id) from certificates where "
      "instrument_id = " +
      std::to_string(id));
}
inline std::string state_of(const Line& line) { return field_of("appointment_lines", "state", line.id); }

inline const Date day = *Date::of(2026, 11, 20);

}  // namespace tests::recording
