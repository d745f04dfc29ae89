// See serials.h.
#include "domain/ledger/serials.h"

#include "base/lines.h"
#include "domain/ledger/instrument.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace domain {
namespace {

constexpr std::size_t longest_serial = 60, longest_number = 9;
const char* const field = "serial_numbers";

// The pieces between line ends and list signs.
std::vector<std::string> pieces(std::string text) {
  for (const std::string_view sign : {"、", "，", "；", ",", ";", "\r"})
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.replace(at, sign.size(), "\n");
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string piece = trim(half_width(text.substr(begin, end - begin)));
    if (!piece.empty()) found.push_back(piece);
    begin = end + 1;
  }
  return found;
}

struct Ends {
  std::string first, last;
};

// A hyphen alone is no run: most serial numbers have one.
bool is_run(const std::string& piece, Ends& ends) {
  for (const std::string_view sign : {"~", "～", "至", "—"}) {
    const std::size_t at = piece.find(sign);
    if (at == std::string::npos) continue;
    std::size_t behind = at;
    while (piece.compare(behind, sign.size(), sign) == 0) behind += sign.size();
    ends = {trim(piece.substr(0, at)), trim(piece.substr(behind))};
    return true;
  }
  return false;
}

std::size_t letters_of(const std::string& serial) { return serial.find_last_not_of("0123456789") + 1; }

// The error's code, or "".
std::string expand(const Ends& ends, std::vector<std::string>& out) {
  const std::size_t first = letters_of(ends.first), last = letters_of(ends.last);
  const std::string prefix = ends.first.substr(0, first), from = ends.first.substr(first), to = ends.last.substr(last);
  // A001~020: the end without its letters is understood.
  const bool same = last == 0 || ends.last.substr(0, last) == prefix;
  if (from.empty() || to.empty() || !same || from.size() > longest_number || to.size() > longest_number)
    return "SERIAL_RUN_UNCLEAR";
  const int low = std::stoi(from), high = std::stoi(to);
  if (high < low) return "SERIAL_RUN_BACKWARDS";
  if (high - low >= most_serials) return "TOO_MANY_SERIALS";
  for (int n = low; n <= high; ++n) {
    const std::string digits = std::to_string(n);
    out.push_back(prefix + std::string(from.size() > digits.size() ? from.size() - digits.size() : 0, '0') + digits);
  }
  return "";
}

}  // namespace

Checked<std::vector<std::string>> expand_serials(std::string_view typed) {
  Checked<std::vector<std::string>> checked;
  const auto refuse = [&](const char* code, const std::string& a = "") {
    checked.errors = {{field, code, a}};
    return checked;
  };
  if (has_control(typed, true)) return refuse("CONTROL_CHARACTER");
  for (const std::string& piece : pieces(base::unify_lines(typed))) {
    Ends ends;
    if (!is_run(piece, ends)) {
      checked.value.push_back(piece);
    } else if (const std::string code = expand(ends, checked.value); !code.empty()) {
      return refuse(code.c_str(), code == "TOO_MANY_SERIALS" ? std::to_string(most_serials) : piece);
    }
    if (checked.value.size() > static_cast<std::size_t>(most_serials))
      return refuse("TOO_MANY_SERIALS", std::to_string(most_serials));
  }
  if (checked.value.empty()) return refuse("REQUIRED");
  std::set<std::string> seen;
  for (const std::string& serial : checked.value) {
    if (length(serial) > longest_serial) return refuse("TOO_LONG", std::to_string(longest_serial));
    if (is_spreadsheet_number(serial)) return refuse("SERIAL_SPREADSHEET");
    if (!seen.insert(serial).second) return refuse("SERIAL_TWICE", serial);
  }
  return checked;
}

}  // namespace domain
