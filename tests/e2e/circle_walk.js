// The whole circle, in Chromium with script and without: a unit picks what is overdue, submits, prints; the institution accepts two and
// refuses one, records a pass and a failure; the unit's ledger turns from red to normal, the failed one is marked, the refused one is
// free again; the supervisor's figures count both.
'use strict';
const { Chromium } = require('./chromium');
const { place } = require('./appointments');
const { as } = require('./client');
const { query } = require('./database');
const { account, assert, freshInstrument, pick, today } = require('./harness');
const { login, logout, sees } = require('./walk');

const unit = () => ({ ...account('demo-market'), login: 'demo-market', userType: 'unit' });
const desk = () => ({ ...account('demo-institution-1'), login: 'demo-institution-1', userType: 'institution' });

// Three scales that are overdue, found in the ledger by their management number.
async function overdue() {
  const market = await as('demo-market');
  const mark = 'HX-' + pick('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 6);
  const all = [];
  for (let n = 0; n < 3; n++) {
    const page = await market.followed(await market.addInstrument({ ...freshInstrument(-20 - n, place), management_number: `${mark}-${n}` }));
    all.push({ id: /\d+$/.exec(page.path)[0], serial: /出厂编号\s*(\S+)/.exec(page.words)[1] });
  }
  return { mark, all };
}

async function submits(browser, { mark, all }) {
  await browser.open('/ledger?tab=overdue&more=1&management_number=' + mark);
  await sees(browser, '已超期 20 天', 'in the ledger, red');
  await browser.check('scope', 'all');
  await browser.press('op_book');
  await sees(browser, '已选择', 'what was chosen');
  await browser.fill('contact', '张登记');
  await browser.fill('unit_address', '示范市示范区示范路 1 号');
  await browser.press('op_submit');
  await sees(browser, '预约已提交', 'after 提交');
  await browser.open('/appointments?instrument=' + all[0].serial + '&ie=%E2%9C%93');
  const number = /\d{20}/.exec(await browser.text())[0];
  await browser.follow(number);
  const path = await browser.path();
  await browser.follow('打印预约送检单');
  for (const { serial } of all) await sees(browser, serial, 'on the sheet');
  await browser.open('/ledger?tab=booked&more=1&management_number=' + mark);
  await sees(browser, number, 'in the tab of what is booked');
  return { number, path };
}

async function answers(browser, number, all) {
  await browser.open('/desk/appointments?number=' + number);
  await browser.follow(number);
  const lines = await query(`select l.id, l.instrument_id from appointment_lines l join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id where a.number = '${number}';`);
  const lineOf = (instrument) => lines.map((l) => l.split('|')).find(([, i]) => i === instrument.id)[0];
  for (const instrument of all.slice(0, 2)) await browser.tick(`input[name="line"][value^="${lineOf(instrument)}."]`);
  await browser.fill('planned_on', today(400));  // a day that no other test has filled
  await browser.press('op_accept');
  await sees(browser, '已受理，使用单位将收到消息', 'after 受理');
  await browser.tick(`input[name="line"][value^="${lineOf(all[2])}."]`);
  await browser.choose('refusal_code', 'incomplete');
  await browser.press('op_refuse');
  await sees(browser, '部分受理', 'when all is answered');
  return lines.map((l) => l.split('|')[0]);
}

async function records(browser, number, [good, bad]) {
  const path = async (instrument) => {
    const [row] = await query(`select unit_id || '/' || id from appointment_lines where instrument_id = ${instrument.id} and state = 'accepted';`);
    return '/desk/results/lines/' + row;
  };
  await browser.open(await path(good));
  await browser.check('result', 'pass');
  await browser.check('mark', 'certificate');
  await browser.fill('result_number', '示范证-' + good.serial);
  await browser.fill('result_date', today());
  await browser.fill('verifier', '示范检定员');
  await browser.press('op_save');
  await sees(browser, '检定结果已登记', 'after the pass');
  await browser.open(await path(bad));
  await browser.check('result', 'fail');
  await browser.fill('result_date', today());
  await browser.fill('notice_number', '示范通知-' + bad.serial);
  await browser.press('op_save');
  await sees(browser, '检定结果已登记', 'after the failure');
}

async function ledgerFollowed(browser, { mark, all }, { number, path }) {
  await sees(browser, '消息', 'in the header');
  await browser.open('/accounts/notices');
  await sees(browser, '检定结果已登记', 'among the notices');
  await sees(browser, '其中不予受理 1 项', 'among the notices');
  const state = async (n) => { await browser.open('/ledger?tab=all&more=1&management_number=' + `${mark}-${n}`); return browser.text(); };
  assert(/正常/.test(await state(0)), 'what passed is normal again');
  assert(/检定不合格，停止使用/.test(await state(1)), 'what failed is marked');
  const third = await state(2);
  assert(/已超期 22 天/.test(third) && !third.includes(number), 'what was refused is overdue still, and free');
  await browser.open(path);
  for (const words of ['已反馈', '示范证-' + all[0].serial, '示范通知-' + all[1].serial, '信息不完整或有误']) await sees(browser, words, 'on 预约单详情');
}

// 合格 at the first result and lines with one, in Nanjing's 玄武区, as the page shows them once the counts are folded.
async function figures(browser) {
  await query('select statistics_fold(1000000);');
  await browser.open('/supervision/statistics');
  const text = await browser.text();
  const rate = /一次检定合格率[^0-9-]*([0-9.]+\s*%|--)/.exec(text);
  const counts = /(\d+)\s*[÷/／]\s*(\d+)/.exec(text.slice(text.indexOf('一次检定合格率')));
  assert(rate && counts, () => `一次检定合格率 with its numbers: ${text.slice(0, 1500)}`);
  return { passed: Number(counts[1]), all: Number(counts[2]) };
}

async function walked(scripts) {
  const chosen = await overdue();
  const browser = await Chromium.start({ scripts });
  const asUser = async (who, act) => {
    await login(browser, who);
    const result = await act();
    await logout(browser);
    return result;
  };
  try {
    const supervisor = account('demo-supervisor');
    const before = await asUser(supervisor, () => figures(browser));
    const sent = await asUser(unit(), () => submits(browser, chosen));
    await asUser(desk(), async () => {
      await answers(browser, sent.number, chosen.all);
      await records(browser, sent.number, chosen.all);
    });
    await asUser(unit(), () => ledgerFollowed(browser, chosen, sent));
    const after = await asUser(supervisor, () => figures(browser));
    assert(after.passed === before.passed + 1 && after.all === before.all + 2, `the figures count both: ${JSON.stringify([before, after])}`);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('from overdue to verified: unit, institution, ledger and supervisor', () => walked(true));
  test('from overdue to verified, without script', () => walked(false));
};
