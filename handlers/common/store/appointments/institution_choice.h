// Data for the choice of an institution (domain/appointments/booking.h): which institutions are authorised for certain kinds,
// the divisions of places, and the department to ask where no institution can verify. Reads only; all of it may be seen by
// every user.
#pragma once

#include "domain/appointments/booking.h"
#include "store/core/db.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store {

// Institutions that are authorised for one of these kinds in one of these divisions; the domain judges which for which, days and
// limits. divisions: of the places, with all above them.
std::vector<domain::Candidate> candidates(Db& db, const std::vector<long long>& kind_ids,
                                          const std::vector<std::string>& divisions);

// What one institution may do on a day, each of these by position: an instrument (as its line has it), the way of 送检 ("":
// either).
struct CoverAsked {
  long long kind_id = 0;
  std::string measuring_range, accuracy, division_code, delivery;
  domain::Date day;
};
std::vector<domain::Cover> covers_of(Tx& tx, long long institution_id, const std::vector<CoverAsked>& asked);

struct InstitutionCard {
  std::string name, division, address, phone, working_hours, instructions;
};
std::map<long long, InstitutionCard> institution_cards(Db& db, const std::vector<long long>& ids);

// A division's way from the province down, rows that only group left out.
std::map<std::string, std::vector<std::string>> division_ways(Db& db, const std::vector<std::string>& codes);

struct SupervisorContact {
  std::string name, contact, phone, address;
};
// Of each division: the department that the unit is assigned to, else the one of the division or of the nearest above it that
// has one. A division without any is not among them.
std::map<std::string, SupervisorContact> supervisors_of(Db& db, long long unit_id, const std::vector<std::string>& codes);

}  // namespace store
