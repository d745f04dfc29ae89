// See booking.h. What is read as numbers stands in limits.h.
#include "domain/appointments/booking.h"

#include "domain/appointments/limits.h"
#include "domain/values/fields.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace domain {
namespace {

constexpr std::array<std::string_view, 5> field_order = {"contact", "phone", "unit_address", "expected_on", "remark"};

bool lies_below(const std::vector<std::string>& divisions, const std::string& region) {
  return std::find(divisions.begin(), divisions.end(), region) != divisions.end();
}

bool serves(const AuthorisedWay& way, const Candidate& institution, const Wanted& wanted) {
  if (way.regions.empty()) return !institution.divisions.empty() && lies_below(wanted.divisions, institution.divisions.back());
  return std::any_of(way.regions.begin(), way.regions.end(),
                     [&](const std::string& region) { return lies_below(wanted.divisions, region); });
}

Nearness nearness_of(const std::vector<std::string>& institution, const std::vector<std::string>& place) {
  std::size_t common = 0;
  while (common < institution.size() && common < place.size() && institution[common] == place[common]) ++common;
  if (common == place.size()) return Nearness::same;
  if (common == 0) return Nearness::elsewhere;
  return common == 1 ? Nearness::province : Nearness::city;
}

bool surely(const Offer& offer) { return offer.range == Fit::covered && offer.accuracy == Fit::covered; }

auto rank(const Offer& offer, const std::string& own_delivery) {
  return std::tuple(offer.delivery != own_delivery, offer.nearness, !surely(offer), offer.institution_id);
}

// The best of its authorised kinds for this instrument, for one way of 送检.
std::optional<Offer> offer_of(const Candidate& institution, const Wanted& wanted, const std::string& delivery, Date today) {
  if (!institution.active || (institution.authorised_until && *institution.authorised_until < today)) return {};
  const auto kind = institution.kinds.find(wanted.kind_id);
  if (kind == institution.kinds.end()) return {};
  std::optional<Offer> best;
  for (const AuthorisedWay& way : kind->second) {
    if (!(delivery == "send_in" ? way.send_in : way.on_site)) continue;
    if ((way.valid_until && *way.valid_until < today) || !serves(way, institution, wanted)) continue;
    const Offer offer{institution.id, delivery, nearness_of(institution.divisions, wanted.divisions),
                      range_fit(way.measuring_range, wanted.measuring_range), accuracy_fit(way.accuracy, wanted.accuracy)};
    if (offer.range == Fit::outside || offer.accuracy == Fit::outside) continue;
    if (!best || (surely(offer) && !surely(*best))) best = offer;
  }
  return best;
}

// How many of the selection each institution can take, in their own ways.
std::map<std::pair<long long, std::string>, int> reach(const std::map<long long, Choice>& choices) {
  std::map<std::pair<long long, std::string>, int> counts;
  for (const auto& choice : choices)
    for (const Offer& offer : choice.second.offers) ++counts[{offer.institution_id, offer.delivery}];
  return counts;
}

}  // namespace

Checked<BookingValues> check(const BookingForm& form, Date today, bool submitting) {
  Checked<BookingValues> checked;
  FieldCheck fields(checked.errors);
  BookingValues& v = checked.value;
  v.contact = fields.text({"contact", 50, submitting}, form.contact);
  const auto phone = parse_phone(form.phone);
  if (submitting || phone.error.code != "REQUIRED") v.phone = fields.parsed("phone", form.phone, phone);
  v.address = fields.text({"unit_address", 200, submitting}, form.address);
  v.expected_on = fields.date("expected_on", form.expected_on);
  if (v.expected_on && *v.expected_on < today) fields.add("expected_on", "DATE_PAST");
  v.remark = fields.text({"remark", 500, false, true}, form.remark);
  fields.sort(field_order);
  return checked;
}

std::string_view code_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::same:
      return "same";
    case Nearness::city:
      return "city";
    case Nearness::province:
      return "province";
    case Nearness::elsewhere:
      break;
  }
  return "elsewhere";
}

std::vector<Offer> offers_for(const Wanted& wanted, const std::vector<Candidate>& institutions, Date today) {
  std::vector<Offer> offers;
  for (const Candidate& institution : institutions)
    for (const char* delivery : {"send_in", "on_site"})
      if (const auto offer = offer_of(institution, wanted, delivery, today)) offers.push_back(*offer);
  std::sort(offers.begin(), offers.end(),
            [&](const Offer& x, const Offer& y) { return rank(x, wanted.delivery) < rank(y, wanted.delivery); });
  return offers;
}

Cover cover_of(const Wanted& wanted, const Candidate& institution, std::string_view delivery, Date day) {
  const auto covered = [&](Date on) {
    return (delivery != "on_site" && offer_of(institution, wanted, "send_in", on)) ||
           (delivery != "send_in" && offer_of(institution, wanted, "on_site", on));
  };
  Cover cover;
  cover.covered = covered(day);
  if (cover.covered) return cover;
  std::vector<Date> ends;
  if (institution.authorised_until) ends.push_back(*institution.authorised_until);
  if (const auto kind = institution.kinds.find(wanted.kind_id); kind != institution.kinds.end())
    for (const AuthorisedWay& way : kind->second)
      if (way.valid_until) ends.push_back(*way.valid_until);
  for (const Date end : ends)
    if (end < day && (!cover.ended || end > *cover.ended) && covered(end)) cover.ended = end;
  return cover;
}

std::map<long long, Choice> choose(const std::vector<Wanted>& wanted, const std::vector<Candidate>& institutions,
                                   const std::map<long long, Destination>& chosen, Date today) {
  std::map<long long, Choice> choices;
  for (const Wanted& w : wanted) choices[w.id].offers = offers_for(w, institutions, today);
  const auto counts = reach(choices);
  for (const Wanted& w : wanted) {
    Choice& choice = choices[w.id];
    if (const auto own = chosen.find(w.id); own != chosen.end()) {
      if (own->second.institution_id == 0) continue;
      for (const Offer& offer : choice.offers)
        if (offer.institution_id == own->second.institution_id && offer.delivery == own->second.delivery) choice.taken = offer;
      if (choice.taken) continue;
    }
    for (const Offer& offer : choice.offers) {
      if (offer.delivery != w.delivery) break;
      if (!choice.taken) {
        choice.taken = offer;
        continue;
      }
      const Offer& taken = *choice.taken;
      if (offer.nearness != taken.nearness || surely(offer) != surely(taken)) break;
      if (counts.at({offer.institution_id, offer.delivery}) > counts.at({taken.institution_id, taken.delivery}))
        choice.taken = offer;
    }
  }
  return choices;
}

std::string code_of(const Destination& destination) {
  return std::to_string(destination.institution_id) + ":" + destination.delivery;
}

std::optional<Destination> destination_of(std::string_view code) {
  const std::size_t colon = code.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 18) return {};
  const std::string number(code.substr(0, colon)), delivery(code.substr(colon + 1));
  if (number.find_first_not_of("0123456789") != std::string::npos) return {};
  if (!contains(deliveries(), delivery) && !delivery.empty()) return {};
  return Destination{std::stoll(number), delivery};
}

}  // namespace domain
