// A good ledger form and kinds of every mode, for the tests of domain/ledger/instrument.h.
#pragma once

#include "domain/ledger/instrument.h"
#include "unit/words.h"

#include <optional>
#include <string>

namespace ledger_form {

using domain::DivisionChoice;
using domain::InstrumentForm;
using domain::InstrumentValues;
using domain::Kind;

inline const domain::Date today = words::day("2026-11-24");

inline const Kind scale{7, "非自动衡器", "periodic", {"trade", "safety"}, 12, std::nullopt};
inline const Kind scale_without_cycle{8, "其他衡器", "periodic", {"trade"}, std::nullopt, std::nullopt};
inline const Kind thermometer{1, "玻璃体温计", "first_scrap", {"medical", "trade"}, std::nullopt, std::nullopt};
inline const Kind water_meter{20, "水表（DN15～DN25）", "first_rotate", {"trade"}, std::nullopt, 72};
inline const Kind gas_meter{21, "燃气表", "first_rotate", {"trade"}, std::nullopt, std::nullopt};
inline const Kind approved_only{40, "只做型式批准", "none", {"trade"}, std::nullopt, std::nullopt};

inline InstrumentForm good_form() {
  InstrumentForm form;
  form.name = "电子秤";
  form.kind_id = "7";
  form.model = "ACS-30";
  form.measuring_range = "(0.1～30)kg";
  form.accuracy = "Ⅲ";
  form.serial_number = "000123";
  form.manufacturer = "示范衡器厂";
  form.origin = "domestic";
  form.division_code = "110108";
  form.place = "一号收银台";
  form.quantity = "1";
  form.use = "trade";
  form.delivery = "on_site";
  return form;
}

inline domain::Checked<InstrumentValues> checked(const InstrumentForm& form, const Kind* kind = &scale, bool record_open = true) {
  return check(form, kind, DivisionChoice::ok, today, {record_open});
}

inline std::string told(const InstrumentForm& form, const Kind* kind = &scale) { return words::of(checked(form, kind).errors); }

inline std::string told_with(std::string InstrumentForm::*field, const std::string& typed) {
  auto form = good_form();
  form.*field = typed;
  return told(form);
}

// With a verification on record, so that a certificate alone is not what is complained about.
inline InstrumentForm recorded_form() {
  auto form = good_form();
  form.verified_on = "2026-11-01";
  return form;
}

}  // namespace ledger_form
