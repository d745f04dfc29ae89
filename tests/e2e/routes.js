// The walk over the areas' own route tables: every route as nobody, as every role, with another unit's ids, and every POST
// without a proof that the form was ours. A new route is covered by being declared.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, assert, base, bin, freshUnit, licence, pick, run } = require('./harness');
const { finishedFile, manyStopped, savedFilter } = require('./ledger');
const { Client, approvedUnit, as, reviewPage, urlencoded } = require('./client');
const { draftCatalogue, failedMail, lockedUser, retiredKind, spareAdministrator, userPage } = require('./admin');
const { difference, snapshot } = require('./database');
const { sentAppointment } = require('./desk');
const { appointmentExamples } = require('./appointments');
const { apiToken } = require('./api');
const { linkToken } = require('./links');
const { checkedImport } = require('./imports');
const readers = require('./reminder_readers');
const results = require('./results');
const { placeExamples } = require('./place_walks');
const { approveRequest, recovery, requestPage, suspendedUnit } = require('./requests');
const { supervisedInstrument, supervisedUnit } = require('./supervision');

// The tables as the binaries print them. Whatever is called qj-… and knows --routes is an area.
async function routes(folder = bin) {
  const out = [];
  for (const name of fs.readdirSync(folder).filter((n) => /^qj-[a-z]+$/.test(n)).sort()) {
    const table = await run(path.join(folder, name), ['--routes']);
    for (const line of table.code === 0 ? table.out.trim().split('\n') : []) {
      const [method, pattern, access, proof] = line.split('\t');
      if (proof) out.push({ method, path: pattern, access, proof, name: `${method} ${pattern}` });
    }
  }
  assert(out.length > 0, `no area in ${folder} prints a route table`);
  return out;
}

const roles = {
  nobody: ['nobody'], pending: ['demo-pending'], rejected: ['demo-rejected'], unit: ['demo-market'], institution: ['demo-institution-1'],
  supervisor: ['demo-supervisor'], administrator: ['demo-admin'],
};

// Forms that only some of those see who may post them: a change is asked for by reviewed units, taken back where one waits
// (tests/web does that).
const shownTo = { '/accounts/unit/change': ['unit'], '/accounts/unit/withdraw': [] };
// Where a form stands whose own address does not show it without parameters: address → page.
const formPlaces = {};

// A real address for each pattern with ids: the longest known beginning is filled in. Ids are the demo market's, and those
// of a unit under review that is registered for this walk.
let examples;
async function example(pattern) {
  examples = examples || makeExamples();
  const known = await examples;
  const best = Object.keys(known).filter((k) => pattern.startsWith(k)).sort((a, b) => b.length - a.length)[0];
  const real = best ? known[best] + pattern.slice(best.length) : pattern;
  assert(!real.includes('{'), `no example for ${pattern}: one line in makeExamples, tests/e2e/routes.js`);
  return real;
}
// The demo market's first instrument that the unit may declare records of, with a file and an earlier record.
async function instrumentWithRecords(market) {
  for (const instrument of (await market.get('/ledger')).links(/^\/ledger\/\d+$/)) {
    const page = await market.get(instrument);
    if (page.links(/certificates\/(new|current\/remove)$/).length < 2) continue;
    await page.form('op_attach').set({ attachment: { file: licence, name: '铭牌.png' } }).submit('op_attach');
    const form = (await market.get(instrument + '/certificates/new')).form('op_save');
    await form.set({ certificate_number: '示范旧证', verified_on: '2001-02-03', valid_until: '2002-02-02' }).submit('op_save');
    const now = await market.get(instrument);
    return { instrument, files: now.links(/\/attachments\/\d+$/), earlier: now.links(/\/certificates\/\d+\/remove$/) };
  }
  throw new Error('the demo market has no instrument of its own to declare records of');
}
async function makeExamples() {
  const unit = freshUnit();
  await new Client().register(unit);
  const admin = await as('demo-admin');
  const first = async (page, pattern) => (await admin.get(page)).links(pattern)[0];
  const institution = await first('/admin/institutions', /\/institutions\/\d+$/);
  const department = await first('/admin/departments', /\/departments\/\d+$/);
  const kept = await first('/admin/announcements', /\/admin\/announcements\/\d+$/);
  const office = await first('/admin/offices', /\/offices\/\d+$/);
  const review = await reviewPage(await as('demo-admin'), unit.unit_name);
  const market = await as('demo-market');
  const rowOf = async (words) => {
    const found = new RegExp(`<tr>(?:(?!</tr>)[^])*${words}(?:(?!</tr>)[^])*href="(/accounts/members/\\d+)"`).exec((await market.get('/accounts/members')).text);
    return found[1];
  };
  const added = (values) => market.get('/accounts/members/new').then((p) => p.form('op_add').set({ person: '示范离任', role: 'viewer', ...values }).submit('op_add'));
  await added({ method: 'invite' });
  const former = 'former-' + pick('abcdefghjkmnpqrstuvwxyz', 8);
  await added({ method: 'temporary', login: former });
  await (await market.get((await rowOf(former)) + '/remove')).form('op_remove').submit('op_remove');
  const [approved, suspended, locked] = [freshUnit(), freshUnit(), freshUnit()];
  await approvedUnit(approved);
  await approvedUnit(locked);
  const approvedPage = await reviewPage(await as('demo-admin'), approved.unit_name, 'approved');
  formPlaces['/ledger/bulk'] = '/ledger/bulk?scope=all&op_stop=1';
  formPlaces['/admin/enterprises/bulk'] = `/admin/enterprises/bulk?op_approve=x&unit=${review.path.split('/').pop()}`;
  const usable = await recovery(locked, 'claim');
  await approveRequest('claim', locked.unit_name);
  formPlaces['/accounts/recover/status'] = usable.status;
  await recovery(approved, 'account');
  const request = await requestPage('recover', approved.unit_name);
  await as('demo-market');  // has a session that could be ended
  const user = await userPage(admin, 'demo-market');
  const session = user.forms.map((f) => f.action).find((a) => /\/sessions\/\d+\/end$/.test(a));
  const kind = (await admin.get('/admin/catalogue')).links(/^\/admin\/catalogue\/\d+$/)[0];
  const retired = await retiredKind(admin);
  const removed = await spareAdministrator(admin, 'removed');
  const { instrument, files, earlier } = await instrumentWithRecords(market);
  await (await market.get('/ledger/calendars')).form('op_add').set({ calendar_name: '示范日历' }).submit('op_add');
  await readers.askedReader(market, readers.freshReader());
  const reader = (await market.get(readers.settings)).forms.map((f) => f.action).find((a) => /\/addresses\/\d+$/.test(a));
  return {
    '/accounts/reminders/addresses/{id}': reader,
    '/accounts/members/{id}': await rowOf('demo-market-clerk'),
    '/accounts/members/{id}/restore': (await rowOf(former)) + '/restore',
    '/admin/enterprises/{id}/suspend': `${approvedPage.path}/suspend`,
    '/admin/enterprises/{id}/restore': `${(await suspendedUnit(suspended)).path}/restore`,
    '/admin/requests/{id}': request.path,
    '/admin/users/{id}': user.path,
    '/admin/users/{id}/sessions/{id}': session.replace(/\/end$/, ''),
    '/admin/users/{id}/unlock': (await lockedUser(admin)).path + '/unlock',
    '/admin/users/{id}/two-factor': (await lockedUser(admin)).path + '/two-factor',
    '/admin/users/{id}/remove': (await spareAdministrator(admin)).path + '/remove',
    '/admin/users/{id}/restore': removed.path + '/restore',
    '/admin/mail/{id}/resend': await failedMail(),
    '/admin/catalogue/{id}': kind,
    '/admin/catalogue/{id}/restore': retired + '/restore',
    '/admin/catalogue/editions/{id}': (await draftCatalogue(admin)).location,
    '/desk/appointments/{id}': (await sentAppointment({ accepted: 1 })).path,
    ...(await appointmentExamples(market)),
    '/announcements/{id}': (await new Client().get('/')).links(/\/announcements\/\d+$/)[0],
    '/ledger/filters/{id}': await savedFilter(await as('demo-market')),
    '/ledger/jobs/{id}': (await manyStopped(await as('demo-market'))).path,
    '/ledger/jobs/{id}/file': await finishedFile('demo-market') + '/file',
    '/ledger/{id}/rotate': (await market.get('/ledger?tab=rotate')).links(/^\/ledger\/\d+$/)[0] + '/rotate',
    '/ledger/{id}': instrument,
    '/ledger/{id}/attachments/{id}': files[0],
    '/ledger/{id}/certificates/{id}': earlier[0].replace(/\/remove$/, ''),
    '/ledger/calendars/{id}/revoke': (await market.get('/ledger/calendars')).links(/\/calendars\/\d+\/revoke$/)[0],
    '/ledger/imports/{id}': (await checkedImport(await as('demo-market'))).path,
    '/admin/enterprises/{id}': review.path,
    '/admin/enterprises/{id}/documents/{id}': review.links(/\/documents\/\d+$/)[0],
    '/admin/institutions/{id}': institution,
    '/admin/institutions/{id}/kinds/{id}': await first(institution, /\/kinds\/\d+$/),
    '/admin/departments/{id}': department,
    '/admin/departments/{id}/units/{id}/remove': await first(department, /\/units\/\d+\/remove$/),
    '/admin/announcements/{id}': kept,
    '/admin/offices/{id}': office,
    ...await results.examples(formPlaces),
    '/desk/tokens/{id}': await apiToken(await as('demo-institution-1')),
    ...await placeExamples(),
    '/supervision/units/{id}': await supervisedUnit(),
    '/supervision/units/{id}/instruments/{id}': await supervisedInstrument(),
  };
}

// Who gets in, by the word of the table; everybody among `roles` is 负责人.
const admitted = {
  unfinished: Object.keys(roles).filter((r) => r !== 'nobody'), signed_in: Object.keys(roles).filter((r) => r !== 'nobody'),
  manager: ['unit', 'institution', 'supervisor'], unit_manager: ['unit', 'pending', 'rejected'], unit: ['unit'], unit_editor: ['unit'],
  institution: ['institution'], institution_editor: ['institution'], institution_manager: ['institution'], institution_api: [],
  supervisor: ['supervisor'], administrator: ['administrator'],
};
// Ids that belong to the demo market: another organisation's 负责人 does not find them.
const ofTheMarket = (route) => route.access === 'manager' && route.path.includes('{id}');
// Forms that are there only for who has the link, the password or the second factor; their own tests try them.
const conditional = ['/accounts/login/code', '/accounts/reset', '/accounts/confirm', '/accounts/reminder-address', '/accounts/invite', '/accounts/two-factor/change'];
const toLogin = ({ status, location }, address) => status === 303 && location.startsWith('/accounts/login?') &&
  new URL(location, 'http://localhost').searchParams.get('return') === address;

// After a POST the way back is the form's own page or one above it.
const toLoginAbove = ({ status, location }, address) => {
  if (status !== 303 || !location.startsWith('/accounts/login?')) return false;
  const back = new URL(location, 'http://localhost').searchParams.get('return');
  return back === address || address.startsWith(back + '/');
};

// What a GET must answer; '' when it does.
function wrongGet(route, role, address, answer) {
  const { status, location } = answer;
  const said = `${status}${location ? ' to ' + location : ''}`;
  if (status >= 500) return `answers ${said}`;
  if (route.access === 'institution_api') return status === 401 && !location ? '' : `answers ${said} without a token of its own, not 401`;
  if (route.access === 'anyone') return [401, 403].includes(status) || (location || '').includes('/accounts/login') ? `answers ${said}, yet it is for anyone` : '';
  if (role === 'nobody') return toLogin(answer, address) ? '' : `answers ${said}, not the login with the way back`;
  if ((location || '').includes('/accounts/login')) return `sends somebody signed in to the login`;
  if (['unfinished', 'signed_in'].includes(route.access)) return '';
  if (ofTheMarket(route) && role !== 'unit' && status === 404) return '';
  if (admitted[route.access].includes(role)) return [200, 303].includes(status) ? '' : `answers ${said} to who may see it`;
  if (['unit', 'unit_editor', 'manager'].includes(route.access) && ['pending', 'rejected'].includes(role)) return status === 303 && location.endsWith('/accounts/status') ? '' : `answers ${said}, not the review status`;
  return status === 403 ? '' : `answers ${said}, not 403`;
}

// Logins are written down: they come before the look at what is stored.
async function everybodyIn() {
  await example('/');
  for (const login of [...Object.values(roles).flat(), 'demo-hospital', 'demo-institution-2']) await as(login);
}

async function everyGet() {
  const findings = new Findings();
  const table = await routes();
  await everybodyIn();
  const before = await snapshot();
  for (const route of table.filter((r) => r.method === 'GET')) {
    const address = await example(route.path);
    for (const [role, [login]] of Object.entries(roles)) {
      const wrong = wrongGet(route, role, address, await (await as(login)).get(address));
      findings.check(!wrong, `${route.name} as ${role}: ${wrong}`);
    }
  }
  const changed = difference(before, await snapshot());
  findings.check(!changed, `reading changed ${changed}`);
  findings.raise();
}

async function foreignIds() {
  const findings = new Findings();
  const others = { unit: await as('demo-hospital'), manager: await as('demo-hospital'), institution: await as('demo-institution-2') };
  for (const route of (await routes()).filter((r) => r.path.includes('{id}') && r.proof !== 'bearer')) {
    const other = others[route.access.split('_')[0]];
    if (!other) continue;
    const address = await example(route.path);
    const answer = route.method === 'GET' ? await other.get(address) : await other.request('POST', address, Buffer.from('ie=%E2%9C%93'), urlencodedType);
    const expected = route.method === 'GET' ? [404] : [403, 404];
    const missing = await other.get(address.replace(/\d+/, '999999999'));
    // What asks for more than an address leads everybody to where it is asked for.
    const ledElsewhere = route.method === 'GET' && answer.status === 303 && missing.status === 303 && answer.location === missing.location;
    findings.check(expected.includes(answer.status) || ledElsewhere, `${route.name} with another's id answers ${answer.status}`);
    findings.check(route.method !== 'GET' || missing.text.replace(/[0-9a-f]{16,}|value="[^"]*"/g, '') === answer.text.replace(/[0-9a-f]{16,}|value="[^"]*"/g, ''),
      `${route.name} tells another's id from one that does not exist`);
  }
  findings.raise();
}

const urlencodedType = { 'content-type': 'application/x-www-form-urlencoded' };

// The form that posts to this address, wherever it stands: on the page of that address, of one above it, or on the home page.
async function formFor(client, address) {
  const parts = address.split('/');
  const places = formPlaces[address] ? [formPlaces[address]] : parts.map((_, i) => parts.slice(0, parts.length - i).join('/') || '/');
  for (const place of places) {
    const page = await client.get(place);
    const form = page.status === 200 && page.forms.find((f) => f.method === 'POST' && f.action === address);
    if (form) return form;
  }
  return undefined;
}

const without = (name) => (pairs) => pairs.filter(([n]) => n !== name);
const withToken = (token) => (pairs) => pairs.map(([n, v]) => (n === 'token' ? [n, token] : [n, v]));

async function refusesForgeries(findings, route, client, address) {
  const form = await formFor(client, address);
  if (!form) { findings.add(`${route.name}: no form leads to ${address}`); return; }
  const button = (form.controls.filter((c) => c.type === 'submit').pop() || {}).name;
  const token = form.value('token');
  findings.check(token, `${route.name}: its form has no token`);
  if (!token) return;
  const elsewhere = ['/help/display', '/accounts/login', '/accounts/logout'].filter((a) => a !== address);
  const other = (await Promise.all(elsewhere.map((a) => formFor(client, a)))).find(Boolean).value('token');
  const forged = token.slice(0, -6) + (token.slice(-6) === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA');
  const stranger = await formFor(/^unit|^manager/.test(route.access) ? await as('demo-hospital') : /^institution/.test(route.access) ? await as('demo-institution-2') : new Client(), address);
  const tries = {
    ...(stranger ? { "with somebody else's token": { change: withToken(stranger.value('token')) } } : {}),
    'without a token': { change: without('token') },
    'with an empty token': { change: withToken('') },
    'with a forged token': { change: withToken(forged) },
    'with the token of another form': { change: withToken(other) },
    'from another site (Origin)': { headers: { origin: 'http://evil.example' } },
    'from a page without origin': { headers: { origin: 'null' } },
    'from another site (Referer)': { headers: { referer: 'http://evil.example/x' } },
  };
  for (const [what, how] of Object.entries(tries)) {
    const answer = await form.submit(button, how);
    findings.check(answer.status === 403, `${route.name} ${what} answers ${answer.status}`);
  }
  const inQuery = await client.request('POST', `${address}?token=${encodeURIComponent(token)}`, urlencoded(without('token')(form.pairs(button))), urlencodedType);
  findings.check([400, 403].includes(inQuery.status), `${route.name} with the token in the address answers ${inQuery.status}`);
}

// What a mail's address alone proves: none of these is one, whoever sends it from wherever.
async function refusesForeignMail(findings, route) {
  findings.check(route.method === 'POST' && route.access === 'anyone', `${route.name}: whoever holds the mail may post, nobody else`);
  const token = linkToken('unsubscribe', 'f'.repeat(32));
  const forged = token.slice(0, -6) + (token.slice(-6) === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA');
  for (const login of ['nobody', 'demo-market', 'demo-admin'])
    for (const query of ['', '?t=', '?t=AAAA', `?t=${forged}`, `?t=${linkToken('reminder_address', '0'.repeat(31) + '1')}`, `?t=${linkToken('unsubscribe', '0'.repeat(32))}`])
      for (const headers of [{}, { origin: 'http://evil.example' }, { origin: base }]) {
        const answer = await (await as(login)).request('POST', route.path + query, Buffer.from('List-Unsubscribe=One-Click'), { ...urlencodedType, ...headers });
        findings.check(answer.status === 404, `${route.name}${query} as ${login} answers ${answer.status}`);
      }
}

async function everyPost() {
  const findings = new Findings();
  const table = await routes();
  await everybodyIn();
  const before = await snapshot();
  for (const route of table.filter((r) => r.proof === 'mailed')) await refusesForeignMail(findings, route);
  for (const route of table.filter((r) => r.method !== 'GET' && !['bearer', 'mailed'].includes(r.proof))) {
    findings.check(route.proof !== 'none', `${route.name} asks for no proof of intent`);
    const address = await example(route.path);
    for (const [role, [login]] of Object.entries(roles)) {
      const client = await as(login);
      const shown = !shownTo[route.path] || shownTo[route.path].includes(role);
      const allowed = shown && (route.access === 'anyone' || (['unfinished', 'signed_in'].includes(route.access) ? role === 'rejected' : admitted[route.access].includes(role)));
      if (allowed && role !== 'nobody' && address.startsWith('/accounts/') && ['/accounts/login', '/accounts/register'].includes(address)) continue;  // for those not signed in
      const findsForm = allowed && !conditional.includes(address) && !(ofTheMarket(route) && role !== 'unit') && !(address === '/accounts/members/invitations' && role !== 'unit');
      if (findsForm && !(role === 'nobody' && address === '/accounts/logout')) {
        await refusesForgeries(findings, route, client, address);
        continue;
      }
      const answer = await client.request('POST', address, Buffer.from('ie=%E2%9C%93&token=x'), urlencodedType);
      const fine = answer.status === 403 || (role === 'nobody' && toLoginAbove(answer, address)) || (answer.status === 303 && answer.location.endsWith('/accounts/status'));
      findings.check(fine, `${route.name} as ${role} answers ${answer.status}`);
    }
  }
  const changed = difference(before, await snapshot());
  findings.check(!changed, `refused forms changed ${changed}`);
  for (const login of ['demo-market', 'demo-admin']) {
    const status = (await (await as(login)).get(login === 'demo-admin' ? '/admin/enterprises' : '/ledger')).status;
    findings.check(status === 200, `${login} is no longer signed in after refused forms: ${status}`);
  }
  findings.raise();
}

async function sessions() {
  const client = await new Client();
  const { account } = require('./harness');
  const { password } = account('demo-market');
  const page = await client.get('/accounts/login?return=%2Fledger%2Fnew');
  const visit = client.cookies.size;
  const answer = await page.form('op_login').set({ login: 'DEMO-market', password, user_type: 'unit' }).answerCaptcha().submit('op_login');
  assert(answer.status === 303 && answer.location.endsWith('/ledger/new'), `login answers ${answer.status} to ${answer.location}`);
  const set = answer.headers['set-cookie'] || [];
  assert(set.length > 0 && set.every((c) => /;\s*HttpOnly/i.test(c) && /;\s*SameSite=Lax/i.test(c) && /;\s*Path=\//i.test(c)), `cookies: ${set}`);
  assert(visit >= 0 && (await client.get('/ledger')).status === 200, 'signed in');
  const old = new Map(client.cookies);
  const left = await (await client.get('/')).form('op_logout').submit('op_logout');
  assert(left.status === 303, `leaving answers ${left.status}`);
  client.cookies = old;
  const after = await client.get('/ledger');
  assert(toLogin(after, '/ledger'), `a session that was left still opens the ledger: ${after.status}`);
}

async function loginByTheWrongDoor() {
  const findings = new Findings();
  const { account } = require('./harness');
  const { password } = account('demo-market');
  for (const [what, values] of Object.entries({
    'with another user type': { user_type: 'administrator', login: 'demo-market', password },
    'with a wrong password': { user_type: 'unit', login: 'demo-market', password: password + 'x' },
    'as nobody known': { user_type: 'unit', login: 'demo-unknown', password },
    'with the password in capitals': { user_type: 'unit', login: 'demo-market', password: password.toUpperCase() === password ? password.toLowerCase() : password.toUpperCase() },
  })) {
    const form = (await new Client().get('/accounts/login')).form('op_login').set(values).answerCaptcha();
    const answer = await form.submit('op_login');
    findings.check(answer.status === 422 && answer.words.includes('用户类型、用户名或密码不正确'), `${what}: ${answer.status} ${answer.title}`);
    findings.check(answer.form('op_login').value('login') === values.login && !answer.text.includes(values.password), `${what}: the login name is kept, the password not`);
  }
  const wrong = (await new Client().get('/accounts/login')).form('op_login').set({ user_type: 'unit', login: 'demo-market', password, captcha: '99' });
  const answer = await wrong.submit('op_login');
  findings.check(answer.status === 422, `with a wrong captcha: ${answer.status}`);
  for (const back of ['//evil.example/', 'http://evil.example/', '/\\evil.example', 'evil.example', '/ledger%0d%0aX-Evil:1', 'javascript:alert(1)']) {
    const client = new Client();
    const form = (await client.get('/accounts/login?return=' + (back.includes('%') ? back : encodeURIComponent(back)))).form('op_login');
    const done = await form.set({ user_type: 'unit', login: 'demo-market', password }).answerCaptcha().submit('op_login');
    findings.check(done.status === 303 && /^\/(?![/\\])/.test(done.location) && !/evil/i.test(done.location.split('?')[0]) && !done.headers['x-evil'], `return=${back} leads to ${done.location}`);
  }
  findings.raise();
}

// What a worker remembers of the last visitor must not show to the next.
async function strangersAreStrangers() {
  const findings = new Findings();
  const someone = await as('demo-market');
  for (let round = 0; round < 12; round++) {
    for (const address of ['/ledger?name=%ff%ff', '/ledger/0', '/no-such-page?x=%ff']) {
      await someone.get('/ledger');
      await someone.get('/');
      const page = await new Client().get(address);
      findings.check(!page.words.includes('示范农贸市场') && !page.text.includes('op_logout'), `nobody asking ${address} is greeted as the one before`);
    }
  }
  findings.list = [...new Set(findings.list)];
  findings.raise();
}

module.exports = (test) => {
  test('every GET route answers every role as its access says, and changes nothing', everyGet);
  test("another unit's and another institution's ids are not found", foreignIds);
  test('every POST without a valid token, or from another site, is refused and changes nothing', everyPost);
  test('a session ends when its owner leaves, and its cookie is out of reach of scripts', sessions);
  test('a login that does not fit is refused without saying why, and leads nowhere foreign', loginByTheWrongDoor);
  test('an error page never shows whom the worker served before', strangersAreStrangers);
};
module.exports.example = example;
module.exports.formPlaces = formPlaces;
module.exports.routes = routes;
