// The ledger as a list: filtered, sorted, counted by tab, a page at a time or row by row to the end. Every function takes the
// unit's id; row-level security repeats the condition. One filter (LedgerFilter) serves list, export, print, labels, calendar
// and bulk change: an address, a saved filter and a job hold the same value. Tabs count 数量 (twelve identical meters in one
// row are twelve instruments), the pager counts rows. Pages use OFFSET, which is cheap within one unit's ledger; lists that
// grow without end go on by key.
#pragma once

#include "domain/ledger/ledger.h"
#include "store/core/db.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct LedgerFilter {
  // all | due_soon | overdue | rotate | failed | not_verified | booked | stopped | scrapped; each instrument stands in one of
  // them or in none. due: what asks for something (failed, overdue, due_soon, rotate).
  std::string tab = "all";
  // Any part of these, by column of ledger_columns(); full and half width, upper and lower case alike.
  std::map<std::string, std::string> texts;
  // Exactly these: item (number), kind (id), use, delivery, origin, state, division (a code: all below it too).
  std::map<std::string, std::string> choices;
  std::optional<domain::Date> due_from, due_to;  // 有效期至, both included
  std::vector<long long> ids;                    // only these; empty: any
  std::string sort;                              // a column; "": urgent first
  bool descending = false;
  int size = 20, page = 1;

  bool narrowed() const;  // by more than its tab
};

// The texts and choices of a filter.
const std::vector<std::string>& ledger_texts();
const std::vector<std::string>& ledger_choices();
bool is_ledger_tab(const std::string& tab);

// As a job stores it.
nlohmann::json to_json(const LedgerFilter& filter);
LedgerFilter filter_from_json(const nlohmann::json& json);

struct LedgerPage {
  std::vector<domain::LedgerRow> rows;
  std::map<std::string, long long> counts;  // by tab: the sum of 数量
  long long matched = 0;                    // rows in the tab asked for
};
// One round trip. Pages of at most 100 rows.
LedgerPage list_ledger(Db& db, long long unit_id, const LedgerFilter& filter, domain::Date today);
long long count_ledger(Db& db, long long unit_id, const LedgerFilter& filter, domain::Date today);  // rows

// All that match, in the filter's order, few at a time, as they stood when it began.
void each_ledger_row(Db& db, long long unit_id, const LedgerFilter& filter, domain::Date today,
                     const std::function<void(const domain::LedgerRow&)>& take);
// Those that are there, in any order. At most a few thousand.
std::vector<domain::LedgerRow> find_ledger_rows(Db& db, long long unit_id, const std::vector<long long>& ids);

struct DueMonth {
  domain::Date month;                // its first day
  long long verify = 0, rotate = 0;  // 数量 of in-use instruments whose date falls into it
};
// This month and the eleven after it.
std::vector<DueMonth> due_by_month(Db& db, long long unit_id, domain::Date today);

}  // namespace store
