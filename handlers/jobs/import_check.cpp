// An import's check: the file is read row by row, each row is checked and staged, a few hundred at a time. Facts about the file
// are stored with the import; then the file is removed.
#include "base/json.h"
#include "base/table.h"
#include "jobs/jobs.h"
#include "store/ledger/import_staging.h"
#include "store/ledger/ledger.h"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace jobs {
namespace {

constexpr std::size_t batch_rows = 500, batch_text = 2u << 20, sheets_looked_at = 10;

struct Refusal {  // of the file as a whole, with the place of it
  domain::Error error;
  std::size_t row = 0, column = 0;
};

struct Found {
  std::size_t sheet = 0;
  domain::ImportColumns columns;
};

// The first sheet whose header we can work with; else what is wrong with the first that has one.
Found find_header(base::TableFile& file) {
  std::optional<Refusal> refused;
  const std::size_t sheets = std::min(file.sheets().size(), sheets_looked_at);
  for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
    std::optional<domain::ImportColumns> columns;
    std::size_t looked_at = 0;
    file.read(sheet, [&](std::size_t row, const std::vector<base::Cell>& cells) {
      columns = domain::read_import_header(row, cells);
      return !columns && ++looked_at < domain::header_lines;
    });
    if (!columns) continue;
    const auto wrong = domain::refuse_columns(*columns);
    if (!wrong) return {sheet, *columns};
    if (!refused) refused = Refusal{*wrong, columns->row};
  }
  throw refused.value_or(Refusal{{"", "HEADER_NOT_FOUND", std::to_string(domain::header_lines)}});
}

class Check {
 public:
  Check(const Work& work, const store::Import& import)
      : work_(work), result_(import), reference_(store::import_reference(work.db, work.job.unit_id)) {}

  store::Import run() {
    try {
      read();
    } catch (const base::TableRefused& e) {
      refuse({{"", e.code, e.a}, e.row, e.column});
    } catch (const Refusal& refusal) {
      refuse(refusal);
    }
    return std::move(result_);
  }

 private:
  struct Pending {
    std::size_t number;
    std::vector<base::Cell> cells;
  };

  void read() {
    const auto file = base::open_table(work_.config.files + "/" + result_.file_name);
    result_.info = {{"format", file->format}, {"encoding", file->encoding}, {"separator", file->separator}};
    Found found = find_header(*file);
    columns_ = std::move(found.columns);
    result_.info["sheet"] = file->sheets()[found.sheet];
    result_.info["header_row"] = columns_.row;
    result_.info["headers"] = columns_.headers;
    result_.info["fields"] = columns_.fields;
    result_.info["unknown"] = columns_.unknown;
    file->read(found.sheet, [&](std::size_t row, const std::vector<base::Cell>& cells) {
      if (row > columns_.row) take(row, cells);
      if (pending_.size() == batch_rows || pending_text_ > batch_text) flush(file->percent());
      return true;
    });
    flush(100);
    if (rows_ == 0) throw Refusal{{"", "NO_ROWS"}};
    result_.info["formulas"] = formulas_;
    result_.info["examples"] = examples_;
  }

  void take(std::size_t number, const std::vector<base::Cell>& cells) {
    bool empty = true;
    for (std::size_t n = 0; n < std::min(cells.size(), columns_.fields.size()); ++n) {
      if (columns_.fields[n].empty()) continue;
      empty = empty && cells[n].text.empty() && !cells[n].formula;
      if (cells[n].formula) ++formulas_;
    }
    if (empty) return;
    const std::size_t remark = columns_.at("remark");
    if (remark < cells.size() && domain::is_example(cells[remark].text)) {
      ++examples_;
      return;
    }
    if (++rows_ > domain::most_import_rows)
      throw Refusal{{"", "TOO_MANY_ROWS", std::to_string(domain::most_import_rows)}, number};
    pending_.push_back({number, cells});
    for (const base::Cell& cell : cells) pending_text_ += cell.text.size();
  }

  void flush(int percent) {
    if (pending_.empty()) return;
    std::vector<domain::ImportKey> keys;
    for (const Pending& row : pending_) keys.push_back(domain::import_key(columns_, row.cells));
    const auto old = old_rows(keys);
    std::vector<store::StagedRow> staged;
    for (std::size_t n = 0; n < pending_.size(); ++n) staged.push_back(judge(pending_[n], keys[n], old));
    warn_of_duplicates(staged);
    for (const store::StagedRow& row : staged) count(row);
    const bool locked = work_.db.transaction(work_.job.actor(),
                                             [&](store::Tx& tx) { return store::stage_rows(tx, work_.job, result_.id, staged); });
    if (!locked) throw std::runtime_error("another runner has it");
    store::job_progress(work_.db, work_.job, percent, 100);
    pending_.clear();
    pending_text_ = 0;
  }

  using OldRows = std::unordered_map<long long, domain::LedgerRow>;
  OldRows old_rows(const std::vector<domain::ImportKey>& keys) {
    std::vector<long long> ids;
    for (const domain::ImportKey& key : keys)
      if (key.id != 0) ids.push_back(key.id);
    OldRows rows;
    for (domain::LedgerRow& row : store::find_ledger_rows(work_.db, work_.job.unit_id, ids)) {
      const long long id = row.id;
      rows.emplace(id, std::move(row));
    }
    return rows;
  }

  store::StagedRow judge(const Pending& row, const domain::ImportKey& key, const OldRows& old) {
    store::StagedRow staged;
    staged.row_no = static_cast<int>(row.number);
    for (const base::Cell& cell : row.cells) staged.cells.push_back(cell.text);
    const auto it = key.id != 0 ? old.find(key.id) : old.end();
    const domain::LedgerRow* was = it != old.end() ? &it->second : nullptr;
    staged.checked = domain::check_import_row(columns_, reference_, row.cells, key, was, work_.today);
    if (staged.checked.errors.empty()) staged.old = was;
    if (was == nullptr || !staged.checked.errors.empty()) return staged;
    const auto [first, fresh] = ids_.emplace(key.id, staged.row_no);
    if (!fresh) staged.checked.errors.push_back({"id", "ID_TWICE", std::to_string(first->second)});
    return staged;
  }

  void warn_of_duplicates(std::vector<store::StagedRow>& staged) {
    const std::vector<int> duplicates = store::ledger_duplicates(work_.db, work_.job.unit_id, staged);
    for (std::size_t n = 0; n < staged.size(); ++n) {
      store::StagedRow& row = staged[n];
      const domain::InstrumentValues& v = row.checked.values;
      if (!row.checked.errors.empty() || v.serial_number == "无") continue;
      if (row.old == nullptr && duplicates[n] > 0)
        row.warnings.push_back({"serial_number", "DUPLICATE_LEDGER", std::to_string(duplicates[n])});
      const std::size_t key =
          std::hash<std::string>()(std::to_string(v.kind_id) + '\n' + v.serial_number + '\n' + v.manufacturer);
      const auto [first, fresh] = serials_.emplace(key, row.row_no);
      if (!fresh) row.warnings.push_back({"serial_number", "DUPLICATE_FILE", std::to_string(first->second)});
    }
  }

  void count(const store::StagedRow& row) {
    if (!row.checked.errors.empty())
      ++result_.error_rows;
    else if (row.old == nullptr)
      ++result_.new_rows;
    else if (row.checked.changes.empty())
      ++result_.same_rows;
    else
      ++result_.changed_rows;
    if (row.checked.errors.empty() && !row.warnings.empty()) ++result_.warning_rows;
  }

  void refuse(const Refusal& refusal) {
    result_.refused = {{"code", refusal.error.code},
                       {"a", refusal.error.a},
                       {"row", refusal.row},
                       {"column", refusal.column == 0 ? "" : base::column_letters(refusal.column)}};
    result_.new_rows = result_.changed_rows = result_.same_rows = result_.error_rows = result_.warning_rows = 0;
  }

  const Work& work_;
  store::Import result_;
  domain::ImportReference reference_;
  domain::ImportColumns columns_;
  std::vector<Pending> pending_;
  std::size_t pending_text_ = 0, rows_ = 0, formulas_ = 0, examples_ = 0;
  std::unordered_map<long long, int> ids_;
  std::unordered_map<std::size_t, int> serials_;
};

}  // namespace

void check_import(const Work& work) {
  const long long id = work.job.params.at("import");
  const auto import = store::find_import(work.db, work.job.unit_id, id);
  if (!import) {  // tidied away
    work.db.transaction(work.job.actor(), [&](store::Tx& tx) { store::finish_job(tx, work.job, nlohmann::json::object()); });
    return;
  }
  const store::Actor actor = work.job.actor();
  if (!work.db.transaction(actor, [&](store::Tx& tx) { return store::clear_staged(tx, work.job, id); })) return;
  store::Import result = *import;
  if (import->state == "checking") result = Check(work, *import).run();
  work.db.transaction(actor, [&](store::Tx& tx) { store::finish_check(tx, work.job, result); });
  if (!import->file_name.empty()) ::unlink((work.config.files + "/" + import->file_name).c_str());
}

}  // namespace jobs
