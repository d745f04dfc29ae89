// See audit_words.h.
#include "parts/audit_words.h"

#include "domain/administration/audit.h"
#include "domain/ledger/ledger.h"

#include <algorithm>

namespace parts {
namespace {

void show(const view::Dict& dict, const std::string& value) {
  dict.set("VALUE", value);
  dict.show_if(value.empty(), "EMPTY");
}

// Of what is new, empty fields say nothing; nor do those of what is gone.
bool says_something(const store::AuditChange& change) {
  return !(change.old_value.empty() && change.new_value.empty() && change.had != change.has);
}

// An instrument's fields as its form has them, but for the name, which comes first; others as they come.
std::size_t place_of(const store::AuditChange& change) {
  const auto& columns = domain::import_columns();
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const domain::Column& c) { return c.sql == change.field; });
  return static_cast<std::size_t>(found - columns.begin());
}

std::vector<store::AuditChange> in_order(const store::AuditRow& row) {
  std::vector<store::AuditChange> changes = row.changes;
  if (row.subject == "instrument")
    std::stable_sort(changes.begin(), changes.end(),
                     [](const store::AuditChange& x, const store::AuditChange& y) { return place_of(x) < place_of(y); });
  return changes;
}

}  // namespace

std::string AuditWords::value(const store::AuditRow& row, const store::AuditChange& change, const std::string& value) const {
  const auto found = names_.find({change.field.substr(change.field.rfind('.') + 1), value});
  return found == names_.end() ? domain::audit_value(row.subject, change.field, value) : found->second;
}

void AuditWords::add_changes(const view::Dict& dict, const store::AuditRow& row) const {
  for (const store::AuditChange& change : in_order(row)) {
    if (!says_something(change)) continue;
    const view::Dict line = dict.add("CHANGE");
    line.set("LABEL", domain::audit_label(row.subject, change.field));
    if (change.had) show(line.add("OLD"), value(row, change, change.old_value));
    line.show_if(change.had && change.has, "ARROW");
    line.show_if(change.had && !change.has, "GONE");
    if (change.has) show(line.add("NEW"), value(row, change, change.new_value));
  }
}

std::string AuditWords::text(const store::AuditRow& row) const {
  std::string text;
  for (const store::AuditChange& change : in_order(row)) {
    if (!text.empty()) text += '\n';
    text += domain::audit_label(row.subject, change.field) + ": ";
    if (change.had) text += value(row, change, change.old_value) + " → ";
    if (change.has) text += value(row, change, change.new_value);
  }
  return text;
}

}  // namespace parts
