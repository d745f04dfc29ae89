// Tests of domain/organisations/registration.h: every field with everything that people put into it.
#include "domain/organisations/registration.h"

#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "unit/hostile.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using domain::DivisionChoice;
using domain::RegistrationForm;

namespace {

const domain::Date today = words::day("2026-11-24");

RegistrationForm good_form() {
  RegistrationForm form;
  form.login = "shifan_01";
  form.password = form.password_confirm = "Zi-Lai-Shui 7";
  form.unit_name = "示范粮油商行";
  form.unit_code = "91110108MA00TEXT08";
  form.unit_type = "enterprise";
  form.division_code = "110108";
  form.representative = "张三";
  form.id_type = "id_card";
  form.id_number = "11010519491231002X";
  form.contact = "李四";
  form.mobile = "13800001234";
  form.email = "li@example.com";
  form.consent_terms = form.consent_privacy = form.consent_id_number = true;
  return form;
}

std::string told(const RegistrationForm& form, DivisionChoice division = DivisionChoice::ok, bool with_account = true) {
  return words::of(check(form, division, today, with_account).errors);
}

std::string told_with(std::string RegistrationForm::*field, const std::string& typed) {
  auto form = good_form();
  form.*field = typed;
  return told(form);
}

std::string password_told(const std::string& password, const std::string& login = "shifan_01",
                          const std::string& code = "12345678-8") {
  return words::of(domain::check_password(password, login, code));
}

struct TextField {
  std::string name;
  std::string RegistrationForm::*typed;
  std::string domain::Registration::*value;
  std::size_t limit;
};
std::ostream& operator<<(std::ostream& out, const TextField& field) { return out << field.name; }

const std::vector<TextField> text_fields{
    {"unit_name", &RegistrationForm::unit_name, &domain::Registration::unit_name, 100},
    {"representative", &RegistrationForm::representative, &domain::Registration::representative, 50},
    {"contact", &RegistrationForm::contact, &domain::Registration::contact, 50},
};

struct AnyField {
  std::string name;
  std::string RegistrationForm::*typed;
};
std::ostream& operator<<(std::ostream& out, const AnyField& field) { return out << field.name; }

const std::vector<AnyField> required_fields{
    {"unit_type", &RegistrationForm::unit_type}, {"unit_name", &RegistrationForm::unit_name},
    {"unit_code", &RegistrationForm::unit_code}, {"representative", &RegistrationForm::representative},
    {"id_type", &RegistrationForm::id_type},     {"id_number", &RegistrationForm::id_number},
    {"contact", &RegistrationForm::contact},     {"mobile", &RegistrationForm::mobile},
    {"login", &RegistrationForm::login}};

const std::vector<AnyField> typed_fields{{"unit_name", &RegistrationForm::unit_name},
                                         {"unit_code", &RegistrationForm::unit_code},
                                         {"representative", &RegistrationForm::representative},
                                         {"id_number", &RegistrationForm::id_number},
                                         {"contact", &RegistrationForm::contact},
                                         {"mobile", &RegistrationForm::mobile},
                                         {"email", &RegistrationForm::email},
                                         {"login", &RegistrationForm::login}};

}  // namespace

BOOST_AUTO_TEST_SUITE(registration)

BOOST_AUTO_TEST_CASE(a_good_form_becomes_its_values) {
  const auto checked = check(good_form(), DivisionChoice::ok, today);
  BOOST_TEST(words::of(checked.errors) == "");
  BOOST_TEST(checked.ok());
  const auto& value = checked.value;
  BOOST_TEST(value.login == "shifan_01");
  BOOST_TEST(value.password == "Zi-Lai-Shui 7");
  BOOST_TEST(value.unit_name == "示范粮油商行");
  BOOST_TEST(value.unit_type == "enterprise");
  BOOST_TEST(value.division_code == "110108");
  BOOST_TEST(value.unit_code.text == "91110108MA00TEXT08");
  BOOST_TEST(value.representative == "张三");
  BOOST_TEST(value.id_number.text == "11010519491231002X");
  BOOST_TEST(value.contact == "李四");
  BOOST_TEST(value.mobile == "13800001234");
  BOOST_TEST(value.email == "li@example.com");
}

BOOST_AUTO_TEST_CASE(an_empty_form_names_every_field_in_the_order_of_the_page) {
  BOOST_TEST(told({}, DivisionChoice::missing) ==
             "unit_type:REQUIRED unit_name:REQUIRED unit_code:REQUIRED division_1:DIVISION_REQUIRED representative:REQUIRED "
             "id_type:REQUIRED id_number:REQUIRED contact:REQUIRED mobile:REQUIRED login:REQUIRED password:REQUIRED "
             "password_confirm:REQUIRED consent_terms:CONSENT_REQUIRED consent_privacy:CONSENT_REQUIRED "
             "consent_id_number:CONSENT_REQUIRED");
}

BOOST_AUTO_TEST_CASE(a_correction_asks_neither_for_the_login_nor_for_consent_again) {
  BOOST_TEST(told({}, DivisionChoice::missing, false) ==
             "unit_type:REQUIRED unit_name:REQUIRED unit_code:REQUIRED division_1:DIVISION_REQUIRED representative:REQUIRED "
             "id_type:REQUIRED id_number:REQUIRED contact:REQUIRED mobile:REQUIRED");
  auto form = good_form();
  form.login = form.password = form.password_confirm = "";
  form.consent_terms = form.consent_privacy = form.consent_id_number = false;
  BOOST_TEST(told(form, DivisionChoice::ok, false) == "");
}

BOOST_DATA_TEST_CASE(a_required_field_is_missed_when_empty_or_blank, data::make(required_fields), field) {
  for (const char* blank : {"", " ", "　", "\t \r\n", "\u200B", "\uFEFF"})
    BOOST_TEST(told_with(field.typed, blank) == field.name + ":REQUIRED");
}

BOOST_DATA_TEST_CASE(a_control_character_is_refused_in_every_field, data::make(typed_fields), field) {
  for (const auto& text : hostile::controls()) BOOST_TEST(told_with(field.typed, text) == field.name + ":CONTROL_CHARACTER");
  for (const auto& text : hostile::lines()) BOOST_TEST(told_with(field.typed, text) == field.name + ":CONTROL_CHARACTER");
}

BOOST_DATA_TEST_CASE(a_text_is_kept_as_typed_but_for_its_ends, data::make(text_fields), field) {
  for (const auto& text : hostile::harmless()) {
    auto form = good_form();
    form.*field.typed = " 　" + text + "\r\n";
    const auto checked = check(form, DivisionChoice::ok, today);
    BOOST_TEST(words::of(checked.errors) == "");
    BOOST_TEST((checked.value.*field.value) == text);
  }
}

BOOST_DATA_TEST_CASE(a_text_may_be_as_long_as_its_limit_and_no_longer,
                     data::make(text_fields) * data::make({"a", "秤", "Ａ", "𠮷"}), field, piece) {
  const std::string too_long = field.name + ":TOO_LONG(" + std::to_string(field.limit) + ")";
  BOOST_TEST(told_with(field.typed, words::repeated(piece, field.limit)) == "");
  BOOST_TEST(told_with(field.typed, "  " + words::repeated(piece, field.limit) + "　") == "");
  BOOST_TEST(told_with(field.typed, words::repeated(piece, field.limit + 1)) == too_long);
  BOOST_TEST(told_with(field.typed, words::repeated(piece, 100000)) == too_long);
}

BOOST_AUTO_TEST_CASE(choices_are_taken_from_their_terms) {
  for (const auto& term : domain::unit_types()) BOOST_TEST(told_with(&RegistrationForm::unit_type, std::string(term.code)) == "");
  for (const char* typed : {"Unit", "企业", "0", "<b>\"'&", "unit,branch"}) {
    BOOST_TEST(told_with(&RegistrationForm::unit_type, typed) == "unit_type:NOT_A_CHOICE");
    BOOST_TEST(told_with(&RegistrationForm::id_type, typed) == "id_type:NOT_A_CHOICE");
  }
}

BOOST_AUTO_TEST_CASE(every_type_of_document_is_checked_by_its_own_rule) {
  for (const auto& term : domain::id_types()) {
    auto form = good_form();
    form.id_type = term.code;
    form.id_number = "11010519491231002X";
    const bool fits = term.code == "id_card" || term.code == "permanent_residence";
    BOOST_TEST(told(form) == (fits ? "" : "id_number:DOCUMENT_FORMAT"));
    form.id_number = "";
    BOOST_TEST(told(form) == "id_number:REQUIRED");
  }
  auto form = good_form();
  form.id_type = "passport";
  form.id_number = "e1234567";
  BOOST_TEST((check(form, DivisionChoice::ok, today).value.id_number.type == domain::IdType::passport));
}

BOOST_AUTO_TEST_CASE(what_the_parsers_say_is_told_with_the_field) {
  BOOST_TEST(told_with(&RegistrationForm::unit_code, "9111O108MA00TEXT08") == "unit_code:CODE_POSITION(5,O)");
  BOOST_TEST(told_with(&RegistrationForm::unit_code, "110108001234567") == "unit_code:CODE_OLD_REGISTRATION");
  BOOST_TEST(told_with(&RegistrationForm::unit_code, "１２３４５６７８－８") == "");
  BOOST_TEST(told_with(&RegistrationForm::unit_code, "12345678-9") == "unit_code:CODE_CHECK_DIGIT");
  BOOST_TEST(told_with(&RegistrationForm::id_number, "110105194912310021") == "id_number:ID_CHECK_DIGIT");
  BOOST_TEST(told_with(&RegistrationForm::id_number, "110105202611250021") == "id_number:ID_DATE");
  BOOST_TEST(told_with(&RegistrationForm::id_number, "１１０１０５１９４９１２３１００２ｘ") == "");
  BOOST_TEST(told_with(&RegistrationForm::mobile, "12800001234") == "mobile:MOBILE_FORMAT");
  BOOST_TEST(told_with(&RegistrationForm::mobile, "+86 138-0000-1234") == "");
  BOOST_TEST(told_with(&RegistrationForm::email, "li@example") == "email:EMAIL_FORMAT");
}

BOOST_AUTO_TEST_CASE(hostile_texts_in_fields_of_codes_are_answered_in_one_error_each) {
  for (const auto& text : hostile::harmless()) {
    for (const auto& field : typed_fields) BOOST_TEST(told_with(field.typed, text).find(' ') == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(the_email_may_be_left_out) {
  BOOST_TEST(told_with(&RegistrationForm::email, "") == "");
  BOOST_TEST(told_with(&RegistrationForm::email, " 　") == "");
  BOOST_TEST(told_with(&RegistrationForm::email, std::string(250, 'a') + "@b.cn") == "email:TOO_LONG(254)");
  BOOST_TEST(told_with(&RegistrationForm::email, std::string(249, 'a') + "@b.cn") == "email:EMAIL_FORMAT");
  auto form = good_form();
  form.email = "　ＬＩ＠ｅｘａｍｐｌｅ．ｃｏｍ ";
  BOOST_TEST(check(form, DivisionChoice::ok, today).value.email == "LI@example.com");
}

BOOST_AUTO_TEST_CASE(the_division_is_reported_on_its_first_select) {
  BOOST_TEST(told(good_form(), DivisionChoice::missing) == "division_1:DIVISION_REQUIRED");
  BOOST_TEST(told(good_form(), DivisionChoice::not_final) == "division_1:DIVISION_NOT_FINAL");
  BOOST_TEST(told(good_form(), DivisionChoice::unknown) == "division_1:NOT_A_CHOICE");
  BOOST_TEST(told(good_form(), DivisionChoice::not_selectable) == "division_1:NOT_A_CHOICE");
}

BOOST_DATA_TEST_CASE(a_login_of_letters_digits_chinese_and_marks_is_accepted,
                     data::make({"abcd", "ABCD", "a234", "张三李四", "示范单位01", "a_b.c-d@e", "138-0000", "〇一二三",
                                 "𠮷野家店", "li@example.com"}),
                     login) {
  auto form = good_form();
  form.login = "  " + std::string(login) + "　";
  const auto checked = check(form, DivisionChoice::ok, today);
  BOOST_TEST(words::of(checked.errors) == "");
  BOOST_TEST(checked.value.login == login);
}

BOOST_DATA_TEST_CASE(a_login_of_other_characters_is_refused,
                     data::make({"ab cd",       "ab　cd",   "ＡＢＣＤ", "abcd!",        "<b>\"'&",    "{{X}}",      "аdmin",
                                 "ábcd",        "ab/cd",    "ab:cd",    "ab+cd",        "ab，cd",     "张三（店）", "12345678",
                                 "13800001234", "あいうえ", "한국한국", "豈\uF900豈豈", "ab\u200Bcd", "👍👍👍👍"}),
                     login) {
  BOOST_TEST(told_with(&RegistrationForm::login, login) == "login:LOGIN_FORMAT");
}

BOOST_AUTO_TEST_CASE(a_login_has_four_to_thirty_two_characters) {
  BOOST_TEST(told_with(&RegistrationForm::login, "abc") == "login:LOGIN_LENGTH(4,32)");
  BOOST_TEST(told_with(&RegistrationForm::login, "abcd") == "");
  BOOST_TEST(told_with(&RegistrationForm::login, words::repeated("秤", 32)) == "");
  BOOST_TEST(told_with(&RegistrationForm::login, words::repeated("秤", 33)) == "login:LOGIN_LENGTH(4,32)");
  BOOST_TEST(told_with(&RegistrationForm::login, std::string(100000, 'a')) == "login:LOGIN_LENGTH(4,32)");
}

BOOST_AUTO_TEST_CASE(a_password_has_eight_to_128_characters) {
  BOOST_TEST(password_told("") == "password:REQUIRED");
  BOOST_TEST(password_told("k8#mZ2q") == "password:PASSWORD_SHORT(8)");
  BOOST_TEST(password_told("k8#mZ2qv") == "");
  BOOST_TEST(password_told("天王盖地虎小鸡炖") == "");
  BOOST_TEST(password_told("天王盖地虎小鸡") == "password:PASSWORD_SHORT(8)");
  BOOST_TEST(password_told(words::repeated("k8", 64)) == "");
  BOOST_TEST(password_told(words::repeated("k8", 64) + "k") == "password:PASSWORD_LONG(128)");
}

BOOST_AUTO_TEST_CASE(a_password_may_hold_any_character) {
  for (const auto& text : hostile::harmless()) BOOST_TEST(password_told(text + " k8#mZ2qv") == "");
  BOOST_TEST(password_told("  blanks  at  both  ends  ") == "");
}

BOOST_AUTO_TEST_CASE(a_common_password_is_refused) {
  BOOST_TEST(password_told("woaini1314") == "password:PASSWORD_COMMON");
  BOOST_TEST(password_told("QwertyUIOP") == "password:PASSWORD_COMMON");
}

BOOST_AUTO_TEST_CASE(a_password_that_gives_away_the_login_or_the_code_is_refused) {
  BOOST_TEST(password_told("shifan_01") == "password:PASSWORD_LOGIN");
  BOOST_TEST(password_told("xx-SHIFAN_01-xx") == "password:PASSWORD_LOGIN");
  BOOST_TEST(password_told("12345678-8") == "password:PASSWORD_LOGIN");
  BOOST_TEST(password_told("91110108ma00text08", "shifan_01", "91110108MA00TEXT08") == "password:PASSWORD_LOGIN");
  BOOST_TEST(password_told("shifan-01-k8#m") == "");
  BOOST_TEST(password_told("k8#mZ2qv", "", "") == "");
  BOOST_TEST(password_told("k8#mZ2qv", "k8", "") == "");
}

BOOST_AUTO_TEST_CASE(both_passwords_must_be_the_same) {
  BOOST_TEST(told_with(&RegistrationForm::password_confirm, "Zi-Lai-Shui 8") == "password_confirm:PASSWORD_MISMATCH");
  BOOST_TEST(told_with(&RegistrationForm::password_confirm, "Zi-Lai-Shui 7 ") == "password_confirm:PASSWORD_MISMATCH");
  BOOST_TEST(told_with(&RegistrationForm::password_confirm, "") == "password_confirm:REQUIRED");
  auto form = good_form();
  form.password = "short";
  form.password_confirm = "other";
  BOOST_TEST(told(form) == "password:PASSWORD_SHORT(8) password_confirm:PASSWORD_MISMATCH");
}

BOOST_AUTO_TEST_CASE(each_consent_is_asked_for_itself) {
  auto form = good_form();
  form.consent_terms = false;
  BOOST_TEST(told(form) == "consent_terms:CONSENT_REQUIRED");
  form = good_form();
  form.consent_privacy = false;
  BOOST_TEST(told(form) == "consent_privacy:CONSENT_REQUIRED");
  form = good_form();
  form.consent_id_number = false;
  BOOST_TEST(told(form) == "consent_id_number:CONSENT_REQUIRED");
}

BOOST_AUTO_TEST_SUITE_END()
