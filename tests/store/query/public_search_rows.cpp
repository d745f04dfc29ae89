// The public's search over rows that change: who may be found at all, that it follows what units do, its order and its pages,
// and refreshes that are cut off or meet each other.
#include "common/public_search.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <algorithm>

namespace {

using namespace tests;
using store::PublicKey;
using store::PublicList;
using store::PublicQuery;

std::string as_text(long long n) { return std::to_string(n); }

}  // namespace

BOOST_AUTO_TEST_SUITE(public_search_rows)

BOOST_AUTO_TEST_CASE(only_instruments_in_use_or_stopped_of_approved_units_are_found) {
  const Known known;
  const auto finds = [&] {
    refresh_search();
    const bool by_word = found_ids(words({known.word})).count(known.id) == 1u;
    BOOST_TEST(found_ids(field(&PublicQuery::unit_code, known.code())).count(known.id) == (by_word ? 1u : 0u));
    BOOST_TEST(found_ids(field(&PublicQuery::serial_number, known.serial())).count(known.id) == (by_word ? 1u : 0u));
    return by_word;
  };
  BOOST_TEST(finds());
  for (const char* state : {"pending", "rejected", "suspended", "closed"}) {
    set_unit(known.unit, std::string("state = '") + state + "'");
    BOOST_TEST(!finds(), state);
  }
  set_unit(known.unit, "state = 'approved'");
  BOOST_TEST(finds());
  set_instrument(known.id, "state = 'stopped'");
  BOOST_TEST(finds());
  set_instrument(known.id, "state = 'scrapped'");
  BOOST_TEST(!finds());
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_no_longer_approved_is_not_shown_even_before_the_refresh) {
  const Known known;
  set_unit(known.unit, "state = 'suspended'");
  const PublicList list = store::search_public(public_db(), words({known.word}), today());
  BOOST_TEST(list.rows.empty());
}

BOOST_AUTO_TEST_CASE(a_person_who_trades_under_their_own_name_is_neither_shown_nor_found_by_it) {
  const Known known;
  const std::string person = "欧阳" + known.word;
  const auto shown = [&] {
    refresh_search();
    const PublicList list = store::search_public(public_db(), field(&PublicQuery::unit_code, known.code()), today());
    BOOST_REQUIRE(list.rows.size() == 1u);
    return list.rows.front().unit_name;
  };
  for (const std::string& name : {person, person + "（个体工商户）", person + "(个体工商户)", person + "个体工商户"}) {
    set_unit(known.unit, "unit_type = 'individual', name = '" + name + "', representative = '" + person + "'");
    set_instrument(known.id, "name = '电子秤', manufacturer = '示范厂'");
    BOOST_TEST(shown() == "欧*（个体工商户）", name);
    for (const std::string& word : {person, "欧阳" + known.word.substr(0, 3), known.word}) {
      BOOST_TEST(found_ids(words({word})).empty(), name);
      BOOST_TEST(found_ids(field(&PublicQuery::unit_name, word)).empty(), name);
    }
  }
  set_unit(known.unit, "name = '" + known.word + "面馆'");
  BOOST_TEST(shown() == known.word + "面馆");
  BOOST_TEST((found_ids(words({known.word + "面馆"})) == Ids{known.id}));
  BOOST_TEST(found_ids(words({person})).empty());
}

BOOST_AUTO_TEST_CASE(no_row_shows_more_than_the_public_may_know) {
  const Known known(
      "serial_number = 'SN-00123456', sub_number = '测A123456', holder = '机密摊主', place = '机密大厅', remark = '机密备注', "
      "management_number = 'GL-77'");
  const auto rows = store::search_public(public_db(), words({known.word}), today()).rows;
  BOOST_REQUIRE(rows.size() == 1u);
  const store::PublicValidity& row = rows.front();
  BOOST_TEST(row.serial_number == "SN****56");
  BOOST_TEST(row.sub_number == "测A****56");
  for (const std::string& text : {row.unit_name, row.name, row.kind_name, row.model, row.region, row.institution_name}) {
    BOOST_TEST(text.find("机密") == std::string::npos);
    BOOST_TEST(text.find("GL-77") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(numbers_show_their_ends_and_a_short_sub_number_is_shown_whole) {
  const std::pair<const char*, const char*> serials[] = {
      {"无", "无"}, {"123", "1****"}, {"1234", "1****4"}, {"00128374", "00****74"}};
  for (const auto& [number, shown] : serials)
    BOOST_TEST(text_of(std::string("select public_serial_number('") + number + "')") == shown);
  const std::pair<const char*, const char*> others[] = {{"", ""}, {"3", "3"}, {"1-92", "1-92"}, {"测A123456", "测A****56"}};
  for (const auto& [number, shown] : others)
    BOOST_TEST(text_of(std::string("select public_sub_number('") + number + "')") == shown);
}

BOOST_AUTO_TEST_CASE(the_search_follows_what_a_unit_changes) {
  const Known known, other;
  const std::string renamed = fresh_word(), moved = fresh_word();
  set_unit(known.unit, "name = '" + renamed + "单位'");
  refresh_search();
  BOOST_TEST((found_ids(words({renamed})) == Ids{known.id}));
  BOOST_TEST(found_ids(words({known.word + "单位"})).empty());
  set_instrument(known.id, "name = '" + moved +
                               "', manufacturer = '丙', serial_number = 'NEW' || id, sub_number = '测B' || right('00000' || id, "
                               "6), division_code = '320102', kind_id = " +
                               text_of("select id from catalogue_kinds where mode = 'periodic' and id <> " +
                                       as_text(scale_kind()) + " order by id limit 1"));
  refresh_search();
  BOOST_TEST((found_ids(words({moved})) == Ids{known.id}));
  BOOST_TEST(found_ids(words({known.word})).empty());
  BOOST_TEST((found_ids(field(&PublicQuery::serial_number, "new" + as_text(known.id))) == Ids{known.id}));
  const std::string plate = text_of("select sub_number from instruments where id = " + as_text(known.id));
  BOOST_TEST((found_ids(field(&PublicQuery::sub_number, plate)) == Ids{known.id}));
  PublicQuery query = words({moved});
  query.division = "320000";
  BOOST_TEST((found_ids(query) == Ids{known.id}));
  query.division = "110000";
  BOOST_TEST(found_ids(query).empty());
  query = words({moved});
  query.kind_id = scale_kind();
  BOOST_TEST(found_ids(query).empty());
  set_instrument(known.id, "last_result = 'pass', verified_on = current_date - 400, valid_until = current_date - 40");
  refresh_search();
  query = words({moved});
  query.standing = "overdue";
  BOOST_TEST((found_ids(query) == Ids{known.id}));
  set_instrument(known.id, "valid_until = current_date + 400");
  refresh_search();
  BOOST_TEST(found_ids(query).empty());
  const long long more = known.add();
  refresh_search();
  BOOST_TEST((found_ids(words({known.word})) == Ids{more}));
  sql("delete from instruments where id = " + as_text(more));
  refresh_search();
  BOOST_TEST(found_ids(words({known.word})).empty());
  BOOST_TEST((found_ids(words({other.word})) == Ids{other.id}));
}

BOOST_AUTO_TEST_CASE(a_row_whose_instrument_has_just_gone_leaves_the_page_whole) {
  const Known known;
  const long long gone = known.add(), stays = known.add();
  refresh_search();
  sql("delete from instruments where id = " + as_text(gone));
  BOOST_TEST((found_ids(words({known.word})) == Ids{known.id, stays}));
}

BOOST_AUTO_TEST_CASE(the_best_match_comes_first_then_what_is_due_first) {
  const Known known("name = '甲', manufacturer = '乙'");
  const std::string& w = known.word;
  const std::string record = ", last_result = 'declared', valid_until = current_date + ";
  const long long maker = known.add("name = '秤', manufacturer = '" + w + "'");
  set_unit(known.unit, "name = '示范" + unique("单位") + "'");
  const long long inside = known.add("name = '电子" + w + "秤', manufacturer = '丙'" + record + "50");
  const long long inside_sooner = known.add("name = '台" + w + "秤', manufacturer = '丙'" + record + "5");
  const long long begins = known.add("name = '" + w + "秤台', manufacturer = '丙'" + record + "500");
  const long long exact = known.add("name = '" + w + "', manufacturer = '丙'" + record + "900");
  refresh_search();
  const auto order = [&](bool by_date) {
    PublicQuery query = words({w});
    query.by_date = by_date;
    std::vector<long long> ids;
    for (const auto& row : store::search_public(public_db(), query, today()).rows) ids.push_back(id_of_code(row.code));
    return ids;
  };
  BOOST_TEST(order(false) == (std::vector<long long>{exact, begins, inside_sooner, inside, maker}),
             boost::test_tools::per_element());
  BOOST_TEST(order(true) == (std::vector<long long>{inside_sooner, inside, begins, exact, maker}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pages_forward_and_back_give_each_row_once_and_in_order_though_all_are_equal) {
  const Known known;
  for (int n = 0; n < 22; ++n) known.add();  // 23 of equal rank and due date
  refresh_search();
  for (const int size : {1, 5, 7, 23, 30}) {
    PublicQuery query = words({known.word});
    query.size = size;
    std::vector<std::vector<std::string>> forward, back;
    std::optional<PublicKey> to_previous;
    const auto codes = [&](const PublicList& list) {
      std::vector<std::string> all;
      for (const auto& row : list.rows) all.push_back(row.code);
      return all;
    };
    for (;;) {
      const PublicList list = store::search_public(public_db(), query, today());
      BOOST_TEST(list.matched == 23);
      BOOST_TEST(list.previous.has_value() == query.from.has_value());
      forward.push_back(codes(list));
      to_previous = list.previous;
      if (!list.next) break;
      query.from = PublicKey::from_text(list.next->text());
      BOOST_REQUIRE(query.from);
    }
    std::vector<std::string> all;
    for (const auto& page : forward) all.insert(all.end(), page.begin(), page.end());
    BOOST_TEST(all.size() == 23u);
    BOOST_TEST(std::is_sorted(all.begin(), all.end()));
    BOOST_TEST(std::set<std::string>(all.begin(), all.end()).size() == 23u);
    while (to_previous) {
      query.from = PublicKey::from_text(to_previous->text());
      BOOST_REQUIRE(query.from);
      const PublicList list = store::search_public(public_db(), query, today());
      BOOST_TEST(list.next.has_value());
      back.insert(back.begin(), codes(list));
      to_previous = list.previous;
    }
    forward.pop_back();
    BOOST_TEST((forward == back), size);
  }
}

BOOST_AUTO_TEST_CASE(ten_thousand_are_counted_and_of_more_ten_thousand_are_sorted_and_paged) {
  const Known known;
  const auto copies = [&](int from, int to) {
    sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
        "manufacturer, "
        "origin, division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, "
        "accuracy, "
        "'B' || n, manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(" +
        as_text(from) + ", " + as_text(to) + ") n where id = " + as_text(known.id));
    refresh_search();
  };
  copies(2, 10000);
  PublicList list = store::search_public(public_db(), words({known.word}), today());
  BOOST_TEST(list.matched == 10000);
  BOOST_TEST(!list.capped());
  copies(10001, 10050);
  PublicQuery query = words({known.word});
  query.size = 100;
  std::set<std::string> seen;
  int pages = 0;
  for (; pages < 60; ++pages) {
    list = store::search_public(public_db(), query, today());
    BOOST_TEST(list.capped());
    BOOST_TEST(list.rows.size() == 100u);
    for (const auto& row : list.rows) BOOST_TEST(seen.insert(row.code).second);
    BOOST_REQUIRE(list.next);
    query.from = list.next;
  }
  BOOST_TEST(seen.size() == 6000u);
  sql("delete from instruments where unit_id = " + as_text(known.unit.unit_id));
  refresh_search();
  BOOST_TEST(found_ids(words({known.word})).empty());
}

BOOST_AUTO_TEST_CASE(a_refresh_that_is_cut_off_has_forgotten_nothing) {
  const Known known;
  const long long more = known.add();
  store::Db cut = connection("qj_owner");
  cut.execute_script("begin; select search_refresh(100000)");
  BOOST_TEST((found_ids(words({known.word})) == Ids{known.id}));
  BOOST_TEST(count("search_refresh(100000)") == -1);  // somebody is at it
  const long long pid = cut.run([](soci::session& session) {
    long long n = 0;
    session << "select pg_backend_pid()", soci::into(n);
    return n;
  });
  sql("select pg_terminate_backend(" + as_text(pid) + ", 10000)");
  refresh_search();
  BOOST_TEST((found_ids(words({known.word})) == Ids{known.id, more}));
}

BOOST_AUTO_TEST_CASE(of_two_refreshes_at_once_one_does_the_work_and_what_came_meanwhile_is_done_later) {
  const Known known;
  const long long first = known.add();
  store::Db slow = connection("qj_owner");
  slow.execute_script("begin; select search_refresh(100000)");
  set_instrument(first, "name = '改名'");  // after the slow one has read it
  const long long second = known.add();
  BOOST_TEST(count("search_refresh(100000)") == -1);
  slow.execute_script("commit");
  refresh_search();
  const Ids all = found_ids(words({known.word}));
  BOOST_TEST((all == Ids{known.id, first, second}));
  BOOST_TEST((found_ids(words({known.word, "改名"})) == Ids{first}));
}

BOOST_AUTO_TEST_SUITE_END()
