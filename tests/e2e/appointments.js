// Appointments of the demo market in the states that pages and routes need. What an institution would do is done in the database,
// so that these pages wait for nobody else's.
'use strict';
const { freshInstrument } = require('./harness');
const { query } = require('./database');

const header = { contact: '张登记', phone: '13800000001', unit_address: '示范市示范区示范路 1 号 <b>"东门"</b>', expected_on: '', remark: '请提前电话联系{{X}}' };
// A place that the demonstration's institutions serve.
const place = { division_1: '320000', division_2: '320100', division_3: '320102' };
const idOf = (path) => /\d+/.exec(path)[0];

// Fresh instruments in an appointment of their own. op: op_save | op_submit. Its address.
async function made(client, op, instruments = 1) {
  const ids = [];
  for (let n = 0; n < instruments; n++) ids.push(/\d+$/.exec((await client.followed(await client.addInstrument(freshInstrument(20 + n, place)))).path)[0]);
  const form = (await client.get(`/appointments/new?${ids.map((id) => 'id=' + id).join('&')}`)).form(op);
  const answer = await form.set(header).submit(op);
  if (!/^\/appointments\/\d+$/.test(answer.location || '')) throw new Error(`no appointment was made: ${answer.status} ${answer.location}`);
  return answer.location;
}
const draft = (client) => made(client, 'op_save', 2);
const submitted = (client) => made(client, 'op_submit', 2);

// One line accepted with a plan, the others refused.
async function answered(client) {
  const path = await made(client, 'op_submit', 3);
  await query(`update appointment_lines set state = 'accepted', planned_on = current_date + 5, planned_place = '示范路 8 号 1 楼', planned_contact = '陈检定 010-00000002',
    planned_bring = '说明书和上次证书', answered_at = now(), answered_by = '陈检定', version = version + 1 where appointment_id = ${idOf(path)} and line_no = 1;
    update appointment_lines set state = 'refused', reason_code = 'other', reason = '超出<b>量程', answered_at = now(), answered_by = '陈检定', ended_at = now(),
    ended_by = 'institution', version = version + 1 where appointment_id = ${idOf(path)} and line_no > 1;`);
  return path;
}
const lineOf = async (path) => `${path}/lines/${(await query(`select id from appointment_lines where appointment_id = ${idOf(path)} and line_no = 1;`))[0]}`;

// For the walk over the routes: addresses by pattern. Each state has its own appointment, because acts are only there in theirs.
async function appointmentExamples(market) {
  const [open, sent, done] = [await draft(market), await submitted(market), await answered(market)];
  return { '/appointments/{id}': open, '/appointments/{id}/withdraw': `${sent}/withdraw`, '/appointments/{id}/lines/{id}': await lineOf(done) };
}

module.exports = { answered, appointmentExamples, draft, header, lineOf, place, submitted };
