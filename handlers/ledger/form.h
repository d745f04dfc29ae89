// The instrument form of 新增 and 修改: reading what was typed, checking it, showing it again.
#pragma once

#include "domain/ledger/instrument.h"
#include "store/catalogue/divisions.h"
#include "store/ledger/instruments.h"
#include "view/form.h"
#include "web/context.h"

#include <optional>
#include <string>
#include <vector>

namespace ledger {

struct InstrumentPage {
  domain::InstrumentForm typed;
  std::vector<std::string> division;  // chosen codes, from the top down
  std::string kind_query;             // an everyday name to search the kind by
  bool record_open = true;            // no institution has recorded a result: dates and certificate are the unit's to type
  bool beyond_cycle = false;          // the certificate does say so
  bool accept_duplicate = false;      // the user says that the same serial number again is meant
  bool copies = false;                // a copy: the cursor stands in 出厂编号, and there may be several at once
  std::string serial_numbers;         // of several, as typed: domain/ledger/serials.h
};

InstrumentPage read_form(const web::Context& ctx, bool record_open);
InstrumentPage empty_form(const web::Context& ctx);  // with the unit's own region
// 复制: all but serial and management number, dates, certificate and state.
InstrumentPage copy_form(const web::Context& ctx, const domain::LedgerRow& instrument);
InstrumentPage as_typed(const web::Context& ctx, const domain::LedgerRow& instrument);

// The buttons that only change the form: 查找, 选择下级. `errors` may receive KIND_NOT_FOUND.
bool only_changes_form(const web::Context& ctx);

domain::Checked<domain::InstrumentValues> check(const web::Context& ctx, const InstrumentPage& page,
                                                const domain::InstrumentValues* stored = nullptr);
// Warns once when the unit has the same instrument already; empty when there is no such warning or it was accepted.
std::vector<domain::Error> warn_of_duplicate(const web::Context& ctx, const InstrumentPage& shown,
                                             const domain::InstrumentValues& values,
                                             const std::vector<std::string>& serial_numbers, long long except_id);

// After a conflict: the fields in which what was typed differs from what is stored now, as rows DIFFERENCE (LABEL NOW TYPED).
void show_differences(web::Context& ctx, const view::Dict& content, const InstrumentPage& typed, const InstrumentPage& now);

void add_form(web::Context& ctx, const view::Page& page, const std::string& action, InstrumentPage shown,
              std::vector<domain::Error> errors);

}  // namespace ledger
