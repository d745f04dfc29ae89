// See commands.h.
#include "qjctl/commands.h"

#include "base/json.h"
#include "base/utf8.h"

#include <unistd.h>

#include <cstdio>

namespace qjctl {
namespace {

bool is_control(unsigned char c) { return c < ' ' || c == 0x7F; }

// Places on a terminal: one for a byte of ASCII, two for anything from U+1100 on, which is where wide scripts begin.
std::size_t width(const std::string& text) {
  std::size_t places = 0;
  base::utf8::each(text, [&](char32_t point, std::string_view) {
    places += point >= 0x1100 ? 2 : 1;
    return true;
  });
  return places;
}

std::string printable(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (!is_control(static_cast<unsigned char>(c))) out += c;
  return out;
}

}  // namespace

store::Actor operator_actor() {
  const char* name = getlogin();
  return {0, std::string("qjctl:") + (name ? name : "operator"), ""};
}

store::Db owner(const base::Config& config) { return store::Db(config.database, "qj_owner"); }

int refused(const std::string& words) {
  std::fprintf(stderr, "qjctl: %s\n", words.c_str());
  return base::exit_data;
}

int try_again(const std::string& words) {
  std::fprintf(stderr, "qjctl: %s\n", words.c_str());
  return base::exit_try_again;
}

void add_list_options(CLI::App& command, ListOptions& options) {
  command.add_option("--limit", options.limit, "rows a page")->check(CLI::Range(1, 10000))->capture_default_str();
  command.add_option("--page", options.page, "which page, from 1")->check(CLI::Range(1, 100000))->capture_default_str();
  add_json_option(command, options.json);
}

void add_json_option(CLI::App& command, bool& json) { command.add_flag("--json", json, "prints JSON"); }

void Table::print() const {
  std::vector<std::size_t> widths(rows_[0].size(), 0);
  for (const auto& row : rows_)
    for (std::size_t n = 0; n < row.size(); ++n) widths[n] = std::max(widths[n], width(printable(row[n])));
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t n = 0; n < row.size(); ++n) {
      const std::string text = printable(row[n]);
      line += text + (n + 1 < row.size() ? std::string(widths[n] - width(text) + 2, ' ') : "");
    }
    std::puts(line.c_str());
  }
}

void print(const nlohmann::json& value) { std::puts(value.dump(2).c_str()); }

}  // namespace qjctl
