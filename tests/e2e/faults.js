// Things break while people work: a worker is killed, every area is restarted, PostgreSQL is restarted. Under load, and with
// every answer counted.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, assert, freshInstrument, freshUnit, run, state, tree, until } = require('./harness');
const { Client, approvedUnit, as } = require('./client');
const { query } = require('./database');
const { MailServer, notice, startMailer, stateOf } = require('./mail');

// Several people who ask again and again until told to stop; every answer is noted.
class Load {
  constructor(visits) {
    this.answers = [];
    this.going = true;
    this.people = visits.map(([client, address]) => this.person(client, address));
  }
  async person(client, address) {
    while (this.going) {
      const start = Date.now();
      let status;
      let text = '';
      try {
        const answer = await client.get(address);
        status = answer.status;
        text = answer.text;
      } catch (error) {
        status = error.code || error.message;
      }
      this.answers.push({ address, status, text: status === 200 ? '' : text, start, ms: Date.now() - start });
    }
  }
  count() { return this.answers.length; }
  more(n, what) {
    const goal = this.count() + n;
    return until(() => this.count() >= goal, `${n} more answers ${what}`);
  }
  async stop() {
    this.going = false;
    await Promise.all(this.people);
    return this.answers;
  }
}

const summary = (answers) => JSON.stringify(answers.reduce((sum, a) => ({ ...sum, [a.status]: (sum[a.status] || 0) + 1 }), {}));

// Processes by parent, from /proc: pid → { parent, name }.
function processes() {
  const all = new Map();
  for (const pid of fs.readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [, name, status, parent] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(stat);
      if (status !== 'Z') all.set(Number(pid), { parent: Number(parent), name });
    } catch { /* it has just ended */ }
  }
  return all;
}
const servePid = () => Number(fs.readFileSync(path.join(state, 'run', 'serve.pid'), 'utf8'));
// The workers of an area (of all without a name): the children of the children of qj-serve.
function workers(area = '') {
  const all = processes();
  const children = (pid) => [...all].filter(([, p]) => p.parent === pid).map(([child]) => child);
  return children(servePid()).filter((pid) => all.get(pid).name.startsWith('qj-' + area)).flatMap(children);
}

async function killedWorker() {
  const client = await as('demo-market');
  const count = workers('ledger').length;
  assert(count > 0, 'no workers of the ledger found below qj-serve');
  const load = new Load(Array(6).fill([client, '/ledger']));
  let kills = 0;
  try {
    for (; kills < 5; kills++) {
      await load.more(40, 'before a worker is killed');
      const victim = workers('ledger')[0];
      process.kill(victim, 'SIGKILL');
      await until(() => !workers('ledger').includes(victim) && workers('ledger').length === count, 'another worker takes the place of the killed one');
    }
    await load.more(40, 'after the last kill');
  } finally {
    await load.stop();
  }
  const lost = load.answers.filter((a) => a.status !== 200);
  assert(lost.every((a) => a.status === 502), `answers: ${summary(load.answers)}`);
  assert(lost.length <= kills, `${kills} workers killed, ${lost.length} requests lost`);
  assert(lost.every((a) => /<h1>[^<]*[一-龥]/.test(a.text)), 'the page shown for a lost request is ours, in Chinese');
}

async function restartedAreas() {
  const people = await Promise.all(['demo-market', 'demo-hospital', 'demo-admin', 'demo-pending'].map(as));
  const load = new Load([[people[0], '/ledger'], [people[1], '/ledger?tab=overdue'], [people[2], '/admin/enterprises'], [people[3], '/accounts/status'], [new Client(), '/'], [new Client(), '/accounts/register']]);
  try {
    for (let round = 0; round < 3; round++) {
      await load.more(60, 'before the restart');
      const before = workers();
      process.kill(servePid(), 'SIGHUP');
      await until(() => { const now = workers(); return now.length === before.length && !now.some((pid) => before.includes(pid)); }, 'every worker of every area is a new one');
      await load.more(60, 'after the restart');
    }
  } finally {
    await load.stop();
  }
  assert(load.answers.every((a) => a.status === 200), `answers: ${summary(load.answers)}`);
}

// What an operator does; scripts/lib.sh knows how.
async function restartPostgres() {
  const command = process.env.QJ_RESTART_POSTGRES || '. scripts/lib.sh && lib_init && restart_postgres "$QJ_STATE"';
  const { code, out, err } = await run('bash', ['-c', command], { cwd: tree, env: { QJ_STATE: state } });
  assert(code === 0, `PostgreSQL does not restart: ${out}${err}`);
}

// Adds instruments one after the other; remembers those whose saving was confirmed.
async function keepAdding(client, load, confirmed, attempts) {
  while (load.going) {
    const values = freshInstrument(100);
    try {
      const answer = await client.addInstrument(values);
      attempts.push(answer.status);
      if (answer.status === 303) confirmed.push(values.serial_number);
    } catch (error) {
      attempts.push(error.message.slice(0, 60));
    }
  }
}

// A worker that slept through the restart finds its session dead at its next request; here all of them are woken.
async function everyAreaIsBack() {
  const admin = await as('demo-admin');
  for (const address of ['/', '/accounts/status', '/ledger', '/admin/enterprises']) {
    let good = 0;
    await until(async () => { good = (await admin.get(address)).status < 500 ? good + 1 : 0; return good >= 12; }, `${address} answers again and again`);
  }
}

async function restartedDatabase() {
  const findings = new Findings();
  const writer = await approvedUnit(freshUnit());
  const load = new Load([[await as('demo-market'), '/ledger'], [await as('demo-hospital'), '/ledger/new'], [new Client(), '/'], [new Client(), '/accounts/login']]);
  const confirmed = [];
  const attempts = [];
  const adding = keepAdding(writer, load, confirmed, attempts);
  let back = 0;
  try {
    await until(() => confirmed.length >= 5, 'five instruments are added before');
    for (let round = 0; round < 2; round++) {
      const had = confirmed.length;
      await restartPostgres();
      const start = Date.now();
      await until(() => confirmed.length > had + 2, 'instruments can be added again');
      await load.more(50, 'after the database came back');
      back = Math.max(back, Date.now() - start);
    }
  } finally {
    await load.stop();
    await adding;
  }
  await everyAreaIsBack();
  const settled = load.answers.slice(-20);
  const down = load.answers.filter((a) => a.status !== 200);
  findings.check(down.every((a) => a.status === 503), `answers: ${summary(load.answers)}`);
  findings.check(down.every((a) => /<h1>[^<]*[一-龥]/.test(a.text)), 'the 503 page is ours, in Chinese');
  findings.check(down.every((a) => a.ms < 3000), () => `a 503 takes ${Math.max(...down.map((a) => a.ms))} ms, not at once`);
  findings.check(settled.every((a) => a.status === 200), `after recovery: ${summary(settled)}`);
  const kept = new Set(await query("select serial_number from instruments where serial_number like 'S%';"));
  const lost = confirmed.filter((s) => !kept.has(s));
  findings.check(lost.length === 0, `${lost.length} of ${confirmed.length} confirmed instruments are lost`);
  findings.check(attempts.every((a) => a === 303 || a === 503 || /\(503,/.test(a)), () => `adding answered ${[...new Set(attempts)]}`);
  findings.raise();
}

// A mailer whose database goes away while it has nothing to do, and while a mail is being sent: nothing is lost or sent twice.
async function mailerOutlivesTheDatabase() {
  const server = await MailServer.start();
  const mailer = startMailer({ QJ_SMTP: server.url });
  try {
    const before = await notice();
    await until(async () => (await stateOf(before)).startsWith('sent'), 'a mail is sent before');
    await restartPostgres();
    const between = await notice();
    await until(async () => (await stateOf(between)).startsWith('sent'), 'a mail is sent after the restart');
    server.accepted = async () => { server.accepted = async () => {}; await restartPostgres(); };
    const inWork = await notice('in-work@example.cn');
    await until(async () => await stateOf(inWork) === 'sent 1', 'a mail sent during the restart is marked once the database is back');
    assert(server.to('in-work@example.cn').length === 1, 'it was sent once');
    mailer.kill('SIGTERM');
    assert(await mailer.ended === 0, 'the mailer ends in order');
  } finally {
    mailer.kill('SIGKILL');
    await server.stop();
  }
}

module.exports = (test) => {
  test('a killed worker loses at most its one request', killedWorker);
  test('restarting every area under load drops no request', restartedAreas);
  test('a restart of PostgreSQL under load: 503 at once, recovery by itself, no confirmed row lost', restartedDatabase);
  test('a mailer outlives restarts of PostgreSQL and sends each mail once', mailerOutlivesTheDatabase);
};
