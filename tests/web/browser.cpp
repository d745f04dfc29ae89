// See browser.h.
#include "web/browser.h"

#include "accounts/pages.h"
#include "admin/pages.h"
#include "appointments/pages.h"
#include "desk/pages.h"
#include "ledger/pages.h"
#include "portal/pages.h"
#include "query/pages.h"
#include "supervision/pages.h"
#include "web/params.h"

#include <unistd.h>

#include <fstream>
#include <memory>
#include <regex>
#include <stdexcept>

namespace tests {
namespace {

std::string unescape(std::string text) {
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

std::string attribute(const std::string& tag, const std::string& name) {
  std::smatch m;
  return std::regex_search(tag, m, std::regex(" " + name + "=\"([^\"]*)\"")) ? unescape(m[1]) : "";
}

bool flagged(const std::string& tag, const std::string& name) { return tag.find(" " + name) != std::string::npos; }

// Inputs and text areas; buttons are pressed by the test.
void read_inputs(const std::string& form, Fields& fields) {
  const std::regex input("<input [^>]*>");
  for (auto it = std::sregex_iterator(form.begin(), form.end(), input); it != std::sregex_iterator(); ++it) {
    const std::string tag = it->str(), type = attribute(tag, "type");
    if (type == "submit" || type == "file") continue;
    if ((type == "radio" || type == "checkbox") && !flagged(tag, "checked")) continue;
    fields.emplace_back(attribute(tag, "name"), attribute(tag, "value"));
  }
  const std::regex area("<textarea ([^>]*)>\n?([^<]*)</textarea>");
  for (auto it = std::sregex_iterator(form.begin(), form.end(), area); it != std::sregex_iterator(); ++it)
    fields.emplace_back(attribute(" " + (*it)[1].str(), "name"), unescape((*it)[2]));
}

void read_selects(const std::string& form, Fields& fields) {
  for (std::size_t at = form.find("<select "); at != std::string::npos; at = form.find("<select ", at + 1)) {
    const std::string whole = form.substr(at, form.find("</select>", at) - at);
    std::string value;
    const std::regex option("<option [^>]*>");
    bool first = true;
    for (auto it = std::sregex_iterator(whole.begin(), whole.end(), option); it != std::sregex_iterator(); ++it) {
      if (first || flagged(it->str(), "selected")) value = attribute(it->str(), "value");
      first = false;
    }
    fields.emplace_back(attribute(whole.substr(0, whole.find('>') + 1), "name"), value);
  }
}

}  // namespace

std::vector<web::Area> all_areas() {
  return {web::area("portal", portal::routes), web::area("accounts", accounts::routes, 2, true),
          web::area("ledger", ledger::routes), web::area("appointments", appointments::routes),
          web::area("desk", desk::routes),     web::area("supervision", supervision::routes),
          web::area("admin", admin::routes),   query::area};
}

web::App& app_for(const std::string& path) {
  static std::map<std::string, std::unique_ptr<web::App>> apps;
  std::string name = path.substr(1, path.find_first_of("/?", 1) - 1);
  const auto areas = all_areas();
  if (std::none_of(areas.begin(), areas.end(), [&](const web::Area& area) { return area.name == name; })) name = "portal";
  auto& slot = apps[name];
  if (!slot)
    for (const web::Area& area : areas)
      if (area.name == name) slot = std::make_unique<web::App>(area, web::App::make_tools(area, base::Config::load()));
  return *slot;
}

std::string Page::header(const std::string& name) const {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

Page Browser::send(web::Request request) {
  static int n = 0;
  request.id = "test-" + std::to_string(++n);
  request.address = address;
  request.user_agent = user_agent;
  request.host = "portal.test";
  request.origin = origin;
  request.cookies = cookies;
  Page page{app_for(request.path).respond(request)};
  if (page.response.stream) page.response.stream([&](std::string_view bytes) { page.response.body += bytes; });
  for (const auto& [name, value] : page.response.headers) {
    if (name != "Set-Cookie") continue;
    const auto equals = value.find('='), end = value.find(';');
    const std::string content = value.substr(equals + 1, end - equals - 1);
    if (content.empty())
      cookies.erase(value.substr(0, equals));
    else
      cookies[value.substr(0, equals)] = content;
  }
  return page;
}

Page Browser::get(const std::string& path) {
  web::Request request;
  request.method = "GET";
  request.path = path.substr(0, path.find('?'));
  if (path.find('?') != std::string::npos) request.query = web::parse_urlencoded(path.substr(path.find('?') + 1));
  return send(request);
}

Page Browser::post(const std::string& path, const Fields& fields) {
  web::Request request;
  request.method = "POST";
  request.path = path;
  request.form = web::decode(fields);
  return send(request);
}

Page Browser::upload(const std::string& path, const Fields& fields, const std::string& field, const std::string& name,
                     const std::string& content) {
  static int n = 0;
  web::Request request;
  request.method = "POST";
  request.path = path;
  request.form = web::decode(fields);
  const std::string file = base::Config::load().files + "/.test-" + std::to_string(++n);
  std::ofstream(file, std::ios::binary) << content;
  const std::shared_ptr<const std::string> kept(new std::string(file), [](const std::string* p) {
    ::unlink(p->c_str());
    delete p;
  });
  request.files[field] = {name, content.size(), base::sha256_hex(content), kept};
  return send(request);
}

Page Browser::submit(const std::string& path, const Fields& fields, const std::string& action) {
  const std::string target = action.empty() ? path.substr(0, path.find('?')) : action;
  const Page page = get(path);
  if (page.status() != 200) throw std::runtime_error(path + " is not there: " + std::to_string(page.status()));
  return post(target, with(fields_of(page.html(), target), fields));
}

Fields fields_of(const std::string& html, const std::string& action) {
  const auto begin = html.find("action=\"" + action + "\"");
  if (begin == std::string::npos) throw std::runtime_error("no form for " + action);
  const std::string form = html.substr(begin, html.find("</form>", begin) - begin);
  Fields fields;
  read_inputs(form, fields);
  read_selects(form, fields);
  return fields;
}

std::string captcha_answer(const std::string& html) {
  static const std::vector<std::string> numerals = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const auto at = html.find("验证码问答：");
  if (at == std::string::npos) throw std::runtime_error("no captcha");
  const std::string question = html.substr(at + 18, 9);  // three characters of three bytes
  const auto value = [&](const std::string& c) { return std::find(numerals.begin(), numerals.end(), c) - numerals.begin(); };
  const auto a = value(question.substr(0, 3)), b = value(question.substr(6, 3));
  return std::to_string(question.substr(3, 3) == "加" ? a + b : a - b);
}

Page log_in(Browser& browser, const std::string& type, const std::string& login, const std::string& password,
            const std::string& query) {
  const Page form = browser.get("/accounts/login" + query);
  return browser.post("/accounts/login",
                      with(fields_of(form.html(), "/accounts/login"), {{"user_type", type},
                                                                       {"login", login},
                                                                       {"password", password},
                                                                       {"captcha", captcha_answer(form.html())},
                                                                       {"op_login", "登录"}}));
}

Fields with(Fields fields, const Fields& changes) {
  for (const auto& [name, value] : changes) {
    bool found = false;
    for (auto& field : fields)
      if (field.first == name) {
        field.second = value;
        found = true;
      }
    if (!found) fields.emplace_back(name, value);
  }
  return fields;
}

std::string between(const std::string& text, const std::string& left, const std::string& right) {
  const auto at = text.find(left);
  if (at == std::string::npos) return "";
  const auto begin = at + left.size();
  return text.substr(begin, text.find(right, begin) - begin);
}

Setting::Setting(std::string key, const std::string& value)
    : key_(std::move(key)), before_(text_of("select value from settings where key = '" + key_ + "'")) {
  set(value);
}

void Setting::set(const std::string& value) const {
  sql("update settings set value = '" + value + "' where key = '" + key_ + "'");
  for (const char* path : {"/accounts", "/ledger", "/appointments", "/desk", "/supervision", "/admin", "/"})
    app_for(path).forget_settings();
}

}  // namespace tests
