// Due dates as iCalendar text: what is told, what is passed over, and RFC 5545's way with lines and characters.
#include "domain/ledger/calendar.h"

#include "domain/ledger/public_code.h"

#include <boost/test/unit_test.hpp>

namespace {

using domain::Date;
const Date today = *Date::of(2026, 11, 25);

domain::LedgerRow row(int due_in, const std::string& name = "电子计价秤", const std::string& mode = "periodic") {
  domain::LedgerRow r;
  r.values.name = name;
  r.values.mode = mode;
  r.values.model = "ACS-30";
  r.values.serial_number = "S1";
  r.values.place = "示范大厅";
  r.values.quantity = 1;
  r.values.valid_until = today.plus_days(due_in);
  r.state = "in_use";
  r.last_result = "pass";
  return r;
}

std::string text_of(const std::vector<domain::LedgerRow>& rows) {
  domain::DueCalendar calendar(today);
  for (const domain::LedgerRow& r : rows) calendar.add(r);
  return calendar.text({"示范", "feed", [](Date day) { return "http://portal.test/ledger?due_from=" + day.iso(); }});
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendar)

BOOST_AUTO_TEST_CASE(a_day_and_a_kind_of_act_are_one_event_that_sums_quantities_and_names_what_is_due) {
  auto many = row(5, "电子台秤");
  many.values.quantity = 12;
  const std::string text = unfolded(text_of({row(5), row(5), many, row(5, "冷水水表", "first_rotate"), row(6)}));
  BOOST_TEST(times(text, "BEGIN:VEVENT") == 3U);
  BOOST_TEST(times(text, "SUMMARY:14 台器具到期：电子计价秤 等\r\n") == 1U);
  BOOST_TEST(times(text, "SUMMARY:1 台器具到期轮换：冷水水表\r\n") == 1U);
  BOOST_TEST(times(text, "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n") == 2U);
  BOOST_TEST(times(text, "UID:feed-20261130-verify@qiangjian\r\n") == 1U);
  BOOST_TEST(times(text, "UID:feed-20261130-rotate@qiangjian\r\n") == 1U);
}

BOOST_AUTO_TEST_CASE(what_has_no_date_to_keep_is_passed_over) {
  auto stopped = row(5), failed = row(5), never = row(5), none = row(5);
  stopped.state = "stopped";
  failed.last_result = "fail";
  never.last_result = "";
  none.values.valid_until.reset();
  const std::string text = text_of({stopped, failed, never, none, row(5, "体温计", "first_scrap"), row(401), row(-61)});
  BOOST_TEST(times(text, "BEGIN:VEVENT") == 0U);
  BOOST_TEST(times(text, "BEGIN:VTIMEZONE") == 1U);  // a calendar without any component is none
  BOOST_TEST(times(text_of({row(400), row(-60)}), "BEGIN:VEVENT") == 2U);
}

BOOST_AUTO_TEST_CASE(a_description_holds_twenty_lines_and_says_how_many_there_are) {
  std::vector<domain::LedgerRow> rows;
  for (int n = 0; n < 25; ++n) rows.push_back(row(5, "秤" + std::to_string(n)));
  const std::string text = unfolded(text_of(rows));
  BOOST_TEST(times(text, "出厂编号 S1") == 20U);
  BOOST_TEST(times(text, "……共 25 条\\nhttp://portal.test/ledger?due_from=2026-11-30\r\n") == 1U);
}

BOOST_AUTO_TEST_CASE(lines_are_folded_at_75_octets_and_never_inside_a_character) {
  for (std::size_t ascii = 0; ascii < 4; ++ascii) {
    const std::string line = domain::calendar_line(
        "X", std::string(ascii, 'a') + "器具𠮷器具器具器具器具器具器具器具器具器具器具器具器具器具器具器具器具器具𠮷𠮷𠮷𠮷𠮷𠮷");
    std::size_t begin = 0;
    for (std::size_t end = line.find("\r\n"); end != std::string::npos; end = line.find("\r\n", begin)) {
      BOOST_TEST(end - begin <= 75U);
      const auto first = static_cast<unsigned char>(line[begin] == ' ' ? line[begin + 1] : line[begin]);
      BOOST_TEST((first & 0xC0) != 0x80);
      begin = end + 2;
    }
    BOOST_TEST(begin == line.size());
  }
}

BOOST_AUTO_TEST_CASE(text_is_escaped_and_cannot_make_lines_of_its_own) {
  BOOST_TEST(domain::calendar_text("a;b,c\\d\ne\rEND:VEVENT\x07") == "a\\;b\\,c\\\\d\\neEND:VEVENT");
}

BOOST_AUTO_TEST_CASE(a_public_code_is_read_as_printed_and_as_people_copy_it) {
  const std::string code = "072aa7ea59cb4bbbb5de94efb1d3f25b";
  BOOST_TEST(domain::short_public_code("072aa7ea-59cb-4bbb-b5de-94efb1d3f25b") == code);
  for (const char* typed : {"072aa7ea59cb4bbbb5de94efb1d3f25b", " 072AA7EA-59CB-4BBB-B5DE-94EFB1D3F25B　"})
    BOOST_TEST(domain::read_public_code(typed).value_or("") == code);
  for (const char* typed : {"", "0", "072aa7ea59cb4bbbb5de94efb1d3f25", "072aa7ea59cb4bbbb5de94efb1d3f25b0",
                            "072aa7ea59cb4bbbb5de94efb1d3f25g", "' or 1=1 --", "<b>"})
    BOOST_TEST(!domain::read_public_code(typed));
}

BOOST_AUTO_TEST_SUITE_END()
