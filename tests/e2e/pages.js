// THE LIST: every page of the portal in the states people meet, one line each. From it come the checks of markup, style and
// accessibility (looks.js) and the pictures (screenshots.js). A new page is one new line here.
//   [what it is, who looks, address or a way there, status (200 unless said)]
// A way there is a function of the signed-in client that answers the page.
'use strict';
const fs = require('fs');
const path = require('path');
const { account, assert, base, freshInstrument, freshUnit, state, today, tree, until } = require('./harness');
const { draftCatalogue, failedMail, keptRuns, lockedUser, sendCatalogue, spareAdministrator, userPage } = require('./admin');
const { holding, query } = require('./database');
const { Client, Page, approvedUnit, as, reviewPage, textOf } = require('./client');
const { apiToken } = require('./api');
const { sentAppointment } = require('./desk');
const { manyStopped } = require('./ledger');
const bookings = require('./appointments');
const { checkedImport } = require('./imports');
const { makeLink, setUpTwoFactor } = require('./links');
const { jpeg, pdf } = require('./record_walks');
const readers = require('./reminder_readers');
const results = require('./results');
const { approveRequest, recovery, requestPage, suspendedUnit } = require('./requests');
const { supervisedInstrument, supervisedUnit } = require('./supervision');
const { unlike } = require('./query');

// The form at `address` sent with `button`, after `values` are typed; everything else stays as the page offers it.
const sent = (address, button, values = {}) => async (client) => (await client.get(address)).form(button).set(values).submit(button);
// The first page that `address` links to and whose own address looks like `pattern`.
const linked = (address, pattern) => async (client) => client.get((await client.get(address)).links(pattern)[0]);
const institution = /\/admin\/institutions\/\d+$/;
const department = /\/admin\/departments\/\d+$/;
// A page that the first institution's page links to.
const below = (parent, pattern) => async (client) => client.get((await linked('/admin/institutions', parent)(client)).links(pattern)[0]);
// The same, and the page it leads to; `values` are asked for when it is sent.
const sentThen = (address, button, values) => async (client) => client.followed(await sent(address, button, values())(client));
const followed = (way) => async (client) => client.followed(await way(client));
const cleared = { name: '', model: '', measuring_range: '', accuracy: '', serial_number: '', manufacturer: '', place: '', quantity: '0', verified_on: '2999-1-1',
  valid_until: '昨天', certificate_number: '', remark: '' };
// The public's search, once qj-jobs has brought what it searches up to date.
const foundBy = (words) => (client) => until(async () => {
  const page = await client.get('/query/instruments/search?ie=%E2%9C%93&' + words);
  return page.links(/\/query\/validity\?c=/).length > 0 && page;
}, `instruments are found by ${words}`);
const hostile = `<b>"'&</b>{{X}}<script>alert(1)</script>`;
const ourUnit = freshUnit();  // registers below and waits for its review
const [changing, suspended, lost, claimed] = [freshUnit(), freshUnit(), freshUnit(), freshUnit()];

// Ways to stop reminders, as mails carry them, to somebody who still may: of a new unit each.
const stopped = {
  extra: async () => {
    const unit = freshUnit(), address = readers.freshReader();
    await readers.confirmedReader(await approvedUnit(unit), address);
    return readers.stopPath(await readers.unitOf(unit.login), address, 'extra');
  },
  registered: async () => {
    const unit = freshUnit();
    await approvedUnit(unit);
    return readers.stopPath(await readers.unitOf(unit.login), unit.email, 'registered');
  },
  manager: async () => {
    const unit = freshUnit(), address = readers.freshReader();
    await approvedUnit(unit);
    await query(`update users set email = '${address}' where login = '${unit.login}';`);
    return readers.stopPath(await readers.unitOf(unit.login), address, 'manager');
  },
};

// An appointment in one of its states, and what lies below it.
const booked = (state, below = '') => async (client) => client.get(await bookings[state](client) + below);

// The first waiting units ticked in the queue, and the button below it pressed; then, on the page that names them, again.
const ticked = (button) => async (client) => {
  const form = (await client.get('/admin/enterprises')).form(button);
  form.control('unit').on = true;
  return form.submit(button);
};
const bulkReject = (values) => async (client) => (await ticked('op_reject')(client)).form('op_reject').set(values).submit('op_reject');
// The status page of a request that was approved: recover of `lost`, claim of `claimed`.
const approvedRecovery = async (client) => {
  await approvedUnit(lost);
  const { status } = await recovery(lost, 'account');
  await approveRequest('recover', lost.unit_name);
  return client.get(status);
};
const approvedClaim = (button) => async (client) => {
  await approvedUnit(claimed);
  const { status } = await recovery(claimed, 'claim');
  await approveRequest('claim', claimed.unit_name, { locks_managers: true });
  const page = await client.get(status);
  return button ? page.form(button).set({ login: hostile, password: 'x' }).submit(button) : page;
};
const ofSuspended = (act) => async (client) => client.get((await reviewPage(client, suspended.unit_name, 'suspended')).path + act);
const ofApproved = (act) => async (client) => client.get((await linked('/admin/enterprises?state=approved', /\/admin\/enterprises\/\d+$/)(client)).path + act);

// The address of a fresh invitation into the demo market, as the page shows it once.
async function invitation() {
  const shown = await sent('/accounts/members/new', 'op_add', { person: '示范<b>新人', role: 'viewer', method: 'invite' })(await as('demo-market'));
  return /\/accounts\/invite\?t=[\w-]+/.exec(shown.text)[0];
}
const colleague = async (client) => (await client.get('/accounts/members')).all((n) => n.name === 'tr' && textOf(n).includes('demo-market-clerk'))
  .map((row) => /\/accounts\/members\/\d+/.exec(row.children.map((c) => (c.children || []).map((a) => (a.attribs || {}).href || '').join(' ')).join(' '))[0])[0];
const act = (name) => async (client) => client.get((await userPage(client, 'demo-market')).path + '/' + name);

// An instrument with a photo, a certificate, two earlier records and more changes than its page shows; made once.
let whole;
async function instrumentWithAll(client) {
  if (!whole) {
    const { location } = await client.addInstrument(freshInstrument(9, { name: '示范齐全秤', certificate_number: '示范-甲' }));
    const attach = async (kind, file, name) => (await client.get(location)).form('op_attach').set({ attachment_kind: kind, attachment: { file, name } }).submit('op_attach');
    await attach('photo', jpeg, 'C:\\照片\\铭牌<b>.jpg');
    await attach('other', pdf, '说明.pdf');
    for (const [number, day, file] of [['示范-乙', '2020-02-03'], ['示范-丙', '2021-03-04', pdf]]) {
      await (await client.get(location + '/certificates/new')).form('op_save').set({ certificate_number: number, institution_name: '示范计量所', verified_on: day,
        ...(file ? { certificate_file: { file, name: '证书.pdf' } } : {}) }).submit('op_save');
    }
    for (const place of ['二号柜台', hostile]) await (await client.get(location + '/edit')).form('op_save').set({ place }).submit('op_save');
    whole = location;
  }
  return client.get(whole);
}

const pages = [
  ['home', 'nobody', '/'],
  ['home of a unit', 'demo-market', '/'],
  ['services', 'nobody', '/systems/qiangjian'],
  ['services of a unit', 'demo-market', '/systems/qiangjian'],
  ['services of an institution', 'demo-institution-1', '/systems/qiangjian'],
  ['help: environment', 'nobody', '/help/environment'],
  ['help: import', 'nobody', '/help/import'],
  ['help: terms', 'nobody', '/help/terms'],
  ['help: privacy', 'nobody', '/help/privacy'],
  ['help: display', 'nobody', '/help/display'],
  ['announcement', 'nobody', linked('/', /\/announcements\/\d+$/)],
  ['registration', 'nobody', '/accounts/register'],
  ['registration with every error', 'nobody', sent('/accounts/register', 'op_register', { unit_code: '91350100M000100Y4Z', id_number: '1', email: hostile }), 422],
  ['registration, cities offered', 'nobody', sent('/accounts/register', 'op_division', { division_1: '330000', unit_name: hostile })],
  ['login', 'nobody', '/accounts/login?return=%2Fledger'],
  ['login refused', 'nobody', sent('/accounts/login', 'op_login', { login: hostile, password: 'x' }), 422],
  ['status: just registered', 'applicant', async (client) => client.get('/accounts/status')],
  ['status: pending', 'demo-pending', '/accounts/status'],
  ['status: rejected', 'demo-rejected', '/accounts/status'],
  ['status: approved', 'demo-market', '/accounts/status'],
  ['correcting a registration', 'demo-rejected', '/accounts/registration'],
  ['correcting a registration with errors', 'demo-rejected', sent('/accounts/registration', 'op_resubmit', { unit_name: '', mobile: 'x' }), 422],
  ['ways back into an account', 'nobody', '/accounts/recover'],
  ['asking for an account', 'nobody', '/accounts/recover/account'],
  ['asking for an account with errors', 'nobody', sent('/accounts/recover/account', 'op_recover', { organisation: hostile, mobile: 'x' }), 422],
  ['claiming a unit', 'nobody', '/accounts/recover/claim'],
  ['claiming a unit with errors', 'nobody', sent('/accounts/recover/claim', 'op_claim', { unit_name: hostile, unit_code: '1' }), 422],
  ['receipt of a request', 'nobody', async () => (await recovery(freshUnit(), 'account')).page],
  ['asking for a request by its receipt', 'nobody', '/accounts/recover/status'],
  ['a receipt of nobody', 'nobody', '/accounts/recover/status?r=' + encodeURIComponent(hostile)],
  ['a request that waits', 'nobody', async (client) => client.get((await recovery(freshUnit(), 'claim')).status)],
  ['a request approved: new password', 'nobody', approvedRecovery],
  ['a claim approved, with errors', 'nobody', approvedClaim('op_finish'), 422],
  ['unit data', 'demo-market', '/accounts/unit'],
  ['unit data with requests that wait', 'changing', '/accounts/unit'],
  ['changing unit data', 'demo-market', '/accounts/unit/change'],
  ['changing unit data with errors', 'demo-market', sent('/accounts/unit/change', 'op_request', { unit_name: '', unit_code: '1' }), 422],
  ['closing the account', 'demo-market', '/accounts/unit/close'],
  ['closing the account with errors', 'demo-market', sent('/accounts/unit/close', 'op_close', { explanation: hostile }), 422],
  ['status: suspended', 'suspended', '/accounts/status'],
  ['registering a unit that is registered', 'nobody', async (client) => {
    const form = (await client.get('/accounts/register')).form('op_register');
    return (await client.chooseDivision(form, ourUnit)).set(ourUnit).set({ login: 'shop-nobody-has' }).answerCaptcha().submit('op_register');
  }, 422],
  ['forgotten password', 'nobody', '/accounts/forgot'],
  ['forgotten password with errors', 'nobody', sent('/accounts/forgot', 'op_send', { login: hostile }), 422],
  ['new password by a link', 'nobody', async (client) => client.get('/accounts/reset?t=' + await makeLink('reset_password', 'demo-pending'))],
  ['a link used up', 'nobody', '/accounts/reset?t=AAAA', 404],
  ['confirming an address', 'nobody', async (client) => client.get('/accounts/confirm?t=' + await makeLink('confirm_email', 'demo-pending', { email: "o'neil@example.cn" }))],
  ['an invitation', 'nobody', async (client) => client.get(await invitation())],
  ['an invitation with errors', 'nobody', async (client) => (await client.get(await invitation())).form('op_join').set({ login: hostile, password: '1' }).submit('op_join'), 422],
  ['profile', 'demo-market', '/accounts/profile'],
  ['profile of an institution', 'demo-institution-1', '/accounts/profile'],
  ['profile with errors', 'demo-market', sent('/accounts/profile', 'op_save', { person: '', phone: hostile, email: hostile }), 422],
  ['changing the password', 'demo-market', '/accounts/password'],
  ['changing the password with errors', 'demo-market', sent('/accounts/password', 'op_save', { password: '1' }), 422],
  ['second factor, setting up', 'demo-market', '/accounts/two-factor'],
  ['second factor, without its code', 'demo-market', sent('/accounts/two-factor', 'op_enable'), 422],
  ['second factor, recovery codes', 'two-factored', async (client) => client.codes],
  ['second factor, enabled', 'two-factored', '/accounts/two-factor'],
  ['login, second step', 'two-factored', async (client) => client.step],
  ['login, second step with a wrong code', 'two-factored', async (client) => client.step.form('op_code').set({ code: '12' }).submit('op_code'), 422],
  ['sessions', 'demo-market', '/accounts/sessions'],
  ['contacts of the unit', 'demo-market', '/accounts/unit/contact'],
  ['contacts of the unit with errors', 'demo-market', sent('/accounts/unit/contact', 'op_save', { contact: '', mobile: hostile }), 422],
  ['reminders, the defaults', 'newcomer', '/accounts/reminders'],
  ['reminders, with other addresses', 'reminded', '/accounts/reminders'],
  ['reminders, who only looks', 'demo-market-viewer', '/accounts/reminders'],
  ['reminders with errors', 'demo-market', sent('/accounts/reminders', 'op_save', { thresholds: false, off: false }), 422],
  ['reminders, an address with errors', 'demo-market', sent('/accounts/reminders', 'op_add', { reminder_email: hostile }), 422],
  ['confirming an address for reminders', 'nobody', async (client) => client.get(await readers.askedReader(await as('demo-hospital'), readers.freshReader()))],
  ['stopping reminders, an extra address', 'nobody', async (client) => client.get(await stopped.extra())],
  ['stopping reminders, done', 'nobody', async (client) => (await client.get(await stopped.extra())).form('op_stop').submit('op_stop')],
  ["stopping reminders, the unit's own address", 'nobody', async (client) => client.get(await stopped.registered())],
  ["stopping reminders, the unit's own address, done", 'nobody', async (client) => (await client.get(await stopped.registered())).form('op_stop').submit('op_stop')],
  ["stopping reminders, a manager's address", 'nobody', async (client) => client.get(await stopped.manager())],
  ['stopping reminders, nothing to stop', 'nobody', async (client) => client.get(await readers.stopPath(await readers.unitOf('demo-hospital'), 'gone@example.cn', 'extra'))],
  ['the whole number, asked for', 'demo-market', '/accounts/unit/id-number'],
  ['members', 'demo-market', '/accounts/members'],
  ['new member', 'demo-market', '/accounts/members/new'],
  ['new member with errors', 'demo-market', sent('/accounts/members/new', 'op_add', { person: '', email: hostile }), 422],
  ['new member, the invitation', 'demo-market', sent('/accounts/members/new', 'op_add', { person: '示范新人', role: 'viewer', method: 'invite' })],
  ['a member', 'demo-market', linked('/accounts/members', /\/members\/\d+$/)],
  ['removing a member', 'demo-market', async (client) => client.get((await colleague(client)) + '/remove')],
  ["resetting a member's password", 'demo-market', async (client) => client.get((await colleague(client)) + '/reset-password')],
  ['handing over', 'demo-market', async (client) => client.get((await colleague(client)) + '/handover')],
  ['handing over without a choice', 'demo-market', async (client) => (await client.get((await colleague(client)) + '/handover')).form('op_handover').submit('op_handover'), 422],
  ['ledger of who only looks', 'demo-market-viewer', '/ledger'],
  ['ledger', 'demo-market', '/ledger'],
  ['ledger, more conditions', 'demo-market', '/ledger?tab=all&more=1&division=110000&manufacturer=' + encodeURIComponent(hostile)],
  ['ledger, sorted by name', 'demo-hospital', '/ledger?tab=all&sort=name&desc=1'],
  ['what is due', 'demo-market', '/ledger?tab=due'],
  ['overview', 'demo-hospital', '/ledger/overview'],
  ['overview, empty', 'newcomer', '/ledger/overview'],
  ['ledger, for print', 'demo-hospital', '/ledger/print?tab=all&size=50'],
  ['columns', 'demo-hospital', '/ledger/columns?tab=overdue'],
  ['saved filters, none yet', 'newcomer', '/ledger/filters?tab=overdue'],
  ['saved filters', 'demo-hospital', async (client) => {
    await (await client.get('/ledger/filters?tab=overdue&ie=%E2%9C%93')).form('op_save').set({ filter_name: `急<b>${process.pid}` }).submit('op_save');
    return client.get('/ledger/filters');
  }],
  ['saved filters, without a name', 'demo-hospital', sent('/ledger/filters', 'op_save', { filter_name: '' }), 422],
  ['stopping all that match', 'demo-hospital', '/ledger/bulk?scope=all&op_stop=1&state=in_use'],
  ['scrapping without a reason', 'demo-hospital', sent('/ledger/bulk?scope=all&op_scrap=1', 'op_confirm', { act_reason: '' }), 422],
  ['removing what nobody ticked', 'demo-hospital', '/ledger/bulk?scope=chosen&op_remove=1', 422],
  ['long work, none', 'newcomer', '/ledger/jobs'],
  ['long work', 'demo-market', async (client) => { await manyStopped(client); return client.get('/ledger/jobs'); }],
  ['long work done', 'demo-market', manyStopped],
  ['a copy', 'demo-market', linked('/ledger?tab=all', /\/ledger\/\d+\/copy$/)],
  ['a copy with errors', 'demo-market', async (client) => (await linked('/ledger?tab=all', /\/copy$/)(client)).form('op_save').set({ serial_numbers: 'A3~A1' }).submit('op_save'), 422],
  ['a rotation', 'demo-market', async (client) => client.get((await client.followed(await client.addInstrument(freshInstrument(20, { name: '冷水水表' }), '水表'))).path + '/rotate')],
  ['ledger of a hospital, 50 a page', 'demo-hospital', '/ledger?size=50'],
  ['ledger, overdue', 'demo-market', '/ledger?tab=overdue'],
  ['ledger, second page', 'demo-hospital', '/ledger?size=10&page=2'],
  ['ledger, nothing found', 'demo-market', '/ledger?name=' + encodeURIComponent(hostile)],
  ['ledger, empty', 'newcomer', '/ledger'],
  ['ledger, an empty tab', 'newcomer', '/ledger?tab=failed'],
  ['ledger, just added', 'newcomer', async (client) => client.followed(await client.addInstrument(freshInstrument(9, { name: '<b>秤</b>', remark: hostile })))],
  ['appointments, none', 'newcomer', '/appointments'],
  ['new appointment, nothing to choose', 'newcomer', '/appointments/new'],
  ['new appointment of what is due', 'demo-market', '/appointments/new?due=1'],
  ['new appointment with errors', 'demo-market', sent('/appointments/new?scope=all&tab=all', 'op_submit', { contact: '', phone: 'x', expected_on: '2001-1-1', remark: hostile }), 422],
  ['appointment, draft', 'demo-market', booked('draft')],
  ['appointment, changed', 'demo-market', booked('draft', '/edit')],
  ['appointment, removed', 'demo-market', booked('draft', '/remove')],
  ['appointment, submitted', 'demo-market', booked('submitted')],
  ['appointment, taken back', 'demo-market', booked('submitted', '/withdraw')],
  ['appointment, answered', 'demo-market', booked('answered')],
  ['appointment, a line cancelled without a reason', 'demo-market', async (client) => sent(await bookings.lineOf(await bookings.answered(client)) + '/cancel', 'op_confirm', { cancel_reason: '' })(client), 422],
  ['appointment sheet', 'demo-market', booked('submitted', '/print')],
  ['appointments', 'demo-market', '/appointments'],
  ['appointments, nothing found', 'demo-market', '/appointments?number=' + encodeURIComponent(hostile)],
  ['import', 'demo-market', '/ledger/import'],
  ['import without a file', 'demo-market', sent('/ledger/import', 'op_upload', {}), 422],
  ['import, rows to look at', 'demo-market', async (client) => client.get((await checkedImport(client)).path)],
  ['import, new rows', 'demo-market', async (client) => client.get((await checkedImport(client)).path + '?tab=new')],
  ['import, refused', 'demo-market', async (client) => checkedImport(client, 'refused.csv', Buffer.from('a,b\n1,2\n'))],
  ['import, given up', 'demo-market', async (client) => {
    const { path: address, ...page } = await checkedImport(client);
    await client.get(address).then((preview) => preview.form('op_discard').submit('op_discard'));
    return page.client.get(address);
  }],
  ['new instrument', 'demo-market', '/ledger/new'],
  ['new instrument, kind found', 'demo-market', sent('/ledger/new', 'op_find_kind', { kind_query: '血压计' })],
  ['new instrument, kind not found', 'demo-market', sent('/ledger/new', 'op_find_kind', { kind_query: hostile })],
  ['new instrument with every error', 'demo-market', sent('/ledger/new', 'op_save', cleared), 422],
  ['instrument', 'demo-market', linked('/ledger?tab=overdue', /\/ledger\/\d+$/)],
  ['instrument, stopped', 'demo-market', linked('/ledger?tab=stopped', /\/ledger\/\d+$/)],
  ['instrument with files, records and a long history', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).path)],
  ['instrument, a file that is none', 'newcomer', async (client) => {
    const form = (await instrumentWithAll(client)).form('op_attach').set({ attachment: { file: Buffer.from(hostile), name: hostile + '.jpg' } });
    return form.submit('op_attach');
  }, 422],
  ['history of an instrument', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).path + '/history')],
  ['history of an instrument, before its beginning', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).path + '/history?before=1')],
  ['removing a file', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).links(/\/attachments\/\d+\/remove$/)[0])],
  ['new certificate', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).path + '/certificates/new')],
  ['new certificate with errors', 'newcomer', async (client) => (await client.get((await instrumentWithAll(client)).path + '/certificates/new')).form('op_save')
    .set({ certificate_number: hostile, valid_until: '昨天', verified_on: '2999-1-1' }).submit('op_save'), 422],
  ['removing the record in force', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).path + '/certificates/current/remove')],
  ['removing an earlier record', 'newcomer', async (client) => client.get((await instrumentWithAll(client)).links(/\/certificates\/\d+\/remove$/)[0])],
  ['new instrument, a use out of scope', 'demo-market', async (client) => {
    const form = (await sent('/ledger/new', 'op_find_kind', { kind_query: '电子秤' })(client)).form('op_save');
    return form.set({ use: 'medical' }).submit('op_save');
  }, 422],
  ['editing an instrument', 'demo-market', linked('/ledger', /\/ledger\/\d+\/edit$/)],
  ['editing an instrument with errors', 'demo-market', async (client) => (await linked('/ledger', /\/edit$/)(client)).form('op_save').set(cleared).submit('op_save'), 422],
  ['export', 'demo-market', '/ledger/export?tab=overdue&sort=name&desc=1'],
  ['export of who only looks', 'demo-market-viewer', '/ledger/export'],
  ['export, nothing to export', 'demo-market', '/ledger/export?name=' + encodeURIComponent(hostile)],
  ['export, characters that GBK lacks', 'newcomer', async (client) => {
    await client.addInstrument(freshInstrument(9, { name: '示范²秤𠮷' }));
    return (await client.get('/ledger/export')).form('op_gb18030').submit('op_gb18030');
  }, 422],
  ['labels', 'demo-market', '/ledger/labels'],
  ['labels, small', 'demo-hospital', '/ledger/labels?label=50x30&tab=overdue'],
  ['labels, none', 'demo-market', '/ledger/labels?tab=scrapped'],
  ['calendars', 'demo-market', '/ledger/calendars?tab=overdue'],
  ['calendars with errors', 'demo-market', sent('/ledger/calendars', 'op_add', { calendar_name: '' }), 422],
  ['a calendar, the address', 'demo-market', sent('/ledger/calendars', 'op_add', { calendar_name: '<b>到期' })],
  ['revoking a calendar', 'demo-market', linked('/ledger/calendars', /\/revoke$/)],
  ['queries', 'nobody', '/query'],
  ['institutions', 'nobody', '/query/institutions'],
  ['institutions that serve a region', 'demo-market', '/query/institutions?division=320104&kind_query=' + encodeURIComponent('电子秤') + '&delivery=send_in'],
  ['institutions, cities offered', 'nobody', '/query/institutions?division_1=320000&division_2=&division_3=&op_division=x&institution=' + encodeURIComponent('示范')],
  ['institutions, nothing found', 'nobody', '/query/institutions?institution=' + encodeURIComponent(hostile)],
  ['institutions with every error', 'nobody', '/query/institutions?division_1=110000&division_2=320100&kind_query=B%E8%B6%85&delivery=x&institution=' + 'x'.repeat(101), 422],
  ['an institution', 'nobody', linked('/query/institutions?institution=' + encodeURIComponent('计量测试所'), /\/query\/institutions\/\d+$/)],
  ['an institution whose authorisation has ended', 'nobody', linked('/query/institutions?institution=' + encodeURIComponent('示范县'), /\/query\/institutions\/\d+$/)],
  ['the public catalogue', 'nobody', '/query/catalogue'],
  ['the public catalogue, filtered', 'nobody', '/query/catalogue?use=trade&mode=first_rotate&keyword=' + encodeURIComponent('水表')],
  ['the public catalogue, what is not in it', 'nobody', '/query/catalogue?keyword=' + encodeURIComponent('B超')],
  ['the public catalogue, nothing found', 'nobody', '/query/catalogue?keyword=' + encodeURIComponent(hostile)],
  ['the public catalogue with errors', 'nobody', '/query/catalogue?item=x&use=x&mode=x&supervision=x&keyword=' + encodeURIComponent('一 二 三 四 五 六 七 八 九'), 422],
  ['a kind', 'nobody', linked('/query/catalogue?keyword=' + encodeURIComponent('电子秤'), /\/query\/catalogue\/\d+$/)],
  ['a kind that is not verified', 'nobody', linked('/query/catalogue?mode=none', /\/query\/catalogue\/\d+$/)],
  ['validity, no code', 'nobody', '/query/validity'],
  ['validity, a code of nothing', 'nobody', '/query/validity?c=' + encodeURIComponent(hostile), 404],
  ['validity', 'nobody', async (client) => client.get('/query/validity?c=' + (await query("select public_code from instruments where state = 'in_use' and valid_until is not null order by sort_due limit 1"))[0])],
  ...['valid_until > current_date + 60', 'valid_until between current_date and current_date + 25', "last_result is null"].map((where, n) => [`validity, case ${n}`, 'nobody', async (client) =>
    client.get('/query/validity?c=' + (await query(`select i.public_code from instruments i join units e on e.id = i.unit_id and e.state = 'approved' where i.state = 'in_use' and ${where} order by i.id limit 1`))[0])]),
  ['public search', 'nobody', '/query/instruments'],
  ['public search, detailed', 'nobody', '/query/instruments/detailed'],
  ['public search, found', 'nobody', foundBy('q=' + encodeURIComponent('示范'))],
  ['public search, found by a code', 'nobody', foundBy('q=91990100DEM000014A&sort=due')],
  ['public search, a later page', 'nobody', async (client) => client.get((await foundBy('q=91990100DEM000014A')(client)).links(/after=/)[0].replace(/#.*/, ''))],
  ['public search, the last page that is shown', 'nobody', async (client) => client.get((await foundBy('q=91990100DEM000014A')(client)).links(/after=/)[0].replace(/page=2.*/, 'page=50'))],
  ['public search, found in detail', 'nobody', foundBy('unit_name=' + encodeURIComponent('示范') + '&standing=overdue&division=320000')],
  ['public search, nothing found', 'nobody', '/query/instruments/search?ie=%E2%9C%93&q=' + encodeURIComponent(hostile)],
  ['public search, no such code', 'nobody', '/query/instruments/search?q=91110108MA00TEXT08'],
  ['public search with errors', 'nobody', '/query/instruments/search?ie=%E2%9C%93&q=&standing=overdue&division_1=110000&division_2=320100&kind=x', 422],
  ['public search, detailed with errors', 'nobody', '/query/instruments/search?ie=%E2%9C%93&form=detailed&unit_code=91110108MA00TEXT09&name=' + encodeURIComponent(hostile.repeat(4)), 422],
  ['public search, choosing a region', 'nobody', '/query/instruments/search?ie=%E2%9C%93&q=&division_1=320000&division_2=320100&op_division=x'],
  ['public search, too broad', 'nobody', (client) => holding('instrument_search', () => client.get('/query/instruments/search?ie=%E2%9C%93&q=' + encodeURIComponent('示范')))],
  ['public search, for developers', 'nobody', '/query/api'],
  ['desk: queue', 'demo-institution-1', async (client) => {
    await sentAppointment({ lines: 2, daysAgo: 9, name: '压力表' });
    await sentAppointment({ lines: 1, name: hostile, remark: hostile });
    return client.get('/desk/appointments');
  }],
  ['desk: queue, in work', 'demo-institution-1', async (client) => { await sentAppointment({ lines: 3, accepted: 2 }); return client.get('/desk/appointments?tab=working'); }],
  ['desk: queue, all', 'demo-institution-1', '/desk/appointments?tab=all'],
  ['desk: queue, nothing found', 'demo-institution-1', '/desk/appointments?tab=all&expected_from=x&unit=' + encodeURIComponent(hostile)],
  ['desk: queue, empty', 'demo-institution-2', '/desk/appointments?tab=working'],
  ['desk: appointment', 'demo-institution-1', async (client) => client.get((await sentAppointment({ lines: 4, accepted: 1, delivery: 'on_site', remark: hostile })).path)],
  ['desk: appointment of 500 lines', 'demo-institution-1', async (client) => client.get((await sentAppointment({ lines: 500, accepted: 3 })).path)],
  ['desk: answer with errors', 'demo-institution-1', async (client) => (await client.get((await sentAppointment()).path)).form('op_accept')
    .set({ planned_on: '昨天', planned_place: hostile, planned_contact: '', planned_bring: hostile }).submit('op_accept'), 422],
  ['desk: answer, the load of the day', 'demo-institution-1', async (client) => (await client.get((await sentAppointment()).path)).form('op_check')
    .set({ answer_scope: 'all', planned_on: today() }).submit('op_check')],
  ['desk: answer, a colleague was faster', 'demo-institution-1', async (client) => {
    const sent = await sentAppointment();
    const [slow, quick] = [(await client.get(sent.path)).form('op_accept'), (await client.get(sent.path)).form('op_refuse')];
    quick.controls.find((c) => c.name === 'line').on = true;
    await quick.set({ refusal_code: 'other_region' }).submit('op_refuse');
    return slow.set({ answer_scope: 'all', planned_on: today(2) }).submit('op_accept');
  }, 409],
  ['desk: appointment answered', 'demo-institution-1', async (client) => {
    const sent = await sentAppointment({ lines: 2, accepted: 1 });
    return client.followed(await (await client.get(sent.path)).form('op_refuse').set({ answer_scope: 'all', refusal_code: 'other', refusal_text: hostile }).submit('op_refuse'));
  }],
  ['desk: cancelling', 'demo-institution-1', async (client) => client.get((await sentAppointment({ accepted: 2 })).path + '/cancel')],
  ['desk: cancelling with errors', 'demo-institution-1', async (client) => (await client.get((await sentAppointment({ accepted: 2 })).path + '/cancel')).form('op_cancel').submit('op_cancel'), 422],
  ['notices', 'demo-market', '/accounts/notices'],
  ['notices of an institution', 'demo-institution-1', async (client) => { await bookings.submitted(await as('demo-market')); return client.get('/accounts/notices'); }],
  ['older notices, none', 'demo-market', '/accounts/notices?before=1'],
  ['notices of nobody in particular', 'demo-supervisor', '/accounts/notices'],
  ['tokens', 'demo-institution-1', async (client) => { await apiToken(client); return client.get('/desk/tokens'); }],
  ['tokens, none', 'demo-institution-2', '/desk/tokens'],
  ['a new token', 'demo-institution-1', '/desk/tokens/new'],
  ['a new token with errors', 'demo-institution-1', sent('/desk/tokens/new', 'op_create', { token_name: hostile, expires_on: '明年', addresses: hostile }), 422],
  ['a token, shown once', 'demo-institution-1', sent('/desk/tokens/new', 'op_create', { token_name: '检定业务系统', scopes: 'lines', addresses: '' })],
  ['revoking a token', 'demo-institution-1', async (client) => client.get(await apiToken(client) + '/revoke')],
  ['desk: capacity', 'demo-institution-1', sentThen('/desk/capacity', 'op_day', () => ({ day: today(30), day_capacity: '0', day_note: hostile }))],
  ['desk: capacity with errors', 'demo-institution-1', sent('/desk/capacity', 'op_day', { day: '昨天', day_capacity: '-1' }), 422],
  ['desk: daily capacity with errors', 'demo-institution-1', sent('/desk/capacity', 'op_save', { daily_capacity: hostile }), 422],
  ['desk: calendar', 'demo-institution-1', '/desk/calendar'],
  ['desk: work list of a day', 'demo-institution-1', '/desk/calendar/day'],
  ['desk: work list, nothing', 'demo-institution-1', '/desk/calendar/day?date=2001-02-03'],
  ['desk: export', 'demo-institution-1', '/desk/export'],
  ['desk: export, a date that is none', 'demo-institution-1', '/desk/export?planned_from=x', 422],
  ['administration', 'demo-admin', '/admin'],
  ['review queue', 'demo-admin', '/admin/enterprises'],
  ['review queue, approved', 'demo-admin', '/admin/enterprises?state=approved'],
  ['review queue, suspended', 'demo-admin', '/admin/enterprises?state=suspended'],
  ['a unit under review', 'demo-admin', async (client) => reviewPage(client, ourUnit.unit_name)],
  ['a unit approved', 'demo-admin', linked('/admin/enterprises?state=approved', /\/admin\/enterprises\/\d+$/)],
  ['sending a unit back', 'demo-admin', async (client) => client.get((await reviewPage(client, ourUnit.unit_name)).links(/\/reject$/)[0])],
  ['sending a unit back without a reason', 'demo-admin', async (client) =>
    (await client.get((await reviewPage(client, ourUnit.unit_name)).links(/\/reject$/)[0])).form('op_reject').submit('op_reject'), 422],
  ['review queue, filtered', 'demo-admin', '/admin/enterprises?text=' + encodeURIComponent('店') + '&division_1=330000&division_2=330100&waiting=0&twins='],
  ['review queue, nothing found', 'demo-admin', '/admin/enterprises?text=' + encodeURIComponent(hostile)],
  ['many to approve', 'demo-admin', ticked('op_approve')],
  ['many to send back', 'demo-admin', ticked('op_reject')],
  ['many to send back, without a reason', 'demo-admin', bulkReject({}), 422],
  ['many sent back', 'demo-admin', async (client) => {
    await new Client().register(freshUnit(), { withLicence: false });
    await new Client().register(freshUnit(), { withLicence: false });
    const units = (await client.get('/admin/enterprises?size=100')).form('op_reject').controls.filter((c) => c.name === 'unit').slice(-2).map((c) => c.value);
    const page = await client.get(`/admin/enterprises/bulk?op_reject=x&unit=${units.join('&unit=')}`);
    return client.followed(await page.form('op_reject').set({ reason: '资料不全' }).submit('op_reject'));
  }],
  ['suspending a unit', 'demo-admin', ofApproved('/suspend')],
  ['a unit suspended', 'demo-admin', ofSuspended('')],
  ['restoring a unit', 'demo-admin', ofSuspended('/restore')],
  ['requests', 'demo-admin', '/admin/requests'],
  ['requests, decided', 'demo-admin', '/admin/requests?state=approved'],
  ['requests, none', 'demo-admin', '/admin/requests?state=withdrawn&kind=close'],
  ['a request for an account that is not known', 'demo-admin', async () => { await recovery(freshUnit(), 'account', { organisation: '示范不存在单位' }); return requestPage('recover', '示范不存在单位'); }],
  ['a claim approved', 'demo-admin', async (client) => client.get((await client.get('/admin/requests?kind=claim&state=approved')).links(/\/admin\/requests\/\d+$/)[0])],
  ['a request to change', 'demo-admin', async () => requestPage('change', changing.unit_name)],
  ['a request to close, refused without a reason', 'demo-admin', async () => (await requestPage('close', changing.unit_name)).form('op_reject').submit('op_reject'), 422],
  ['institutions', 'demo-admin', '/admin/institutions'],
  ['institutions of a city', 'demo-admin', '/admin/institutions?division_1=320000&division_2=320100'],
  ['institutions, nothing found', 'demo-admin', '/admin/institutions?name=' + encodeURIComponent(hostile)],
  ['new institution', 'demo-admin', '/admin/institutions/new'],
  ['new institution with every error', 'demo-admin', sent('/admin/institutions/new', 'op_save', { organisation_name: '', email: hostile, authorised_until: '明天' }), 422],
  ['institution', 'demo-admin', linked('/admin/institutions', institution)],
  ['institution, a person who cannot be added', 'demo-admin', async (client) =>
    (await linked('/admin/institutions', institution)(client)).form('op_add_person').set({ login: hostile, person: '' }).submit('op_add_person'), 422],
  ['institution, a person added', 'demo-admin', async (client) => (await linked('/admin/institutions', institution)(client)).form('op_add_person')
    .set({ login: 'e2e' + Date.now(), person: '示范人', role: 'worker' }).submit('op_add_person')],
  ['editing an institution', 'demo-admin', linked('/admin/institutions', /institutions\/\d+\/edit$/)],
  ['suspending an institution', 'demo-admin', below(institution, /\/state$/)],
  ['new authorised kind', 'demo-admin', below(institution, /\/kinds\/new$/)],
  ['new authorised kind, found, with a region', 'demo-admin', async (client) => {
    const form = (await below(institution, /\/kinds\/new$/)(client)).form('op_save').set({ kind_query: '血压计' });
    return (await form.submit('op_find_kind')).form('op_save').set({ division_1: '320000' }).submit('op_add_region');
  }],
  ['new authorised kind with errors', 'demo-admin', async (client) => (await below(institution, /\/kinds\/new$/)(client)).form('op_save')
    .set({ valid_until: hostile, division_1: '320000' }).submit('op_save'), 422],
  ['authorised kind', 'demo-admin', below(institution, /\/kinds\/\d+$/)],
  ['removing an authorised kind', 'demo-admin', below(institution, /\/kinds\/\d+\/remove$/)],
  ['departments', 'demo-admin', '/admin/departments'],
  ['new department', 'demo-admin', '/admin/departments/new'],
  ['department', 'demo-admin', linked('/admin/departments', department)],
  ['department, no such unit', 'demo-admin', async (client) =>
    (await linked('/admin/departments', department)(client)).form('op_assign').set({ supervised_unit: hostile }).submit('op_assign'), 422],
  ['editing a department', 'demo-admin', linked('/admin/departments', /departments\/\d+\/edit$/)],
  ['taking a unit off a department', 'demo-admin', async (client) => client.get((await linked('/admin/departments', department)(client)).links(/\/units\/\d+\/remove$/)[0])],
  ['announcements kept', 'demo-admin', '/admin/announcements'],
  ['announcements kept, future', 'demo-admin', '/admin/announcements?state=future'],
  ['announcements kept, past', 'demo-admin', '/admin/announcements?state=past'],
  ['new announcement', 'demo-admin', '/admin/announcements/new'],
  ['new announcement with errors', 'demo-admin', sent('/admin/announcements/new', 'op_save', { announcement_title: hostile, shown_to: '2001-1-1' }), 422],
  ['announcement kept', 'demo-admin', linked('/admin/announcements', /\/admin\/announcements\/\d+$/)],
  ['editing an announcement', 'demo-admin', linked('/admin/announcements', /announcements\/\d+\/edit$/)],
  ['withdrawing an announcement', 'demo-admin', linked('/admin/announcements', /\/withdraw$/)],
  ['settings', 'demo-admin', '/admin/settings'],
  ['settings with errors', 'demo-admin', sent('/admin/settings', 'op_save', { setting_title: '', setting_organiser: hostile, setting_review_hours: '九点', setting_login_failures: '0' }), 422],
  ['mail', 'demo-admin', async (client) => { await failedMail(hostile); return client.get('/admin/mail'); }],
  ['runs of reminders, none yet', 'demo-admin', '/admin/reminders'],
  ['runs of reminders', 'demo-admin', async (client) => { await keptRuns(hostile); return client.get('/admin/reminders'); }],
  ['offices', 'demo-admin', '/admin/offices'],
  ['new office', 'demo-admin', '/admin/offices/new'],
  ['editing an office', 'demo-admin', linked('/admin/offices', /\/admin\/offices\/\d+$/)],
  ['removing an office', 'demo-admin', linked('/admin/offices', /\/offices\/\d+\/remove$/)],
  ['users', 'demo-admin', '/admin/users'],
  ['users, nothing found', 'demo-admin', '/admin/users?state=locked&text=' + encodeURIComponent(hostile)],
  ['a user', 'demo-admin', (client) => userPage(client, 'demo-market')],
  ['a user, oneself', 'demo-admin', (client) => userPage(client, 'demo-admin')],
  ['a user, locked and with a second factor', 'demo-admin', async (client) => client.get((await lockedUser(client)).path)],
  ['locking a user', 'demo-admin', act('lock')],
  ['locking a user without a reason', 'demo-admin', async (client) => (await act('lock')(client)).form('op_lock').submit('op_lock'), 422],
  ['resetting a password', 'demo-admin', act('reset-password')],
  ['a temporary password', 'demo-admin', async (client) => (await client.get((await lockedUser(client)).path + '/reset-password')).form('op_reset').submit('op_reset')],
  ['switching a second factor off', 'demo-admin', async (client) => client.get((await lockedUser(client)).path + '/two-factor')],
  ['removing an administrator', 'demo-admin', async (client) => client.get((await spareAdministrator(client)).path + '/remove')],
  ['new administrator', 'demo-admin', '/admin/users/new'],
  ['new administrator with errors', 'demo-admin', sent('/admin/users/new', 'op_save', { login: '12', person: hostile.repeat(3), phone: hostile }), 422],
  ['audit', 'demo-admin', '/admin/audit'],
  ['audit, nothing found', 'demo-admin', '/admin/audit?from=x&action=x&actor=' + encodeURIComponent(hostile)],
  ['login events', 'demo-admin', '/admin/audit/logins'],
  ['login events, nothing found', 'demo-admin', '/admin/audit/logins?outcome=throttled&login=' + encodeURIComponent(hostile)],
  ['catalogue', 'demo-admin', '/admin/catalogue'],
  ['catalogue, nothing found', 'demo-admin', '/admin/catalogue?text=' + encodeURIComponent(hostile)],
  ['a kind', 'demo-admin', linked('/admin/catalogue', /\/admin\/catalogue\/\d+$/)],
  ['everyday names of a kind', 'demo-admin', async (client) => client.get((await linked('/admin/catalogue', /\/admin\/catalogue\/\d+$/)(client)).path + '/names')],
  ['everyday names of a kind with errors', 'demo-admin', async (client) =>
    (await client.get((await linked('/admin/catalogue', /\/admin\/catalogue\/\d+$/)(client)).path + '/names')).form('op_save').set({ everyday_names: hostile.repeat(2) }).submit('op_save'), 422],
  ['names in no catalogue', 'demo-admin', '/admin/catalogue/names'],
  ['retiring a kind', 'demo-admin', async (client) => client.get((await linked('/admin/catalogue', /\/admin\/catalogue\/\d+$/)(client)).path + '/retire')],
  ['replacing the catalogue', 'demo-admin', '/admin/catalogue/replace'],
  ['replacing the catalogue with bad rows', 'demo-admin', (client) => sendCatalogue(client, (text) => text.replace('periodic', '<b>').replace(',12,', ',=1,').replace(/,1\n$/, ',x\n')), 422],
  ['a new catalogue before it is applied', 'demo-admin', followed(draftCatalogue)],
  ['a new catalogue that retires most', 'demo-admin', followed((client) => sendCatalogue(client, (text) => text.split('\n').slice(0, 3).join('\n')))],
  ['editions of the catalogue', 'demo-admin', '/admin/catalogue/editions'],
  ["supervision: the department's field", 'demo-supervisor', '/supervision'],
  ['supervision: a city', 'demo-supervisor', '/supervision/regions?division=320100'],
  ['supervision: a county', 'demo-supervisor', '/supervision/regions?division=320102'],
  ['supervision: assigned units', 'demo-supervisor', '/supervision/regions?division=units'],
  ['supervision: search', 'demo-supervisor', '/supervision/instruments'],
  ['supervision: search, nothing found', 'demo-supervisor', '/supervision/instruments?division=320102&standing=failed&use=trade&due_from=x&ie=%E2%9C%93&name=' + encodeURIComponent(hostile)],
  ['supervision: overdue', 'demo-supervisor', '/supervision/overdue'],
  ['supervision: rotations', 'demo-supervisor', '/supervision/rotations'],
  ['supervision: rotations that are due', 'demo-supervisor', '/supervision/rotations?quarter=past'],
  ['supervision: units', 'demo-supervisor', '/supervision/units'],
  ['supervision: units, none found', 'demo-supervisor', '/supervision/units?ie=%E2%9C%93&unit=' + encodeURIComponent(hostile)],
  ['supervision: a unit', 'demo-supervisor', async (client) => client.get(await supervisedUnit())],
  ['supervision: an instrument', 'demo-supervisor', async (client) => client.get(await supervisedInstrument())],
  ['supervision: what is not served', 'demo-supervisor', '/supervision/unserved'],
  ['supervision: institutions', 'demo-supervisor', '/supervision/institutions'],
  ['supervision: statistics', 'demo-supervisor', '/supervision/statistics'],
  ['supervision: statistics of a period that cannot be read', 'demo-supervisor', '/supervision/statistics?division=429004&from=x&to=y'],
  ['error: a region of another department', 'demo-supervisor', '/supervision/regions?division=110000', 404],
  ['display set large and in contrast', 'large-sighted', followed(sent('/help/display', 'op_save', { display: 'large-contrast' }))],
  ['home, large and in contrast', 'large-sighted', '/'],
  ['registration with errors, large and in contrast', 'large-sighted', sent('/accounts/register', 'op_register'), 422],
  ['public queries: the captcha', 'nobody', '/query/captcha?return=' + encodeURIComponent('/query/validity?c=' + hostile)],
  ['public queries: the captcha, answered wrong', 'nobody', sent('/query/captcha', 'op_continue', { captcha: 'zzz' }), 422],
  ['public queries: after many', 'nobody', async () => { const client = new Client({ localAddress: '127.0.0.99' }); return until(async () => { const page = await client.get(unlike()); return page.status === 429 && page; }, 'a captcha is asked for'); }, 429],
  ['error: not found', 'nobody', '/no-such-page', 404],
  ['error: no such instrument', 'demo-market', '/ledger/999999999999', 404],
  ['error: not for this role', 'demo-market', '/admin/enterprises', 403],
  ['error: a form without its token', 'nobody', (client) => client.request('POST', '/accounts/login', Buffer.from('ie=%E2%9C%93'), { 'content-type': 'application/x-www-form-urlencoded' }), 403],
  ['error: unreadable', 'nobody', '/ledger?name=%ff%ff%ff', 400],
  ['error: body too large', 'nobody', (client) => client.request('POST', '/accounts/login', Buffer.alloc(300 * 1024, 'a'), { 'content-type': 'application/x-www-form-urlencoded' }), 413],
  ...['429', '502', '503', '504'].map((code) => [`error page ${code}`, 'nobody', nginxPage(code)]),
  ['results: to be verified', 'demo-institution-1', async (client) => { await results.sentLines(3); return client.get('/desk/results'); }],
  ['results: to be verified, nothing found', 'demo-institution-1', '/desk/results?unit=没有&from=x'],
  ['results: being verified', 'demo-institution-1', async (client) => { await results.sentLines(2, { state: 'verifying' }); return client.get('/desk/results?tab=verifying'); }],
  ['results: recorded', 'demo-institution-1', async (client) => { await results.recordedResult(client); return client.get('/desk/results?tab=recorded'); }],
  ['results: none', 'demo-institution-2', '/desk/results'],
  ['receiving samples', 'demo-institution-1', async (client) => client.get('/desk/results/begin?line=' + (await results.sentLines())[0].code)],
  ['giving back', 'demo-institution-1', async (client) => sent('/desk/results/give-back?line=' + (await results.sentLines())[0].code, 'op_give_back')(client), 422],
  ['many results with errors', 'demo-institution-1', async (client) => {
    const lines = await results.sentLines(3);
    return sent('/desk/results/batch?' + lines.map((l) => 'line=' + l.code).join('&'), 'op_save', { result: 'pass', mark: 'certificate', verifier: hostile, [`number_${lines[0].code}`]: hostile })(client);
  }, 422],
  ['a line', 'demo-institution-1', async (client) => client.get((await results.sentLines(1, { change: "quantity = 12, serial_number = '无', remark = '无编号'" }))[0].path)],
  ['a line with every error', 'demo-institution-1', async (client) => sent((await results.sentLines())[0].path, 'op_save', { result_date: '2999-1-1', result_until: '昨天', result_cycle: 'x', remark: hostile, verifier: '' })(client), 422],
  ['without appointment', 'demo-institution-1', '/desk/results/walk-in?walk_in_code=1&walk_in_serial=', 422],
  ['without appointment, found', 'demo-institution-1', async (client) => client.get((await results.walkIn()).search)],
  ['without appointment, the form', 'demo-institution-1', async (client) => { const found = await results.walkIn(); return client.get(found.path + found.query); }],
  ['a result', 'demo-institution-1', (client) => results.recordedResult(client, { remark: hostile })],
  ['a correction with errors', 'demo-institution-1', async (client) => sent((await results.recordedResult(client)).path + '/correct', 'op_save', { verifier: '' })(client), 422],
  ['a corrected result', 'demo-institution-1', async (client) => followed(sent((await results.recordedResult(client)).path + '/correct', 'op_save', { verifier: hostile, correction_reason: hostile }))(client)],
  ['import of results', 'demo-institution-1', async (client) => { await results.sentResults(client); return sent('/desk/results/import', 'op_upload', { results_file: { file: pdf, name: 'a.xlsx' } })(client); }, 422],
  ['imported results', 'demo-institution-1', (client) => results.sentResults(client)],
];

// GET routes that answer something else than a page.
const notPages = ['/ledger/due', '/ledger/export/file', '/ledger/calendar', '/ledger/jobs/{id}/file', '/ledger/import/template', '/ledger/imports/{id}/errors',
  '/ledger/{id}/attachments/{id}', '/ledger/{id}/attachments/{id}/thumb', '/accounts/two-factor/picture', '/divisions/children', '/healthz/live', '/healthz/ready', '/accounts/captcha',
  '/admin/enterprises/{id}/documents/{id}', '/admin/requests/{id}/document', '/admin/catalogue/export', '/admin/catalogue/editions/{id}/file', '/appointments/{id}/pdf', '/desk',
  '/desk/export/file', '/desk/results/chosen', '/desk/results/import/template', '/desk/results/imports/{id}/errors', '/desk/results/{id}/{id}/file', '/desk/api/openapi.json', '/desk/api/lines', '/supervision/statistics/file', '/supervision/instruments/file',
  '/query/catalogue/export', '/query/api/institutions', '/query/api/institutions/{id}', '/query/api/catalogue',
  '/query/api/openapi.json', '/query/api/instruments', '/query/api/instrument', '/query/captcha/picture'];

// nginx's own pages are files: shown only when something is broken.
function nginxPage(code) {
  return (client) => new Page(`/errors/${code}.html`, { status: 200, static: true, headers: { 'content-type': 'text/html; charset=utf-8' },
    bytes: fs.readFileSync(path.join(tree, 'nginx', 'errors', `${code}.html`)) }, client);
}

// Whoever is not a demo account.
const others = new Map();
const makers = {
  applicant: async () => { const client = new Client(); await client.register(ourUnit); return client; },
  newcomer: () => approvedUnit(freshUnit()),
  suspended: async () => (await suspendedUnit(suspended)).client,
  changing: async () => {
    const client = await approvedUnit(changing);
    const change = (await client.get('/accounts/unit/change')).form('op_request').set({ unit_name: changing.unit_name + '总店', id_number: changing.id_number });
    const answer = await change.submit('op_request');
    assert(answer.status === 303, () => `asking for a change: ${answer.status} ${answer.words.slice(0, 300)}`);
    const close = (await client.get('/accounts/unit/close')).form('op_close').set({ current_password: changing.password, understood: true, explanation: '已停业' });
    assert((await close.submit('op_close')).status === 303, 'asking to close');
    return client;
  },
  'large-sighted': async () => new Client(),
  // Has said something about its reminders, and others read them: one who waits, one who agreed, one who left.
  reminded: async () => {
    const unit = freshUnit();
    const client = await approvedUnit(unit);
    await (await client.get(readers.settings)).form('op_save').set({ weekly: true }).submit('op_save');
    const [one, two] = [readers.freshReader(), readers.freshReader()];
    for (const address of [one, two]) await readers.confirmedReader(client, address);
    await new Client().request('POST', await readers.stopPath(await readers.unitOf(unit.login), two, 'extra'), Buffer.from('List-Unsubscribe=One-Click'),
      { 'content-type': 'application/x-www-form-urlencoded' });
    await readers.askedReader(client, readers.freshReader());
    return client;
  },
  // Signs in with a second factor; keeps the page of the recovery codes and that of the second step.
  'two-factored': async () => {
    const unit = freshUnit();
    const client = await approvedUnit(unit);
    client.codes = await setUpTwoFactor(client, unit.password);
    client.step = await (await new Client().get('/accounts/login')).form('op_login').set({ user_type: 'unit', login: unit.login, password: unit.password }).answerCaptcha().submit('op_login');
    return client;
  },
};
async function person(role) {
  if (!makers[role]) return as(role);
  if (!others.has(role)) others.set(role, makers[role]());
  return others.get(role);
}

// Fetches every page of the list once a run and saves it to QJ_STATE/pages.
let fetched;
async function allPages() {
  fetched = fetched || fetchAll();
  return fetched;
}
async function fetchAll() {
  const folder = path.join(state, 'pages');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const role of ['applicant', 'suspended', 'changing']) await person(role);
  const out = [];
  for (const [name, role, way, status = 200] of pages) {
    const client = await person(role);
    let page;
    try {
      page = typeof way === 'string' ? await client.get(way) : await way(client);
    } catch (error) {
      out.push({ name, problem: error.message });
      continue;
    }
    const file = path.join(folder, `${String(out.length + 1).padStart(2, '0')}-${name.replace(/[^a-z0-9]+/gi, '-')}.html`);
    fs.writeFileSync(file, page.bytes);
    out.push({ name, role, page, file, client, problem: page.status === status ? '' : `status ${page.status}, not ${status}: ${page.title}` });
  }
  return out;
}

module.exports = { account, allPages, base, hostile, notPages };
