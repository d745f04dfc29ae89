// What several modules need of units and requests in states that take several people to reach: asked for, approved, suspended.
'use strict';
const { assert, licence, tool } = require('./harness');
const { Client, approvedUnit, as, attribute, reviewPage, textOf } = require('./client');
const { DomUtils } = tool('htmlparser2');

// Asks to get back into the account of `unit`, or to get the unit itself, as somebody not logged in: { page, receipt }.
async function recovery(unit, kind, values = {}) {
  const client = new Client();
  const form = (await client.get(`/accounts/recover/${kind}`)).form(kind === 'claim' ? 'op_claim' : 'op_recover');
  form.set({ user_type: 'unit', login: unit.login, organisation: unit.unit_name, organisation_code: unit.unit_code, unit_name: unit.unit_name, unit_code: unit.unit_code,
    contact: '李四', mobile: '13900000009', explanation: '经办人离职，无法登录', proof: { file: licence, name: '执照.png', type: 'image/png' }, ...values }).answerCaptcha();
  const answer = await form.submit(kind === 'claim' ? 'op_claim' : 'op_recover');
  assert(answer.status === 303, () => `asking for ${kind}: ${answer.status} ${answer.words.slice(0, 300)}`);
  const page = await client.followed(answer);
  return { client, page, status: page.links(/\/recover\/status\?r=/)[0] };
}
// The administrator's page of the newest request of this kind for the unit.
async function requestPage(kind, unitName) {
  const admin = await as('demo-admin');
  for (let address = `/admin/requests?kind=${kind}`; address;) {
    const page = await admin.get(address);
    const row = page.all((n) => n.name === 'tr').filter((n) => textOf(n).includes(unitName)).pop();
    if (row) return admin.get(attribute(DomUtils.findOne((n) => n.name === 'a', row.children), 'href'));
    address = page.linkNamed('下一页');
  }
  throw new Error(`no request ${kind} of ${unitName}`);
}
async function approveRequest(kind, unitName, values = {}) {
  const answer = await (await requestPage(kind, unitName)).form('op_approve').set(values).submit('op_approve');
  assert(answer.status === 303, () => `approving ${kind}: ${answer.status} ${answer.words.slice(0, 300)}`);
}
async function suspendedUnit(unit) {
  const client = await approvedUnit(unit);
  const admin = await as('demo-admin');
  const page = await reviewPage(admin, unit.unit_name, 'approved');
  const answer = await (await admin.get(`${page.path}/suspend`)).form('op_suspend').set({ reason: '多次提供虚假信息' }).submit('op_suspend');
  assert(answer.status === 303, `suspending: ${answer.status}`);
  return { client, path: page.path };
}

module.exports = { approveRequest, recovery, requestPage, suspendedUnit };
