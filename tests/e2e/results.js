// What several modules need of results: lines that a unit sent to an institution, made in the database, and a recorded result.
'use strict';
const { assert, pick, today } = require('./harness');
const { query } = require('./database');
const { as } = require('./client');

// Fresh instruments of this unit's (copies of its first one of a kind the institution is authorised for), on one appointment.
// [{ unit, line, instrument, number, code, serial, unitCode }]
async function sentLines(count = 1, { unit = 'demo-market', institution = 'demo-institution-1', state = 'accepted', change = '' } = {}) {
  const [[unitId, desk, source, unitCode]] = (await query(`select u.unit_id, d.institution_id, (select i.id from instruments i where
    i.unit_id = u.unit_id and i.mode = 'periodic' and i.quantity = 1 and i.cycle_months is not null and i.kind_id in (select k.kind_id from institution_kinds k where
    k.institution_id = d.institution_id) order by i.id limit 1), (select unit_code from units e where e.id = u.unit_id) from users u, users d where u.login = '${unit}' and d.login = '${institution}'`)).map((l) => l.split('|'));
  assert(source, `${unit} has an instrument that ${institution} may verify`);
  const [appointment] = await query("select nextval('appointment_ids')");
  const [number] = await query("select '20261125110105' || lpad(nextval('appointment_numbers')::text, 6, '0')");
  const serials = Array.from({ length: count }, () => 'E2E-' + pick('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 9));
  await query(`begin;
    insert into appointments (unit_id, id, number, institution_id, delivery, contact, phone, unit_name)
      select id, ${appointment}, '${number}', ${desk}, 'send_in', '张登记', '13800000001', name from units where id = ${unitId};
    with added as (insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code,
        place, quantity, use, delivery, cycle_months, last_result, verified_on, valid_until)
      select i.unit_id, i.name, i.kind_id, i.mode, i.model, i.measuring_range, i.accuracy, s, i.manufacturer, i.origin, i.division_code, i.place, 1, i.use,
        i.delivery, i.cycle_months, 'declared', current_date - 500, current_date - 135 from instruments i, unnest(array['${serials.join("','")}']) s where i.unit_id = ${unitId} and i.id = ${source}
      returning unit_id, id)
    insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id)
      select unit_id, ${appointment}, row_number() over (order by id), ${desk}, id from added;
    ${change ? `update instruments set ${change} where serial_number in ('${serials.join("','")}');` : ''}
    update appointment_lines l set state = 'waiting', submitted_at = now(), name = i.name, kind_id = i.kind_id, mode = i.mode, model = i.model, measuring_range = i.measuring_range,
      accuracy = i.accuracy, serial_number = i.serial_number, manufacturer = i.manufacturer, quantity = i.quantity, division_code = i.division_code, place = i.place, use = i.use,
      cycle_months = i.cycle_months, last_result = i.last_result, valid_until = i.valid_until, version = l.version + 1
      from instruments i where l.appointment_id = ${appointment} and i.unit_id = l.unit_id and i.id = l.instrument_id;
    ${state === 'waiting' ? '' : `update appointment_lines set state = 'accepted', answered_at = now(), planned_on = current_date, version = version + 1 where appointment_id = ${appointment};`}
    ${state === 'verifying' ? `update appointment_lines set state = 'verifying', received_at = now(), version = version + 1 where appointment_id = ${appointment};` : ''}
    commit;`);
  return (await query(`select l.unit_id, l.id, l.instrument_id, l.serial_number, l.line_no from appointment_lines l where l.appointment_id = ${appointment} order by l.line_no`)).map((row) => {
    const [of, line, instrument, serial, no] = row.split('|');
    return { unit: of, line, instrument, serial, number, key: `${number}-${no}`, code: `${of}-${line}`, unitCode, path: `/desk/results/lines/${of}/${line}` };
  });
}

const passed = () => ({ result: 'pass', mark: 'certificate', result_number: 'SF-' + pick('0123456789', 8), result_date: today(-1), verifier: '示范检定员' });

// The page of a result recorded for a fresh line.
async function recordedResult(client, values = {}) {
  const [line] = await sentLines();
  const sent = await (await client.get(line.path)).form('op_save').set({ ...passed(), ...values }).submit('op_save');
  assert(sent.status === 303, () => `a result: ${sent.status} ${sent.words.slice(0, 300)}`);
  return Object.assign(await client.get(sent.location), { line });
}

const words = (line) => `?walk_in_code=${line.unitCode}&walk_in_serial=${line.serial}&ie=%E2%9C%93`;
// An instrument that is on no appointment.
async function walkIn() {
  const [line] = await sentLines();
  await query(`update appointment_lines set state = 'cancelled', ended_at = now(), ended_by = 'unit', version = version + 1 where id = ${line.line}`);
  return { ...line, search: '/desk/results/walk-in' + words(line), path: `/desk/results/walk-in/${line.unit}/${line.instrument}`, query: words(line) };
}

const heading = '行号,检定结果,印证类型,证书编号,检定日期,有效期至,合格数,不合格数,不合格通知书编号,检定员,核验员,备注';
// A file with a good row and one with mistakes, sent in: its page.
async function sentResults(client) {
  const [good, bad] = await sentLines(2);
  const text = `\ufeff${heading}\n${good.key},合格,检定证书,SF-1,${today(-1)},,,,,示范人,,\n${bad.key},很好,检定证书,,2999-1-1,昨天,,,,,,<b>'&\n`;
  const form = (await client.get('/desk/results/import')).form('op_upload');
  const sent = await form.set({ results_file: { file: Buffer.from(text), name: '结果<b>.csv' } }).submit('op_upload');
  assert(sent.status === 303, () => `results file: ${sent.status} ${sent.words.slice(0, 300)}`);
  return client.get(sent.location);
}

// For the walk over the routes: addresses with ids, and where forms stand.
async function examples(formPlaces) {
  const client = await as('demo-institution-1');
  const result = await recordedResult(client, { certificate_file: { file: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'), name: '证书.pdf' } });
  const [line, other] = await sentLines(2);
  const found = await walkIn();
  formPlaces['/desk/results/begin'] = `/desk/results/begin?line=${other.code}`;
  formPlaces['/desk/results/give-back'] = `/desk/results/give-back?line=${other.code}`;
  formPlaces['/desk/results/batch'] = `/desk/results/batch?line=${other.code}`;
  formPlaces[found.path] = found.path + found.query;
  return {
    '/desk/results/lines/{id}/{id}': line.path,
    '/desk/results/walk-in/{id}/{id}': found.path,
    '/desk/results/imports/{id}': (await sentResults(client)).path,
    '/desk/results/{id}/{id}': result.path,
  };
}

module.exports = { examples, passed, recordedResult, sentLines, sentResults, walkIn };
