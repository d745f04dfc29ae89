// The operator's command as a process: exit codes, --json, what it changes, and changing keys while the portal runs.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, account, assert, bin, freshUnit, pick, run, state, until } = require('./harness');
const { catalogueFile } = require('./admin');
const { Client, as } = require('./client');
const { query } = require('./database');

const qjctl = (args, env = {}) => run(path.join(bin, 'qjctl'), args, { env });
async function json(args, expected = 0) {
  const { code, out, err } = await qjctl([...args, '--json']);
  assert(code === expected, () => `qjctl ${args.join(' ')}: ${code} ${err}`);
  return JSON.parse(out);
}
async function works(args) {
  const { code, out, err } = await qjctl(args);
  assert(code === 0, () => `qjctl ${args.join(' ')}: ${code} ${err}`);
  return out;
}
async function fails(args, expected, words = '', env = {}) {
  const { code, out, err } = await qjctl(args, env);
  assert(code === expected && (err + out).includes(words), () => `qjctl ${args.join(' ')}: ${code} instead of ${expected}, ${err}${out}`);
}
const freshLogin = () => `operator-${pick('abcdefghjkmnpqrstuvwxyz', 8)}`;
const signIn = (login, password) => new Client().login(login, password, 'administrator').then(() => true, () => false);

async function usage() {
  const findings = new Findings();
  const groups = { user: ['add', 'list', 'lock', 'unlock', 'reset-password', 'disable-2fa'], org: ['list', 'review'], session: ['list', 'revoke'],
    audit: ['verify', 'anchor'], catalogue: ['import'], key: ['rotate', 'reseal', 'drop-old'], migrate: [], tidy: [] };
  for (const [group, commands] of Object.entries(groups)) {
    for (const command of [[group], ...commands.map((c) => [group, c])]) {
      const { code, out } = await qjctl([...command, '--help']);
      findings.check(code === 0 && out.length > 50, `${command.join(' ')} --help: ${code}`);
    }
  }
  for (const wrong of [[], ['nonsense'], ['user'], ['user', 'add'], ['user', 'add', 'x', '--type', 'king', '--name', 'x'], ['user', 'add', 'x', '--type', 'administrator', '--name', 'x', '--role', 'king'],
    ['user', 'lock', 'x'], ['user', 'list', '--limit', '0'], ['org', 'review', '1'], ['org', 'review', '1', '--approve', '--reject'], ['org', 'review', '1', '--reject'], ['org', 'list', '--state', 'lost'],
    ['session', 'revoke'], ['session', 'revoke', 'x', '--all'], ['audit', 'verify', '--anchor', '/no/such/file'], ['key'], ['tidy', 'more']]) {
    const { code } = await qjctl(wrong);
    findings.check(code === 2, `qjctl ${wrong.join(' ')}: ${code} instead of 2`);
  }
  for (const args of [['user', 'list'], ['org', 'list'], ['session', 'list'], ['audit', 'verify'], ['key', 'reseal'], ['tidy'], ['migrate', '--status']]) {
    const { code } = await qjctl(args, { QJ_DATABASE: `host=${state}/nowhere dbname=none` });
    findings.check(code === 69, `without a database, qjctl ${args.join(' ')}: ${code}`);
  }
  const { code, err } = await qjctl(['user', 'list'], { QJ_WORKERS: 'many' });
  findings.check(code === 78 && err.includes('QJ_WORKERS'), `a bad setting: ${code} ${err}`);
  findings.raise();
}

async function people() {
  const login = freshLogin();
  const password = (await works(['user', 'add', login, '--type', 'administrator', '--name', '示范值班员', '--role', 'worker'])).trim();
  await fails(['user', 'add', login.toUpperCase(), '--type', 'administrator', '--name', '示范值班员'], 65, 'users_login');
  await fails(['user', 'add', freshLogin(), '--type', 'unit', '--name', '示范'], 65, 'users_belong');
  const [row] = await json(['user', 'list', '--text', login]);
  assert(row.login === login && row.role === 'worker' && row.state === 'active' && row.two_factor === false && row.name === '示范值班员', JSON.stringify(row));
  assert((await works(['user', 'list', '--text', login])).includes('示范值班员'), 'the list is readable, too');
  assert((await json(['user', 'list', '--limit', '2'])).length === 2, 'a page has as many rows as asked for');
  const second = await json(['user', 'list', '--limit', '2', '--page', '2']);
  assert(!(await json(['user', 'list', '--limit', '2'])).some((u) => second.some((v) => v.id === u.id)), 'the second page begins where the first ends');

  assert(await signIn(login, password), 'the printed password works');
  assert((await json(['session', 'list', login])).length === 1, 'its session is listed');
  await works(['user', 'lock', login, '--reason', '离岗']);
  assert((await json(['session', 'list', login])).length === 0 && !(await signIn(login, password)), 'a locked user is out');
  await fails(['user', 'lock', login, '--reason', '离岗'], 65, 'locked');
  await works(['user', 'unlock', login]);
  await fails(['user', 'unlock', login], 65, 'active');
  const fresh = (await works(['user', 'reset-password', login])).trim();
  assert(!(await signIn(login, password)) && await signIn(login, fresh), 'the new password works, the old one does not');
  await works(['user', 'reset-password', login, '--temporary']);
  assert((await query(`select must_change_password from users where login = '${login}';`))[0] === 't', 'a temporary one must be changed');
  await fails(['user', 'disable-2fa', login], 65, 'no second factor');
  await query(`update users set totp_secret_sealed = '\\x00' where login = '${login}';`);
  await works(['user', 'disable-2fa', login]);
  assert((await query(`select two_factor from users where login = '${login}';`))[0] === 'f', 'the second factor is off');
  for (const args of [['lock', 'nobody-here', '--reason', 'x'], ['unlock', 'nobody-here'], ['reset-password', 'nobody-here'], ['disable-2fa', 'nobody-here']]) await fails(['user', ...args], 65, 'no user nobody-here');
  const actions = await query(`select action from audit where unit_id = 0 and actor like 'qjctl:%' and subject_id = ${row.id} order by seq;`);
  assert(['user.create', 'user.lock', 'user.unlock', 'user.reset_password', 'user.disable_two_factor'].every((a) => actions.includes(a)), `audited: ${actions}`);
}

async function units() {
  const [good, bad] = [freshUnit(), freshUnit()];
  for (const unit of [good, bad]) await new Client().register(unit, { withLicence: false });
  const { counts, units: waiting } = await json(['org', 'list', '--limit', '1000']);
  const idOf = (unit) => (waiting.find((u) => u.name === unit.unit_name) || {}).id;
  assert(counts.pending >= 2 && idOf(good) && idOf(bad), 'both wait for their review');
  assert((await works(['org', 'list', '--limit', '1000'])).includes(good.unit_name), 'the list is readable, too');
  await works(['org', 'review', String(idOf(good)), '--approve']);
  await works(['org', 'review', String(idOf(bad)), '--reject', '--reason', '请补充上传营业执照。']);
  assert((await json(['org', 'list', '--state', 'approved', '--limit', '1000'])).units.some((u) => u.id === idOf(good)), 'the one is approved');
  const rejected = await query(`select state || ' ' || review_reason from units where id = ${idOf(bad)};`);
  assert(rejected[0] === 'rejected 请补充上传营业执照。', rejected[0]);
  await fails(['org', 'review', String(idOf(good)), '--approve'], 65, 'not pending');
  await fails(['org', 'review', '999999999', '--approve'], 65, 'no unit');
  await fails(['org', 'review', String(idOf(bad)), '--reject', '--reason', '长'.repeat(501)], 65);
}

async function sessions() {
  const login = freshLogin();
  const password = (await works(['user', 'add', login, '--type', 'administrator', '--name', '示范值班员'])).trim();
  const clients = [new Client(), new Client()];
  for (const client of clients) await client.login(login, password, 'administrator');
  const isIn = async (client) => (await client.get('/admin/enterprises')).status === 200;
  const listed = await json(['session', 'list', login]);
  assert(listed.length === 2 && listed.every((s) => s.login === login && s.address && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(s.seen_at)), JSON.stringify(listed));
  assert((await works(['session', 'list', login])).includes(login), 'the list is readable, too');
  await works(['session', 'revoke', '--id', String(listed[1].id)]);
  assert(!(await isIn(clients[0])) && await isIn(clients[1]), 'the older one is out, the newer one is not');
  await works(['session', 'revoke', login]);
  assert(!(await isIn(clients[1])), 'now both are');
  await fails(['session', 'revoke', login], 65, 'no live session');
  await fails(['session', 'revoke', 'nobody-here'], 65, 'no live session');
}

async function record() {
  const chain = (await query("insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact, mobile) " +
    `select '${pick('ABCDEFGH', 9)}', '000000000', '示范审计单位', 'other', code, '', 'id_card', '', '', '' from divisions where leaf limit 1 returning id;`))[0];
  const append = (n) => query(`select audit_append(${chain}, '[{"actor": "test", "action": "test.change", "subject": "test", "subject_id": ${n}}]');`);
  for (const n of [1, 2, 3]) await append(n);
  const file = path.join(state, 'tmp', 'anchor');
  try {
    const whole = await json(['audit', 'verify']);
    assert(whole.chains > 1 && whole.rows > 3 && whole.bad.length === 0, JSON.stringify(whole));
    assert((await works(['audit', 'verify', '--chain', chain])).includes('1 chains, 3 rows: all fit'), 'one chain alone');
    await fails(['audit', 'verify', '--chain', '999999999'], 65, 'no chain');
    const head = (await json(['audit', 'anchor'])).find((h) => String(h.chain) === chain);
    assert(head.seq === 3 && /^[0-9a-f]{64}$/.test(head.hash), JSON.stringify(head));
    assert((await works(['audit', 'anchor'])).split('\n').some((line) => line.startsWith(`${chain} 3 ${head.hash} `)), 'the anchor is one head a line');
    await works(['audit', 'anchor', file]);
    await append(4);
    await works(['audit', 'verify', '--anchor', file]);
    await query(`delete from audit where unit_id = ${chain} and seq >= 3;`);
    await works(['audit', 'verify']);
    const cut = await json(['audit', 'verify', '--anchor', file], 65);
    assert(JSON.stringify(cut.bad) === JSON.stringify([{ chain: Number(chain), seq: 3, why: 'cut' }]), JSON.stringify(cut));
    await append(5);
    await fails(['audit', 'verify', '--anchor', file], 65, `chain ${chain}, row 3: rewritten`);
    await query(`update audit set new_values = '{"x": 1}' where unit_id = ${chain} and seq = 2;`);
    await fails(['audit', 'verify'], 65, `chain ${chain}, row 2: changed`);
    fs.writeFileSync(file, 'rubbish\n');
    await fails(['audit', 'verify', '--anchor', file], 65, `${file}:1`);
  } finally {
    await query(`delete from audit where unit_id = ${chain}; delete from units where id = ${chain};`);
  }
}

// ------------------------------------------------------------------------------------------------- keys
const personal = process.env.QJ_PERSONAL_KEY_FILE;
const seal = process.env.QJ_SEAL_KEY_FILE;
const linesOf = (file) => fs.readFileSync(file, 'utf8').trim().split('\n');
const about = (file) => { const { uid, gid, mode } = fs.statSync(file); return `${uid} ${gid} ${mode}`; };

async function restartAreas() {
  const serve = Number(fs.readFileSync(path.join(state, 'run', 'serve.pid'), 'utf8'));
  const children = () => fs.readFileSync(`/proc/${serve}/task/${serve}/children`, 'utf8').trim().split(' ');
  const before = children();
  process.kill(serve, 'SIGHUP');
  await until(() => { const now = children(); return now.length === before.length && !now.some((pid) => before.includes(pid)); }, 'every area is a new process');
  await until(async () => (await new Client().get('/accounts/login')).status === 200, 'the portal answers');
}

async function changingTheKeyOfPersonalNumbers() {
  await new Client().register(freshUnit(), { withLicence: false });
  const before = about(personal);
  const [old] = linesOf(personal);
  await works(['key', 'rotate']);
  assert(linesOf(personal).length === 2 && linesOf(personal)[1] === old && about(personal) === before, 'the new key stands first, the file has its owner and mode');
  await fails(['key', 'drop-old'], 65, 'key reseal');
  assert(linesOf(personal).length === 2, 'nothing was dropped');
  await restartAreas();
  await new Client().register(freshUnit(), { withLicence: false });
  const sealed = await query('select count(*) from units where id_number_sealed is not null;');
  const done = await json(['key', 'reseal']);
  assert(done.sealed_anew >= 1 && done.sealed_anew < done.values && done.left === 0 && done.values >= Number(sealed[0]), JSON.stringify(done));
  const again = await json(['key', 'reseal']);
  assert(again.sealed_anew === 0 && again.values === done.values, 'a second run finds nothing to do');
  await works(['key', 'drop-old']);
  assert(linesOf(personal).length === 1 && linesOf(personal)[0] !== old && about(personal) === before, 'the old key is gone');
  await restartAreas();
  assert((await json(['key', 'reseal'])).unreadable === 0, 'the one key left opens every number');
  await new Client().register(freshUnit(), { withLicence: false });
}

async function changingTheKeyOfTokens() {
  const before = about(seal);
  const client = new Client();
  const page = await client.get('/accounts/register');
  await works(['key', 'rotate', '--seal']);
  assert(linesOf(seal).length === 2 && about(seal) === before, 'the seal key has two lines');
  await restartAreas();
  const answer = await page.form('op_register').submit('op_register');
  assert(answer.status === 422, `a form opened before the change is still ours: ${answer.status}`);
  await works(['key', 'drop-old', '--seal']);
  await restartAreas();
  const late = await page.form('op_register').submit('op_register');
  assert(late.status === 403, `afterwards it is not: ${late.status}`);
  const { login, password } = account('demo-admin');
  await new Client().login(login, password, 'administrator');
}

// Every program that needs a key refuses to start without it, and says which file.
async function keysMissingOrOpen() {
  const findings = new Findings();
  const open = path.join(state, 'tmp', 'open.key');
  fs.rmSync(open, { force: true });
  fs.copyFileSync(seal, open);
  fs.chmodSync(open, 0o444);
  const missing = path.join(state, 'tmp', 'no-such.key');
  const programs = { 'qj-portal': [seal], 'qj-accounts': [seal, personal], 'qj-ledger': [seal], 'qj-admin': [seal], 'qj-query': [seal], 'qj-mailer': [seal] };
  const call = (program, args, file, env) => run(path.join(bin, program), args, { env, limitMs: 10000 }).then(({ code, err }) =>
    findings.check(code === 78 && err.includes(file), `${program} ${args.join(' ')} with ${file}: ${code} ${err.slice(0, 200)}`));
  for (const [program, keys] of Object.entries(programs)) {
    for (const key of keys) {
      const name = key === seal ? 'QJ_SEAL_KEY_FILE' : 'QJ_PERSONAL_KEY_FILE';
      for (const file of [missing, open]) await call(program, [], file, { [name]: file, QJ_SOCKET: path.join(state, 'tmp', 'x.sock') });
    }
  }
  for (const command of ['rotate', 'reseal', 'drop-old']) for (const file of [missing, open]) await call('qjctl', ['key', command], file, { QJ_PERSONAL_KEY_FILE: file });
  fs.rmSync(open);
  const fresh = path.join(state, 'tmp', 'fresh.key');
  await works(['key', fresh]);
  findings.check((fs.statSync(fresh).mode & 0o777) === 0o400 && linesOf(fresh).length === 1, 'qjctl key FILE makes a key only its owner reads');
  const again = await qjctl(['key', fresh]);
  findings.check(again.code === 65 && again.err.includes(fresh), `an existing key is never overwritten: ${again.code}`);
  fs.rmSync(fresh);
  findings.raise();
}

async function tidying() {
  const counts = await json(['tidy']);
  assert(['tokens', 'captchas', 'sessions', 'links', 'mails', 'stored_forms', 'throttles', 'login_events', 'files'].every((name) => Number.isInteger(counts[name])), JSON.stringify(counts));
  assert(/\d+ mails/.test(await works(['tidy'])), 'the same in words');
  const migrations = await json(['migrate', '--status']);
  assert(migrations.length >= 4 && migrations.every((m) => m.state === 'applied'), JSON.stringify(migrations));
}

async function replacingTheCatalogue() {
  const admin = await as('demo-admin');
  const before = await catalogueFile(admin);
  const written = (text) => {
    const file = path.join(state, `catalogue-${Date.now()}.csv`);
    fs.writeFileSync(file, text);
    fs.chmodSync(file, 0o644);
    return file;
  };
  const changed = written(before.replace('JJG 539-2016', 'JJG 539-2099'));
  const told = await works(['catalogue', 'import', changed, '--dry-run']);
  assert(told.includes('JJG 539-2099') && told.includes('0 added, 1 changed, 0 retired'), told);
  assert(await catalogueFile(admin) === before, 'a dry run changes nothing');
  await works(['catalogue', 'import', changed]);
  assert((await catalogueFile(admin)).includes('JJG 539-2099'), 'the catalogue is the new one');
  await fails(['catalogue', 'import', written(before.split('\n').slice(0, 3).join('\n'))], 65, '--retire-most');
  await fails(['catalogue', 'import', written(before.replace('periodic', 'sometimes'))], 65, 'mode: NOT_A_CHOICE');
  await fails(['catalogue', 'import', '/no/such/file'], 65, 'cannot be read');
  await works(['catalogue', 'import', written(before)]);
  assert(await catalogueFile(admin) === before, 'the catalogue is the old one again');
}

async function manuals() {
  const pages = path.join(__dirname, '..', '..', 'scripts', 'man');
  for (const page of ['qjctl.8', 'qj-mailer.8', 'qj-jobs.8', 'qj-reminders.8']) {
    const { code, err, out } = await run('man', ['--warnings', '-l', path.join(pages, page)], { env: { LC_ALL: 'C.UTF-8', MANWIDTH: '100', MAN_KEEP_STDERR: '1' } });
    assert(code === 0 && err === '' && out.includes('EXIT STATUS'), () => `${page}: ${code} ${err}`);
  }
}

module.exports = (test) => {
  test('qjctl explains itself and ends with the code that fits', usage);
  test('qjctl adds, lists, locks and unlocks people and gives them passwords', people);
  test('qjctl lists units and decides about those that wait', units);
  test('qjctl lists sessions and ends them', sessions);
  test('qjctl shows a changed audit row, and a cut tail against an anchor', record);
  test('the key of personal numbers is changed while the portal runs, and no number is lost', changingTheKeyOfPersonalNumbers);
  test('the key of tokens is changed while the portal runs, and open forms stay good until the old one is dropped', changingTheKeyOfTokens);
  test('no program starts without its key or with one that others can read', keysMissingOrOpen);
  test('qjctl replaces the catalogue, but tells the differences first and half of it goes only when told', replacingTheCatalogue);
  test('qjctl tidies and tells how much', tidying);
  test('the manual pages have no errors', manuals);
};
