// See places.h.
#include "common/places.h"

#include "common/database.h"

namespace tests {

long long kind_of(int kind_no) {
  return count("select min(id) from catalogue_kinds where retired_at is null and kind_no = " + std::to_string(kind_no));
}

long long add_institution(const PlacedInstitution& institution, const std::vector<Authorised>& kinds) {
  sql("insert into institutions (name, division_code, address, phone, contact, email, working_hours, instructions, "
      "authorisation_number, authorised_until, state) values ('" +
      institution.name + "', '" + institution.division +
      "', '示范路 8 号', '010-12345678', '机密联系人', 'secret@example.com', '周一至周五', '请带附件', '（示）0001 号', " +
      institution.until + ", '" + institution.state + "')");
  const std::string id = text_of("select id from institutions where name = '" + institution.name + "'");
  for (const Authorised& a : kinds) {
    sql("insert into institution_kinds (institution_id, kind_id, measuring_range, accuracy, valid_until, send_in, on_site) "
        "values (" +
        id + ", " + std::to_string(kind_of(a.kind_no)) + ", '（0～3）t', 'Ⅲ', " + a.until + ", " +
        (a.send_in ? "true" : "false") + ", " + (a.on_site ? "true" : "false") + ")");
    for (const std::string& region : a.regions)
      sql("insert into institution_kind_divisions select max(id), '" + region +
          "' from institution_kinds where institution_id = " + id);
  }
  return std::stoll(id);
}

}  // namespace tests
