// See desk.h.
#include "common/desk.h"

#include "base/config.h"
#include "base/crypto.h"
#include "store/people/sessions.h"
#include "store/people/users.h"

#include <soci/soci.h>

namespace tests {

Institution make_institution(bool authorised) {
  Institution made;
  made.person = make_user("institution");
  made.id = count("select institution_id from users where id = " + user_id_of(made.person));
  if (authorised)
    sql("insert into institution_kinds (institution_id, kind_id, send_in, on_site) values (" + std::to_string(made.id) + ", " +
        std::to_string(scale_kind()) + ", true, true)");
  return made;
}

Person make_clerk(const Institution& institution, const std::string& role) {
  Person person;
  store::NewUser user{unique("clerk"), "示范人", "institution", "!"};
  user.institution_id = institution.id;
  user.role = role;
  person.login = user.login;
  person.cookie = base::to_hex(base::random_bytes(32));
  owner().transaction(store::Actor{0, "test", "test"}, [&](store::Tx& tx) {
    person.user_id = store::create_user(tx, user);
    store::create_session(tx, {person.user_id, base::sha256_hex(person.cookie), "127.0.0.1", "test", ""});
  });
  return person;
}

std::vector<Line> send_lines(const Person& unit, const Institution& institution, const std::vector<long long>& instruments,
                             const std::string& state) {
  const std::string unit_id = std::to_string(unit.unit_id), institution_id = std::to_string(institution.id);
  const long long appointment = count("select nextval('appointment_ids')");
  const std::string header = std::to_string(appointment);
  const std::string number = text_of("select '20261125110105' || lpad(nextval('appointment_numbers')::text, 6, '0')");
  std::vector<Line> lines;
  std::string list;
  for (const long long id : instruments) list += (list.empty() ? "" : ",") + std::to_string(id);
  sql("begin; insert into appointments (unit_id, id, number, institution_id, delivery, contact, phone) values (" + unit_id +
      ", " + header + ", '" + number + "', " + institution_id + ", 'send_in', '示范人', '13800138000');" +
      "insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id) select "
      "i.unit_id, " +
      header + ", row_number() over (order by i.id), " + institution_id +
      ", i.id from instruments i where i.unit_id = " + unit_id + " and i.id in (" + list + ");" +
      "update appointments set unit_name = (select name from units where id = " + unit_id + ") where id = " + header + ";" +
      "update appointment_lines l set state = 'waiting', submitted_at = now(), name = i.name, kind_id = i.kind_id, mode = "
      "i.mode, "
      "model = i.model, measuring_range = i.measuring_range, accuracy = i.accuracy, serial_number = i.serial_number, "
      "manufacturer = "
      "i.manufacturer, quantity = i.quantity, division_code = i.division_code, place = i.place, use = i.use, cycle_months = "
      "i.cycle_months, last_result = i.last_result, valid_until = i.valid_until, version = l.version + 1 from instruments i "
      "where "
      "l.appointment_id = " +
      header + " and i.unit_id = l.unit_id and i.id = l.instrument_id;" +
      (state == "waiting"
           ? ""
           : "update appointment_lines set state = 'accepted', answered_at = now(), planned_on = date '2026-11-25', "
             "version = version + 1 where appointment_id = " +
                 header + ";") +
      (state == "verifying"
           ? "update appointment_lines set state = 'verifying', received_at = now(), version = version + 1 where "
             "appointment_id = " +
                 header + ";"
           : "") +
      "commit");
  owner().run([&](soci::session& s) {
    soci::rowset<soci::row> rows =
        (s.prepare << "select unit_id, appointment_id, id, instrument_id from appointment_lines where appointment_id = " +
                          header + " order by line_no");
    for (const soci::row& row : rows)
      lines.push_back({row.get<long long>(0), row.get<long long>(1), row.get<long long>(2), row.get<long long>(3), number});
  });
  return lines;
}

Line send_line(const Person& unit, const Institution& institution, long long instrument, const std::string& state) {
  return send_lines(unit, institution, {instrument}, state).front();
}

std::string field_of(const std::string& table, const std::string& column, long long id) {
  return text_of("select " + column + " from " + table + " where id = " + std::to_string(id));
}

long long version_of(const std::string& table, long long id) {
  return count("select version from " + table + " where id = " + std::to_string(id));
}

}  // namespace tests
