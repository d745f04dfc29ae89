// See catalogue.h. Reading a file stands in catalogue_file.cpp.
#include "domain/catalogue/catalogue.h"

#include "domain/values/terms.h"

#include <algorithm>
#include <map>

namespace domain {
namespace {

std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); }

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : std::string(separator)) + w;
  return out;
}

std::vector<FieldChange> field_changes(const CatalogueRow& before, const CatalogueRow& after) {
  const base::CsvRow old_cells = catalogue_cells(before), new_cells = catalogue_cells(after);
  std::vector<FieldChange> changes;
  for (std::size_t n = 0; n < old_cells.size(); ++n) {
    const std::string& column = catalogue_columns()[n];
    if (old_cells[n] != new_cells[n])
      changes.push_back({column, catalogue_shown(column, old_cells[n]), catalogue_shown(column, new_cells[n])});
  }
  return changes;
}

}  // namespace

std::string CatalogueRow::name() const { return variant.empty() ? kind_name : kind_name + "（" + variant + "）"; }

const std::vector<std::string>& catalogue_columns() {
  static const std::vector<std::string> columns{
      "item_no",      "item_name",           "kind_no",    "variant",   "kind_name", "supervision", "mode", "uses", "scope",
      "cycle_months", "service_life_months", "regulation", "condition", "notice",    "checked"};
  return columns;
}

base::CsvRow catalogue_cells(const CatalogueRow& row) {
  return {std::to_string(row.item_no),
          row.item_name,
          std::to_string(row.kind_no),
          row.variant,
          row.kind_name,
          std::string(word(supervisions(), row.supervision)),  // the file writes the notice's words
          row.mode,
          joined(row.uses, ";"),
          row.scope,
          number(row.cycle_months),
          number(row.service_life_months),
          row.regulation,
          row.condition,
          row.notice,
          row.checked ? "1" : "0"};
}

std::string catalogue_csv(const std::vector<CatalogueRow>& rows, base::CsvWriter::For whom) {
  base::CsvWriter csv(whom);
  csv.row(catalogue_columns());
  for (const CatalogueRow& row : rows) csv.row(catalogue_cells(row));
  return csv.take();
}

std::string CatalogueFile::notices() const {
  std::vector<std::string> found;
  for (const CatalogueRow& row : rows)
    if (std::find(found.begin(), found.end(), row.notice) == found.end()) found.push_back(row.notice);
  return joined(found, "、");
}

std::string catalogue_shown(std::string_view column, std::string_view cell) {
  if (column == "mode") return std::string(word(modes(), cell));
  if (column == "supervision") return std::string(word(supervisions(), cell));
  if (column == "checked") return cell == "1" ? "是" : "否";
  if (column != "uses") return std::string(cell);
  std::vector<std::string> words;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    words.emplace_back(word(uses(), cell.substr(0, end)));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return joined(words, "、");
}

CatalogueDifference compare(const std::vector<CatalogueEntry>& current, const std::vector<CatalogueRow>& next) {
  CatalogueDifference difference;
  std::map<std::pair<int, std::string>, const CatalogueEntry*> known;
  for (const CatalogueEntry& entry : current) known[entry.row.key()] = &entry;
  std::map<std::pair<int, std::string>, bool> kept;
  for (const CatalogueRow& row : next) {
    kept[row.key()] = true;
    const auto found = known.find(row.key());
    if (found == known.end()) {
      difference.changes.push_back({CatalogueChange::What::added, 0, row, {}});
      ++difference.added;
      continue;
    }
    const CatalogueEntry& entry = *found->second;
    std::vector<FieldChange> fields = field_changes(entry.row, row);
    if (entry.retired) {
      difference.changes.push_back({CatalogueChange::What::restored, entry.id, row, std::move(fields)});
      ++difference.added;
    } else if (!fields.empty()) {
      difference.changes.push_back({CatalogueChange::What::changed, entry.id, row, std::move(fields)});
      ++difference.changed;
    } else {
      ++difference.unchanged;
    }
  }
  int in_use = 0;
  for (const CatalogueEntry& entry : current) {
    if (entry.retired) continue;
    ++in_use;
    if (kept.count(entry.row.key()) != 0) continue;
    difference.changes.push_back({CatalogueChange::What::retired, entry.id, entry.row, {}});
    ++difference.retired;
  }
  difference.retires_most = 2 * difference.retired > in_use;
  return difference;
}

}  // namespace domain
