// The ledger as a file: exactly the rows of a list, in its order, as csv or xlsx, written row by row so that memory does not
// grow with the ledger. For pages (small files, streams) and for qj-jobs: csv is a stream of any size; an xlsx must be complete
// before its first byte is sent, so beyond 2,000 rows a job makes it.
#pragma once

#include "base/encoding.h"
#include "store/ledger/ledger.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct LedgerFile {
  LedgerFilter filter;
  std::vector<std::string> columns;  // codes, in order
  bool with_ids = true;              // id and version behind them, so that the file can be changed and imported again
  domain::Date today;
};
nlohmann::json to_json(const LedgerFile& file);
LedgerFile ledger_file_from_json(const nlohmann::json& json);

std::vector<std::string> header_of(const LedgerFile& file);  // the columns' names, id and version too

// How many rows were written. take: the next bytes of the file.
enum class CsvEncoding { utf8, gb18030 };
long long write_csv(Db& db, long long unit_id, const LedgerFile& file, CsvEncoding encoding,
                    const std::function<void(std::string_view)>& take);
// path: made or overwritten; folder: for what is written meanwhile. progress: called now and then with the rows so far.
constexpr long long most_xlsx_rows = 1'000'000;
long long write_xlsx(Db& db, long long unit_id, const LedgerFile& file, const std::string& path, const std::string& folder,
                     const std::function<void(long long)>& progress = {});
// What a program that reads GB18030 as GBK would show wrongly in this file.
base::BeyondGbk unencodable(Db& db, long long unit_id, const LedgerFile& file);

}  // namespace store
