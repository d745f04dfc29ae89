// Tests of domain/administration/settings.h and domain/administration/announcement.h: the table of settings, offices, the form of
// an announcement.
#include "domain/administration/settings.h"

#include "domain/administration/announcement.h"
#include "domain/values/terms.h"
#include "unit/hostile.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <set>

namespace data = boost::unit_test::data;

namespace {

domain::SettingValues good() {
  return {{"title", "公共服务门户"},
          {"system_title", "强制检定工作计量器具业务管理系统"},
          {"english_title", ""},
          {"organiser", ""},
          {"icp_number", ""},
          {"police_number", ""},
          {"site_code", ""},
          {"hotline", "400-813-5888"},
          {"review_hours", "9:00,14:00,17:00"},
          {"reject_reasons", "请更正。\n请补充。"},
          {"answer_days", "5"},
          {"reminder_manager_days", "30"},
          {"reminder_supervisor_days", "60"},
          {"login_failures", "5"},
          {"login_address_failures", "50"},
          {"password_days", "0"},
          {"password_history", "0"},
          {"one_session", "no"},
          {"two_factor_required", ""}};
}

domain::Checked<domain::SettingValues> with(const std::string& key, const std::string& typed) {
  auto values = good();
  values[key] = typed;
  return domain::check(values);
}

std::string told(const std::string& key, const std::string& typed) { return words::of(with(key, typed).errors); }

struct Case {
  std::string key, typed, expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.key << " " << c.typed; }

const std::vector<Case> kept{{"review_hours", "17:00 9:00", "9:00,17:00"},
                             {"review_hours", "０９：００、14:00；14:00", "9:00,14:00"},
                             {"login_failures", "０８", "8"},
                             {"password_days", "90", "90"},
                             {"one_session", "yes", "yes"},
                             {"two_factor_required", "supervisor,administrator,supervisor", "supervisor,administrator"},
                             {"reject_reasons", " 甲 \r\n\r\n乙\r\n", "甲\n乙"},
                             {"title", " <b>\"'& ", "<b>\"'&"}};

const std::vector<Case> refused{{"title", "", "setting_title:REQUIRED"},
                                {"hotline", "　", "setting_hotline:REQUIRED"},
                                {"title", words::repeated("长", 41), "setting_title:TOO_LONG(40)"},
                                {"organiser", "甲\x01", "setting_organiser:CONTROL_CHARACTER"},
                                {"review_hours", "", "setting_review_hours:REQUIRED"},
                                {"review_hours", "9:00,25:00", "setting_review_hours:TIMES_FORMAT"},
                                {"review_hours", "9:5", "setting_review_hours:TIMES_FORMAT"},
                                {"review_hours", "九点", "setting_review_hours:TIMES_FORMAT"},
                                {"review_hours", "<b>\"'&", "setting_review_hours:TIMES_FORMAT"},
                                {"login_failures", "", "setting_login_failures:REQUIRED"},
                                {"login_failures", "0", "setting_login_failures:OUT_OF_RANGE(3,20)"},
                                {"login_failures", "-3", "setting_login_failures:OUT_OF_RANGE(3,20)"},
                                {"password_history", "二", "setting_password_history:NOT_A_NUMBER"},
                                {"two_factor_required", "everybody", "setting_two_factor_required:NOT_A_CHOICE"},
                                {"reject_reasons", words::repeated("长", 201), "setting_reject_reasons:LINES_TOO_LONG(200)"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(what_the_database_begins_with_is_good) { BOOST_TEST(words::of(domain::check(good()).errors) == ""); }

BOOST_AUTO_TEST_CASE(every_setting_has_a_label_and_stands_once_in_the_table) {
  std::set<std::string_view> keys;
  for (const domain::Setting& setting : domain::settings()) {
    const std::string field = domain::setting_field(setting.key);
    BOOST_TEST(domain::field_label(field) != field);
    keys.insert(setting.key);
  }
  BOOST_TEST(keys.size() == domain::settings().size());
  BOOST_TEST(!keys.count("demo"));
}

BOOST_DATA_TEST_CASE(what_is_typed_comes_to_one_form, data::make(kept), c) {
  const auto checked = with(c.key, c.typed);
  BOOST_TEST(words::of(checked.errors) == "");
  BOOST_TEST(checked.value.at(c.key) == c.expected);
}

BOOST_DATA_TEST_CASE(what_a_setting_cannot_hold_is_told_beside_it, data::make(refused), c) {
  BOOST_TEST(told(c.key, c.typed) == c.expected);
}

BOOST_AUTO_TEST_CASE(an_office_needs_a_name_and_a_place_in_the_order) {
  BOOST_TEST(words::of(domain::check(domain::OfficeForm{"1", "示范大厅", "", "", "", ""}).errors) == "");
  BOOST_TEST(words::of(domain::check(domain::OfficeForm{"", "", "", "12345", "1", "x"}).errors) ==
             "office_name:REQUIRED postcode:POSTCODE_FORMAT phone:PHONE_FORMAT fax:PHONE_FORMAT position:REQUIRED");
  BOOST_TEST(domain::check(domain::OfficeForm{"２", "示范大厅", "", "１０００００", "", ""}).value.postcode == "100000");
}

BOOST_AUTO_TEST_CASE(an_announcement_needs_its_words_its_readers_and_a_first_day) {
  BOOST_TEST(words::of(domain::check(domain::AnnouncementForm{}).errors) ==
             "announcement_title:REQUIRED body:REQUIRED shown_at:REQUIRED audience:REQUIRED shown_from:REQUIRED");
  const domain::AnnouncementForm good{"通知", "甲\r\n\r\n乙", "home", "unit", "2026年3月5日", ""};
  const auto checked = domain::check(good);
  BOOST_TEST(words::of(checked.errors) == "");
  BOOST_TEST(checked.value.body == "甲\n\n乙");
  BOOST_TEST(checked.value.shown_from.iso() == "2026-03-05");
}

BOOST_AUTO_TEST_CASE(an_announcement_may_end_on_its_first_day_but_not_before) {
  domain::AnnouncementForm form{"通知", "甲", "home", "everyone", "2026-03-05", "2026-03-05"};
  BOOST_TEST(words::of(domain::check(form).errors) == "");
  form.shown_to = "2026-03-04";
  BOOST_TEST(words::of(domain::check(form).errors) == "shown_to:SHOWN_ORDER");
}

BOOST_AUTO_TEST_SUITE_END()
