// A browser in process: keeps cookies, reads a page's form, fills it, posts it. One App per area, as that area's database role.
#pragma once

#include "common/database.h"
#include "web/app.h"

#include <map>
#include <string>
#include <vector>

namespace tests {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Page {
  web::Response response;
  int status() const { return response.status; }
  const std::string& html() const { return response.body; }
  bool has(const std::string& text) const { return html().find(text) != std::string::npos; }
  std::string location() const { return header("Location"); }
  std::string header(const std::string& name) const;
  // Is there a message beside this field?
  bool has_error(const std::string& field) const { return has("id=\"f-" + field + "-error\""); }
};

class Browser {
 public:
  Browser() = default;
  explicit Browser(const Person& person) { cookies["qj_session"] = person.cookie; }

  Page get(const std::string& path);  // with query
  // The form of the page at path (its hidden fields and token) with fields set over them, posted to `action` (path when empty).
  Page submit(const std::string& path, const Fields& fields, const std::string& action = "");
  Page post(const std::string& path, const Fields& fields);  // exactly these

  // The same with a file in it, under the name the sender gave it.
  Page upload(const std::string& path, const Fields& fields, const std::string& field, const std::string& name,
              const std::string& content);

  std::map<std::string, std::string> cookies;
  std::string origin, address = "127.0.0.1", user_agent = "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/6.0) MSIE 10.0";

 private:
  Page send(web::Request request);
};

web::App& app_for(const std::string& path);
std::vector<web::Area> all_areas();
Fields fields_of(const std::string& html, const std::string& action);  // what a browser would send of that form
std::string captcha_answer(const std::string& html);
Fields with(Fields fields, const Fields& changes);
// Fills the login form as a person would, captcha and all.
Page log_in(Browser& browser, const std::string& type, const std::string& login, const std::string& password,
            const std::string& query = "");

std::string between(const std::string& text, const std::string& left, const std::string& right);  // "" when left is not there

// Around tests that fail logins on purpose: nobody waits.
struct NobodyWaits {
  NobodyWaits() { sql("delete from login_throttle"); }
  ~NobodyWaits() { sql("delete from login_throttle"); }
};

// A setting for one test. Areas keep settings for half a minute: the test's App reads them anew.
class Setting {
 public:
  Setting(std::string key, const std::string& value);
  ~Setting() { set(before_); }

 private:
  void set(const std::string& value) const;
  std::string key_, before_;
};

}  // namespace tests
