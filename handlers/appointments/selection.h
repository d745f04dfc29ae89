// The content of a form about many instruments (新增, 修改): the ticked instruments, the chosen institutions, the header, and
// the search. Every button sends all of it, so nothing is stored between requests: no basket can be outdated, and the Back
// button works. An instrument stays in the form as long as its box is ticked.
#pragma once

#include "domain/appointments/booking.h"
#include "domain/ledger/ledger.h"
#include "store/appointments/appointments.h"
#include "store/appointments/bookable.h"
#include "store/appointments/booking.h"
#include "view/form.h"
#include "web/context.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace appointments {

constexpr const char* list_path = "/appointments";

struct Selection {
  std::vector<long long> ids;  // each once, in their order; at most domain::most_lines
  std::map<long long, domain::Destination> chosen;
  domain::BookingForm header;
  std::string pick;  // searched for in the picker
  int pick_page = 1;
  long long left_out = 0;  // asked for, too, but there are too many for one appointment
};

void add_ids(Selection& selection, const std::vector<long long>& ids, long long matched);
Selection read_form(web::Context& ctx);
// Pressed a button that only changes the form: 更新, 查找, 加入; then it is shown again. Also adds what op_due asks for.
bool only_changes_form(web::Context& ctx, Selection& selection);

domain::BookingForm as_typed(const store::Appointment& appointment);
// A choice among institutions and ways of 送检, above the header's fields.
struct DestinationField {
  std::string chosen;
  std::vector<view::Option> options;
};
// Adds the includes HEADER (with the form's token) and PICKER.
void fill_header(const view::Page& page, const domain::BookingForm& header, std::vector<domain::Error> errors,
                 const std::string& token, const std::optional<DestinationField>& destination = {});
// What a person should know before asking for a verification: REPAIRED (修复后复检), FIRST_ONLY (had the only one there is).
void show_mode(const view::Dict& line, const domain::LedgerRow& row, const domain::Judgement& judged);
// What may be added to the selection: what is looked for, page by page.
struct Offered {
  store::Bookable found;
  int page = 1, pages = 1;
  std::map<long long, store::DraftedOn> drafted;  // those that stand in a draft already
};
Offered find_offered(web::Context& ctx, const Selection& selection);
void fill_picker(const view::Dict& content, const std::string& asked, const Offered& offered, domain::Date today);

std::string appointment_path(long long appointment_id, const std::string& below = "");
store::Appointment own_appointment(web::Context& ctx);  // of the address; NotFound
// The last day of a timely answer to what is submitted today.
domain::Date answer_day(const web::Context& ctx);
store::Party own_side(const web::Context& ctx);

}  // namespace appointments
