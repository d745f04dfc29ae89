// See audit_words.h.
#include "web/audit_words.h"

#include "domain/audit.h"

namespace web {
namespace {

void show(const view::Dict& dict, const std::string& value) {
  dict.set("VALUE", value);
  dict.show_if(value.empty(), "EMPTY");
}

// Of what is new, empty fields say nothing; nor do those of what is gone.
bool says_something(const store::AuditChange& change) {
  return !(change.old_value.empty() && change.new_value.empty() && change.had != change.has);
}

}  // namespace

std::string AuditWords::value(const store::AuditRow& row, const store::AuditChange& change, const std::string& value) const {
  const auto found = names_.find({change.field.substr(change.field.rfind('.') + 1), value});
  return found == names_.end() ? domain::audit_value(row.subject, change.field, value) : found->second;
}

void AuditWords::add_changes(const view::Dict& dict, const store::AuditRow& row) const {
  for (const store::AuditChange& change : row.changes) {
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
  for (const store::AuditChange& change : row.changes) {
    if (!text.empty()) text += '\n';
    text += domain::audit_label(row.subject, change.field) + ": ";
    if (change.had) text += value(row, change, change.old_value) + " → ";
    if (change.has) text += value(row, change, change.new_value);
  }
  return text;
}

}  // namespace web
