// Results of verifications as an institution records them. They reach the ledger only through the SQL function result_apply():
// it locks header, line and instrument, checks once more, and writes result, ledger dates, superseded record, split row and the
// line's state together. A process killed at any moment leaves all of a result or nothing of it (a test kills two hundred), and
// an institution needs no right on ledgers. Here stand its input and output, the audit and the notices; reads are in
// result_lists.h.
#pragma once

#include "domain/ledger/instrument.h"
#include "domain/results/result.h"
#include "store/appointments/institution_choice.h"
#include "store/core/db.h"
#include "store/ledger/attachments.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// One line that waits for its result, or had one. The instrument's values: see AppointmentLine; delivery is the appointment's.
struct VerifiedLine : domain::InstrumentValues {
  long long unit_id = 0, id = 0, appointment_id = 0, instrument_id = 0;
  int line_no = 0, version = 0;
  std::string number, state, unit_name, kind_name, division_path, received_at;
  std::optional<domain::Date> planned_on;
  domain::ResultSubject subject;
};
struct LineId {
  long long unit_id = 0, line_id = 0;
};
// Those of the institution among them, in the given order; those that are not its own are left out.
std::vector<VerifiedLine> verified_lines(Db& db, long long institution_id, const std::vector<LineId>& ids);

// --- many lines: a page's, a file's, a program's
struct ResultRow {
  std::string line_key;  // 行号; or the two ids
  LineId line;
  int version = 0;  // of the line as it was seen; 0: as it is now
  domain::ResultForm form;
};
struct ResultDone {
  long long result_id = 0;
  std::vector<domain::Error> errors;  // of the form's fields, or of "line_key": see domain/results/result.h and results.cpp
  bool done() const { return errors.empty(); }
};
// Row by row what happened. In all_or_nothing mode a bad row throws ResultsRefused with the same, so that the transaction is
// rolled back; else the good rows are recorded. A unit gets one notice for each of its appointments.
struct ResultsRefused {
  std::vector<ResultDone> rows;
};
std::vector<ResultDone> record_results(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows, domain::Date today,
                                       bool all_or_nothing);

// The same judgement without recording anything: of a file that is looked at first. line: id 0 when there is none.
struct JudgedResult {
  VerifiedLine line;
  std::vector<domain::Error> errors;
};
std::vector<JudgedResult> judge_results(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows, domain::Date today);

// --- one: a line, without appointment (line_id 0), or a correction (corrects)
struct ResultEntry {
  long long unit_id = 0, line_id = 0, instrument_id = 0, corrects = 0;
  int version = 0;  // of the line, or of the instrument when there is none
  domain::ResultValues values;
  Attachment file;           // the certificate; file_name "": none
  std::string name, serial;  // of the instrument, for the notice
  CoverAsked walk_in;        // the instrument without appointment, in either way of 送检; day: the result's
};
ResultDone record_result(Tx& tx, long long institution_id, const ResultEntry& entry);

// --- before the result
// 收样, 开始检定: those that could not begin stay as they are. How many began.
int begin_lines(Tx& tx, long long institution_id, const std::vector<LineId>& ids);
// 退检: frees the instruments; the unit gets a notice with the reason. How many; lines that are not open any more stay as they
// are.
int give_back_lines(Tx& tx, long long institution_id, const std::vector<LineId>& ids, const std::string& reason);

}  // namespace store
