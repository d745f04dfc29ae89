// What hangs on one instrument: records that supersede each other, files, the history; everyday names of kinds.
#include "base/config.h"
#include "base/crypto.h"
#include "common/database.h"
#include "store/administration/audit.h"
#include "store/catalogue/catalogue.h"
#include "store/catalogue/synonyms.h"
#include "store/core/tidy.h"
#include "store/ledger/attachments.h"
#include "store/ledger/certificates.h"
#include "store/ledger/instruments.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <algorithm>
#include <cstdlib>

namespace {

using domain::Date;
const Date today = *Date::of(2026, 11, 24);
const store::Actor actor{7, "tester", "request-1"};

struct Unit {
  Unit() : person(tests::make_unit()), db(tests::connection("qj_ledger")) {
    BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), tests::today()));
  }
  long long id() const { return person.unit_id; }
  domain::LedgerRow instrument(long long instrument_id) { return *store::find_instrument(db, id(), instrument_id); }
  template <typename F>
  auto change(F f) {
    return db.transaction(store::Actor{person.user_id, person.login, "request-2"}, f);
  }

  tests::Person person;
  store::Db db;
};

long long verified(Unit& unit, Date on, const std::string& number) {
  auto values = tests::scale();
  values.verified_on = on;
  values.valid_until = on.plus_days(364);
  values.certificate_number = number;
  return tests::add_instrument(unit.id(), values);
}

bool save(Unit& unit, long long id, Date on, const std::string& number) {
  const auto before = unit.instrument(id);
  auto values = before.values;
  values.verified_on = on;
  values.valid_until = on.plus_days(364);
  values.certificate_number = number;
  return unit.change([&](store::Tx& tx) { return store::update_instrument(tx, unit.id(), before, values); });
}

// "in force | earlier, earlier" by certificate number.
std::string records(Unit& unit, long long id) {
  std::string text;
  for (const auto& r : store::records_of(unit.db, unit.id(), id)) text += (r.id == 0 ? "*" : " ") + r.number;
  return text;
}

store::Attachment photo() {
  return {0,
          "photo",
          base::to_hex(base::random_bytes(16)) + ".jpg",
          base::to_hex(base::random_bytes(16)) + ".jpg",
          "铭牌.jpg",
          1000,
          "",
          "",
          false};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(records_of_an_instrument)

BOOST_AUTO_TEST_CASE(a_later_day_keeps_the_record_before_it_and_anything_else_corrects_the_one_in_force) {
  Unit unit;
  const long long id = verified(unit, today.plus_days(-500), "A");
  BOOST_TEST(save(unit, id, today.plus_days(-100), "B"));
  BOOST_TEST(records(unit, id) == "*B A");
  BOOST_TEST(save(unit, id, today.plus_days(-100), "B2"));  // the same day: a correction
  BOOST_TEST(records(unit, id) == "*B2 A");
  BOOST_TEST(save(unit, id, today.plus_days(-120), "B3"));  // an earlier one too
  BOOST_TEST(records(unit, id) == "*B3 A");
  BOOST_TEST(save(unit, id, today.plus_days(-600), "B4"));  // so early that the other one is the latest now
  BOOST_TEST(records(unit, id) == "*A B4");
  BOOST_TEST((unit.instrument(id).values.verified_on == today.plus_days(-500)));
}

BOOST_AUTO_TEST_CASE(a_stale_version_supersedes_nothing) {
  Unit unit;
  const long long id = verified(unit, today.plus_days(-500), "A");
  const auto stale = unit.instrument(id);
  BOOST_TEST(save(unit, id, today.plus_days(-500), "A2"));
  auto values = stale.values;
  values.verified_on = today.plus_days(-10);
  values.valid_until = today.plus_days(10);
  BOOST_TEST(!unit.change([&](store::Tx& tx) { return store::update_instrument(tx, unit.id(), stale, values); }));
  BOOST_TEST(!unit.change([&](store::Tx& tx) { return store::add_record(tx, unit.id(), stale, values, 0); }));
  BOOST_TEST(records(unit, id) == "*A2");
}

BOOST_AUTO_TEST_CASE(an_added_record_finds_its_place_by_its_day_and_a_removed_one_lets_the_latest_take_it) {
  Unit unit;
  const long long id = tests::add_instrument(unit.id(), tests::scale());
  const auto add = [&](int days, const std::string& number) {
    const auto old = unit.instrument(id);
    auto values = old.values;
    values.verified_on = today.plus_days(days);
    values.valid_until = today.plus_days(days + 364);
    values.certificate_number = number;
    return unit.change([&](store::Tx& tx) { return store::add_record(tx, unit.id(), old, values, 0); });
  };
  BOOST_TEST(add(-300, "B"));
  BOOST_TEST(add(-700, "A"));  // straight among the earlier ones
  BOOST_TEST(add(-20, "C"));
  BOOST_TEST(records(unit, id) == "*C B A");
  const auto remove = [&](std::size_t n) {
    const auto record = store::records_of(unit.db, unit.id(), id).at(n);
    const auto old = unit.instrument(id);
    return unit.change([&](store::Tx& tx) { return store::remove_record(tx, unit.id(), old, record); });
  };
  BOOST_TEST(remove(0));
  BOOST_TEST(records(unit, id) == "*B A");
  BOOST_TEST(unit.instrument(id).last_result == "declared");
  BOOST_TEST(remove(1));
  BOOST_TEST(records(unit, id) == "*B");
  BOOST_TEST(remove(0));
  BOOST_TEST(records(unit, id) == "");
  BOOST_TEST(unit.instrument(id).last_result == "");
  tests::sql("update instruments set last_result = 'pass', verified_on = '2026-01-01' where id = " + std::to_string(id));
  BOOST_TEST(!add(-1, "D"));
  BOOST_TEST(!remove(0));
}

BOOST_AUTO_TEST_CASE(many_records_are_kept_in_one_statement_with_their_files) {
  Unit unit;
  std::vector<long long> ids;
  for (int n = 0; n < 5; ++n) ids.push_back(verified(unit, today.plus_days(-500), std::to_string(n)));
  ids.push_back(tests::add_instrument(unit.id(), tests::scale()));  // without a record: passed over
  const auto file = unit.change([&](store::Tx& tx) { return store::add_attachment(tx, unit.id(), ids[0], photo()); });
  tests::sql("update instruments set certificate_file_id = " + std::to_string(*file) + " where id = " + std::to_string(ids[0]));
  // As the long work does it, by its own role.
  store::Db jobs = tests::connection("qj_jobs");
  jobs.run([&](soci::session& sql) {
    const std::string own = std::to_string(unit.id());
    sql << "select set_config('qj.unit', :own, false)", soci::use(own);
  });
  jobs.transaction(actor, [&](store::Tx& tx) { store::store_superseded(tx, unit.id(), ids); });
  const std::string own = std::to_string(unit.id());
  BOOST_TEST(tests::count("select count(*) from certificates where unit_id = " + own) == 5);
  BOOST_TEST(tests::count("select count(*) from certificates where file_id = " + std::to_string(*file)) == 1);
  BOOST_TEST(tests::count("select count(*) from instruments where certificate_file_id is not null and unit_id = " + own) == 0);
  jobs.transaction(actor, [&](store::Tx& tx) { store::store_superseded(tx, unit.id(), {}); });
}

BOOST_AUTO_TEST_CASE(an_instrument_has_twenty_files_at_most_and_takes_them_with_it) {
  Unit unit;
  const long long id = verified(unit, today.plus_days(-500), "A");
  const auto add = [&] { return unit.change([&](store::Tx& tx) { return store::add_attachment(tx, unit.id(), id, photo()); }); };
  const auto first = add(), second = add();
  for (int n = 2; n < store::most_attachments; ++n) BOOST_TEST(add().has_value());
  BOOST_TEST(!add().has_value());
  // One shows the record in force, one an earlier record: removing a file leaves its record, removing the instrument all.
  tests::sql("update instruments set certificate_file_id = " + std::to_string(*second) + " where id = " + std::to_string(id));
  BOOST_TEST(save(unit, id, today.plus_days(-100), "B"));
  tests::sql("update instruments set certificate_file_id = " + std::to_string(*first) + " where id = " + std::to_string(id));
  BOOST_TEST(store::records_of(unit.db, unit.id(), id).at(1).file_id == *second);
  const auto shown = store::find_attachment(unit.db, unit.id(), id, *first);
  BOOST_TEST(shown->of_record);
  BOOST_TEST(unit.change([&](store::Tx& tx) { return store::remove_attachment(tx, unit.id(), id, *shown); }));
  BOOST_TEST(!unit.change([&](store::Tx& tx) { return store::remove_attachment(tx, unit.id(), id, *shown); }));
  BOOST_TEST(records(unit, id) == "*B A");
  BOOST_TEST(store::records_of(unit.db, unit.id(), id).at(0).file_id == 0);
  const auto names = store::known_files(tests::owner());
  for (const auto& file : store::attachments_of(unit.db, unit.id(), id)) {
    BOOST_TEST(names.count(file.file_name) == 1U);
    BOOST_TEST(names.count(file.thumb_name) == 1U);
  }
  BOOST_TEST(names.count(shown->file_name) == 0U);
  tests::sql("delete from instruments where id = " + std::to_string(id));
  BOOST_TEST(tests::count("select count(*) from attachments where unit_id = " + std::to_string(unit.id())) == 0);
  BOOST_TEST(tests::count("select count(*) from certificates where unit_id = " + std::to_string(unit.id())) == 0);
}

BOOST_AUTO_TEST_CASE(no_unit_sees_anothers_records_files_or_history) {
  Unit one, other;
  const long long id = verified(one, today.plus_days(-500), "A");
  const auto file = one.change([&](store::Tx& tx) { return store::add_attachment(tx, one.id(), id, photo()); });
  BOOST_TEST(save(one, id, today.plus_days(-100), "B"));
  for (const long long unit : {one.id(), other.id()}) {  // even asking for the first one's key
    BOOST_TEST(store::records_of(other.db, unit, id).empty());
    BOOST_TEST(!store::find_attachment(other.db, unit, id, *file));
    BOOST_TEST(store::attachments_of(other.db, unit, id).empty());
    BOOST_TEST(store::instrument_history(other.db, unit, id, 0, 10).empty());
  }
  const long long own = verified(other, today.plus_days(-500), "X");
  BOOST_TEST(!store::find_attachment(other.db, other.id(), own, *file));
  BOOST_TEST(!store::find_attachment(one.db, one.id(), own, *file));  // nor by another instrument's address
}

BOOST_AUTO_TEST_CASE(a_history_names_its_people_and_is_read_page_by_page_without_gaps) {
  Unit unit;
  const long long id = verified(unit, today.plus_days(-500), "A");
  for (int n = 0; n < 7; ++n) BOOST_TEST(save(unit, id, today.plus_days(-500), "A" + std::to_string(n)));
  std::vector<std::string> numbers;
  long long before = 0;
  for (int page = 0; page < 4; ++page) {
    const auto part = store::instrument_history(unit.db, unit.id(), id, before, 2);
    for (const auto& entry : part) {
      BOOST_TEST(entry.row.subject_id == id);
      before = entry.row.place.seq;
      if (entry.row.action != "instrument.update") continue;
      BOOST_TEST(entry.actor_name == tests::text_of("select name from users where id = " + std::to_string(unit.person.user_id)));
      numbers.push_back(entry.row.changes.at(0).new_value);
    }
  }
  BOOST_TEST((numbers == std::vector<std::string>{"A6", "A5", "A4", "A3", "A2", "A1", "A0"}));
}

BOOST_AUTO_TEST_CASE(ids_and_codes_of_an_audit_have_names) {
  Unit unit;
  const std::string kind = std::to_string(tests::scale_kind());
  store::AuditRow row;
  row.changes = {{"kind_id", "999999999", kind, true, true}, {"details.division_code", "429004", "000000", true, true}};
  const auto names = store::names_for(unit.db, {row});
  BOOST_TEST(names.at({"kind_id", kind}).find("非自动衡器") == 0U);
  BOOST_TEST(names.at({"division_code", "429004"}) == "湖北省 仙桃市");
  BOOST_TEST(names.size() == 2U);
}

BOOST_AUTO_TEST_CASE(everyday_names_that_an_administrator_keeps_survive_loading_the_products_list) {
  store::Db admin = tests::connection("qj_admin"), ledger = tests::connection("qj_ledger");
  const int kind_no =
      static_cast<int>(tests::count("select kind_no from catalogue_kinds where id = " + std::to_string(tests::scale_kind())));
  const auto before = store::everyday_names(admin, kind_no);
  BOOST_REQUIRE(std::find(before.begin(), before.end(), "台秤") != before.end());
  auto changed = before;
  changed.erase(std::find(changed.begin(), changed.end(), "台秤"));
  changed.push_back("示范俗名秤");
  const auto save_names = [&](const std::vector<std::string>& seen, const std::vector<std::string>& names) {
    return admin.transaction(actor, [&](store::Tx& tx) {
      return store::save_everyday_names(tx, kind_no, tests::scale_kind(), store::fingerprint(seen), names);
    });
  };
  BOOST_TEST(save_names(before, changed));
  BOOST_TEST(!save_names(before, changed));  // somebody else's picture of it
  const std::string load =
      "cd '" + base::Config::load().sql + "' && psql -X -q -d \"$QJ_DATABASE user=qj_owner\" -f load.sql >/dev/null";
  BOOST_REQUIRE(std::system(load.c_str()) == 0);
  const auto after = store::everyday_names(admin, kind_no);
  BOOST_TEST(std::count(after.begin(), after.end(), "台秤") == 0);
  BOOST_TEST(std::count(after.begin(), after.end(), "示范俗名秤") == 1);
  BOOST_TEST(store::search_kinds(ledger, "示范俗名秤").ids.size() == 1U);
  BOOST_TEST(save_names(after, before));
  BOOST_TEST((store::everyday_names(admin, kind_no) == before));
  BOOST_TEST(tests::count("select count(*) from audit where action = 'catalogue.names'") >= 2);
}

BOOST_AUTO_TEST_SUITE_END()
