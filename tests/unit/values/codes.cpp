// Tests of domain/values/codes.h: check digits, document numbers, telephone numbers, e-mail addresses.
#include "domain/values/codes.h"

#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace data = boost::unit_test::data;
using domain::Date;
using domain::IdNumber;
using domain::IdType;
using domain::UnitCode;

namespace {

const Date today = words::day("2026-11-24");

const std::vector<std::string> unified_codes{"91110108MA00TEXT08", "92320100000000019Y", "91350100M000100Y43",
                                             "91110108MA9XXX9X00"};
const std::vector<std::string> organisation_codes{"123456788", "MA00TEXT0", "A00000011", "PDY00001X"};
const std::vector<std::string> id_cards{"11010519491231002X", "990101199001010019", "99010120000229002X"};

std::vector<std::string> all_unit_codes() {
  auto all = unified_codes;
  all.insert(all.end(), organisation_codes.begin(), organisation_codes.end());
  return all;
}

std::string unit_code(std::string_view typed) { return words::of(UnitCode::parse(typed)); }
std::string id_card(std::string_view typed) { return words::of(IdNumber::parse(IdType::id_card, typed, today)); }
std::string document(IdType type, std::string_view typed) { return words::of(IdNumber::parse(type, typed, today)); }

std::string full_width(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) {
    const int point = 0xFF01 + (c - '!');
    out += {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
            static_cast<char>(0x80 | (point & 0x3F))};
  }
  return out;
}

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

// A mistake that any check must notice. (Characters 11 values apart, such as 1 and Y, are the same to GB 11714.)
char neighbour(char c) { return c == '9' ? '0' : c == 'Y' ? 'X' : static_cast<char>(c + 1); }

}  // namespace

BOOST_AUTO_TEST_SUITE(codes)

// ---- 统一社会信用代码 and 组织机构代码

BOOST_DATA_TEST_CASE(a_valid_unit_code_is_accepted_however_it_is_typed, data::make(all_unit_codes()), code) {
  const std::string dashed = code.substr(0, code.size() - 1) + "-" + code.back();
  BOOST_TEST(unit_code(code) == code);
  BOOST_TEST(unit_code(lower_case(code)) == code);
  BOOST_TEST(unit_code(full_width(code)) == code);
  BOOST_TEST(unit_code(full_width(lower_case(code))) == code);
  BOOST_TEST(unit_code(dashed) == code);
  BOOST_TEST(unit_code(full_width(dashed)) == code);
  BOOST_TEST(unit_code("　" + code.substr(0, 4) + " " + code.substr(4) + "\t") == code);
}

BOOST_DATA_TEST_CASE(any_other_last_character_fails_the_check, data::make(all_unit_codes()), code) {
  const bool is_short = code.size() == 9;
  const std::string allowed = is_short ? "0123456789X" : "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (const char c : allowed) {
    const std::string changed = code.substr(0, code.size() - 1) + c;
    BOOST_TEST(unit_code(changed) == (changed == code ? code : "CODE_CHECK_DIGIT"));
  }
}

BOOST_DATA_TEST_CASE(a_character_mistaken_for_its_neighbour_is_noticed, data::make(all_unit_codes()), code) {
  for (std::size_t i = 0; i + 1 < code.size(); ++i) {
    std::string changed = code;
    changed[i] = neighbour(changed[i]);
    BOOST_TEST(unit_code(changed) == "CODE_CHECK_DIGIT");
  }
}

BOOST_DATA_TEST_CASE(the_position_of_a_character_that_is_not_allowed_is_told, data::make(all_unit_codes()), code) {
  const std::vector<std::string> never{"*", "é", "码", "𠮷", "_", "."};
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (const auto& wrong : never) {
      const std::string changed = code.substr(0, i) + wrong + code.substr(i + 1);
      BOOST_TEST(unit_code(changed) == "CODE_POSITION(" + std::to_string(i + 1) + "," + wrong + ")");
    }
  }
}

BOOST_DATA_TEST_CASE(letters_left_out_of_the_unified_code_are_told,
                     data::make(unified_codes) * data::make({'I', 'O', 'S', 'V', 'Z'}), code, letter) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    std::string changed = code;
    changed[i] = letter;
    const std::string expected = "CODE_POSITION(" + std::to_string(i + 1) + "," + letter + ")";
    BOOST_TEST(unit_code(changed) == expected);
    BOOST_TEST(unit_code(lower_case(changed)) == expected);
    BOOST_TEST(unit_code(full_width(changed)) == expected);
  }
}

BOOST_AUTO_TEST_CASE(the_first_wrong_character_is_the_one_told) {
  BOOST_TEST(unit_code("9111O1O8MA00TEXT08") == "CODE_POSITION(5,O)");
}

BOOST_AUTO_TEST_CASE(positions_are_counted_without_what_is_dropped) {
  BOOST_TEST(unit_code("1234-5678-é") == "CODE_POSITION(9,é)");
}

BOOST_AUTO_TEST_CASE(the_short_code_allows_all_letters_but_checks_with_x_only) {
  for (const char c : std::string("ABCDEFGHIJKLMNOPQRSTUVWYZ")) {
    BOOST_TEST(unit_code(std::string("12345678") + c) == std::string("CODE_POSITION(9,") + c + ")");
    const std::string answer = unit_code(std::string(1, c) + "00000010");
    BOOST_TEST((answer == std::string(1, c) + "00000010" || answer == "CODE_CHECK_DIGIT"));
  }
}

BOOST_AUTO_TEST_CASE(every_stem_has_exactly_one_check_character) {
  for (int n = 0; n < 2000; ++n) {
    const std::string stem = std::to_string(10000000 + n * 7919);
    int fits = 0;
    for (const char c : std::string("0123456789X")) fits += unit_code(stem + c) == stem + c;
    BOOST_REQUIRE(fits == 1);
  }
}

BOOST_DATA_TEST_CASE(the_documented_wrong_code_fails_its_check_or_position, data::make({"91350100M000100Y4Z"}), code) {
  BOOST_TEST(unit_code(code) == "CODE_POSITION(18,Z)");
}

BOOST_AUTO_TEST_CASE(an_old_registration_number_is_recognised) {
  BOOST_TEST(unit_code("110108001234567") == "CODE_OLD_REGISTRATION");
  BOOST_TEST(unit_code("１１０１０８００１２３４５６７") == "CODE_OLD_REGISTRATION");
  BOOST_TEST(unit_code("11010800123456A") == "CODE_LENGTH(15)");
}

BOOST_AUTO_TEST_CASE(every_other_length_is_told) {
  for (std::size_t size = 1; size <= 40; ++size) {
    if (size == 9 || size == 15 || size == 18) continue;
    BOOST_TEST(unit_code(std::string(size, '1')) == "CODE_LENGTH(" + std::to_string(size) + ")");
  }
  BOOST_TEST(unit_code("统一社会信用代码") == "CODE_LENGTH(8)");
}

BOOST_AUTO_TEST_CASE(a_code_of_blanks_and_dashes_is_missing) {
  for (const char* typed : {"", " ", "　", "-", "- —－"}) BOOST_TEST(unit_code(typed) == "REQUIRED");
}

BOOST_AUTO_TEST_CASE(both_forms_of_one_unit_have_the_same_key) {
  BOOST_TEST(UnitCode::parse("91110108MA00TEXT08").value->key() == "MA00TEXT0");
  BOOST_TEST(UnitCode::parse("ma00text-0").value->key() == "MA00TEXT0");
  BOOST_TEST(UnitCode::parse("12345678-8").value->key() == "123456788");
}

BOOST_AUTO_TEST_CASE(the_short_code_is_shown_with_its_dash) {
  BOOST_TEST(UnitCode::parse("123456788").value->display() == "12345678-8");
  BOOST_TEST(UnitCode::parse("91110108MA00TEXT08").value->display() == "91110108MA00TEXT08");
}

// ---- 居民身份证 and other documents

BOOST_DATA_TEST_CASE(a_valid_id_card_is_accepted_however_it_is_typed, data::make(id_cards), number) {
  BOOST_TEST(id_card(number) == number);
  BOOST_TEST(id_card(lower_case(number)) == number);
  BOOST_TEST(id_card(full_width(lower_case(number))) == number);
  BOOST_TEST(id_card(" " + number.substr(0, 6) + " " + number.substr(6, 8) + "-" + number.substr(14) + "　") == number);
}

BOOST_DATA_TEST_CASE(any_other_last_character_of_an_id_card_fails, data::make(id_cards), number) {
  for (const char c : std::string("0123456789X")) {
    const std::string changed = number.substr(0, 17) + c;
    BOOST_TEST(id_card(changed) == (changed == number ? number : "ID_CHECK_DIGIT"));
  }
}

BOOST_DATA_TEST_CASE(the_position_of_a_wrong_character_in_an_id_card_is_told, data::make(id_cards), number) {
  for (std::size_t i = 0; i < number.size(); ++i) {
    for (const std::string wrong : {"A", "O", "*", "码"}) {
      const std::string changed = number.substr(0, i) + wrong + number.substr(i + 1);
      BOOST_TEST(id_card(changed) == "ID_POSITION(" + std::to_string(i + 1) + "," + wrong + ")");
    }
  }
  BOOST_TEST(id_card("X" + number.substr(1)) == "ID_POSITION(1,X)");
  BOOST_TEST(id_card(number.substr(0, 16) + "X" + number.substr(17)) == "ID_POSITION(17,X)");
}

BOOST_DATA_TEST_CASE(one_wrong_digit_outside_the_date_is_noticed, data::make(id_cards), number) {
  for (const std::size_t i : {0U, 1U, 2U, 3U, 4U, 5U, 14U, 15U, 16U}) {
    std::string changed = number;
    changed[i] = changed[i] == '1' ? '2' : '1';
    BOOST_TEST(id_card(changed) == "ID_CHECK_DIGIT");
  }
}

BOOST_DATA_TEST_CASE(a_birthday_that_never_was_is_refused,
                     data::make({"99010119900230001X", "990101199013010019", "990101199000010019", "990101199001000019",
                                 "990101200102290019", "990101000001010019", "990101199004310019"}),
                     number) {
  BOOST_TEST(id_card(number) == "ID_DATE");
}

BOOST_AUTO_TEST_CASE(a_birthday_may_be_today_but_not_tomorrow) {
  BOOST_TEST(id_card("990101202611250019") == "ID_DATE");
  BOOST_TEST(id_card("990101202611240019") != "ID_DATE");
  BOOST_TEST(words::of(IdNumber::parse(IdType::id_card, "99010120000229002X", words::day("2000-02-28"))) == "ID_DATE");
  BOOST_TEST(words::of(IdNumber::parse(IdType::id_card, "99010120000229002X", words::day("2000-02-29"))) == "99010120000229002X");
}

BOOST_AUTO_TEST_CASE(an_id_card_has_eighteen_characters) {
  BOOST_TEST(id_card("110105491231002") == "ID_LENGTH(15)");
  BOOST_TEST(id_card("1") == "ID_LENGTH(1)");
  BOOST_TEST(id_card("11010519491231002XX") == "ID_LENGTH(19)");
  BOOST_TEST(id_card(" - ") == "REQUIRED");
}

BOOST_AUTO_TEST_CASE(other_documents_are_checked_by_length_and_characters) {
  BOOST_TEST(document(IdType::hk_macao_permit, "h12345678") == "H12345678");
  BOOST_TEST(document(IdType::hk_macao_permit, "M1234567801") == "M1234567801");
  BOOST_TEST(document(IdType::taiwan_permit, "12345678") == "12345678");
  BOOST_TEST(document(IdType::permanent_residence, "ABC110190010101") == "ABC110190010101");
  BOOST_TEST(document(IdType::permanent_residence, "911124198108030024") == "911124198108030024");
  BOOST_TEST(document(IdType::passport, "ｅ12345678") == "E12345678");
  BOOST_TEST(document(IdType::passport, "E 1234-5678") == "E12345678");
}

BOOST_DATA_TEST_CASE(other_documents_of_a_strange_length_or_character_are_refused,
                     data::make({IdType::hk_macao_permit, IdType::taiwan_permit, IdType::permanent_residence, IdType::passport}) ^
                         data::make({"H1234567", "1234567", "ABC11019001010", "E123"}),
                     type, too_short) {
  BOOST_TEST(document(type, "") == "REQUIRED");
  BOOST_TEST(document(type, too_short) == "DOCUMENT_FORMAT");
  BOOST_TEST(document(type, std::string(19, '1')) == "DOCUMENT_FORMAT");
  BOOST_TEST(document(type, "A1234567é") == "DOCUMENT_FORMAT");
  BOOST_TEST(document(type, "<b>\"'&123") == "DOCUMENT_FORMAT");
}

BOOST_AUTO_TEST_CASE(numbers_are_masked_for_showing) {
  BOOST_TEST((IdNumber{IdType::id_card, "11010519491231002X"}.masked()) == "110105********002X");
  BOOST_TEST((IdNumber{IdType::passport, "E12345678"}.masked()) == "E1*****78");
  BOOST_TEST((IdNumber{IdType::passport, "E1234"}.masked()) == "E1*34");
  BOOST_TEST((IdNumber{IdType::passport, "1234"}.masked()) == "****");
  BOOST_TEST((IdNumber{IdType::id_card, ""}.masked()) == "");
  BOOST_TEST(domain::mask_mobile("13800001234") == "138****1234");
  BOOST_TEST(domain::mask_mobile("12315") == "*****");
}

// ---- telephone and e-mail

BOOST_DATA_TEST_CASE(a_mobile_number_is_accepted_however_it_is_typed,
                     data::make({"13800001234", "138 0000 1234", "138-0000-1234", "+8613800001234", "+86 138 0000 1234",
                                 "＋８６－１３８００００１２３４", "　１３８００００１２３４　", "+86-138-0000-1234",
                                 "8613800001234", "0086 13800001234", "(+86)13800001234", "（＋８６）138 0000 1234"}),
                     typed) {
  BOOST_TEST(words::of(domain::parse_mobile(typed)) == "13800001234");
  BOOST_TEST(words::of(domain::parse_phone(typed)) == "13800001234");
}

BOOST_AUTO_TEST_CASE(the_second_digit_of_a_mobile_number_is_three_to_nine) {
  for (char c = '0'; c <= '9'; ++c) {
    const std::string number = std::string("1") + c + "800001234";
    BOOST_TEST(words::of(domain::parse_mobile(number)) == (c >= '3' ? number : "MOBILE_FORMAT"));
  }
}

BOOST_DATA_TEST_CASE(what_is_no_mobile_number_is_refused,
                     data::make({"1380000123", "138000012345", "23800001234", "1380000123a", "+8513800001234", "138.0000.1234",
                                 "010-12345678", "12315", "1380000123é", "码", "<b>\"'&", "+86", "+86+8613800001234",
                                 "868613800001234", "86138000012"}),
                     typed) {
  BOOST_TEST(words::of(domain::parse_mobile(typed)) == "MOBILE_FORMAT");
}

struct Phone {
  const char* typed;
  const char* kept;
};
std::ostream& operator<<(std::ostream& out, const Phone& phone) { return out << phone.typed; }

BOOST_DATA_TEST_CASE(landlines_400_and_short_numbers_are_telephone_numbers,
                     data::make(std::vector<Phone>{{"010-12345678", "010-12345678"},
                                                   {"01012345678", "01012345678"},
                                                   {"0571-1234567", "0571-1234567"},
                                                   {"0571-12345678-123456", "0571-12345678-123456"},
                                                   {"０１０－１２３４５６７８", "010-12345678"},
                                                   {"010—12345678", "010-12345678"},
                                                   {" 010 - 1234 5678 ", "010-12345678"},
                                                   {"400-813-5888", "400-813-5888"},
                                                   {"4008135888", "4008135888"},
                                                   {"400 813 5888", "4008135888"},
                                                   {"400-8135888", "400-8135888"},
                                                   {"12315", "12315"}}),
                     phone) {
  BOOST_TEST(words::of(domain::parse_phone(phone.typed)) == phone.kept);
  BOOST_TEST(words::of(domain::parse_phone(phone.kept)) == phone.kept);
}

BOOST_DATA_TEST_CASE(what_is_no_telephone_number_is_refused,
                     data::make({"12345678", "010-123456", "010-123456789", "01-12345678", "010--12345678", "010-12345678-",
                                 "010-12345678-1234567", "10-12345678", "400-813-588", "401-813-5888", "123456", "1231", "22315",
                                 "(010)12345678", "010-12345678转1", "010-1234567é", "13800001234/13900001234",
                                 "01234567890123456789012345678901234567890123456789012345678901234"}),
                     typed) {
  BOOST_TEST(words::of(domain::parse_phone(typed)) == "PHONE_FORMAT");
}

BOOST_AUTO_TEST_CASE(numbers_left_empty_are_missing) {
  for (const char* typed : {"", " ", "　", "-"}) {
    BOOST_TEST(words::of(domain::parse_mobile(typed)) == "REQUIRED");
    BOOST_TEST(words::of(domain::parse_phone(typed)) == "REQUIRED");
  }
  BOOST_TEST(words::of(domain::parse_email("　")) == "REQUIRED");
}

BOOST_DATA_TEST_CASE(an_address_that_can_be_delivered_to_is_accepted,
                     data::make({"a@b.cn", "Zhang.San+qj@mail.example.com.cn", "123456@qq.com", "o'neil@example.org",
                                 "a_b-c@xn--fiqs8s.xn--fiqs8s", "a@1.b2"}),
                     address) {
  BOOST_TEST(words::of(domain::parse_email(address)) == address);
  BOOST_TEST(words::of(domain::parse_email(" " + std::string(address) + "　")) == address);
  BOOST_TEST(words::of(domain::parse_email(full_width(address))) == address);
}

BOOST_DATA_TEST_CASE(an_address_no_server_would_take_is_refused,
                     data::make({"a",
                                 "a@",
                                 "@b.cn",
                                 "a@b",
                                 "a@b.",
                                 "a@.cn",
                                 "a@b..cn",
                                 "a@@b.cn",
                                 "a@b@c.cn",
                                 "a b@c.cn",
                                 "a@b c.cn",
                                 "a@-b.cn",
                                 "a@b-.cn",
                                 ".a@b.cn",
                                 "a.@b.cn",
                                 "a..b@c.cn",
                                 "a@[127.0.0.1]",
                                 "a@127.0.0.1",
                                 "\"a\"@b.cn",
                                 "a@b.c",
                                 "a,b@c.cn",
                                 "a;b@c.cn",
                                 "<a@b.cn>",
                                 "张三@b.cn",
                                 "a@公司.cn",
                                 "a@b_c.cn",
                                 "a@例子.中国",
                                 "示范公司 <a@b.cn>",
                                 "a\"b@c.cn",
                                 "a'b\"@c.cn",
                                 "a@b.cn\nc",
                                 "a\r@b.cn",
                                 "a%0d%0aBcc:c@d.cn",
                                 "a@b.cn\r\nBcc: c@d.cn",
                                 "a\t@b.cn",
                                 "a@b.cn,c@d.cn",
                                 "a\\@b.cn",
                                 "a@b。cn"}),
                     address) {
  BOOST_TEST(words::of(domain::parse_email(address)) == "EMAIL_FORMAT");
}

BOOST_AUTO_TEST_CASE(an_address_has_at_most_254_characters_and_its_name_64) {
  const std::string name(64, 'n');
  const std::string label(60, 'd');
  const std::string domain_part = label + "." + label + "." + label;  // 182
  const std::string longest = name + "@" + domain_part + "." + std::string(254 - 64 - 1 - 182 - 1, 'x');
  BOOST_TEST(longest.size() == 254U);
  BOOST_TEST(words::of(domain::parse_email(longest)) == longest);
  BOOST_TEST(words::of(domain::parse_email(longest + "x")) == "EMAIL_FORMAT");
  BOOST_TEST(words::of(domain::parse_email(std::string(200, 'n') + "@b.cn")) == "EMAIL_FORMAT");
  BOOST_TEST(words::of(domain::parse_email("n" + name + "@b.cn")) == "EMAIL_FORMAT");
  BOOST_TEST(words::of(domain::parse_email("a@" + std::string(63, 'd') + ".cn")) != "EMAIL_FORMAT");
  BOOST_TEST(words::of(domain::parse_email("a@" + std::string(64, 'd') + ".cn")) == "EMAIL_FORMAT");
}

BOOST_AUTO_TEST_SUITE_END()
