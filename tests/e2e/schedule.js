// What starts the morning's reminders: the line for cron, given to sh as cron would, and the units for systemd.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, assert, run, state, tree } = require('./harness');

const started = '/usr/lib/qiangjian/qj-reminders';

// minute hour day month weekday user command; cron makes \% a %.
function cronLine() {
  const lines = fs.readFileSync(path.join(tree, 'scripts/cron.d/qiangjian'), 'utf8').split('\n').filter((line) => line.includes(started));
  assert(lines.length === 1, `${lines.length} lines for reminders`);
  const [, when, user, command] = /^((?:\S+ ){5})(\S+) (.*)$/.exec(lines[0]);
  assert(!/(^|[^\\])%/.test(command), 'cron takes a bare % for a line end');
  return { when: when.trim(), user, command: command.replace(/\\%/g, '%') };
}

async function cronCase(folder, { hour, systemd, timer }) {
  const tools = path.join(folder, 'tools');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(tools, { recursive: true });
  const put = (name, script) => fs.writeFileSync(path.join(tools, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  put('date', `[ "$TZ" = CST-8 ] && [ "$*" = +%H ] && echo ${hour}`);
  put('started', `echo "$QJ_CONFIG" >> ${folder}/ran`);
  if (timer !== undefined) put('systemctl', `[ "$*" = "--quiet is-active qj-reminders.timer" ] || exit 99\necho noise; echo noise >&2\nexit ${timer}`);
  if (systemd) fs.mkdirSync(path.join(folder, 'systemd'));
  const command = cronLine().command.replace(started, `${tools}/started`).replace('/run/systemd/system', `${folder}/systemd`);
  const ended = await run('/bin/sh', ['-c', command], { env: { PATH: timer === undefined ? tools : `${tools}:/usr/bin:/bin` } });
  return { ...ended, ran: fs.existsSync(path.join(folder, 'ran')) ? fs.readFileSync(path.join(folder, 'ran'), 'utf8') : '' };
}

async function cronLineDecides() {
  const findings = new Findings();
  const { when, user } = cronLine();
  findings.check(when === '30 * * * *' && user === 'qiangjian', `${when} ${user}`);
  const cases = [
    [{ hour: '08', systemd: false, timer: 0 }, true], [{ hour: '08', systemd: false }, true], [{ hour: '08', systemd: true, timer: 0 }, false], [{ hour: '08', systemd: true, timer: 3 }, true],
    [{ hour: '08', systemd: true }, true], [{ hour: '08', systemd: true, timer: 1 }, true], [{ hour: '07', systemd: false }, false], [{ hour: '20', systemd: true, timer: 3 }, false], [{ hour: '00', systemd: false }, false],
  ];
  for (const [given, runs] of cases) {
    const { code, out, err, ran } = await cronCase(path.join(state, 'tmp', 'cron'), given);
    findings.check(ran === (runs ? '/etc/qiangjian/qiangjian.conf\n' : '') && code === 0, `${JSON.stringify(given)}: ${code}, ran “${ran}”`);
    findings.check(err + out === '', `${JSON.stringify(given)}: cron would mail ${out}${err}`);
  }
  findings.raise();
}

// The hour of China is asked for in a way that needs no table of zones.
async function anyZone() {
  for (const zone of ['UTC', 'CST-8', 'EST5', 'IST-5:30']) {
    const { out } = await run('/bin/sh', ['-c', 'TZ=CST-8 date +%H'], { env: { TZ: zone, TZDIR: '/nowhere' } });
    const china = new Date(Date.now() + 8 * 3600e3).toISOString().slice(11, 13);
    assert(out.trim() === china, `${zone}: ${out} instead of ${china}`);
  }
}

async function systemdUnits() {
  const folder = path.join(tree, 'scripts/systemd');
  const service = fs.readFileSync(path.join(folder, 'qj-reminders.service'), 'utf8');
  const timer = fs.readFileSync(path.join(folder, 'qj-reminders.timer'), 'utf8');
  const { command } = cronLine();
  for (const words of [`ExecStart=${started}`, `Environment=${/QJ_CONFIG=\S+/.exec(command)[0]}`, 'Type=oneshot', 'User=qiangjian', 'NoNewPrivileges=yes', 'ProtectSystem=strict'])
    assert(service.includes(`\n${words}\n`), `the service lacks ${words}`);
  for (const words of ['OnCalendar=*-*-* 08:30:00 Asia/Shanghai', 'Persistent=true', 'WantedBy=timers.target']) assert(timer.includes(`\n${words}\n`), `the timer lacks ${words}`);
  if (!fs.existsSync('/usr/bin/systemd-analyze')) return;
  const copy = fs.mkdtempSync(path.join(state, 'tmp', 'units-'));
  fs.writeFileSync(path.join(copy, 'qj-reminders.service'), service.replace(started, '/bin/true').replace(/^(User|Documentation)=.*\n/gm, ''));
  fs.writeFileSync(path.join(copy, 'qj-reminders.timer'), timer.replace(/^Documentation=.*\n/gm, ''));
  const { code, out, err } = await run('systemd-analyze', ['verify', path.join(copy, 'qj-reminders.service'), path.join(copy, 'qj-reminders.timer')]);
  assert(code === 0 && !/qj-reminders/.test(out + err), () => `systemd-analyze verify: ${code} ${out}${err}`);
}

module.exports = (test) => {
  test('the line for cron starts reminders in one hour of the day, and not where the timer does', cronLineDecides);
  test('the line for cron knows the hour of China on a machine of any zone', anyZone);
  test('the units for systemd start what cron starts', systemdUnits);
};
