// How the database finds what a page shows: 300,000 instruments, the real area as its real role, every filter, every sort and every
// tab of a unit with thousands, what a supervisor sees of a province, and what the public looks up; auto_explain writes the plan of each statement down, and
// none may read all instruments.
'use strict';
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { Findings, assert, run, state, tree, until } = require('./harness');
const { Client } = require('./client');
const { query } = require('./database');

const log = path.join(state, 'log', 'postgres.log');

async function superuser(sql) {
  const { code, err } = await run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', `${process.env.QJ_DATABASE} user=postgres`], { input: sql });
  assert(code === 0, () => `psql: ${err}`);
}

// New workers, whose connections have the settings of now.
async function renewWorkers(role) {
  const backends = () => query(`select pid from pg_stat_activity where usename = '${role}'`);
  const before = new Set(await backends());
  process.kill(Number(fs.readFileSync(path.join(state, 'run', 'serve.pid'), 'utf8')), 'SIGHUP');
  await until(async () => (await backends()).every((pid) => !before.has(pid)), `the old workers of ${role} have gone`);
}

// The largest generated unit, signed in as its one user.
async function largestUnit() {
  if ((await query("select 1 from users where login ~ '^gen-' limit 1")).length === 0) {
    const { code, err } = await run(path.join(tree, 'scripts', 'generate'), ['9000', '300000'], { limitMs: 600000 });
    assert(code === 0, () => `generate: ${err}`);
  }
  const [unit] = await query('select i.unit_id from instruments i join users u on u.unit_id = i.unit_id and u.login ~ \'^gen-\' group by 1 order by count(*) desc limit 1');
  const cookie = crypto.randomBytes(24).toString('hex');
  await query(`insert into sessions (token_hash, user_id) select sha256('${cookie}'), id from users where unit_id = ${unit} order by id limit 1;`);
  const client = new Client();
  client.cookies.set('qj_session', cookie);
  return { client, unit };
}

// The plans of what the role ran since `offset`.
function plans(role, offset) {
  const found = [];
  let plan = null;
  for (const line of fs.readFileSync(log).subarray(offset).toString('utf8').split('\n')) {
    const head = / UTC ([^ @]+)@[^ ]* LOG:  duration: [0-9.]+ ms  plan:/.exec(line);
    if (head) {
      plan = head[1] === role ? { text: '' } : null;
      if (plan) found.push(plan);
    } else if (plan && /^\t/.test(line)) {
      plan.text += line.trim() + '\n';
    } else {
      plan = null;
    }
  }
  return found.map(({ text }) => text);
}

async function addresses(unit, client) {
  const [kind, item] = (await query(`select i.kind_id, k.item_no from instruments i join catalogue_kinds k on k.id = i.kind_id where i.unit_id = ${unit} limit 1`))[0].split('|');
  const named = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((m) => m[1]))];
  const columns = named((await client.get('/ledger/columns')).text, /name="place_([a-z_]+)"/g);
  const texts = named((await client.get('/ledger?tab=all&more=1')).text, /<input type="text"[^>]* name="([a-z_]+)"/g).filter((name) => columns.includes(name));
  assert(columns.length > 25 && texts.length > 10, () => `columns ${columns}, filters ${texts}`);
  const word = encodeURIComponent('电子');
  return ['/ledger/overview', '/ledger?tab=due', '/ledger?tab=all', '/ledger?tab=all&page=40', `/ledger?kind=${kind}`, `/ledger?item=${item}`, '/ledger?due_from=2026-01-01&due_to=2027-01-01',
    '/ledger?use=trade', '/ledger?state=in_use', '/ledger?delivery=send_in', '/ledger?origin=domestic', '/ledger?division=110000',
    ...['due_soon', 'overdue', 'rotate', 'failed', 'not_verified', 'booked', 'stopped', 'scrapped'].map((tab) => `/ledger?tab=${tab}`),
    ...texts.map((name) => `/ledger?${name}=${word}&ie=%E2%9C%93`), ...columns.flatMap((name) => [`/ledger?sort=${name}`, `/ledger?sort=${name}&desc=1`]),
    '/ledger/print?tab=overdue', '/ledger/bulk?scope=all&op_stop=1&tab=overdue'];
}

// Visits the addresses while the role's plans are written down.
async function noneReadsAll(role, client, list) {
  await superuser(`alter role ${role} set session_preload_libraries = 'auto_explain'; alter role ${role} set auto_explain.log_min_duration = 0;
    alter role ${role} set auto_explain.log_nested_statements = on;`);
  const findings = new Findings();
  try {
    await renewWorkers(role);
    for (const address of list) {
      const offset = fs.statSync(log).size;
      const { status } = await client.get(address);
      findings.check(status === 200, `${address} answers ${status}`);
      const seen = plans(role, offset).filter((text) => /\binstruments\b|\binstrument_search/.test(text));
      findings.check(seen.length > 0, `${address}: no plan was written down`);
      for (const text of seen) findings.check(!/Seq Scan on (?:public\.)?(?:instruments\b|instrument_search)/.test(text), () => `${address} reads all instruments:\n${text.slice(0, 1500)}`);
    }
  } finally {
    await superuser(`alter role ${role} reset session_preload_libraries; alter role ${role} reset auto_explain.log_min_duration; alter role ${role} reset auto_explain.log_nested_statements;`);
    await renewWorkers(role);
  }
  findings.raise(6);
}

async function theLedger() {
  const { client, unit } = await largestUnit();
  await noneReadsAll('qj_ledger', client, await addresses(unit, client));
}

// A department with a province and a county of another one.
async function supervision() {
  const { unit } = await largestUnit();
  const cookie = crypto.randomBytes(24).toString('hex');
  const [department] = await query(`insert into departments (name) values ('示范计划局${Date.now()}') returning id;`);
  await query(`insert into department_divisions values (${department}, '320000'), (${department}, '330102');
    insert into users (login, name, user_type, department_id, password_hash) values ('plans-${department}', '示范', 'supervisor', ${department}, '!');
    insert into sessions (token_hash, user_id) select sha256('${cookie}'), id from users where login = 'plans-${department}';
    insert into department_units values (${department}, ${unit}); select statistics_rebuild();`);
  const client = new Client();
  client.cookies.set('qj_session', cookie);
  const word = encodeURIComponent('电子');
  const [serial] = await query(`select serial_number from instruments where division_code like '32%' limit 1`);
  const [name] = await query("select name from units where division_code like '32%' order by id desc limit 1");
  const list = [];
  for (const division of ['', '320000', '320100', '330102'])
    for (const address of ['overdue?', 'instruments?', 'instruments?standing=not_verified', 'instruments?standing=failed', 'instruments?standing=scrapped', 'rotations?', 'rotations?quarter=past', 'units?',
      `instruments?ie=%E2%9C%93&name=${word}`, `instruments?serial_number=${encodeURIComponent(serial)}`, `instruments?ie=%E2%9C%93&unit=${encodeURIComponent(name.slice(0, 8))}`, 'instruments?use=trade&due_from=2026-01-01'])
      list.push(`/supervision/${address}&division=${division}`);
  list.push('/supervision', '/supervision/statistics', '/supervision/regions?division=320100', '/supervision/statistics?division=330102');
  await noneReadsAll('qj_supervision', client, list);
}

// Words from very common to absent, of two to eight characters, codes and numbers, each field, filters and pages.
async function thePublicsSearch() {
  await largestUnit();
  const values = async (sql) => (await query(sql))[0].split('|');
  const [unit, unitCode] = await values("select e.name, e.unit_code from units e join users u on u.unit_id = e.id where u.login = 'gen-000007'");
  const [serial, certificate, kind] = await values("select serial_number, certificate_number, kind_id from instruments where quantity = 1 and certificate_number <> '' and state = 'in_use' order by unit_id desc limit 1");
  const words = ['压力', '压力表', '有限公司', '示范仪表有限公司', '永昌', '血压计', '口腔诊所', '可燃气体检测报警', '飞碟', '飞碟机', '飞碟检测', '飞碟检测报警仪器', '式电子', '力表有限',
    '压力表 集团', '超市 飞碟', unitCode, serial, certificate, 'ABSENT-1'];
  const list = words.map((word) => ({ q: word }));
  for (const filter of [{ division: '320000' }, { division: '320102' }, { kind }, { standing: 'overdue' }, { standing: 'failed' }, { sort: 'due' }])
    for (const word of ['压力表', '永昌', '飞碟']) list.push({ q: word, ...filter });
  list.push({ division: '320102', kind }, { unit_name: unit }, { unit_name: '超市' }, { name: '血压计' }, { manufacturer: '示范仪表' }, { unit_code: unitCode },
    { serial_number: serial }, { certificate_number: certificate }, { unit_name: unit.slice(0, 6), name: '压力表', standing: 'valid' });
  const client = new Client();
  const address = (parameters) => `/query/instruments/search?${new URLSearchParams({ ...parameters, ie: '✓', plans: String(Date.now()) })}`;
  const second = (await client.get(address({ q: '压力表' }))).links(/[?&]after=/)[0];
  assert(second, 'a common word has a second page');
  await noneReadsAll('qj_query', client, [...list.map(address), second.replace(/#.*/, '') + '&plans=1']);
}

module.exports = (test) => {
  test('no statement of the ledger reads all instruments', theLedger);
  test('no statement of supervision reads all instruments', supervision);
  test("no statement of the public's search reads all instruments", thePublicsSearch);
};
