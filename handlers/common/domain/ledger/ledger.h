// The ledger as a table: its rows, which columns a list shows, and what a row says in each. One table for the page, the file and
// the reminder's attachment. The columns themselves: instrument_columns.h.
#pragma once

#include "domain/ledger/instrument.h"
#include "domain/ledger/instrument_columns.h"
#include "domain/ledger/standing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct LedgerRow {
  long long id = 0;
  int version = 0;
  InstrumentValues values;
  std::string item_name, kind_name;  // kind_name with its variant: 水表（DN15～DN25）
  std::string division_path;         // 湖北省 仙桃市
  std::string state, last_result, state_reason;
  std::string public_code;
  long long appointment_id = 0;  // 0: on no open appointment
  std::string appointment_number;
  std::optional<Date> planned_on;
  bool ever_submitted = false;
  bool declared_beyond = false;  // 申报有效期长于检定周期

  bool recorded() const { return last_result == "pass" || last_result == "fail"; }
  Judgement judge(Date today) const;
};

// Columns that a list may show (all but id and version), those shown by default.
std::vector<std::string> listed_columns();
std::vector<std::string> default_columns();
// "name,kind,…" as stored and sent; unknown and repeated ones are left out; none left: the default ones.
std::vector<std::string> read_columns(std::string_view text);

// What a cell says, as a file has it: words for codes, dates as YYYY-MM-DD, "" for nothing.
std::string ledger_cell(std::string_view column, const LedgerRow& row, Date today);
// 检定状态 in words: 已超期 12 天, 30 天内到期（还有 9 天）, 正常 …
std::string standing_words(const Judgement& judged);

}  // namespace domain
