// How runs of qj-reminders are told: on the administrator's page, in a summary by mail, to supervising departments once a month; and
// mail that failed, sent again from a real browser. Through the real binaries and a real mail server.
'use strict';
const path = require('path');
const { spawn } = require('child_process');
const { Chromium } = require('./chromium');
const { Findings, account, assert, bin, pick, today, until } = require('./harness');
const { holding, query } = require('./database');
const { as } = require('./client');
const { checkForm, refusal } = require('./mail');
const { addInstruments, alone, deliver, makeUnits, quiet } = require('./reminders');
const { login, sees } = require('./walk');

const odd = '示范 & <b>"公司"</b> {{X}}';
const freshAddress = () => `${pick('abcdefghjkmnpqrstuvwxyz', 12)}@example.cn`;
const aDayPasses = () => query(`update reminder_runs set started_at = started_at - interval '1 day', finished_at = finished_at - interval '1 day';
  update bad_addresses set since = since - interval '1 day'; update outbox set failed_at = failed_at - interval '1 day' where state = 'failed';`);
const page = async (address) => (await as('demo-admin')).visit(address);

// No run was, nothing is wrong yet; `who` has an address meanwhile.
async function fresh(who, test) {
  await alone(async (server) => {
    const address = freshAddress();
    await query(`delete from reminder_runs; delete from overdue_lists; delete from bad_addresses; update outbox set state = 'dropped' where state = 'failed';
      update users set email = '${address}' where login = '${who}';`);
    try {
      await test(server, address);
    } finally {
      await query(`update users set email = '' where login = '${who}';`);
    }
  });
}

async function killedRun() {
  await fresh('demo-admin', async (server, administrator) => {
    const [unit] = await makeUnits(1);
    await addInstruments([{ unit, due: 7 }]);
    assert((await page('/admin/reminders')).words.includes('还没有运行过'), 'no run yet');
    await holding('reminders', async () => {
      const child = spawn(path.join(bin, 'qj-reminders'), [], { stdio: 'ignore' });
      const ended = new Promise((done) => child.on('exit', (code, signal) => done(signal)));
      await until(async () => (await page('/admin/reminders')).words.includes('进行中'), 'the run is shown while it goes');
      child.kill('SIGKILL');
      assert(await ended === 'SIGKILL', 'the run was killed');
      // The server notices when it next speaks to the dead client: once the table is free.
    });
    await until(async () => (await page('/admin/reminders')).words.includes('中断'), 'the killed run is shown as cut off');
    await quiet();
    const shown = (await page('/admin/reminders')).words;
    assert(shown.includes('完成') && shown.includes('中断') && !shown.includes('进行中') && !shown.includes('没有按时运行'), shown);
    await deliver(server);
    assert(server.to(unit.recipient).length === 1, 'the unit was reminded once');
    const [mail, more] = server.to(administrator);
    assert(mail && !more && mail.subject === '到期提醒运行情况，未完成 1 次', () => `the summary: ${mail && mail.subject}`);
    assert(/· 未能完成的运行 1 次\n {2}[\d-]+ [\d:]+ 开始，中断\n/.test(mail.text), mail.text);
    await aDayPasses();
    await quiet();
    await deliver(server);
    assert(server.to(administrator).length === 1, 'nothing more to tell, no mail');
  });
}

async function refusedThenSentAgain() {
  await fresh('demo-admin', async (server, administrator) => {
    const [gone, fine] = await makeUnits([odd, '示范农贸市场']);
    const [serial] = await addInstruments([{ unit: gone, due: 7 }, { unit: fine, due: 7 }]);
    await quiet();
    server.rcpt = (address) => { if (address === gone.recipient) throw refusal(550, 'no such mailbox <b>here</b>'); };
    await deliver(server);
    assert(server.to(administrator).length === 0 && server.to(gone.recipient).length === 0 && server.to(fine.recipient).length === 1, 'one of two arrives');
    await quiet();
    await deliver(server);
    const [mail, more] = server.to(administrator);
    assert(mail && !more, 'the administrator has one summary');
    const findings = new Findings();
    checkForm(findings, 'reminder_summary', mail, odd);
    findings.check(mail.subject === '到期提醒运行情况，新增拒收邮箱 1 个，发送失败 1 封', mail.subject);
    findings.check(mail.text.includes(`· 新增被拒收的邮箱 1 个，请与单位联系人核实\n  ${odd}\n`), mail.text);
    findings.check(!/<b>/.test(mail.html), 'the HTML carries a typed tag');
    for (const address of ['/admin/reminders', '/admin/mail']) {
      findings.check(mail.html.includes(`href="${process.env.QJ_PUBLIC_URL}${address}"`), `no link to ${address}`);
      findings.check((await page(address)).status === 200, `${address} is no page`);
    }
    findings.raise();
    server.rcpt = () => {};
    const browser = await Chromium.start({ scripts: false });
    try {
      await login(browser, account('demo-admin'));
      await browser.open('/admin');
      await browser.follow('邮件');
      await sees(browser, gone.recipient, 'among what failed');
      await sees(browser, 'no such mailbox <b>here</b>', 'beside it');
      await browser.press('op_resend');
      await sees(browser, '已重新排队', 'after the button');
      await sees(browser, '没有发送失败的邮件', 'after the button');
    } finally {
      await browser.close();
    }
    await deliver(server);
    const [again] = server.to(gone.recipient);
    assert(again && again.text.includes(serial), 'the reminder arrives after all');
    await aDayPasses();
    await quiet();
    await deliver(server);
    assert(server.to(gone.recipient).length === 1 && server.to(administrator).length === 1, 'nothing is said twice, and nothing is wrong any more');
  });
}

async function monthlyList() {
  await fresh('demo-supervisor', async (server, supervisor) => {
    const [first, second] = await makeUnits([odd, '示范医院']);
    const long = Array.from({ length: 60 }, (_, n) => ({ unit: second, due: -3000 - n, name: '衡器' }));
    await addInstruments([{ unit: first, due: -3650, name: odd, place: odd }, { unit: first, due: -60 }, ...long]);
    await quiet();
    await deliver(server);
    const [mail, more] = server.to(supervisor);
    assert(mail && !more, 'the supervisor has one list');
    const findings = new Findings();
    checkForm(findings, 'overdue_list', mail, odd);
    findings.check(/^超期未检清单：\d+ 家单位 \d+ 台（件）$/.test(mail.subject), mail.subject);
    const lines = [...mail.text.matchAll(/^· 【超期 (\d+) 天】(.+?)：(.+)$/gm)];
    findings.check(lines.length === 50 && mail.html.match(/<tr><td/g).length >= 50, `${lines.length} lines`);
    findings.check(lines[0] && lines[0][1] === '3650' && lines[0][2] === odd && lines[0][3] === odd, () => `the longest comes first: ${lines[0]}`);
    findings.check(mail.text.includes('以上只列出前 50 条') && mail.text.includes(`有效期至 ${today(-3650)}`), 'says that there are more');
    findings.check(!/138\d{8}|138\*/.test(mail.text + mail.html) && !/<b>/.test(mail.html), 'no phone numbers, no typed tags');
    const link = mail.text.match(/查看全部清单：(\S+)/)[1];
    findings.check(link.endsWith(`/supervision/instruments?standing=overdue&due_to=${today(-61)}`), link);
    const list = await (await as('demo-supervisor')).visit(link.slice(process.env.QJ_PUBLIC_URL.length));
    findings.check(list.status === 200 && list.words.includes(odd), () => `the link leads to ${list.status}`);
    findings.raise();
    await quiet();
    await deliver(server);
    assert(server.to(supervisor).length === 1, 'once a month');
    await query(`update instruments set valid_until = ${`'${today(300)}'`} where unit_id in (${first.id}, ${second.id});`);
  });
}

module.exports = (test) => {
  test('a run of qj-reminders that is killed shows as cut off, and the administrators get one mail of it', killedRun);
  test('a refused address is told by mail, and its reminder sent again with a button, without script', refusedThenSentAgain);
  test('a supervising department gets the list of what is long overdue once a month', monthlyList);
};
