// A unit's changes of its appointments: drafts made, changed and removed, submitted, taken back, lines cancelled. A draft
// reserves nothing. 提交 locks the instruments by id, then the headers, and opens either all lines or none; obstacles are
// thrown as one value (BookingRefused), which rolls the transaction back and is shown beside the lines. Reads that both sides
// share stand in appointments.h, lists and what can be chosen in bookable.h.
#pragma once

#include "domain/appointments/booking.h"
#include "store/appointments/appointments.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace store {

// Nothing was done. Conflicts name the lines in the way; without any, somebody was faster.
struct BookingRefused : std::runtime_error {
  struct Conflict {
    long long appointment_id = 0, instrument_id = 0;
    std::string name, serial_number;
    std::string why;     // of domain::refusal(Act::book): ON_APPOINTMENT (number: which), IS_SCRAPPED, FIRST_DONE; IS_GONE
    std::string number;  // of the appointment it is on
  };
  explicit BookingRefused(std::vector<Conflict> found = {})
      : std::runtime_error("booking refused"), conflicts(std::move(found)) {}
  std::vector<Conflict> conflicts;
};

struct NewDraft {
  long long institution_id = 0;
  std::string delivery, division_code;  // division_code: the middle of its number
  domain::BookingValues header;
  std::vector<long long> instruments;  // in their order; at most domain::most_lines
};
// Locks the instruments of several drafts of one transaction at once, so that two people cannot deadlock.
void lock_for_booking(Tx& tx, long long unit_id, const std::vector<long long>& instruments);
// Both: a conflict for what cannot be chosen any more.
long long create_draft(Tx& tx, long long unit_id, const NewDraft& draft, domain::Date today);

// The draft as it was read; another version by now: BookingRefused. lines: its new instruments, in their order.
struct DraftChange {
  long long institution_id = 0;
  std::string delivery;
  domain::BookingValues header;
  std::vector<long long> instruments;
};
void update_draft(Tx& tx, const Appointment& old, const std::vector<AppointmentLine>& lines, const DraftChange& change);
void remove_draft(Tx& tx, const Appointment& old, const std::vector<AppointmentLine>& lines);

// 提交 of several at once, or of none of them. versions: as they were read, 0 for those made in this transaction.
struct Submission {
  long long appointment_id = 0;
  int version = 0;
};
void submit(Tx& tx, long long unit_id, const std::vector<Submission>& which, domain::Date answer_by);

// 撤回 of what was not answered: all of it goes back into the draft when nothing was answered yet ("draft"), else those lines are
// withdrawn ("withdrawn").
std::string withdraw(Tx& tx, const Appointment& appointment, int version);

// 取消 of an accepted line.
void cancel_line(Tx& tx, const Appointment& appointment, const AppointmentLine& line, int version, const std::string& reason);

}  // namespace store
