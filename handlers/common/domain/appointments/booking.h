// A unit's request for verification: the header of an appointment as typed, and which institution can take an instrument. Kind,
// way of 送检, region and an expired authorisation exclude an institution; a measuring range or an accuracy excludes it only
// where both sides are numbers of the same unit (limits.h), otherwise the page says that the institution decides. The nearest
// comes first; among equals the one that can take most of the selection, so that it is split as little as possible. Each
// exclusion has its reason for the page. Must not know where institutions are stored.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct BookingForm {  // as typed
  std::string contact, phone, address, expected_on, remark;
};
struct BookingValues {
  std::string contact, phone, address;
  std::optional<Date> expected_on;
  std::string remark;
};
// 暂存 accepts empty fields, 提交 does not. Fields contact, phone, unit_address, expected_on (DATE_PAST before today),
// remark.
Checked<BookingValues> check(const BookingForm& form, Date today, bool submitting);

// Does what an institution is authorised for cover what stands on an instrument? Both are free text.
enum class Fit {
  covered,  // the same text, or numbers of the same unit that lie within; or the authorisation names no limit
  unclear,  // cannot be compared
  outside   // numbers of the same unit that clearly lie outside
};
Fit range_fit(std::string_view authorised, std::string_view instrument);
// A smaller number is stricter: an authorisation for 0.5 级 covers 1.6 级.
Fit accuracy_fit(std::string_view authorised, std::string_view instrument);

struct AuthorisedWay {  // one authorised kind of an institution
  std::string measuring_range, accuracy;
  std::optional<Date> valid_until;
  bool send_in = false, on_site = false;
  std::vector<std::string> regions;  // each with what lies below it; none: the institution's own and below
};
struct Candidate {  // an institution
  long long id = 0;
  bool active = true;
  std::optional<Date> authorised_until;
  std::vector<std::string> divisions;  // its own, from the province down
  std::map<long long, std::vector<AuthorisedWay>> kinds;
};
struct Wanted {  // an instrument
  long long id = 0, kind_id = 0;
  std::string measuring_range, accuracy, delivery;  // delivery: the ledger's 送检方式
  std::vector<std::string> divisions;               // of its place, from the province down
};

enum class Nearness { same, city, province, elsewhere };  // of the institution's own division to the instrument's
std::string_view code_of(Nearness nearness);              // same | city | province | elsewhere

struct Offer {  // this institution can take it, this way
  long long institution_id = 0;
  std::string delivery;
  Nearness nearness = Nearness::elsewhere;
  Fit range = Fit::covered, accuracy = Fit::covered;
};
// Best first: the ledger's own 送检方式 before the other one, then nearest, then what was surely covered, then by id.
std::vector<Offer> offers_for(const Wanted& wanted, const std::vector<Candidate>& institutions, Date today);

// May this institution do it on that day, in this way of 送检 ("": in either)? Asked at 受理 for the planned day and at the
// result for the day of 检定, as 提交 asks it for today (domain.md §11).
struct Cover {
  bool covered = false;
  std::optional<Date> ended;  // it was covered until then; not covered without it: kind, range, region or way are not its
};
Cover cover_of(const Wanted& wanted, const Candidate& institution, std::string_view delivery, Date day);

// Where each of them goes: the best offer; of several that are as near, the institution that can take most of the selection, so
// that it is split as little as possible. Nothing for what nobody can take in its own way of 送检. `chosen` (by instrument) goes
// before, as long as it is among the offers.
struct Choice {
  std::vector<Offer> offers;
  std::optional<Offer> taken;
};
struct Destination {
  long long institution_id = 0;  // 0: nowhere, the person left it out
  std::string delivery;
};
std::map<long long, Choice> choose(const std::vector<Wanted>& wanted, const std::vector<Candidate>& institutions,
                                   const std::map<long long, Destination>& chosen, Date today);

// "12:send_in", as forms send it.
std::string code_of(const Destination& destination);
std::optional<Destination> destination_of(std::string_view code);

}  // namespace domain
