// The public's search as its own role sees it: what each field, word, region and standing finds, and what none of them does.
#include "common/public_search.h"

#include "domain/ledger/standing.h"
#include "domain/query/public_query.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <map>

namespace {

using namespace tests;
using store::PublicKey;
using store::PublicList;
using store::PublicQuery;

std::string as_text(long long n) { return std::to_string(n); }

}  // namespace

BOOST_AUTO_TEST_SUITE(public_search)

BOOST_AUTO_TEST_CASE(each_field_finds_by_itself_and_all_of_them_together) {
  const Known known(
      "certificate_number = 'ZS-' || serial_number, last_result = 'declared', sub_number = '苏A·' || serial_number");
  const Known other;
  PublicQuery all;
  all.unit_name = known.word + "单";
  all.unit_code = known.code();
  all.name = known.word + "秤";
  all.manufacturer = known.word + "厂";
  all.serial_number = known.serial();
  all.certificate_number = "ZS-" + known.serial();
  all.sub_number = "苏a " + known.serial();
  all.words = {known.word};
  all.division = leaf_division();
  all.kind_id = scale_kind();
  all.standing = "not_verified";
  for (const auto& query :
       {field(&PublicQuery::unit_name, all.unit_name), field(&PublicQuery::unit_code, all.unit_code),
        field(&PublicQuery::name, all.name), field(&PublicQuery::manufacturer, all.manufacturer),
        field(&PublicQuery::serial_number, all.serial_number), field(&PublicQuery::certificate_number, all.certificate_number),
        field(&PublicQuery::sub_number, all.sub_number), field(&PublicQuery::number, all.serial_number),
        field(&PublicQuery::number, all.certificate_number), field(&PublicQuery::number, all.sub_number), words(all.words),
        all}) {
    BOOST_TEST((found_ids(query) == Ids{known.id}));
  }
  for (auto member : {&PublicQuery::unit_name, &PublicQuery::unit_code, &PublicQuery::name, &PublicQuery::manufacturer,
                      &PublicQuery::serial_number, &PublicQuery::certificate_number, &PublicQuery::sub_number}) {
    PublicQuery wrong = all;
    wrong.*member = member == &PublicQuery::unit_code       ? other.code()
                    : member == &PublicQuery::serial_number ? other.serial()
                                                            : other.word;
    BOOST_TEST(found_ids(wrong).empty());
  }
  PublicQuery elsewhere = all;
  elsewhere.division = "320102";
  BOOST_TEST(found_ids(elsewhere).empty());
  elsewhere = all;
  elsewhere.kind_id = scale_kind() + 1;
  BOOST_TEST(found_ids(elsewhere).empty());
  elsewhere = all;
  elsewhere.standing = "valid";
  BOOST_TEST(found_ids(elsewhere).empty());
}

BOOST_AUTO_TEST_CASE(a_field_finds_in_its_own_name_only) {
  const Known known;
  BOOST_TEST(found_ids(field(&PublicQuery::unit_name, known.word + "秤")).empty());
  BOOST_TEST(found_ids(field(&PublicQuery::name, known.word + "厂")).empty());
  BOOST_TEST(found_ids(field(&PublicQuery::manufacturer, known.word + "单位")).empty());
  BOOST_TEST(found_ids(field(&PublicQuery::serial_number, known.serial().substr(1))).empty());
  BOOST_TEST(found_ids(field(&PublicQuery::certificate_number, known.serial())).empty());
  BOOST_TEST(found_ids(field(&PublicQuery::sub_number, known.serial())).empty());
}

BOOST_AUTO_TEST_CASE(words_may_stand_in_different_names_but_all_must_stand_somewhere) {
  const Known known;
  const std::string& w = known.word;
  BOOST_TEST((found_ids(words({w + "单位", w + "秤", w + "厂"})) == Ids{known.id}));
  BOOST_TEST((found_ids(words({w, "秤", "厂", "位"})) == Ids{known.id}));
  BOOST_TEST(found_ids(words({w, "钟"})).empty());
  BOOST_TEST(found_ids(words({w + "单位", w + "钟"})).empty());
  BOOST_TEST(found_ids(words({w + "单位秤"})).empty());  // no word reaches from one name into the next
}

BOOST_AUTO_TEST_CASE(words_of_any_length_are_found_as_they_stand) {
  const Known known;
  const std::string tail = "鼎鬲甗簋盨簠敦豆";
  set_instrument(known.id, "name = '" + tail + "'");
  refresh_search();
  for (const char* word : {"鼎鬲", "豆", "敦豆", "鬲甗簋", "盨簠敦豆", "鼎鬲甗簋盨簠敦豆"}) {
    const Ids ids = found_ids(words({known.word, word}));
    BOOST_TEST((ids == Ids{known.id}), word);
  }
  for (const char* word : {"鬲鼎", "鼎甗", "敦簠盨", "簋甗鬲", "鼎鬲甗簋盨簠豆敦", "鼎鬲鼎鬲", "鼎 鬲"})
    BOOST_TEST(found_ids(words({known.word, word})).empty(), word);
}

BOOST_AUTO_TEST_CASE(pairs_in_another_order_are_not_a_word) {
  const Known known;
  set_instrument(known.id, "name = 'XYZ YZW ZWX'");
  refresh_search();
  BOOST_TEST((found_ids(words({known.word, "yzw"})) == Ids{known.id}));
  BOOST_TEST(found_ids(words({known.word, "xyzw"})).empty());
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_text_and_never_a_pattern_or_a_statement) {
  const Known known;
  for (const char* text : {"%", "_", "\\", "%%", "__", "\\\\", "%_", "'; drop table x; --", "<b>\"'&", "{{X}}", "{1,2}", "：：",
                           "𠮷", "𠮷𠮷", "a:b", ":v0", "$$", "e\u0301"}) {
    BOOST_TEST(found_ids(words({known.word, text})).empty(), text);
    for (auto member : {&PublicQuery::unit_name, &PublicQuery::name, &PublicQuery::manufacturer}) {
      PublicQuery query = words({known.word});
      query.*member = text;
      BOOST_TEST(found_ids(query).empty(), text);
    }
    for (auto member : {&PublicQuery::unit_code, &PublicQuery::serial_number, &PublicQuery::certificate_number,
                        &PublicQuery::sub_number, &PublicQuery::number, &PublicQuery::division})
      BOOST_TEST(found_ids(field(member, text)).empty(), text);
  }
  set_instrument(known.id, "name = '100%_\\合金'");
  refresh_search();
  for (const char* text : {"%", "_", "\\", "%_", "_\\", "0%_\\合"}) {
    BOOST_TEST((found_ids(words({known.word, text})) == Ids{known.id}), text);
  }
}

BOOST_AUTO_TEST_CASE(two_characters_that_fold_into_one_find_no_more_than_themselves) {
  const Known known, other;
  set_instrument(known.id, "name = 'café'");
  refresh_search();
  const Ids ids = found_ids([&] {
    PublicQuery query = words({"e\u0301", "caf\u00e9"});
    query.unit_code = known.code();
    return query;
  }());
  BOOST_TEST((ids == Ids{known.id}));
  BOOST_TEST(found_ids(words({"e\u0301", other.word})).empty());
}

BOOST_AUTO_TEST_CASE(width_and_case_make_no_difference) {
  const Known known;
  set_instrument(
      known.id,
      "name = 'ＡＣｓ－３０ 型', serial_number = 'Sn-' || id, certificate_number = 'ｚS' || id, last_result = 'declared'");
  refresh_search();
  for (const char* word : {"acs-30", "ACS-30", "ＡＣＳ－３０", "s-3"}) {
    BOOST_TEST((found_ids(words({known.word, word})) == Ids{known.id}), word);
  }
  for (const char* head : {"sn-", "SN-", "ｓｎ－"}) {
    BOOST_TEST((found_ids(field(&PublicQuery::serial_number, head + as_text(known.id))) == Ids{known.id}), head);
  }
  for (const char* head : {"zs", "ZS", "ｚｓ"}) {
    BOOST_TEST((found_ids(field(&PublicQuery::number, head + as_text(known.id))) == Ids{known.id}), head);
  }
}

BOOST_AUTO_TEST_CASE(twelve_identical_instruments_are_one_row_and_none_is_no_serial_number) {
  const Known known("quantity = 12, serial_number = '无', remark = '示范'");
  const PublicList list = store::search_public(public_db(), words({known.word}), today());
  BOOST_TEST(list.matched == 1);
  BOOST_TEST(list.rows.size() == 1u);
  BOOST_TEST(found_ids(field(&PublicQuery::serial_number, "无")).empty());
}

BOOST_AUTO_TEST_CASE(a_region_holds_what_lies_below_it) {
  const Known known("division_code = '429004'");
  for (const char* code : {"420000", "429004"}) {
    PublicQuery query = words({known.word});
    query.division = code;
    BOOST_TEST((found_ids(query) == Ids{known.id}), code);
  }
  for (const char* code : {"110000", "110105", "420100", "429005", "42", "x"}) {
    PublicQuery query = words({known.word});
    query.division = code;
    BOOST_TEST(found_ids(query).empty(), code);
  }
  BOOST_TEST(found_ids(field(&PublicQuery::division, "429004")).count(known.id) == 1u);
}

BOOST_AUTO_TEST_CASE(every_standing_finds_what_the_rule_says_of_every_combination) {
  const Known known("state = 'scrapped'");
  const std::string unit = as_text(known.unit.unit_id), day = "date '" + today().iso() + "'";
  sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, "
      "origin, division_code, place, use, delivery, state, last_result, valid_until) "
      "select " +
      unit +
      ", name, kind_id, m, model, measuring_range, accuracy, 'C-' || row_number() over (), manufacturer, origin, "
      "division_code, place, use, delivery, s, r, " +
      day +
      " + due from instruments, unnest('{in_use,stopped,scrapped}'::text[]) s, "
      "unnest('{periodic,first_scrap,first_rotate}'::text[]) m, unnest('{declared,pass,fail,null}'::text[]) r, "
      "unnest('{-4000,-1,0,1,30,31,4000,null}'::int[]) due "
      "where id = " +
      as_text(known.id) + " and (r is not null or due is null)");
  refresh_search();
  std::map<std::string, Ids> expected;
  owner().run([&](soci::session& session) {
    soci::rowset<soci::row> rows =
        (session.prepare << "select id, state, mode, coalesce(last_result, ''), coalesce(valid_until::text, '') from instruments "
                            "where unit_id = " +
                                unit);
    for (const soci::row& row : rows) {
      const auto judged =
          domain::standing(domain::state_of(row.get<std::string>(1)), domain::mode_of(row.get<std::string>(2)),
                           domain::result_of(row.get<std::string>(3)), domain::Date::from_iso(row.get<std::string>(4)), today());
      expected[std::string(domain::code_of(judged.standing))].insert(row.get<long long>(0));
    }
  });
  Ids listed;
  BOOST_TEST(expected.size() == domain::public_standings().size() + 1);  // and scrapped
  for (const domain::Term& term : domain::public_standings()) {
    const std::string code(term.code);
    BOOST_TEST(store::is_public_standing(code), code);
    PublicQuery query = words({known.word});
    query.standing = code;
    const Ids ids = found_ids(query);
    BOOST_TEST((ids == expected[code]), code << ": " << ids.size() << ", not " << expected[code].size());
    listed.insert(ids.begin(), ids.end());
  }
  const Ids all = found_ids(words({known.word}));
  BOOST_TEST((all == listed));
  for (const long long id : expected["scrapped"]) BOOST_TEST(all.count(id) == 0u);
  BOOST_TEST(!store::is_public_standing("scrapped"));
  BOOST_TEST(!store::is_public_standing("x"));
}

BOOST_AUTO_TEST_CASE(a_query_needs_something_that_finds) {
  for (const PublicQuery& query :
       {PublicQuery(), words({"秤"}), words({"秤", "a"}), field(&PublicQuery::standing, "overdue"),
        field(&PublicQuery::unit_name, "秤"), field(&PublicQuery::name, "a"), field(&PublicQuery::manufacturer, "厂")}) {
    BOOST_TEST(!query.finds());
    const PublicList list = store::search_public(public_db(), query, today());
    BOOST_TEST((list.rows.empty() && list.matched == 0 && !list.too_broad && !list.next && !list.previous));
  }
  PublicQuery kind;
  kind.kind_id = 1;
  for (const PublicQuery& query :
       {kind, words({"秤", "电子"}), field(&PublicQuery::division, "110000"), field(&PublicQuery::number, "5"),
        field(&PublicQuery::serial_number, "5"), field(&PublicQuery::certificate_number, "5"),
        field(&PublicQuery::unit_code, "5"), field(&PublicQuery::unit_name, "电子")})
    BOOST_TEST(query.finds());
}

BOOST_AUTO_TEST_CASE(a_keys_text_is_read_back_and_any_other_text_is_none) {
  const std::string code = "0123456789abcdef0123456789abcdef";
  for (const PublicKey& key : {PublicKey{0, "0001-01-01", code, false}, PublicKey{40, "9999-12-31", code, true}}) {
    const auto read = PublicKey::from_text(key.text());
    BOOST_REQUIRE(read);
    BOOST_TEST((read->rank == key.rank && read->due == key.due && read->code == key.code && read->backwards == key.backwards));
  }
  const std::string good = PublicKey{3, "2026-11-24", code, false}.text();
  BOOST_TEST(PublicKey::from_text(good).has_value());
  for (std::size_t n = 0; n < good.size(); ++n) BOOST_TEST(!PublicKey::from_text(good.substr(0, n)), good.substr(0, n));
  for (const std::string& text :
       {std::string(""), std::string("."), std::string(".."), std::string("f.."), std::string("f1"), "g3.2026-11-24." + code,
        "f-3.2026-11-24." + code, "f3000.2026-11-24." + code, "f.2026-11-24." + code, "fx.2026-11-24." + code,
        "f3.2026-02-30." + code, "f3.2026-11-24'." + code, "f3.2026-11-24." + code + "0",
        "f3.2026-11-24." + std::string(31, '0') + "'", "f３.2026-11-24." + code, std::string(100000, 'f'),
        std::string("f3.2026-11-24.'; select 1; --")})
    BOOST_TEST(!PublicKey::from_text(text), text.substr(0, 60));
}

BOOST_AUTO_TEST_SUITE_END()
