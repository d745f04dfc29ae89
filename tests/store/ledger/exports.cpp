// What leaves the database for others' eyes: the ledger as a file, the public's view, feeds.
#include "base/crypto.h"
#include "base/csv.h"
#include "base/json.h"
#include "common/database.h"
#include "common/in_order.h"
#include "store/ledger/calendar_feeds.h"
#include "store/ledger/ledger_file.h"
#include "store/people/sessions.h"
#include "store/query/public_validity.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const store::Actor actor{7, "tester", "request-1"};

void act_for(store::Db& db, const Person& person) {
  BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), today()));
}

store::LedgerFile whole_ledger() { return {{}, {"name", "serial_number", "quantity"}, true, today()}; }

std::string csv_of(store::Db& db, long long unit_id, const store::LedgerFile& file) {
  std::string text;
  store::write_csv(db, unit_id, file, store::CsvEncoding::utf8, [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::string code_of(long long instrument) {
  return text_of("select replace(public_code::text, '-', '') from instruments where id = " + std::to_string(instrument));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exports)

BOOST_AUTO_TEST_CASE(a_file_holds_the_filters_rows_in_its_order_with_id_and_version_last) {
  const Person unit = make_unit(), other = make_unit();
  add_instrument(other.unit_id, scale());
  std::vector<std::string> ids;
  for (const char* name : {"乙秤", "甲秤", "=丙秤"}) {
    auto values = scale();
    values.name = name;
    values.serial_number = "0012";
    ids.push_back(std::to_string(add_instrument(unit.unit_id, values)));
  }
  store::Db db = connection("qj_ledger");
  act_for(db, unit);
  store::LedgerFile file = whole_ledger();
  file.filter.sort = "name";
  const std::string text = csv_of(db, unit.unit_id, file);
  BOOST_TEST(text.rfind("\xEF\xBB\xBF器具名称,出厂编号,器具数量,系统编号,版本\r\n", 0) == 0U);
  BOOST_TEST(text.find("'=丙秤,0012,1," + ids[2] + ",1\r\n") != std::string::npos);
  BOOST_TEST(in_order(text, {"甲秤", "乙秤"}));  // by pinyin
  file.with_ids = false;
  file.filter.texts["name"] = "甲";
  BOOST_TEST(csv_of(db, unit.unit_id, file) == "\xEF\xBB\xBF器具名称,出厂编号,器具数量\r\n甲秤,0012,1\r\n");
}

BOOST_AUTO_TEST_CASE(a_file_stays_the_same_through_a_jobs_parameters) {
  store::LedgerFile file = whole_ledger();
  file.filter.tab = "due";
  file.filter.choices["use"] = "trade";
  const store::LedgerFile again = store::ledger_file_from_json(nlohmann::json::parse(store::to_json(file).dump()));
  BOOST_TEST(again.filter.tab == "due");
  BOOST_TEST(again.filter.choices.at("use") == "trade");
  BOOST_TEST(again.columns == file.columns, boost::test_tools::per_element());
  BOOST_TEST((again.today == file.today && again.with_ids));
}

BOOST_AUTO_TEST_CASE(the_public_sees_masked_what_is_in_use_or_stopped_in_approved_units_and_nothing_else) {
  const Person unit = make_unit();
  auto values = scale();
  values.serial_number = "SN-00123456";
  const long long id = add_instrument(unit.unit_id, values);
  store::Db db = connection("qj_query");
  const auto found = [&] { return store::find_public_validity(db, code_of(id)); };
  BOOST_REQUIRE(found());
  BOOST_TEST(found()->serial_number == "SN****56");
  BOOST_TEST(found()->region == text_of("select path from divisions where code = '" + leaf_division() + "'"));
  const auto unit_set = [&](const std::string& change) {
    sql("update units set " + change + " where id = " + std::to_string(unit.unit_id));
  };
  const auto state_set = [&](const std::string& state) {
    sql("update instruments set state = '" + state + "' where id = " + std::to_string(id));
  };
  state_set("stopped");
  BOOST_TEST(found()->state == "stopped");
  unit_set("unit_type = 'individual', representative = '张示范', name = '张示范'");
  BOOST_TEST(found()->unit_name == "张*（个体工商户）");
  unit_set("name = '张示范（个体工商户）'");
  BOOST_TEST(found()->unit_name == "张*（个体工商户）");
  unit_set("name = '***'");
  BOOST_TEST(found()->unit_name == "张*（个体工商户）");
  unit_set("name = '示范街道老张面馆'");
  BOOST_TEST(found()->unit_name == "示范街道老张面馆");
  for (const char* state : {"pending", "rejected", "suspended"}) {
    unit_set(std::string("state = '") + state + "'");
    BOOST_TEST(!found().has_value());
  }
  unit_set("state = 'approved'");
  BOOST_TEST(found().has_value());
  state_set("scrapped");
  BOOST_TEST(!found().has_value());
}

BOOST_AUTO_TEST_CASE(short_serial_numbers_are_masked_too_and_none_stays_none) {
  const Person unit = make_unit();
  store::Db db = connection("qj_query");
  for (const auto& [serial, shown] : {std::pair("无", "无"), std::pair("A", "A****"), std::pair("A12", "A****"),
                                      std::pair("A1234", "A****4"), std::pair("ABCDEFGHIJKLMNOP", "ABC****NOP")}) {
    auto values = scale();
    values.serial_number = serial;
    values.remark = "示范";
    BOOST_TEST(store::find_public_validity(db, code_of(add_instrument(unit.unit_id, values)))->serial_number == shown);
  }
}

BOOST_AUTO_TEST_CASE(a_feeds_address_opens_its_makers_ledger_until_the_maker_leaves_or_the_unit_stops) {
  const Person maker = make_member(make_unit(), "worker"), other = make_unit();
  add_instrument(maker.unit_id, scale());
  store::Db db = connection("qj_ledger");
  act_for(db, maker);
  const std::string hash = base::sha256_hex(unique("token"));
  const long long id = db.transaction({maker.user_id, maker.login, "r"}, [&](store::Tx& tx) {
    return store::add_calendar_feed(tx, maker.unit_id, "示范", "tab=due", hash);
  });
  BOOST_TEST(store::calendar_feeds(db, maker.unit_id, maker.user_id).size() == 1U);
  BOOST_TEST(!store::find_calendar_feed(db, maker.unit_id, other.user_id, id).has_value());
  store::forget_session(db);
  BOOST_TEST(store::count_ledger(db, maker.unit_id, {}, today()) == 0);
  const auto found = store::find_feed(db, hash);
  BOOST_REQUIRE(found);
  BOOST_TEST(found->unit_id == maker.unit_id);
  BOOST_TEST(found->query == "tab=due");
  BOOST_TEST(store::count_ledger(db, maker.unit_id, {}, today()) == 1);
  BOOST_TEST(!store::find_feed(db, base::sha256_hex("another")).has_value());
  BOOST_TEST(store::count_ledger(db, maker.unit_id, {}, today()) == 0);  // a wrong address opens nobody's
  const std::string user = user_id_of(maker), unit = std::to_string(maker.unit_id);
  sql("update users set state = 'removed' where id = " + user);
  BOOST_TEST(!store::find_feed(db, hash).has_value());
  sql("update users set state = 'active' where id = " + user);
  sql("update units set state = 'suspended' where id = " + unit);
  BOOST_TEST(!store::find_feed(db, hash).has_value());
  sql("update units set state = 'approved' where id = " + unit);
  BOOST_TEST(store::find_feed(db, hash).has_value());
  act_for(db, other);
  store::CalendarFeed foreign;
  foreign.id = id;
  BOOST_TEST(!db.transaction(actor, [&](store::Tx& tx) { return store::remove_calendar_feed(tx, maker.unit_id, foreign); }));
}

BOOST_AUTO_TEST_SUITE_END()
