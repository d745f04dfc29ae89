// What a unit says about its reminders, in Chromium with script and without: settings, another address that is confirmed from its mail,
// the mails that then come through a real server, and the two ways to stop them.
'use strict';
const path = require('path');
const { Chromium } = require('./chromium');
const { assert, base, bin, freshUnit, run } = require('./harness');
const { Client, approvedUnit } = require('./client');
const { query } = require('./database');
const { unsubscribePath } = require('./links');
const { deliverMail } = require('./mail');
const { addInstruments } = require('./reminders');
const { confirmationFor, freshReader, settings, unitOf } = require('./reminder_readers');
const { login, logout, sees } = require('./walk');

const box = (name, value) => `input[name="${name}"][value="${value}"]`;
const stateOf = async (browser, address) => (await browser.row(address)).text;

// A morning's run for this unit, and its mails by address.
async function morning(unit) {
  const { code, err } = await run(path.join(bin, 'qj-reminders'), ['--unit', String(unit)], { limitMs: 60000 });
  assert(code === 0, () => `qj-reminders: ${code} ${err}`);
  const mails = (await deliverMail()).filter((mail) => /^强检器具提醒/.test(mail.subject));
  return Object.fromEntries(mails.map((mail) => [mail.recipient, mail.text]));
}
const digestTo = async (unit, address) => (await query(`select max(id) from reminder_digests where unit_id = ${unit} and recipient = '${address}';`))[0];

// As a mail provider does it: no cookie, nobody's page, a body in either of the two forms.
async function oneClick(target, type, body) {
  return new Client().request('POST', target, Buffer.from(body), { 'content-type': type });
}

async function walk(browser, unit) {
  await login(browser, { ...unit, userType: 'unit' });
  await browser.open('/accounts/profile');
  await browser.follow('到期提醒设置');
  await sees(browser, unit.email, 'as the address that is reminded');
  await sees(browser, '到期前 30 天', 'in the example of the defaults');

  for (const days of [30, 15, 7]) await browser.tick(box('thresholds', days));
  await browser.check('weekly');
  await browser.press('op_save');
  await sees(browser, '7 天或更长', 'beside the days of a weekly mail');
  await browser.check('thresholds', '60');
  await browser.tick('input[name="weekly"]');
  await browser.press('op_save');
  await sees(browser, '到期前 60 天', 'in the example of what was saved');
  assert(!(await browser.text()).includes('到期前 30 天'), 'the example still speaks of 30 days');

  const reader = freshReader();
  await browser.fill('reminder_email', unit.email.toUpperCase());
  await browser.press('op_add');
  await sees(browser, '这就是单位邮箱', "beside the unit's own address");
  await browser.fill('reminder_email', reader);
  await browser.press('op_add');
  await sees(browser, '等待确认', 'beside the new address');
  await logout(browser);

  const link = await confirmationFor(reader);
  await browser.open(link);
  await sees(browser, unit.unit_name, 'on the page that asks for the confirmation');
  await browser.press('op_confirm');
  await sees(browser, '今后您会在这个邮箱收到到期提醒', 'after confirming');
  await browser.open(link);
  await sees(browser, '链接已失效', 'when the link is opened again');

  const id = await unitOf(unit.login);
  const [soon] = await addInstruments([{ unit: { id }, due: 50 }]);
  const mails = await morning(id);
  for (const address of [unit.email, reader]) assert(mails[address] && mails[address].includes(soon), () => `${address} is told of what is due in 50 days: ${JSON.stringify(mails)}`);

  const toReader = unsubscribePath(await digestTo(id, reader));
  const toUnit = unsubscribePath(await digestTo(id, unit.email));
  await browser.open(toUnit);
  await sees(browser, '仍会发送', "on the page that stops what is optional");
  if (browser.scripts) {
    const answer = await oneClick(toReader, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click');
    assert(answer.status === 200, `one click answers ${answer.status}`);
    await browser.press('op_stop');
    await sees(browser, '不再收到到期前', 'after stopping by the page');
  } else {
    const answer = await oneClick(toUnit, 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n');
    assert(answer.status === 200, `one click in parts answers ${answer.status}`);
    await browser.open(toReader);
    await sees(browser, reader, 'on the page that stops everything');
    await browser.press('op_stop');
    await sees(browser, '已退订', 'after leaving by the page');
  }
  for (const target of [toReader, toUnit]) assert((await oneClick(target, 'application/x-www-form-urlencoded', 'x=y')).status === 200, 'twice is harmless');

  await login(browser, { ...unit, userType: 'unit' });
  await browser.open(settings);
  assert((await stateOf(browser, reader)).includes('已退订'), `the reader has left: ${await stateOf(browser, reader)}`);
  const [late, soonToo] = await addInstruments([{ unit: { id }, due: -3 }, { unit: { id }, due: 40 }]);
  const after = await morning(id);
  assert(after[unit.email] && after[unit.email].includes(late) && !after[unit.email].includes(soonToo), `the unit hears of what is overdue and of nothing else: ${after[unit.email]}`);
  assert(!after[reader], 'who has left hears nothing');

  await browser.press('op_default');
  await sees(browser, '已恢复默认设置', 'after restoring the defaults');
  await browser.press('op_remove');
  await sees(browser, '还没有其他接收邮箱', 'after removing the address');
  await logout(browser);
}

async function walked(scripts) {
  const unit = freshUnit();
  await approvedUnit(unit);
  const browser = await Chromium.start({ scripts });
  try {
    await walk(browser, unit);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

// Refused by nobody's Origin, as the page's own form is sent by every browser.
async function fromAnywhere() {
  const unit = freshUnit();
  await approvedUnit(unit);
  const id = await unitOf(unit.login);
  await addInstruments([{ unit: { id }, due: 5 }]);
  await morning(id);
  const target = unsubscribePath(await digestTo(id, unit.email));
  for (const headers of [{}, { origin: 'https://mail.example.com', referer: 'https://mail.example.com/inbox' }, { origin: 'null' }, { origin: base }]) {
    const answer = await new Client().request('POST', target, Buffer.from('List-Unsubscribe=One-Click'), { 'content-type': 'application/x-www-form-urlencoded', ...headers });
    assert(answer.status === 200 && answer.words.includes('已超期'), `with ${JSON.stringify(headers)}: ${answer.status}`);
  }
  assert((await query(`select version from reminder_settings where unit_id = ${id};`))[0] === '1', 'four times changed once');
  const large = await new Client().request('POST', target, Buffer.alloc(257 * 1024, 'a'), { 'content-type': 'text/plain' });
  assert(large.status === 413, `a body out of measure answers ${large.status}`);
}

module.exports = (test) => {
  for (const scripts of [true, false])
    test(`a unit sets its reminders, another reader confirms, both are reminded and stop it, ${scripts ? 'with script' : 'without script'}`, () => walked(scripts));
  test('a reminder is stopped by its address from wherever, and twice is once', fromAnywhere);
};
