// The settings an administrator may change while everything runs: one table gives the name, the limits and the default of each,
// and drives the form, its check and the stored value. And the offices under 联系我们.
#pragma once

#include "domain/values/error.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class SettingKind {
  text,        // at most `most` characters; `least` 1: must not be empty
  number,      // from `least` to `most`
  times,       // times of day, stored as 9:00,14:00
  yes_no,      // yes | no
  user_types,  // a set of user types, stored with commas between
  lines        // one entry a line, each of at most `most` characters
};

struct Setting {
  std::string_view key;
  SettingKind kind;
  int least = 0, most = 0;
};

// In the order of the form. What belongs to demonstrations only is none of them.
const std::vector<Setting>& settings();

// key → as typed (a ticked box: yes; a set: codes with commas between), or as stored.
using SettingValues = std::map<std::string, std::string>;
// Errors stand on setting_field(key): REQUIRED, TOO_LONG, NOT_A_NUMBER, OUT_OF_RANGE, TIMES_FORMAT, NOT_A_CHOICE, LINES_TOO_LONG
// (a = characters a line), CONTROL_CHARACTER.
Checked<SettingValues> check(const SettingValues& typed);
std::string setting_field(std::string_view key);  // title → setting_title

struct OfficeForm {  // as typed
  std::string position, name, address, postcode, phone, fax;
};
struct OfficeValues {
  int position = 0;  // offices are shown from the lowest to the highest
  std::string name, address, postcode, phone, fax;
};
Checked<OfficeValues> check(const OfficeForm& form);

}  // namespace domain
