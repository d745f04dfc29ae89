// See supervision.h.
#include "common/supervision.h"

namespace tests {

Supervisor make_supervisor(const std::vector<std::string>& divisions) {
  Supervisor made{make_user("supervisor"), 0};
  made.department = count("select department_id from users where id = " + std::to_string(made.person.user_id));
  for (const std::string& code : divisions)
    sql("insert into department_divisions values (" + std::to_string(made.department) + ", '" + code + "')");
  return made;
}

Placed make_placed(const std::string& division, const std::string& columns) {
  Placed made{make_unit(), 0};
  sql("update units set division_code = '" + division + "' where id = " + std::to_string(made.unit.unit_id));
  made.instrument = add_instrument(made.unit.unit_id, scale());
  sql("update instruments set division_code = '" + division + "'" + (columns.empty() ? "" : ", " + columns) +
      " where id = " + std::to_string(made.instrument));
  return made;
}

Line make_line(const Placed& placed, const std::string& state, int submitted_days_ago, int answer_by_days,
               int answered_days_ago) {
  const std::string unit = std::to_string(placed.unit.unit_id), instrument = std::to_string(placed.instrument);
  const std::string name = unique("示范检定所"), day = "date '" + today().iso() + "'";
  const auto at = [&](int days_ago) {
    return "((" + day + " - " + std::to_string(days_ago) + " + time '10:00') at time zone 'Asia/Shanghai')";
  };
  sql("insert into institutions (name, division_code) values ('" + name + "', '110105')");
  Line line;
  line.institution = count("select id from institutions where name = '" + name + "'");
  const std::string institution = std::to_string(line.institution);
  sql("insert into appointments (unit_id, number, institution_id, delivery, unit_name) values (" + unit +
      ", to_char(now(), 'YYYYMMDD') || '110105' || lpad(nextval('appointment_numbers')::text, 8, '0'), " + institution +
      ", 'send_in', '示范单位')");
  sql("insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id) select " + unit +
      ", max(id), 1, " + institution + ", " + instrument + " from appointments where unit_id = " + unit);
  line.id = count("select max(id) from appointment_lines where unit_id = " + unit);
  const std::string where = " where unit_id = " + unit + " and id = " + std::to_string(line.id);
  sql("update appointment_lines l set state = 'waiting', name = i.name, kind_id = i.kind_id, division_code = i.division_code, "
      "quantity = i.quantity, use = i.use, submitted_at = " +
      at(submitted_days_ago) + ", answer_by = " + day + " + " + std::to_string(answer_by_days) +
      " from instruments i where i.unit_id = l.unit_id and i.id = l.instrument_id and l.unit_id = " + unit +
      " and l.id = " + std::to_string(line.id));
  if (state == "withdrawn") sql("update appointment_lines set state = 'withdrawn'" + where);
  if (state == "refused")
    sql("update appointment_lines set state = 'refused', reason_code = 'out_of_scope', answered_at = " + at(answered_days_ago) +
        where);
  if (state == "accepted" || state == "passed" || state == "failed")
    sql("update appointment_lines set state = 'accepted', planned_on = " + day + ", answered_at = " + at(answered_days_ago) +
        where);
  if (state != "passed" && state != "failed") return line;
  sql("update appointment_lines set state = '" + state + "', ended_at = now()" + where);
  const bool good = state == "passed";
  sql("insert into results (unit_id, instrument_id, institution_id, line_id, passed, failed, mark, notice_number, "
      "verified_on, "
      "unit_name, name, kind_id, model, serial_number, division_code, recorded_by) select unit_id, id, " +
      institution + ", " + std::to_string(line.id) + ", " +
      (good ? "quantity, 0, 'conformity_mark', ''" : "0, quantity, '', 'N1'") + ", " + day +
      ", 'u', name, kind_id, model, serial_number, division_code, 'tester' from instruments where unit_id = " + unit +
      " and id = " + instrument);
  return line;
}

}  // namespace tests
