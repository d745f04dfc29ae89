// See public_validity.h.
#include "store/public_validity.h"

#include "store/text.h"

namespace store {

domain::Judgement PublicValidity::judge(domain::Date today) const {
  return domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(last_result), valid_until, today);
}

std::optional<PublicValidity> find_public_validity(Db& db, const std::string& code) {
  return db.run([&](soci::session& sql) {
    std::optional<PublicValidity> found;
    const auto take = [&](const soci::row& row) {
      PublicValidity v;
      std::string verified_on, valid_until;
      row >> v.unit_name >> v.name >> v.kind_name >> v.model >> v.serial_number >> v.region >> v.mode >> v.state >>
          v.last_result >> v.institution_name >> verified_on >> valid_until;
      v.verified_on = domain::Date::from_iso(verified_on);
      v.valid_until = domain::Date::from_iso(valid_until);
      found = v;
    };
    each_row(sql,
             "select unit_name, name, kind_name, model, serial_number, region, mode, state, coalesce(last_result, ''), "
             "institution_name, coalesce(verified_on::text, ''), coalesce(valid_until::text, '') "
             "from public_instruments where public_code = :code::uuid",
             take, code);
    return found;
  });
}

}  // namespace store
