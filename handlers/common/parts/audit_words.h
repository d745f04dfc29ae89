// Changes in words, the same in the administrators' audit and in an instrument's history: labels, words for codes, names for
// ids, old → new.
#pragma once

#include "store/administration/audit.h"
#include "view/page.h"

#include <string>
#include <vector>

namespace parts {

class AuditWords {
 public:
  AuditWords(store::Db& db, const std::vector<store::AuditRow>& rows) : names_(store::names_for(db, rows)) {}
  std::string value(const store::AuditRow& row, const store::AuditChange& change, const std::string& value) const;
  // Adds a CHANGE for each: LABEL, OLD (VALUE), ARROW or GONE, NEW (VALUE); an empty value shows EMPTY instead.
  void add_changes(const view::Dict& dict, const store::AuditRow& row) const;
  std::string text(const store::AuditRow& row) const;  // the same as lines

 private:
  store::AuditNames names_;
};

}  // namespace parts
