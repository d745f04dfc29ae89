// What arrives as bytes: parameters in two encodings, multipart bodies, cookies, tokens.
#include "common/database.h"
#include "web/errors.h"
#include "web/multipart.h"
#include "web/params.h"
#include "web/token.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

namespace {

std::string name_in(const std::string& query) { return web::parse_urlencoded(query).get("name"); }

web::Multipart read(const std::string& body, std::size_t step, const std::string& type = "multipart/form-data; boundary=XX") {
  std::size_t at = 0;
  const web::Source source = [&](char* data, std::size_t size) {
    const std::size_t n = std::min({size, step, body.size() - at});
    body.copy(data, n, at);
    at += n;
    return n;
  };
  return web::read_multipart(source, type, tests::env("QJ_FILES"));
}

std::string part(const std::string& head, const std::string& content) {
  return "--XX\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parsing)

BOOST_AUTO_TEST_CASE(the_same_word_arrives_from_utf8_and_from_gbk) {
  BOOST_TEST(name_in("name=%E8%A1%80%E5%8E%8B") == "血压");
  BOOST_TEST(name_in("name=%D1%AA%D1%B9") == "血压");      // GBK whose bytes are UTF-8 by accident
  BOOST_TEST(name_in("name=\xD1\xAA\xD1\xB9") == "血压");  // raw, as typed into old IE
  BOOST_TEST(name_in("name=%B5%E7%D7%D3%B3%D3") == "电子秤");
  BOOST_TEST(name_in("ie=%E2%9C%93&name=%C3%A9") == "é");  // marked: UTF-8 as it is
  BOOST_TEST(name_in("name=%C3%A9t%C3%A9") != "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_a_bad_request) {
  BOOST_CHECK_THROW(name_in("name=a%00b"), web::BadRequest);
  BOOST_CHECK_THROW(name_in("name=%FF%FE%FF"), web::BadRequest);
  BOOST_CHECK_THROW(name_in("ie=%E2%9C%93&name=%C0%80"), web::BadRequest);     // overlong
  BOOST_CHECK_THROW(name_in("ie=%E2%9C%93&name=%ED%A0%80"), web::BadRequest);  // a surrogate
}

BOOST_AUTO_TEST_CASE(odd_queries_are_read_without_harm) {
  BOOST_TEST(name_in("name=a%2") == "a%2");
  BOOST_TEST(name_in("&&=&name=1&name=2") == "1");
  BOOST_TEST(name_in("NAME=upper") == "");
  BOOST_TEST(name_in(std::string(100000, '&')) == "");
  std::string many;
  for (int n = 0; n < 3600; ++n) many += "a=1&";
  BOOST_CHECK_THROW(name_in(many + "b=1"), web::BadRequest);
}

BOOST_AUTO_TEST_CASE(a_multipart_body_reads_the_same_in_any_pieces) {
  std::string picture = "\x89PNG\r\n\x1A\n";
  for (int n = 0; n < 40000; ++n) picture += static_cast<char>(n * 7);
  picture += "\r\n--X\r\n--XY\r\n-";  // almost a boundary
  const std::string body =
      part("name=\"unit_name\"", "示范\r\n店") +
      part("name=\"license\"; filename=\"C:\\\\照片\\\\a \\\"b\\\".png\"\r\nContent-Type: image/png", picture) +
      part("name=\"empty\"; filename=\"\"", "") + "--XX--\r\n";
  for (const std::size_t step : {1UL, 2UL, 7UL, 4096UL, 1000000UL}) {
    const web::Multipart form = read(body, step);
    BOOST_REQUIRE(form.fields.size() == 1U);
    BOOST_TEST(form.fields[0].second == "示范\r\n店");
    BOOST_REQUIRE(form.files.count("license") == 1U);
    BOOST_TEST(form.files.count("empty") == 0U);
    const web::Upload& upload = form.files.at("license");
    BOOST_TEST(upload.client_name == "a \"b\".png");
    std::ostringstream stored;
    stored << std::ifstream(*upload.path, std::ios::binary).rdbuf();
    BOOST_TEST((stored.str() == picture));
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_multipart_body_is_refused_and_leaves_no_file) {
  const std::string whole = part("name=\"f\"; filename=\"a\"", "content") + "--XX--\r\n";
  for (std::size_t cut = 0; cut + 4 < whole.size(); ++cut) BOOST_CHECK_THROW(read(whole.substr(0, cut), 16), web::BadRequest);
  BOOST_CHECK_THROW(read(whole, 16, "multipart/form-data"), web::BadRequest);
  BOOST_CHECK_THROW(read(whole, 16, "multipart/form-data; boundary=\"\""), web::BadRequest);
  BOOST_CHECK_THROW(read(part("filename=\"a\"", "x") + "--XX--", 16), web::BadRequest);
  BOOST_CHECK_THROW(read(part("name=\"f\"", std::string(70000, 'x')) + "--XX--", 4096), web::TooLarge);
  BOOST_CHECK_THROW(read("--XX\r\nX: " + std::string(10000, 'x'), 4096), web::TooLarge);
  BOOST_TEST(read(whole, 16, "multipart/form-data; boundary=\"XX\"").files.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_part_may_say_its_files_name_before_its_own) {
  const web::Multipart form =
      read(part("filename=\"a; name=\\\"b\\\".png\"; name=\"f\"", "x") + part("x=\"1\";name=\"g\"", "y") + "--XX--", 16);
  BOOST_REQUIRE(form.files.count("f") == 1U);
  BOOST_TEST(form.files.at("f").client_name == "a; name=\"b\".png");
  BOOST_TEST((form.fields == std::vector<std::pair<std::string, std::string>>{{"g", "y"}}));
  for (const char* head : {"name=", "name=f", "name", "=\"f\"", "; ;", "filename=\"name=\"", "xname=\"f\""})
    BOOST_CHECK_THROW(read(part(head, "x") + "--XX--", 16), web::BadRequest);
}

BOOST_AUTO_TEST_CASE(cookies_are_read_one_by_one) {
  const auto cookies = web::parse_cookies("a=1; qj_session=abc;b; c=x=y ; a=2");
  BOOST_TEST(cookies.at("a") == "1");
  BOOST_TEST(cookies.at("qj_session") == "abc");
  BOOST_TEST(cookies.at("c") == "x=y ");
}

BOOST_AUTO_TEST_CASE(a_token_fits_its_browser_path_and_time_only) {
  const base::Key key(base::random_bytes(32)), other(base::random_bytes(32));
  const std::string token = web::make_token(key, "cookie", "/ledger/new", 1000);
  BOOST_TEST(web::check_token(key, token, "cookie", "/ledger/new", 1001).has_value());
  BOOST_TEST(web::check_token(key, token, "cookie", "/ledger/new", 1000 + web::token_lifetime).has_value());
  BOOST_TEST(!web::check_token(key, token, "cookie", "/ledger/new", 1001 + web::token_lifetime).has_value());
  BOOST_TEST(!web::check_token(key, token, "other", "/ledger/new", 1001).has_value());
  BOOST_TEST(!web::check_token(key, token, "cookie/", "ledger/new", 1001).has_value());
  BOOST_TEST(!web::check_token(key, token, "", "/ledger/new", 1001).has_value());
  BOOST_TEST(!web::check_token(other, token, "cookie", "/ledger/new", 1001).has_value());
  for (std::size_t n = 0; n < token.size(); ++n) {
    std::string changed = token;
    changed[n] = changed[n] == 'A' ? 'B' : 'A';
    BOOST_TEST(!web::check_token(key, changed, "cookie", "/ledger/new", 1001).has_value());
  }
}

BOOST_AUTO_TEST_SUITE_END()
