// A mail's bytes: headers that every mail program reads, nothing typed that becomes a header, no character cut in two.
#include "base/crypto.h"
#include "common/in_order.h"
#include "mail/message.h"
#include "mail/transport.h"
#include "unit/hostile.h"

#include <boost/test/unit_test.hpp>
#include <sodium.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string from_base64(const std::string& text) {
  std::string out(text.size(), '\0');
  std::size_t length = 0;
  BOOST_REQUIRE(sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), "\r\n",
                                  &length, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0);
  out.resize(length);
  return out;
}

bool is_utf8_whole(const std::string& text) {  // does it begin and end between two characters?
  return text.empty() || ((static_cast<unsigned char>(text[0]) & 0xC0) != 0x80 && [&] {
           std::size_t n = 0;
           while (n < text.size()) {
             const auto byte = static_cast<unsigned char>(text[n]);
             n += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
           }
           return n == text.size();
         }());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", at)) {
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  BOOST_TEST(at == text.size(), "the last line ends with CR LF");
  return lines;
}

// What a mail program makes of a header (RFC 2047), checking each encoded word by itself.
std::string decoded(const std::string& header) {
  std::string value = header.substr(header.find(": ") + 2);
  value = std::regex_replace(value, std::regex("\\?=\r\n =\\?"), "?==?");
  std::string out;
  const std::regex word("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=");
  for (std::sregex_iterator it(value.begin(), value.end(), word), end; it != end; ++it) {
    const std::string piece = from_base64((*it)[1]);
    BOOST_TEST(is_utf8_whole(piece), "an encoded word holds whole characters");
    out += piece;
  }
  return out;
}

mail::Message example() {
  return {{"强检门户", "noreply@example.cn"},
          "li@example.cn",
          "重设密码",
          "您好\n再见\n",
          "<p>您好</p>",
          "7.ab12@example.cn",
          1764084600};
}

std::string part(const std::string& message, const std::string& type) {
  const auto at = message.find("Content-Type: " + type);
  BOOST_REQUIRE(at != std::string::npos);
  const auto begin = message.find("\r\n\r\n", at) + 4;
  return from_base64(message.substr(begin, message.find("\r\n--", begin) - begin));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_message)

BOOST_AUTO_TEST_CASE(a_subject_of_any_length_comes_out_as_it_went_in_and_no_line_is_longer_than_76) {
  for (const std::string& piece :
       {std::string("强"), std::string("é"), std::string("𠮷"), std::string("a强"), std::string("x𠮷é")})
    for (int n = 1; n < 120; ++n) {
      std::string subject = "检";
      for (int i = 0; i < n; ++i) subject += piece;
      const std::string header = mail::header("Subject", subject);
      BOOST_TEST(decoded(header) == subject);
      for (const std::string& line : lines_of(header)) {
        BOOST_TEST(line.size() <= 76U);
        for (const char c : line) BOOST_TEST((c >= ' ' && c <= '~'));
      }
    }
}

BOOST_AUTO_TEST_CASE(short_plain_words_stay_and_what_looks_encoded_is_encoded) {
  BOOST_TEST(mail::header("Subject", "Test 1") == "Subject: Test 1\r\n");
  BOOST_TEST(decoded(mail::header("Subject", "=?UTF-8?B?eA==?=")) == "=?UTF-8?B?eA==?=");
  BOOST_TEST(decoded(mail::header("From", "x <a@b.cn>, y")) == "x <a@b.cn>, y");
  for (const std::string& text : hostile::harmless()) {
    if (text.find('\t') != std::string::npos) continue;
    const std::string header = mail::header("Subject", text);
    BOOST_TEST((decoded(header) == text || header == "Subject: " + text + "\r\n"), text);
  }
}

BOOST_AUTO_TEST_CASE(nothing_typed_becomes_a_header) {
  const std::vector<std::string> breaks{"x\r\nBcc: all@example.cn", "x\nBcc: a@example.cn", "x\rBcc: a@example.cn",
                                        "x\r\n\r\nbody", "x\tBcc: a@example.cn"};
  std::vector<std::string> texts = hostile::controls();
  texts.insert(texts.end(), breaks.begin(), breaks.end());
  for (const std::string& text : texts) {
    mail::Message m = example();
    m.subject = text;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.from.name = text;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.to = "a@example.cn" + text;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.from.address = text + "@example.cn";
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.id = "1." + text + "@example.cn";
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.list_id = "reminders." + text;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.reply_to = {text, "li@example.cn"};
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m.reply_to = {"", text + "@example.cn"};
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.unsubscribe = "https://portal.example.cn/" + text;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m = example();
    m.attachments = {{text + ".xlsx", "text/plain", "x"}};
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
    m.attachments = {{"x.xlsx", "text/" + text, "x"}};
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
  }
}

BOOST_AUTO_TEST_CASE(only_one_plain_address_is_an_address) {
  for (const char* good : {"li@example.cn", "li.si+x@mail.example.com.cn"}) BOOST_TEST(mail::is_address(good), good);
  for (const char* bad : {"", "li", "li@", "@example.cn", "a@b.cn,c@d.cn", "a b@example.cn", "<a@example.cn>", "a@example.cn>",
                          "\"a\"@example.cn", "李@example.cn", "a@例子.cn", "a@例子.中国", "示范,公司 <a@example.cn>",
                          "a@example.cn ", "a@exa mple.cn", "a;b@example.cn"})
    BOOST_TEST(!mail::is_address(bad), bad);
}

BOOST_AUTO_TEST_CASE(the_sender_is_a_name_with_an_address_or_an_address) {
  BOOST_TEST(mail::parse_sender("强检门户 <noreply@example.cn>").name == "强检门户");
  BOOST_TEST(mail::parse_sender("强检门户 <noreply@example.cn>").address == "noreply@example.cn");
  BOOST_TEST(mail::parse_sender(" noreply@example.cn ").address == "noreply@example.cn");
  for (const char* bad : {"", "强检门户", "a <b>", "a\r\nb <noreply@example.cn>", "<>", "noreply@example.cn <"})
    BOOST_CHECK_THROW(mail::parse_sender(bad), mail::Malformed);
}

BOOST_AUTO_TEST_CASE(text_comes_first_then_html_both_whole) {
  mail::Message m = example();
  for (int n = 0; n < 400; ++n) m.text += "很长的一行𠮷 & <b>\n";
  const std::string message = mail::format(m);
  for (const std::string& line : lines_of(message)) BOOST_TEST(line.size() <= 76U, line);
  BOOST_TEST(tests::in_order(message, {"Content-Type: text/plain", "Content-Type: text/html"}));
  std::string expected;
  for (const char c : m.text) expected += c == '\n' ? std::string("\r\n") : std::string(1, c);
  BOOST_TEST(part(message, "text/plain") == expected);
  BOOST_TEST(part(message, "text/html") == m.html);
}

BOOST_AUTO_TEST_CASE(headers_say_when_what_and_that_nobody_wrote_it) {
  const std::string message = mail::format(example());
  const std::string head = message.substr(0, message.find("\r\n\r\n") + 2);
  for (const char* line :
       {"Date: Tue, 25 Nov 2025 23:30:00 +0800\r\n", "To: <li@example.cn>\r\n", "Message-ID: <7.ab12@example.cn>\r\n",
        "Auto-Submitted: auto-generated\r\n", "X-Auto-Response-Suppress: All\r\n", "MIME-Version: 1.0\r\n"})
    BOOST_TEST((head.find(line) != std::string::npos), line);
  BOOST_TEST(mail::id_of(example().from, 7, "ab12") == "7.ab12@example.cn");
}

BOOST_AUTO_TEST_CASE(only_mails_of_a_list_name_one) {
  mail::Message m = example();
  const std::string without = mail::format(m);
  BOOST_TEST(without.find("List-Id") == std::string::npos);
  m.list_id = mail::list_of(m.from, "reminders");
  std::string with = mail::format(m);
  const std::string line = "\r\nList-Id: <reminders.example.cn>";
  const auto at = with.find(line);
  BOOST_REQUIRE(tests::in_order(with, {line, "\r\n\r\n"}));
  BOOST_TEST(with.erase(at, line.size()) == without);
}

BOOST_AUTO_TEST_CASE(answers_go_to_whom_the_settings_name) {
  mail::Message m = example();
  BOOST_TEST(mail::format(m).find("Reply-To") == std::string::npos);
  m.reply_to = mail::parse_sender("示范咨询台 <ask@example.cn>");
  const std::string head = mail::format(m).substr(0, mail::format(m).find("\r\n\r\n") + 2);
  const auto at = head.find("\r\nReply-To: ") + 2;
  BOOST_REQUIRE(at < head.size());
  const std::string line = head.substr(at, head.find("\r\nSubject", at) + 2 - at);
  BOOST_TEST(decoded(line) == "示范咨询台");
  BOOST_TEST(line.find(" <ask@example.cn>\r\n") != std::string::npos);
  m.reply_to = {"", "ask@example.cn"};
  BOOST_TEST(mail::format(m).find("\r\nReply-To: <ask@example.cn>\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_address_to_unsubscribe_at_stands_whole_in_a_line_of_its_own) {
  mail::Message m = example();
  BOOST_TEST(mail::format(m).find("List-Unsubscribe") == std::string::npos);
  m.unsubscribe = "https://portal.example.cn/accounts/unsubscribe?t=" + std::string(200, 'a');
  const std::string wanted =
      "\r\nList-Unsubscribe:\r\n <" + m.unsubscribe + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  BOOST_TEST(tests::in_order(mail::format(m), {wanted, "\r\n\r\n"}));
  for (const std::string& bad : {std::string("https://x/a b"), std::string("https://x/>,<mailto:a@b.cn"),
                                 std::string("https://x/例"), "https://x/" + std::string(990, 'a')}) {
    m.unsubscribe = bad;
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
  }
}

BOOST_AUTO_TEST_CASE(a_file_goes_beside_the_words_and_comes_out_as_it_went_in) {
  mail::Message m = example();
  const std::string alone = mail::format(m);
  std::string bytes;
  for (long long n = 0; n < 100000; ++n) bytes += static_cast<char>(n * n % 251);
  m.attachments = {{"到期提醒-2026-11-26.xlsx", "application/zip", bytes},
                   {"b.txt", "text/plain", ""},
                   {"c", "x/" + std::string(70, 'y'), "z"}};
  const std::string message = mail::format(m);
  for (const std::string& line : lines_of(message)) BOOST_TEST(line.size() <= 76U, line);
  BOOST_TEST(part(message, "application/zip") == bytes);
  BOOST_TEST(part(message, "text/plain; charset") == "您好\r\n再见\r\n");
  const std::regex boundary("multipart/(\\w+);\r\n boundary=\"([^\"]+)\"");
  std::vector<std::string> kinds, boundaries;
  for (std::sregex_iterator it(message.begin(), message.end(), boundary), end; it != end; ++it) {
    kinds.push_back((*it)[1]);
    boundaries.push_back((*it)[2]);
  }
  BOOST_REQUIRE(kinds.size() == 2U);
  BOOST_TEST(kinds[0] == "mixed");
  BOOST_TEST(kinds[1] == "alternative");
  BOOST_TEST(boundaries[0].find(boundaries[1]) == std::string::npos);
  BOOST_TEST(boundaries[1].find(boundaries[0]) == std::string::npos);
  BOOST_TEST(message.find("--" + boundaries[1] + "--\r\n--" + boundaries[0] + "\r\n") != std::string::npos);
  // The words themselves are what they were.
  const std::string words = alone.substr(alone.find("Content-Type: multipart/alternative"));
  BOOST_TEST(message.find(words) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_files_name_of_any_length_is_whole_and_has_a_plain_one_beside_it) {
  const std::regex plain_one("filename=\"([A-Za-z0-9._-]+)\"");
  for (const std::string& piece :
       {std::string("提"), std::string("a提"), std::string("x𠮷é"), std::string("a b"), std::string("\"';%=")})
    for (int n = 1; n < 60; ++n) {
      mail::Message m = example();
      std::string name;
      for (int i = 0; i < n; ++i) name += piece;
      name += ".xlsx";
      m.attachments = {{name, "text/plain", "x"}};
      const std::string message = mail::format(m);
      const auto at = message.find("Content-Disposition: ");
      const std::string header = message.substr(at, message.find("\r\n\r\n", at) + 2 - at);
      std::string encoded;
      int pieces = 0;
      for (const std::string& line : lines_of(header)) {
        BOOST_TEST(line.size() <= 76U, line);
        const std::string number = "filename*" + std::to_string(pieces) + "*=";
        for (const std::string& begin : {std::string(" filename*="), " " + number})
          if (line.rfind(begin, 0) == 0) {
            std::string value = line.substr(begin.size());
            if (value.back() == ';') value.pop_back();
            if (pieces == 0) BOOST_TEST(value.rfind("UTF-8''", 0) == 0U);
            const std::string part_of = base::from_hex([&] {
                                          std::string hex;
                                          value = pieces == 0 ? value.substr(7) : value;
                                          for (std::size_t i = 0; i < value.size(); ++i)
                                            if (value[i] == '%')
                                              hex += value.substr(i + 1, 2), i += 2;
                                            else
                                              hex += base::to_hex(value.substr(i, 1));
                                          return hex;
                                        }())
                                            .value();
            BOOST_TEST(is_utf8_whole(part_of), "a piece holds whole characters");
            encoded += part_of;
            ++pieces;
          }
      }
      BOOST_TEST(encoded == name);
      BOOST_TEST(std::regex_search(header, plain_one), header);
    }
  for (const char* bad : {"", "../x", "a/b", "a\\b"}) {
    mail::Message m = example();
    m.attachments = {{bad, "text/plain", "x"}};
    BOOST_CHECK_THROW(mail::format(m), mail::Malformed);
  }
}

BOOST_AUTO_TEST_CASE(waits_grow_and_end_after_two_days) {
  int before = 0;
  for (int tries = 1; tries < 20; ++tries) {
    const int minutes = mail::wait_after(tries, 10).value();
    BOOST_TEST(minutes >= before);
    before = minutes;
  }
  BOOST_TEST(mail::wait_after(1, 0).value() == 1);
  BOOST_TEST(mail::wait_after(4, 90).value() == 60);
  BOOST_TEST(!mail::wait_after(20, 2 * 24 * 60).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
