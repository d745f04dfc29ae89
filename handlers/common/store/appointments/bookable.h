// Reads for making and finding a unit's appointments: instruments that can be chosen, the drafts they are in already, defaults
// of a new header, and the list of appointments.
#pragma once

#include "domain/appointments/booking.h"
#include "store/appointments/appointments.h"
#include "store/ledger/ledger.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

// 在用 and 停用, on no open appointment; what asks for something first. text: part of the name, serial or management number.
// except: ids left out.
struct Bookable {
  std::vector<domain::LedgerRow> rows;
  long long matched = 0;
};
Bookable search_bookable(Db& db, long long unit_id, const std::string& text, const std::vector<long long>& except, int size,
                         int page);
// Of those the ids that match the ledger's filter, most urgent first; matched counts beyond `most`.
std::vector<long long> bookable_matching(Db& db, long long unit_id, const LedgerFilter& filter, domain::Date today, int most,
                                         long long& matched);
// 30 天内到期和已超期的全部: 在用, verified periodically.
std::vector<long long> bookable_due(Db& db, long long unit_id, domain::Date today, int most, long long& matched);

struct DraftedOn {
  long long appointment_id = 0;
  std::string number;
};
std::map<long long, DraftedOn> drafts_with(Db& db, long long unit_id, const std::vector<long long>& instrument_ids);

// From the unit's last appointment; without one from the unit.
domain::BookingForm usual_header(Db& db, long long unit_id);

struct UnitCard {
  std::string name, code;
};
UnitCard unit_card(Db& db, long long unit_id);

struct AppointmentFilter {
  std::string state = "all";                              // draft | submitted | answered
  std::string number, institution, delivery, instrument;  // parts; instrument: of a line's name or serial number
  std::optional<domain::Date> from, to;                   // 提交日期; of a draft, the day it was made
  int size = 20, page = 1;
  bool narrowed() const;
};
struct AppointmentPage {
  std::vector<Appointment> rows;  // newest first
  std::map<std::string, long long> counts;
  long long matched = 0;
};
AppointmentPage list_appointments(Db& db, long long unit_id, const AppointmentFilter& filter);

}  // namespace store
