// Reminders through the real binaries and a real mail server: what is said arrives, once, whatever dies meanwhile. Units are made
// in the database, by themselves: while a test of this file runs, no other unit has an address.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { Findings, assert, bin, pause, pick, run, state, today, unitCode } = require('./harness');
const { holding, query } = require('./database');
const { as } = require('./client');
const { MailServer, checkForm, linesFit, mailer, makeDue, refusal, setOthersAside } = require('./mail');

const program = path.join(bin, 'qj-reminders');
const start = (args, env = {}) => run(program, args, { env, limitMs: 60000 });
const quoted = (text) => (text === null ? 'null' : `'${String(text).replace(/'/g, "''")}'`);
const serial = () => pick('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 10);

async function quiet(...args) {
  const { code, out, err } = await start(args);
  assert(code === 0 && out === '' && err === '', () => `qj-reminders ${args.join(' ')}: ${code} ${out}${err}`);
}
async function announced(...args) {
  const { code, out, err } = await start(['--dry-run', '--json', ...args]);
  assert(code === 0 && err === '', () => `--dry-run --json: ${code} ${err}`);
  return out.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));
}
async function deliver(server, code = 0) {
  const ended = await mailer(['--once'], { QJ_SMTP: server.url });
  assert(ended.code === code, () => `qj-mailer --once: ${ended.code} ${ended.err}`);
}

// ------------------------------------------------------------------------------------------------- units and instruments
// Reviewed units, each with an address of its own; names: of each, or how many.
async function makeUnits(names) {
  const list = Array.isArray(names) ? names : Array.from({ length: names }, (_, n) => `提醒示范单位 ${n + 1}`);
  const units = list.map((name) => ({ name, recipient: `${pick('abcdefghjkmnpqrstuvwxyz', 12)}@example.cn`, code: unitCode() }));
  const rows = units.map((u) => `(${quoted(u.code)}, ${quoted(u.name)}, ${quoted(u.recipient)})`).join(', ');
  const ids = await query(`
    insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact, mobile, email, state)
    select substr(v.code, 9, 9), v.code, v.name, 'enterprise', '320102', '示范人', 'id_card', '990101********0019', '示范人', '13800000000', v.email, 'approved'
      from (values ${rows}) as v(code, name, email) returning id || ' ' || email;`);
  const byAddress = new Map(ids.map((line) => line.split(' ').reverse()));
  units.forEach((u) => { u.id = Number(byAddress.get(u.recipient)); });
  return units;
}

// due: days from today; or failed: days since; or neither, never verified. Gives the instruments' serial numbers.
async function addInstruments(list) {
  const rows = list.map((i) => {
    i.serial = i.serial || serial();
    const dates = i.due !== undefined ? ['declared', today(i.due - 365), today(i.due)] : i.failed !== undefined ? ['fail', today(-i.failed), null] : [null, null, null];
    const values = [i.name || '电子计价秤', i.model || 'ACS-30', i.serial, i.place || '一号柜台', ...dates, i.mode || 'periodic', i.state || 'in_use'].map(quoted);
    return `(${i.unit.id}, ${i.quantity || 1}, ${values.join(', ')})`;
  });
  await query(`
    insert into instruments (unit_id, quantity, name, model, serial_number, place, last_result, verified_on, valid_until, mode, state,
                             kind_id, measuring_range, accuracy, manufacturer, origin, division_code, use, delivery, cycle_months)
    select v.unit, v.quantity, v.name, v.model, v.serial, v.place, v.result, v.verified::date, v.until::date, v.mode, v.state,
           (select min(id) from catalogue_kinds where kind_no = 2), '（0～30）kg', 'Ⅲ', '示范衡器厂', 'domestic', '320102', 'trade', 'send_in', 12
      from (values ${rows.join(', ')}) as v(unit, quantity, name, model, serial, place, result, verified, until, mode, state);`);
  return list.map((i) => i.serial);
}

// Nobody else hears of anything meanwhile, other mail is not sent. Addresses that other tests have added stay silent.
async function alone(test) {
  await setOthersAside();
  const silence = (table) => query(`update ${table} set email = '' where email <> '';`);
  const others = new Map();
  for (const table of ['units', 'users']) {
    others.set(table, await query(`select id || ' ' || email from ${table} where email <> '';`));
    await silence(table);
  }
  await query('update reminder_addresses set left_at = now() where left_at is null;');
  const server = await MailServer.start();
  try {
    return await test(server);
  } finally {
    await server.stop();
    for (const [table, lines] of others) {
      await silence(table);
      const rows = lines.map((line) => { const [id, address] = line.split(' '); return `(${id}, ${quoted(address)})`; });
      if (rows.length) await query(`update ${table} t set email = v.email from (values ${rows.join(', ')}) as v(id, email) where t.id = v.id;`);
    }
  }
}

// ------------------------------------------------------------------------------------------------- what a mail says
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400e3);

// The words for a reminder on a day.
function words({ topic, anchor }, day) {
  if (topic === 'failed') return '检定不合格，停止使用';
  if (topic === 'not_verified') return '从未检定，请申请检定';
  const left = daysBetween(day, anchor);
  const rotate = topic === 'rotate';
  if (left < 0) return rotate ? `已到轮换期 ${-left} 天` : `已超期 ${-left} 天`;
  if (left === 0) return rotate ? '今天到轮换期' : '今天到期';
  return rotate ? `还有 ${left} 天到期轮换` : `还有 ${left} 天到期`;
}
// The rule once more: the nearest of 30, 15, 7, 1 days before; from the day after on, every 30 days six times.
function stepOf({ topic, anchor }, day) {
  const left = daysBetween(day, anchor);
  if (left >= 0 && (topic === 'due' || topic === 'rotate')) return -[1, 7, 15, 30].find((days) => left <= days);
  return Math.min(Math.floor(-left / 30), 6) * 30;
}

const decoded = (html) => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
const cells = (row) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((cell) => cell[1].split('<br />').map((part) => decoded(part.replace(/<[^>]*>/g, ''))));

// Both parts, line by line: { words, name, model, serial, place }.
function linesOf(mail) {
  const text = [...mail.text.matchAll(/^· 【(.+?)】(.*)\n {2}型号 (.*?)，出厂编号 (.*?)，(.*?)(?:，有效期至 ([\d-]+))?$/gm)]
    .map(([, said, name, model, number, place]) => ({ words: said, name, model, serial: number, place }));
  const html = [...mail.html.matchAll(/<tr><td.*?<\/tr>/gs)].map((row) => cells(row[0])).filter((row) => row.length === 4)
    .map(([[said], [name], [model, number, place]]) => ({ words: said, name, model, serial: number, place }));
  assert(JSON.stringify(text) === JSON.stringify(html), () => `text and HTML differ:\n${JSON.stringify(text)}\n${JSON.stringify(html)}`);
  return text;
}
const received = (mails) => mails.flatMap((mail) => linesOf(mail).map((line) => `${mail.recipient} ${line.serial} ${line.words}`)).sort();

// What --dry-run --json told, as it must arrive.
async function expected(list, day) {
  const serials = new Map((await query(`select id || ' ' || serial_number from instruments where id in (${list.map((r) => r.instrument).join(', ') || 0});`)).map((line) => line.split(' ')));
  return list.map((r) => `${r.recipient} ${serials.get(String(r.instrument))} ${words(r, day)}`).sort();
}
const tuple = (r) => `${r.unit} ${r.instrument} ${r.topic} ${r.anchor} ${r.step} ${r.recipient}`;
const writtenDown = async (units) => (await query(`select concat_ws(' ', unit_id, instrument_id, topic, anchor, step, recipient) from reminders where unit_id in (${units.map((u) => u.id).join(', ')});`)).sort();

function same(got, wanted, what) {
  const missing = wanted.filter((line) => !got.includes(line));
  const odd = got.filter((line) => !wanted.includes(line));
  assert(got.join('\n') === wanted.join('\n'), () => `${what}: ${got.length} of ${wanted.length}; missing ${JSON.stringify(missing.slice(0, 5))}, too many ${JSON.stringify(odd.slice(0, 5))}`);
}

// ------------------------------------------------------------------------------------------------- the tests
async function digestArrives() {
  await alone(async (server) => {
    const [unit] = await makeUnits(['示范农贸市场']);
    const due = [-400, -3, 0, 1, 12, 30];
    await addInstruments([
      ...due.map((days) => ({ unit, due: days })), { unit, due: 31 }, { unit, due: 3, state: 'stopped' },
      { unit, due: -2, mode: 'first_rotate', name: '水表' }, { unit, due: 20, mode: 'first_rotate', name: '水表', quantity: 12, serial: `${serial()}-0012` },
      { unit, failed: 2, name: '血压计' }, { unit, name: '验光机' }]);
    await quiet();
    await deliver(server);
    assert(server.mails.length === 1, `${server.mails.length} mails`);
    const [mail] = server.mails;
    const findings = new Findings();
    findings.check(mail.recipient === unit.recipient, `to ${mail.recipient}`);
    findings.check(mail.subject === '强检器具提醒：已超期或不合格 4 项，即将到期或未检定 6 项', mail.subject);
    findings.check(mail.bytes.includes('\r\nList-Id: <reminders.example.com>\r\n'), `List-Id ${JSON.stringify(mail.headers.get('list'))}`);
    mail.headers.delete('list');  // the one thing other kinds do not have
    checkForm(findings, 'reminder', mail, unit.name);
    const said = linesOf(mail).map((line) => `${line.words}：${line.name}`);
    findings.check(said.join() === ['检定不合格，停止使用：血压计', '已超期 400 天：电子计价秤', '已超期 3 天：电子计价秤', '已到轮换期 2 天：水表', '今天到期：电子计价秤', '还有 1 天到期：电子计价秤',
      '还有 12 天到期：电子计价秤', '还有 20 天到期轮换：水表（12 台）', '还有 30 天到期：电子计价秤', '从未检定，请申请检定：验光机'].join(), said.join('\n'));
    for (const days of due) findings.check(mail.text.includes(`有效期至 ${today(days)}`) && mail.html.includes(today(days)), `the day ${today(days)}`);
    findings.check(mail.text.startsWith(`${unit.name}：`) && mail.html.includes(unit.name), 'names the unit');
    const address = `${process.env.QJ_PUBLIC_URL}/ledger/due`;
    findings.check(mail.text.includes(`：${address}\n`) && mail.html.includes(`href="${address}"`), `the link to ${address}`);
    const page = await (await as('demo-market')).visit('/ledger/due');
    findings.check(page.status === 200, () => `the link leads to a page: ${page.status} ${page.words}`);
    findings.raise();
  });
}

async function hostileNames() {
  const odd = '<b>"\'&{{X}},，;<script>alert(1)</script>]]>';
  const long = (word) => word.repeat(100).slice(0, 100);
  await alone(async (server) => {
    const [first, second] = await makeUnits([odd, long('示范单位<i>&')]);
    const shapes = [{ name: odd, model: odd, place: odd, serial: `${serial()}<b>&'"` }, { name: long('衡'), model: long('模'), place: '柜'.repeat(200), serial: '9'.repeat(60) },
      { name: '{{>TEXT}}{{#LINE}}', model: '{{/LINE}}%s%n', place: '</td></tr></table>', serial: '-- =_x' }];
    await addInstruments([...shapes.map((shape) => ({ ...shape, unit: first, due: 5 })), ...shapes.map((shape) => ({ ...shape, unit: second, due: -5 }))]);
    await quiet();
    await deliver(server);
    assert(server.mails.length === 2, `${server.mails.length} mails`);
    const findings = new Findings();
    for (const [unit, said] of [[first, '还有 5 天到期'], [second, '已超期 5 天']]) {
      const [mail] = server.to(unit.recipient);
      const got = linesOf(mail).map((line) => JSON.stringify([line.words, line.name, line.model, line.serial, line.place])).sort();
      const wanted = shapes.map((shape) => JSON.stringify([said, shape.name, shape.model, shape.serial, shape.place])).sort();
      findings.check(got.join('\n') === wanted.join('\n'), () => `lines\n${got.join('\n')}\ninstead of\n${wanted.join('\n')}`);
      findings.check(mail.text.startsWith(`${unit.name}：\n`), mail.text.slice(0, 150));
      findings.check(decoded(mail.html).includes(`${unit.name}：</p>`), 'the unit in the HTML');
      findings.check(!/<(b|i|script)>/.test(mail.html) && mail.html.match(/<table/g).length === mail.html.match(/<\/table/g).length, 'the HTML carries a typed tag');
      findings.check(linesFit(mail), 'a line too long, bare, or not ASCII');
    }
    findings.raise();
  });
}

// The rows of an attached xlsx.
async function attachedRows(mail) {
  const file = path.join(state, 'tmp', 'attached.xlsx');
  fs.writeFileSync(file, mail.attachments[0].content);
  const { code, out, err } = await run('/usr/bin/python3', ['-c', 'import json, sys, openpyxl\nsheet = openpyxl.load_workbook(sys.argv[1]).active\nprint(json.dumps([[c.value for c in row] for row in sheet.iter_rows()]))', file]);
  assert(code === 0, () => `the attached file cannot be read: ${err.slice(-300)}`);
  return JSON.parse(out);
}

async function moreThanFifty() {
  await alone(async (server) => {
    const [unit, other] = await makeUnits(2);
    const odd = '=1+1 <b>"提"';
    await addInstruments([...Array.from({ length: 50 }, (_, n) => ({ unit, due: n % 20 - 1 })), { unit, failed: 3, place: odd }, { unit }, { unit, due: 9, mode: 'first_rotate', quantity: 12, serial: `${serial()}-0012` },
      ...Array.from({ length: 50 }, () => ({ unit: other, due: -1 }))]);
    await quiet();
    await deliver(server);
    const [[mail], [whole]] = [server.to(unit.recipient), server.to(other.recipient)];
    const name = `到期提醒-${today()}.xlsx`;
    assert(linesOf(mail).length === 50 && [mail.text, mail.html].every((words) => words.includes(`另有 3 项没有在此列出。全部 53 项见附件“${name}”。`)), mail.text.slice(-300));
    assert(mail.subject === '强检器具提醒：已超期或不合格 4 项，即将到期或未检定 49 项', mail.subject);
    assert(linesOf(whole).length === 50 && whole.attachments.length === 0 && !whole.text.includes('附件') && whole.subject === '强检器具提醒：已超期或不合格 50 项', whole.subject);
    assert(linesFit(mail) && mail.headers.get('content-type').value === 'multipart/mixed' && mail.attachments.length === 1 && mail.attachments[0].filename === name,
      () => `attached: ${mail.headers.get('content-type').value} ${mail.attachments.map((a) => a.filename)}`);
    const rows = await attachedRows(mail);
    assert(rows[0].join() === '情况,器具名称,型号规格,出厂编号,器具数量,安装/使用地点,有效期至,天数' && rows.length === 54, () => `${rows.length} rows below ${rows[0]}`);
    const serials = await query(`select serial_number from instruments where unit_id = ${unit.id};`);
    same(rows.slice(1).map((row) => row[3]).sort(), serials.sort(), 'the instruments in the file');
    linesOf(mail).forEach((line, n) => assert(rows[n + 1][3] === line.serial, `row ${n + 1} is not the mail's`));
    assert(rows[1][0] === '检定不合格，停止使用' && rows[1][5] === odd && !rows[1][6] && !rows[1][7], rows[1].join());
    assert(rows[53][0] === '从未检定，请申请检定' && rows.some((row) => row[0] === '即将到期轮换' && row[4] === '12'), rows[53].join());
    for (const [said, days] of [['已超期', -1], ['今天到期', 0], ['即将到期', 7], ['即将到期轮换', 9]])
      assert(rows.some((row) => row[0] === said && row[6] === today(days) && row[7] === String(Math.abs(days))), `${said} of ${today(days)} is missing`);
    assert((await writtenDown([unit])).length === 53, 'the rest counts as said');
    await quiet();
    await deliver(server);
    assert(server.mails.length === 2, 'nothing is said again');
  });
}

// A list longer than a file may be; and no space for it: the mail waits, others go.
async function enormousList() {
  await alone(async (server) => {
    const [unit, other] = await makeUnits(2);
    await addInstruments([{ unit, due: -3 }, { unit: other, due: 5 }]);
    await query(`insert into instruments (unit_id, quantity, name, model, serial_number, place, last_result, verified_on, valid_until, mode, state, kind_id, measuring_range, accuracy,
        manufacturer, origin, division_code, use, delivery, cycle_months)
      select unit_id, quantity, name, model, serial_number || '-' || n, place, last_result, verified_on, valid_until, mode, state, kind_id, measuring_range, accuracy,
        manufacturer, origin, division_code, use, delivery, cycle_months from instruments, generate_series(1, 20099) n where unit_id = ${unit.id};`);
    await quiet();
    const state75 = (u) => query(`select o.state || ' ' || o.tries from outbox o join reminder_digests d on d.outbox_id = o.id where d.unit_id = ${u.id};`);
    const full = await run('sh', ['-c', `ulimit -f 64; trap "" XFSZ; exec "$0" --once`, path.join(bin, 'qj-mailer')], { env: { QJ_SMTP: server.url, QJ_SMTP_TLS: 'none' } });
    assert(full.code === 0 && full.err.includes('xlsx'), () => `without space: ${full.code} ${full.err}`);
    assert((await state75(unit)).join() === 'queued 1' && (await state75(other)).join() === 'sent 1', () => 'it waits, the other goes');
    await query("update outbox set next_try_at = now() where state = 'queued';");
    const before = fs.readdirSync('/tmp').filter((name) => name.startsWith('.made-')).length;
    const { code, err } = await run('/usr/bin/env', ['python3', '-c', 'import os, resource, subprocess, sys\ncode = subprocess.call(sys.argv[1:])\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)\nsys.exit(code)',
      path.join(bin, 'qj-mailer'), '--once'], { env: { QJ_SMTP: server.url, QJ_SMTP_TLS: 'none' } });
    assert(code === 0, err);
    const kilobytes = Number(err.trim().split('\n').pop());
    assert(/asan/.test(bin) || kilobytes < 64 * 1024, `qj-mailer took ${kilobytes} KB`);
    const [mail] = server.to(unit.recipient);
    assert(mail.text.includes('另有 20050 项没有在此列出。') && mail.text.includes('列有前 20000 项，其余请到台账查看。') && mail.subject.includes('不合格 20100 项'), () => mail.text.slice(-600));
    assert((await attachedRows(mail)).length === 20001, 'rows of the file');
    assert(fs.readdirSync('/tmp').filter((name) => name.startsWith('.made-')).length === before, 'nothing is left behind');
  });
}

// Who hears it knows why, and how to hear it no more.
async function audiences() {
  await alone(async (server) => {
    const [unit] = await makeUnits(['示范加油站']);
    await addInstruments([{ unit, due: -45 }, { unit, due: 3 }]);
    await query(`insert into reminder_addresses (unit_id, address, confirmed_at) values (${unit.id}, 'extra-${unit.recipient}', now());`);
    const manager = `manager-${unit.recipient}`;
    await query(`insert into users (user_type, unit_id, login, name, role, state, email, password_hash) values ('unit', ${unit.id}, 'm-${unit.id}', '示范人', 'manager', 'active', '${manager}', 'none');`);
    await quiet();
    await deliver(server);
    const findings = new Findings();
    const settings = `${process.env.QJ_PUBLIC_URL}/accounts/reminders`;
    const digests = new Map((await query(`select audience || ' ' || id from reminder_digests where unit_id = ${unit.id};`)).map((line) => line.split(' ')));
    for (const [audience, address, why] of [['registered', unit.recipient, '贵单位在系统中登记了这个邮箱'], ['extra', `extra-${unit.recipient}`, '把这个邮箱加为提醒的接收邮箱'], ['manager', manager, '您是该单位的负责人']]) {
      const [mail, more] = server.to(address);
      if (!mail || more) { findings.add(`${audience}: ${mail ? 'two mails' : 'no mail'}`); continue; }
      const whys = ['贵单位在系统中登记', '加为提醒的接收邮箱', '您是该单位的负责人'].filter((words) => mail.text.includes(words) && mail.html.includes(words));
      findings.check(whys.length === 1 && mail.text.includes(why) && mail.html.includes(why), `${audience}: ${whys}`);
      findings.check(mail.text.includes(settings) && mail.html.includes(`href="${settings}"`), `${audience}: the settings`);
      findings.check((linesOf(mail).length === 1) === (audience === 'manager') && mail.text.includes('已超过 30 天，仍没有处理，共 1 项') === (audience === 'manager'), `${audience}: ${mail.text}`);
      const link = /\r\nList-Unsubscribe:\r\n <([^>]+)>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n/.exec(mail.bytes);
      findings.check(!!link === (audience !== 'manager') && mail.bytes.includes('\r\nList-Id: <reminders.example.com>'), `${audience}: List-Unsubscribe`);
      if (!link) { findings.check(!mail.text.includes('unsubscribe'), `${audience}: an address to unsubscribe at`); continue; }
      findings.check(mail.text.includes(link[1]) && mail.html.includes(`href="${link[1]}"`), `${audience}: the address in the mail`);
      const token = Buffer.from(link[1].split('?t=')[1], 'base64url').toString('hex');
      findings.check(link[1].startsWith(`${process.env.QJ_PUBLIC_URL}/accounts/unsubscribe?t=`) && BigInt(`0x${token.slice(0, 32)}`) === BigInt(digests.get(audience)), `${audience}: ${link[1]}`);
    }
    findings.raise();
  });
}

async function announcedIsReceived() {
  await alone(async (server) => {
    const units = await makeUnits(7);
    const spread = Array.from({ length: 140 }, (_, n) => ({ unit: units[n % 6], due: (n * 37) % 460 - 420, mode: n % 5 ? 'periodic' : 'first_rotate' }));
    await addInstruments([...spread, { unit: units[0], failed: 45 }, { unit: units[1] }, { unit: units[6], due: 200 }]);
    const counts = async () => (await query('select (select count(*) from reminders), (select count(*) from reminder_digests), (select count(*) from outbox);')).join();
    const before = await counts();
    const day = today();
    const list = await announced('--today', day);
    const shown = await start(['--dry-run', '--today', day]);
    assert(await counts() === before, 'a dry run writes nothing');
    assert(shown.out.split('\n').filter((line) => line.startsWith('  ')).length === list.length && units.every((u, n) => shown.out.includes(`${u.recipient} (registered)  ${u.name}\n`) === (n < 6)), () => shown.out);
    for (const r of list) assert(r.step === stepOf(r, day), () => `${JSON.stringify(r)}: not step ${stepOf(r, day)}`);
    const one = list.filter((r) => r.unit === units[0].id).map(tuple).sort();
    same((await announced('--today', day, '--unit', String(units[0].id))).map(tuple).sort(), one, '--unit');
    await quiet('--today', day, '--unit', String(units[0].id));
    same(await writtenDown(units), one, 'what --unit wrote down');
    await quiet('--today', day, '--limit', '2');
    assert(new Set((await writtenDown(units)).map((line) => line.split(' ')[0])).size === 3, '--limit 2 says something to two more');
    await quiet('--today', day);
    same(await writtenDown(units), list.map(tuple).sort(), 'what was written down');
    await deliver(server);
    same(received(server.mails), await expected(list, day), 'what was received');
    assert(server.mails.length === 6, `${server.mails.length} mails for six units`);
    assert((await announced('--today', day)).length === 0, 'a second run announces nothing');
    await quiet('--today', day);
    await deliver(server);
    assert(server.mails.length === 6, 'nor says it');
  });
}

async function refusedAddresses() {
  await alone(async (server) => {
    const units = await makeUnits(5);
    await addInstruments(units.map((unit) => ({ unit, due: 7 })));
    const day = today();
    const list = await announced('--today', day);
    await quiet('--today', day);
    const [later, never] = units;
    server.rcpt = (address) => {
      if (address === later.recipient) throw refusal(451, 'come back later');
      if (address === never.recipient) throw refusal(550, 'no such mailbox');
    };
    await deliver(server);
    const mails = async (unit) => (await query(`select o.id, o.state, o.tries from reminder_digests d join outbox o on o.id = d.outbox_id where d.unit_id = ${unit.id};`)).map((line) => line.split('|'));
    const told = (unit) => received(server.to(unit.recipient)).length;
    assert(units.map(told).join() === '0,0,1,1,1', units.map(told).join());
    const [[id, ...waiting]] = await mails(later);
    assert(waiting.join() === 'queued,1' && (await mails(never))[0].slice(1).join() === 'failed,1', 'one waits, one is given up');
    const bad = async () => (await query(`select address || ' ' || words from bad_addresses where address in (${units.map((u) => quoted(u.recipient)).join(', ')});`)).join();
    assert((await bad()).startsWith(`${never.recipient} 550 no such mailbox`), `remembered: ${await bad()}`);
    await addInstruments([never, later].map((unit) => ({ unit, due: 0 })));
    const further = await announced('--today', day);
    assert(further.length === 1 && further[0].recipient === later.recipient, () => `nothing more to the bad address: ${JSON.stringify(further)}`);
    await query(`update instruments set state = 'stopped' where unit_id in (${never.id}, ${later.id}) and valid_until = ${quoted(day)};`);
    await quiet('--today', day);
    assert((await mails(later)).length === 1 && (await mails(never)).length === 1, 'a further run queues nothing more');
    server.rcpt = () => {};
    await makeDue(id);
    await deliver(server);
    assert(units.map(told).join() === '1,0,1,1,1', units.map(told).join());
    same(received(server.mails), (await expected(list, day)).filter((line) => !line.startsWith(never.recipient)), 'what was received');
  });
}

async function changedMeanwhile() {
  await alone(async (server) => {
    const [unit, other] = await makeUnits(2);
    const [renewed, kept, gone] = await addInstruments([{ unit, due: -5 }, { unit, due: 5 }, { unit: other, due: 5 }]);
    await quiet();
    await query(`update instruments set valid_until = ${quoted(today(300))} where serial_number = ${quoted(renewed)}; update instruments set state = 'stopped' where serial_number = ${quoted(gone)};`);
    await deliver(server);
    assert(server.mails.length === 1 && server.mails[0].subject === '强检器具提醒：即将到期或未检定 1 项', 'only what still holds is said');
    same(linesOf(server.mails[0]).map((line) => line.serial), [kept], 'the line that still holds');
  });
}

async function twoAtOnce() {
  await alone(async (server) => {
    const units = await makeUnits(3);
    await addInstruments(units.map((unit) => ({ unit, due: 7 })));
    let first;
    await holding('reminders', async () => {
      first = start([]);
      const locked = async () => (await query('select count(*) from pg_locks where locktype = \'advisory\' and classid = 73;'))[0] === '1';
      for (const end = Date.now() + 30e3; !await locked();) { assert(Date.now() < end, 'the first run holds its lock'); await pause(20); }
      const second = await start([]);
      assert(second.code === 75 && second.out === '' && second.err.includes('another run'), `the second: ${second.code} ${second.err}`);
    });
    const { code, out, err } = await first;
    assert(code === 0 && out === '' && err === '', `the first: ${code} ${err}`);
    await Promise.all(Array.from({ length: 4 }, () => start([])));
    await deliver(server);
    assert(units.every((unit) => server.to(unit.recipient).length === 1), 'one mail for each');
  });
}

// When to kill: a random moment of a window that fits this machine; it grows while nothing gets done, and shrinks else.
class Moment {
  constructor() { this.window = 60; }
  wait() { return pause(Math.random() * this.window); }
  learn(worked) { this.window = Math.min(Math.max(worked ? this.window * 0.9 : this.window * 1.2, 5), 2000); }
}

// Started, and killed unless it ends before that: its exit code, or SIGKILL.
async function killed(binary, args, env, moment) {
  const child = spawn(path.join(bin, binary), args, { env: { ...process.env, QJ_SMTP_TLS: 'none', ...env }, stdio: 'ignore' });
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(signal || code)));
  await moment.wait();
  child.kill('SIGKILL');
  return ended;
}

async function killedAnywhere() {
  await alone(async (server) => {
    const units = await makeUnits(230);  // more than go into one batch
    await addInstruments(units.flatMap((unit, n) => [0, 1].map((m) => ({ unit, due: ((n * 2 + m) * 7) % 230 - 190, mode: n % 4 ? 'periodic' : 'first_rotate' }))));
    const progress = async () => (await query(`update outbox set next_try_at = now() where state = 'queued';
      select (select count(*) from reminders) || ' ' || (select count(*) from outbox where state = 'sent');`))[0].split(' ').map(Number);
    const wanted = { tuples: [], lines: [] };
    const moments = { reminders: new Moment(), mailer: new Moment() };
    const deaths = { reminders: 0, mailer: 0 };
    let days = -1;
    let day;
    const nextDay = async () => {
      day = today(++days);
      const list = await announced('--today', day);
      wanted.tuples.push(...list.map(tuple));
      wanted.lines.push(...await expected(list, day));
    };
    await nextDay();
    let [said, sent] = await progress();
    for (let round = 0; round < 200; round++) {
      const [finder, sender] = await Promise.all([killed('qj-reminders', ['--today', day], {}, moments.reminders), killed('qj-mailer', ['--once'], { QJ_SMTP: server.url }, moments.mailer)]);
      for (const [name, code] of [['reminders', finder], ['mailer', sender]]) {
        if (code === 'SIGKILL') deaths[name]++;
        else assert(code === 0 || (name === 'reminders' && code === 75), `qj-${name} ended with ${code}`);
      }
      const now = await progress();
      moments.reminders.learn(now[0] > said || finder === 0);
      moments.mailer.learn(now[1] > sent || sender === 0);
      [said, sent] = now;
      if (finder === 0) await nextDay();  // all of this day is said; the next one brings more
    }
    for (let code = 75; code !== 0;) ({ code } = await start(['--today', day]));
    await progress();
    await deliver(server);
    assert(deaths.reminders > 40 && deaths.mailer > 40, `too few were killed: ${JSON.stringify(deaths)}`);
    assert(days > 3, `only ${days} days`);
    same(await writtenDown(units), wanted.tuples.sort(), 'what was written down');
    assert((await query(`select count(*) from reminder_digests d left join outbox o on o.id = d.outbox_id where d.unit_id in (${units.map((u) => u.id).join(', ')}) and o.state is distinct from 'sent';`))[0] === '0', 'each digest has its mail, and it was sent');
    const once = new Map();
    for (const mail of server.mails) {
      const earlier = once.get(mail.messageId);
      assert(!earlier || earlier.bytes.split('\r\n\r\n').slice(1).join() === mail.bytes.split('\r\n\r\n').slice(1).join(), 'the same Message-ID is the same mail');
      once.set(mail.messageId, mail);
    }
    same(received([...once.values()]), wanted.lines.sort(), 'what was received, a Message-ID once');
  });
}

async function usageAndSettings() {
  const findings = new Findings();
  const file = path.join(state, 'tmp', 'reminders.conf');
  fs.writeFileSync(file, 'QJ_NO_SUCH = 1\n');
  const cases = [
    [['--help'], {}, 0, ''], [['--version'], {}, 0, ''], [['--no-such'], {}, 2, '--no-such'], [['--json'], {}, 2, '--dry-run'], [['--today', '2026-02-30'], {}, 2, '2026-02-30'],
    [['--today', ''], {}, 2, ''], [['--unit', '0'], {}, 2, '--unit'], [['--unit', 'x'], {}, 2, '--unit'], [['--limit', '-1'], {}, 2, '--limit'],
    [[], { QJ_TODAY: 'yesterday' }, 78, 'QJ_TODAY'], [[], { QJ_CONFIG: file }, 78, 'QJ_NO_SUCH'], [[], { QJ_CONFIG: '/no/such/file' }, 78, '/no/such/file'],
    [[], { QJ_DATABASE: `host=${state}/nowhere dbname=none` }, 69, 'database'], [['--dry-run'], { QJ_DATABASE: `host=${state}/nowhere dbname=none` }, 69, 'database'],
    [['--dry-run', '--unit', '999999999'], {}, 0, ''],
  ];
  for (const [args, env, code, word] of cases) {
    const ended = await start(args, env);
    const said = ended.code === 2 ? ended.out + ended.err : ended.err;
    findings.check(ended.code === code && said.includes(word), `${args.join(' ')} ${JSON.stringify(env)}: ${ended.code} ${said}`);
  }
  findings.raise();
}

module.exports = (test) => {
  test('a unit is reminded in one mail of all that is due, in text and HTML alike', digestArrives);
  test('names that look like anything are harmless in a reminder', hostileNames);
  test('a reminder of more than fifty has all of them attached', moreThanFifty);
  test('a reminder of twenty thousand stays small in memory, and waits when there is no space for its file', enormousList);
  test('whoever hears a reminder is told why, and how to hear it no more', audiences);
  test('what a dry run tells is exactly what arrives, and a second run says nothing', announcedIsReceived);
  test('a reminder refused for now arrives later, one refused for good stops no other', refusedAddresses);
  test('a reminder says only what still holds when it is sent', changedMeanwhile);
  test('of two runs of qj-reminders one goes and nothing is doubled', twoAtOnce);
  test('qj-reminders and qj-mailer killed two hundred times lose nothing and double nothing', killedAnywhere);
  test('qj-reminders ends with the code that fits', usageAndSettings);
};
Object.assign(module.exports, { addInstruments, alone, deliver, makeUnits, quiet });
