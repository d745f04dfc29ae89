// Input nobody would type on purpose, and some that people do: every field of every form, every parameter of every address,
// files and bodies out of measure. Always a page in Chinese that keeps what was typed; nothing stored; no word of the insides.
'use strict';
const http = require('http');
const { Findings, account, assert, base, freshInstrument, freshUnit, licence, pick, today } = require('./harness');
const { Client, as, attribute, percent, reviewPage, textOf } = require('./client');
const { difference, snapshot } = require('./database');
const { header: bookingHeader } = require('./appointments');
const { formPlaces, routes, example } = require('./routes');

const wide = (text) => [...text].map((c) => (c > ' ' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');
const unit = freshUnit();

// The forms: who, where, what makes it complete, and what keeps it from being saved while a field is tried (with a second
// choice for that field's own turn).
const forms = [
  { who: 'nobody', at: '/accounts/register', button: 'op_register', fill: unit, spoil: ['captcha', 'contact'] },
  { who: 'nobody', at: '/accounts/login', button: 'op_login', fill: { user_type: 'unit', login: 'demo-market', password: 'wrong' }, spoil: ['captcha', 'login'] },
  { who: 'nobody', at: '/accounts/forgot', button: 'op_send', fill: { user_type: 'unit', login: 'demo-market' }, spoil: ['captcha', 'login'] },
  { who: 'nobody', at: '/query/captcha', button: 'op_continue', fill: {}, spoil: ['captcha', 'captcha'] },
  { who: 'demo-market', at: '/accounts/profile', button: 'op_save', fill: { person: '张登记', phone: '', email: '' }, spoil: ['person', ['email', 'no address']] },
  { who: 'demo-market', at: '/accounts/unit/contact', button: 'op_save', fill: { contact: '张登记', mobile: '13800000001', email: '' }, spoil: ['contact', 'mobile'] },
  { who: 'demo-market', at: '/accounts/reminders', button: 'op_save', fill: { thresholds: false, weekly: true, off: false }, spoil: ['weekly', ['weekly', true]] },
  { who: 'demo-market', at: '/accounts/reminders', button: 'op_add', fill: {}, spoil: ['reminder_email', ['reminder_email', 'no address']] },
  { who: 'demo-market', at: '/accounts/members/new', button: 'op_add', fill: { person: '新人', role: 'viewer', method: 'invite', email: '' }, spoil: ['person', 'role'], except: ['login'] },
  { who: 'demo-market', at: '/accounts/members/new', button: 'op_add', fill: { person: '新人', role: 'viewer', method: 'temporary', login: 'never-saved' }, spoil: ['person', 'role'], except: ['email', 'method'] },
  { who: 'demo-rejected', at: '/accounts/registration', button: 'op_resubmit', fill: unit, spoil: ['contact', 'representative'] },
  { who: 'nobody', at: '/accounts/recover/account', button: 'op_recover', spoil: ['captcha', 'contact'],
    fill: { user_type: 'unit', login: unit.login, organisation: '示范单位', organisation_code: unit.unit_code, contact: '李四', mobile: '13900000009', explanation: '无法登录' } },
  { who: 'nobody', at: '/accounts/recover/claim', button: 'op_claim', spoil: ['captcha', 'contact'],
    fill: { unit_name: '示范单位', unit_code: unit.unit_code, contact: '李四', mobile: '13900000009', explanation: '未曾注册' } },
  { who: 'nobody', at: '/accounts/recover/status', button: 'op_finish', fill: { login: unit.login, person: '李四', password: unit.password, password_confirm: unit.password },
    spoil: ['password_confirm', 'person'] },
  { who: 'demo-hospital', at: '/accounts/unit/change', button: 'op_request', fill: unit, spoil: ['representative', 'unit_name'] },
  { who: 'demo-station', at: '/accounts/unit/close', button: 'op_close', fill: { explanation: '已停业', current_password: 'wrong-one', understood: true }, spoil: ['understood', 'current_password'] },
  { who: 'demo-market', at: '/ledger/new', button: 'op_save', fill: freshInstrument(30), spoil: ['place', 'model'] },
  { who: 'demo-market', at: '/ledger/calendars', button: 'op_add', fill: { calendar_name: '到期', calendar_source: 'all' }, spoil: ['calendar_name', ['calendar_source', 'x']] },
  { who: 'demo-market', at: '/appointments/new', button: 'op_submit', fill: bookingHeader, spoil: ['contact', 'phone'], except: ['pick'] },
  { who: 'demo-market', at: '/appointments/{id}/edit', button: 'op_save', fill: bookingHeader, spoil: [['phone', 'x'], ['expected_on', 'x']], except: ['pick'] },
  { who: 'demo-admin', at: '/admin/users/new', button: 'op_save', fill: { login: 'shifan-admin', person: '示范人', phone: '' }, spoil: ['person', 'login'] },
  { who: 'demo-market', at: '/ledger/{id}/copy', button: 'op_save', fill: freshInstrument(30), spoil: ['place', 'model'] },
  { who: 'demo-market', at: '/ledger/{id}/edit', button: 'op_save', fill: freshInstrument(30), spoil: ['place', 'model'] },
  { who: 'demo-market', at: '/ledger/{id}/certificates/new', button: 'op_save', spoil: ['verified_on', ['valid_until', '昨天']],
    fill: { certificate_number: '示范-009', institution_name: '示范计量所', verified_on: '2001-02-03', valid_until: '2099-01-01' } },
  { who: 'demo-admin', at: '/admin/institutions/new', button: 'op_save', fill: { ...unit, organisation_name: '示范计量所', address: '示范路', phone: '010-12345678' }, spoil: ['organisation_name', 'address'] },
  { who: 'demo-admin', at: '/admin/institutions/{id}', button: 'op_add_person', fill: { login: 'shifan-e2e', person: '示范人', role: 'worker' }, spoil: ['person', 'login'] },
  { who: 'demo-admin', at: '/admin/departments/{id}', button: 'op_assign', fill: { supervised_unit: '没有这家单位' }, spoil: ['supervised_unit', 'supervised_unit'] },
  { who: 'demo-admin', at: '/admin/announcements/new', button: 'op_save', fill: { announcement_title: '示范公告', body: '正文', shown_at: 'home', audience: 'everyone', shown_from: '2026-01-01' }, spoil: ['announcement_title', 'body'] },
  { who: 'demo-institution-1', at: '/desk/appointments/{id}', button: 'op_accept', spoil: ['planned_place', 'planned_contact'], except: ['shown', 'line', 'refusal_code', 'refusal_text'],
    fill: { answer_scope: 'all', planned_on: '2099-01-01', planned_place: '示范路', planned_contact: '陈检定', planned_bring: '附件' } },
  { who: 'demo-institution-1', at: '/desk/appointments/{id}', button: 'op_refuse', spoil: ['refusal_text', ['refusal_code', 'x']], except: ['shown', 'line', 'planned_on', 'planned_place', 'planned_contact', 'planned_bring', 'beyond_capacity'],
    fill: { answer_scope: 'all', refusal_code: 'other', refusal_text: '设备检修' } },
  { who: 'demo-institution-1', at: '/desk/appointments/{id}/cancel', button: 'op_cancel', spoil: ['cancel_reason', ['cancel_scope', 'chosen']], except: ['shown', 'line'], fill: { cancel_scope: 'chosen', cancel_reason: '停电' } },
  { who: 'demo-institution-1', at: '/desk/tokens/new', button: 'op_create', spoil: ['token_name', ['expires_on', '明年']], fill: { token_name: '业务系统', scopes: 'lines', addresses: '' } },
  { who: 'demo-institution-1', at: '/desk/capacity', button: 'op_save', spoil: ['daily_capacity', ['daily_capacity', '三']], fill: { daily_capacity: 'x' } },
  { who: 'demo-institution-1', at: '/desk/capacity', button: 'op_day', spoil: ['day', ['day_capacity', 'x']], fill: { day: '', day_capacity: '3', day_note: '加班' } },
  { who: 'demo-admin', at: '/admin/settings', button: 'op_save', fill: {}, spoil: ['setting_title', 'setting_hotline'] },
  { who: 'demo-admin', at: '/admin/offices/new', button: 'op_save', fill: { office_name: '示范大厅', position: '3' }, spoil: ['office_name', 'position'] },
  { who: 'demo-institution-1', at: '/desk/results/lines/{id}/{id}', button: 'op_save', spoil: ['verifier', 'result_date'],
    fill: { result: 'pass', mark: 'certificate', result_number: 'SF-1', result_date: '2026-11-01', verifier: '示范人' } },
  { who: 'demo-institution-1', at: '/desk/results/{id}/{id}/correct', button: 'op_save', fill: { correction_reason: '示范' }, spoil: ['verifier', 'correction_reason'] },
];

const B = (...bytes) => Buffer.from(bytes);
// [what, value, expected]: kept = 422 and the field still shows it; refused = 422 and a message beside the field;
// unreadable = 400, or 422 with a message beside the field; any = whatever, but no accident.
const textCases = [
  ['markup', `<b>"'&</b>`, 'kept'],
  ['a template marker', '{{X}}{{%AUTOESCAPE}}', 'kept'],
  ['rare characters', '𠮷㐂Ⅲ±℃Ω×²😀', 'kept'],
  ['SQL', "'; drop table users; --", 'kept'],
  ['5000 characters', '长'.repeat(5000), 'refused'],
  ['control characters', 'a\u0001\u001b[31mb', 'refused'],
  ['NUL', B(97, 0, 98), 'unreadable'],
  ['invalid UTF-8', B(0xff, 0xfe), 'unreadable'],
  ['overlong UTF-8', B(0xc0, 0xaf), 'unreadable'],
  ['half a surrogate', B(0xed, 0xa0, 0x80), 'any'],
  ['GBK with the marker', B(0xd5, 0xc5, 0xc8, 0xfd), 'any'],
];
// What people really type into these, right or wrong.
const byField = {
  unit_code: [['full width', wide(unit.unit_code), 'right'], ['lower case', unit.unit_code.toLowerCase(), 'right'], ['a wrong check digit', '91350100M000100Y4Z', 'refused'],
    ['the letter O', unit.unit_code.slice(0, 4) + 'O' + unit.unit_code.slice(5), 'refused'], ['15 digits', '110108000000016', 'refused']],
  id_number: [['full width', wide('11010519491231002X'), 'right'], ['lower case', '11010519491231002x', 'right'], ['a wrong check digit', '110105194912310021', 'refused'],
    ['a day that never was', '110105194902310020', 'refused']],
  mobile: [['full width', wide('13800138000'), 'right'], ['blanks', ' 138 0013 8000 ', 'right'], ['12 digits', '138001380001', 'refused']],
  reminder_email: [['without @', 'zhang.example.cn', 'refused'], ['two addresses', 'a@example.cn,b@example.cn', 'refused']],
  email: [['full width', wide('zhang@example.cn'), 'right'], ['without @', 'zhang.example.cn', 'refused']],
  quantity: [['full width', '１', 'right'], ['zero', '0', 'refused'], ['a word', '三', 'refused'], ['a huge number', '99999999999999999999', 'refused']],
  verified_on: [['Chinese', '2025年3月5日', 'right'], ['full width', wide('2025-03-05'), 'right'], ['compact', '20250305', 'right'], ['no such day', '2025-02-30', 'refused'],
    ['the future', '2999-01-01', 'refused']],
  valid_until: [['slashes', today(20).replace(/-/g, '/'), 'right'], ['a word', '明天', 'refused']],
  serial_number: [['a spreadsheet number', '1.23E+15', 'refused']],
};

const isText = (control) => ['text', 'textarea', 'password'].includes(control.type);
const insides = /exception|terminate called|std::|SQLSTATE|backtrace|invalid input|syntax error|violates|constraint|libpq|ERROR:/;

// What must hold of every answer, whatever was sent.
function accident(answer) {
  if (answer.status >= 500) return `${answer.status}`;
  if (answer.text.includes(`<b>"'&</b>`) || /<script>alert/.test(answer.text)) return 'shows markup that was typed as markup';
  if (insides.test(answer.words.replace(/\{\{X\}\}/g, ''))) return `speaks of its insides: ${insides.exec(answer.words)[0]}`;
  if (answer.status >= 400 && !/[一-龥]/.test(answer.words)) return 'has no word of Chinese';
  return '';
}

const pageOfField = (name) => (/^division_/.test(name) ? 'division' : name);  // the levels share one message

// '' when the answer is what the case expects of the field.
function verdict(answer, name, value, expected) {
  const bad = accident(answer);
  if (bad) return bad;
  const message = () => answer.errorOf(pageOfField(name)) || answer.errorOf(name) || answer.errorOf('division_1');
  if (expected === 'any') return answer.status === 422 || answer.status === 400 ? '' : `answers ${answer.status}`;
  if (expected === 'unreadable') return answer.status === 400 || (answer.status === 422 && message()) ? '' : `answers ${answer.status} without a message beside the field`;
  if (answer.status !== 422) return `answers ${answer.status}, not 422`;
  if (!answer.title.startsWith('错误：')) return 'its title does not say 错误';
  if (expected === 'refused' && !message()) return 'no message beside the field';
  if (expected === 'right' && message()) return `is refused: ${message()}`;
  const control = answer.forms.flatMap((f) => f.controls).find((c) => c.name === name);
  if (!control) return 'the field is gone from the form';
  if (control.type === 'password') return control.value === '' && !(value.length > 3 && answer.text.includes(value)) ? '' : 'shows the password that was typed';
  if (['kept', 'refused'].includes(expected) && isText(control) && control.value !== value) return `what was typed is not kept: “${control.value.slice(0, 60)}”`;
  return '';
}

// A name alone: left empty. A pair: set to what is wrong.
function spoiling(spoil, tried) {
  const chosen = [].concat(spoil[0])[0] === tried ? spoil[1] : spoil[0];
  return Array.isArray(chosen) ? { [chosen[0]]: chosen[1] } : { [chosen]: '' };
}

async function tryForm(findings, { who, at, button, fill, spoil, except = [] }) {
  const real = await example(at);
  const address = formPlaces[real] || real;
  const client = who === 'nobody' ? new Client() : await as(who);
  const fresh = async () => {
    const form = (await client.get(address)).form(button).set(fill);
    return form.control('division_1') ? client.chooseDivision(form, unit).then((f) => f.set(fill)) : form;
  };
  const form = await fresh();
  const kind = form.control('kind_id');
  if (kind) form.set({ kind_id: kind.options.find((o) => o.words.includes('非自动衡器')).value });
  const original = new Map(form.controls.map((c) => [c, [c.value, c.on]]));
  const attempt = async (name, what, value, expected, how = {}) => {
    for (const [control, [was, on]] of original) Object.assign(control, { value: was, on });
    form.set(spoiling(spoil, name));
    const same = form.controls.filter((c) => c.name === name);
    if (same[0].type === 'radio') same.forEach((c, i) => Object.assign(c, { on: i === 0, value }));
    else if (same[0].type === 'checkbox') Object.assign(same[0], { on: value !== '', value });
    else form.set({ [name]: value });
    const answer = await form.submit(button, how);
    if (same[0].type === 'radio') original.forEach(([was], c) => { c.value = was; });
    const wrong = verdict(answer, name, value, expected);
    findings.check(!wrong, `${at} ${name}, ${what}: ${wrong}`);
    return answer;
  };
  const names = [...new Set(form.fields.filter((c) => c.type !== 'file' && !except.includes(c.name)).map((c) => c.name))];
  for (const name of names) {
    const control = form.control(name);
    if (isText(control)) {
      const free = name === 'captcha' || name === 'kind_query';  // answered with the form's own message or by another button
      const longest = Number(attribute(control.node, 'maxlength'));
      for (const [what, given, expected] of textCases) {
        const value = what === '5000 characters' && longest >= 5000 ? '长'.repeat(longest + 1) : given;
        await attempt(name, what, value, free || control.type === 'password' && expected === 'refused' ? 'any' : name === 'login' && /login$|forgot$/.test(at) && expected === 'refused' ? 'any' : expected);
      }
      for (const [what, value, expected] of byField[name] || []) await attempt(name, what, value, expected);
      await attempt(name, 'GBK without the marker', B(0xd2, 0xbd, 0xd4, 0xba), 'any', { change: (pairs) => pairs.filter(([n]) => n !== 'ie') });
    } else {
      for (const value of ['no-such-choice', `<b>"'&</b>`, '-1', '99999999999999999999']) {
        await attempt(name, `the choice ${value}`, value, control.type === 'checkbox' ? 'any' : 'refused');
      }
    }
    if (required(form.page, name)) await attempt(name, 'empty', '', 'refused');
    const gone = await form.submit(button, { change: (pairs) => pairs.filter(([n]) => n !== name) });
    findings.check(!accident(gone) && [400, 422].includes(gone.status), `${at} without ${name}: ${accident(gone) || gone.status}`);
  }
}

// Its label, or its group's legend, says so.
function required(page, name) {
  const label = page.all((n) => n.name === 'label' && attribute(n, 'for') === `f-${name}`)[0];
  return Boolean(label && textOf(label).includes('必填'));
}

async function everyField() {
  const findings = new Findings();
  for (const { who } of forms) await as(who);
  await example('/');
  const before = await snapshot();
  for (const form of forms) await tryForm(findings, form);
  const changed = difference(before, await snapshot());
  findings.check(!changed, `refused forms changed ${changed}`);
  findings.raise();
}

// What is typed in GBK arrives as Chinese: raw in an address, as IE sends it, and in a form of an old page without the marker.
async function gbk() {
  const client = await as('demo-market');
  const cookie = [...client.cookies].map((c) => c.join('=')).join('; ');
  const field = (text) => (/id="q-name" name="name" value="([^"]*)"/.exec(text) || [])[1];
  const rawAddress = await new Promise((done, failed) => {
    const url = new URL(base);
    http.get({ host: url.hostname, port: url.port, path: '/ledger?name=\xd2\xbd\xd4\xba', headers: { cookie } }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => done(Buffer.concat(chunks).toString()));
    }).on('error', failed);
  });
  assert(field(rawAddress) === '医院', `raw GBK in the address reads “${field(rawAddress)}”, not 医院`);
  const marked = await client.get('/ledger?ie=%E2%9C%93&name=' + percent('医院'));
  assert(field(marked.text) === '医院', `marked UTF-8 reads “${field(marked.text)}”`);
  const form = (await client.get('/ledger/new')).form('op_save').set({ name: B(0xd1, 0xa7, 0xd0, 0xa3) });
  const answer = await form.submit('op_save', { change: (pairs) => pairs.filter(([n]) => n !== 'ie') });
  assert(answer.status === 422 && answer.form('op_save').value('name') === '学校', `a form in GBK reads “${answer.form('op_save').value('name')}”, not 学校`);
}

const parameters = ['t', 's', 'r', 'kept', 'form', 'tab', 'name', 'serial', 'size', 'page', 'state', 'parent', 'c', 'large', 'return', 'text', 'division_1', 'waiting', 'twins', 'kind', 'unit', 'done', 'before', 'download', 'division', 'after', 'quarter', 'from', 'institution', 'kind_query', 'kind_id', 'delivery', 'keyword', 'item', 'use', 'mode', 'q', 'unit_name', 'unit_code', 'standing', 'zzz'];
const values = ['', '-1', '0', '99999999999999999999999', '1.5', "'%22%3Cb%3E%26", '%00', '%ff', '%c0%af', '%', '{{X}}', 'a'.repeat(4000)];
async function everyParameter() {
  const findings = new Findings();
  const who = { anyone: 'nobody', unfinished: 'demo-market', signed_in: 'demo-market', manager: 'demo-market', unit_manager: 'demo-market', unit: 'demo-market', unit_editor: 'demo-market', institution: 'demo-institution-1', institution_editor: 'demo-institution-1', institution_manager: 'demo-institution-1', institution_api: 'nobody', supervisor: 'demo-supervisor', administrator: 'demo-admin' };
  for (const route of (await routes()).filter((r) => r.method === 'GET')) {
    const address = await example(route.path);
    const client = await as(who[route.access]);
    // Every value in all of them at once; in each alone the four that have broken most programs.
    const queries = values.map((value) => parameters.map((name) => `${name}=${value.slice(0, 150)}`).join('&'));
    for (const parameter of parameters) queries.push(...['', '99999999999999999999999', "'%22%3Cb%3E%26", '%ff'].map((value) => `${parameter}=${value}`));
    queries.push(...['tab', 'name', 'return'].map((name) => `${name}=${'a'.repeat(4000)}`));
    while (queries.length > 0) {
      await Promise.all(queries.splice(0, 12).map(async (query) => {
        const answer = await client.get(`${address}?${query}`);
        const told = [200, 303, 400, 404, 422].includes(answer.status) || (route.access === 'institution_api' && answer.status === 401);
        const bad = route.path.startsWith('/healthz') ? '' : told ? (answer.status < 400 ? '' : accident(answer)) : `${answer.status}`;
        findings.check(!bad, `${route.path}?${query.slice(0, 60)}: ${bad}`);
      }));
    }
  }
  for (const address of ['/ledger/0', '/ledger/-1', '/ledger/01', '/ledger/99999999999999999999', '/ledger/%00', '/ledger/1%2fedit', '/ledgers', '/ledger/', '/static/v-1/../../layout.tpl', '/static/v-1/%2e%2e/%2e%2e/layout.tpl',
    '/static/v-1/', '/files/x', '/errors/502.html', '/%ff', '/..%2f..%2fetc/passwd', '/admin/', '/accounts/']) {
    const answer = await (await as('demo-market')).get(address);
    const byNginx = answer.status === 400 && answer.text.includes('<center>nginx');  // what is no address at all
    findings.check([400, 403, 404].includes(answer.status) && (byNginx || !accident(answer)), `${address} answers ${answer.status} ${accident(answer)}`);
  }
  findings.raise();
}

async function bodies() {
  const findings = new Findings();
  const client = new Client();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = (address, body, headers = type) => client.request('POST', address, body, headers);
  for (const [address, size, expected] of [['/accounts/login', 257 * 1024, 413], ['/accounts/register', 6 * 1024 * 1024 + 1024, 413], ['/accounts/login', 200 * 1024, 403], ['/', 257 * 1024, 413]]) {
    const answer = await send(address, Buffer.alloc(size, 'a'));
    findings.check(answer.status === expected && /[一-龥]/.test(answer.words) && /<h1>/.test(answer.text), `${size} bytes to ${address} answer ${answer.status}`);
  }
  for (const [what, body, headers] of [
    ['JSON', '{"a":1}', { 'content-type': 'application/json' }], ['no type', 'a=b', {}], ['multipart without boundary', 'x', { 'content-type': 'multipart/form-data' }],
    ['a cut multipart', '--x\r\nContent-Disposition: form-data; name="ie"\r\n\r\n✓', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['multipart garbage', pick('abc\r\n-', 2000), { 'content-type': 'multipart/form-data; boundary=x' }], ['broken escapes', 'ie=%E2%9C%93&token=%zz&a=%4', type],
  ]) {
    const answer = await send('/accounts/register', Buffer.from(body), headers);
    findings.check([400, 403].includes(answer.status) && !accident(answer), `${what} answers ${answer.status} ${accident(answer)}`);
  }
  findings.raise();
}

async function files() {
  const findings = new Findings();
  const client = new Client();
  const other = freshUnit();
  let form = (await client.chooseDivision((await client.get('/accounts/register')).form('op_register'), other)).set({ ...other, contact: '' });
  const send = (file, name, type = 'image/png') => form.answerCaptcha().set({ license: { file, name, type } }).submit('op_register');
  for (const [what, file, name] of [['a text called png', Buffer.from('<html><script>alert(1)</script>'), 'a.png'], ['an empty file', Buffer.alloc(0), 'a.png'], ['5 MB and more', Buffer.concat([licence, Buffer.alloc(5 * 1024 * 1024 + 10)]), 'a.png'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000)]), 'a.pdf']]) {
    const answer = await send(file, name);
    findings.check(answer.status === 422 && answer.errorOf('license'), `${what}: ${answer.status}, “${answer.errorOf('license')}”`);
    form = answer.form('op_register').set({ ...other, contact: '' });
  }
  const kept = await send(licence, 'C:\\文件夹\\<b>执照.png');
  findings.check(kept.status === 422 && !kept.errorOf('license') && kept.words.includes('<b>执照.png') && !kept.words.includes('文件夹'), `a good file is kept by its last name: ${kept.status} ${kept.withClass('kept').map(textOf)} ${kept.errorOf('license')}`);
  const done = await kept.form('op_register').set(other).answerCaptcha().submit('op_register');
  findings.check(done.status === 303, `then it is not asked for again: ${done.status}`);
  const admin = await as('demo-admin');
  const review = await reviewPage(admin, other.unit_name);
  const document = await admin.get(review.links(/\/documents\/\d+$/)[0] || '/none');
  findings.check(document.status === 200 && document.bytes.equals(licence) && document.headers['content-type'] === 'image/png' && document.headers['x-content-type-options'] === 'nosniff' &&
    /no-store|private/.test(document.headers['cache-control'] || ''), `the reviewer gets it back: ${document.status} ${JSON.stringify(document.headers)}`);
  findings.raise();
}

// One captcha opens one form, once; a form sent twice is done once.
async function once() {
  const findings = new Findings();
  const { password } = account('demo-market');
  const client = new Client();
  const page = await client.get('/accounts/login');
  const first = page.form('op_login').set({ user_type: 'unit', login: 'demo-market', password: 'wrong-one' }).answerCaptcha();
  await first.submit('op_login');
  const again = await first.set({ password }).submit('op_login');
  findings.check(again.status === 422, `a captcha that was used opens a second login: ${again.status}`);
  const market = await as('demo-market');
  const values_ = freshInstrument(60);
  const count = async () => /全部 (\d+)/.exec((await market.get('/ledger')).words)[1];
  const start = Number(await count());
  let form = (await (await market.get('/ledger/new')).form('op_save').set({ kind_query: '电子秤' }).submit('op_find_kind')).form('op_save');
  form.set({ kind_id: form.control('kind_id').options.find((o) => o.value).value });
  form = (await market.chooseDivision(form, values_)).set(values_);
  const [one, two] = await Promise.all([form.submit('op_save'), form.submit('op_save')]);
  findings.check(one.status === 303 && two.status === 303 && one.location.split('?')[0] === two.location.split('?')[0], `sent twice: ${one.status} ${one.location}, ${two.status} ${two.location}`);
  findings.check(Number(await count()) === start + 1, 'a form sent twice is saved once');
  const changed = await form.set({ serial_number: values_.serial_number + 'X' }).submit('op_save');
  findings.check([409].includes(changed.status) && Number(await count()) === start + 1, `the same form with another content answers ${changed.status}`);
  findings.raise();
}

module.exports = (test) => {
  test('every field of every form meets hostile input with a message, keeps what was typed and stores nothing', everyField);
  test('GBK without the marker is read as Chinese', gbk);
  test('every address meets hostile parameters without an accident', everyParameter);
  test('bodies out of measure and out of shape are refused in Chinese', bodies);
  test('a file is taken by its content, kept over errors, and comes back to the reviewer', files);
  test('a captcha serves once, and a form sent twice is done once', once);
};
