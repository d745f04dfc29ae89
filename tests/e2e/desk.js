// Appointments as an institution's desk meets them, sent by a fresh unit: made in the database, so that these tests need no page
// of the unit's side.
'use strict';
const { freshUnit, pick } = require('./harness');
const { query } = require('./database');
const { approvedUnit } = require('./client');

const quoted = (text) => `'${text.replace(/'/g, "''")}'`;

let sender;
async function sendingUnit() {
  const unit = { ...freshUnit(), email: '' };  // nothing is mailed to it later, while others look whether anything changes
  await approvedUnit(unit);
  const [id] = await query(`select id from units where name = ${quoted(unit.unit_name)};`);
  return { ...unit, id };
}

// An appointment of `lines` lines that wait for the institution of `login`; the first `accepted` of them are accepted for today.
async function sentAppointment({ login = 'demo-institution-1', lines = 3, accepted = 0, delivery = 'send_in', name = '电子计价秤', remark = '', daysAgo = 0 } = {}) {
  sender = sender || sendingUnit();
  const unit = await sender;
  const mark = pick('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 8);
  const [id, number] = (await query(`select nextval('appointment_ids'), to_char(now(), 'YYYYMMDD') || '320102' || lpad(nextval('appointment_numbers')::text, 6, '0');`))[0].split('|');
  const ids = await query(`
    insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, quantity, use, delivery, cycle_months)
    select ${unit.id}, ${quoted(name)}, (select min(id) from catalogue_kinds where kind_no = 2), 'periodic', 'ACS-30', '（0～30）kg', 'Ⅲ', '${mark}-' || n, '示范衡器厂', 'domestic', '320102', '示范大厅', 1, 'trade', '${delivery}', 12
      from generate_series(1, ${lines}) n;
    insert into appointments (unit_id, id, number, institution_id, delivery, contact, phone, address, expected_on, remark, unit_name, unit_code, unit_division)
    select e.id, ${id}, '${number}', u.institution_id, '${delivery}', '李四', '13900000009', '示范省示范市示范路 8 号', (now() at time zone 'Asia/Shanghai')::date + 5, ${quoted(remark)}, e.name, e.unit_code, '示范省 示范市'
      from units e, users u where e.id = ${unit.id} and u.login = '${login}';
    insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id)
    select i.unit_id, ${id}, row_number() over (order by i.id), a.institution_id, i.id from instruments i join appointments a on a.id = ${id}
      where i.unit_id = ${unit.id} and i.serial_number like '${mark}-%';
    update appointment_lines l set state = 'waiting', name = i.name, kind_id = i.kind_id, mode = i.mode, model = i.model, measuring_range = i.measuring_range,
      accuracy = i.accuracy, serial_number = i.serial_number, manufacturer = i.manufacturer, quantity = i.quantity, division_code = i.division_code, place = i.place,
      use = i.use, cycle_months = i.cycle_months, submitted_at = now() - interval '${daysAgo} days', answer_by = (now() at time zone 'Asia/Shanghai')::date + 7 - ${daysAgo}
      from instruments i where i.unit_id = l.unit_id and i.id = l.instrument_id and l.appointment_id = ${id};
    update appointment_lines set state = 'accepted', planned_on = (now() at time zone 'Asia/Shanghai')::date, planned_place = '检定路 8 号', planned_contact = '陈检定 010-00000002',
      answered_at = now(), answered_by = '陈检定', version = version + 1 where appointment_id = ${id} and line_no <= ${accepted};
    select id from appointment_lines where appointment_id = ${id} order by line_no;`);
  return { id, number, unit, path: `/desk/appointments/${id}`, lines: ids, serial: (n) => `${mark}-${n}` };
}

module.exports = { sentAppointment };
