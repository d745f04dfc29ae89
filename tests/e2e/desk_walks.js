// An institution answers: in Chromium with script and without. Some lines are accepted, a full day is told and meant, the rest is
// refused, one is cancelled again; what a colleague did meanwhile is told.
'use strict';
const { Chromium } = require('./chromium');
const { as } = require('./client');
const { query } = require('./database');
const { sentAppointment } = require('./desk');
const { account, assert, today } = require('./harness');
const { login, logout, sees } = require('./walk');

const state = async (line) => (await query(`select state from appointment_lines where id = ${line};`))[0];
const tick = async (browser, line) => browser.tick(`input[name="line"][value^="${line}."]`);

async function capacity(browser, day) {
  await browser.open('/desk/capacity');
  await browser.fill('day', day);
  await browser.fill('day_capacity', '1');
  await browser.fill('day_note', '设备期间核查');
  await browser.press('op_day');
  await sees(browser, '检定量已保存', 'after a day of its own');
}

async function accept(browser, sent, day) {
  await browser.open('/desk/appointments?tab=all&number=' + sent.number);
  await browser.follow(sent.number);
  await sees(browser, '13900000009', 'whom to call');
  await browser.press('op_accept');
  await sees(browser, '没有选择器具', 'when nothing is ticked');
  await tick(browser, sent.lines[0]);
  await browser.fill('planned_on', today(-1));
  await browser.press('op_accept');
  await sees(browser, '日期已经过去', 'beside the day');
  await tick(browser, sent.lines[1]);
  await browser.fill('planned_on', day);
  await browser.fill('planned_contact', '陈检定 010-00000002');
  await browser.press('op_accept');
  await sees(browser, '当日检定量为 1 台件', 'with the numbers of the day');
  assert((await browser.value('planned_contact')) === '陈检定 010-00000002', 'what was typed is kept');
  await browser.check('beyond_capacity');
  await browser.press('op_accept');
  await sees(browser, '已受理，使用单位将收到消息', 'after 受理');
  assert((await state(sent.lines[0])) === 'accepted' && (await state(sent.lines[2])) === 'waiting', 'two of three lines are accepted');
  await browser.open('/desk/calendar?month=' + day.slice(0, 7));
  await sees(browser, '超出', 'in the calendar');
  await browser.open('/desk/calendar/day?date=' + day);
  await sees(browser, sent.serial(1), 'in the work list');
}

async function refuseTheRest(browser, sent) {
  await browser.open(sent.path);
  await browser.press('op_refuse');
  await sees(browser, '没有选择器具', 'when nothing is ticked');
  await tick(browser, sent.lines[2]);
  await browser.choose('refusal_code', 'other');
  await browser.press('op_refuse');
  await sees(browser, '此项为必填项', 'beside the words of 其他');
  await browser.fill('refusal_text', '本机构该项目设备检修');
  await browser.press('op_refuse');
  await sees(browser, '部分受理', 'when the last line is answered');
  await browser.follow('取消第 1 行：电子计价秤');
  await sees(browser, '取消后不能恢复', 'before anything is cancelled');
  await browser.fill('cancel_reason', '停电，请改期');
  await browser.press('op_cancel');
  await sees(browser, '已取消受理', 'after it');
  assert((await state(sent.lines[0])) === 'cancelled' && (await state(sent.lines[1])) === 'accepted', 'one line is cancelled, the other is not');
}

async function colleague(browser) {
  const sent = await sentAppointment({ lines: 2 });
  await browser.open(sent.path);
  await tick(browser, sent.lines[0]);
  await tick(browser, sent.lines[1]);
  const other = (await (await as('demo-institution-1')).get(sent.path)).form('op_refuse');
  other.controls.find((c) => c.name === 'line').on = true;
  const answer = await other.set({ refusal_code: 'incomplete' }).submit('op_refuse');
  assert(answer.status === 303, `the colleague's answer: ${answer.status}`);
  await browser.fill('planned_on', today(3));
  await browser.press('op_accept');
  await sees(browser, '以下器具已由他人处理', 'when a colleague was faster');
  assert((await state(sent.lines[0])) === 'refused' && (await state(sent.lines[1])) === 'waiting', 'nothing of either is overwritten');
  await browser.press('op_accept');
  await sees(browser, '已受理', 'the rest, with one more press');
  assert((await state(sent.lines[1])) === 'accepted', 'the rest is accepted');
}

async function walk(scripts) {
  const browser = await Chromium.start({ scripts });
  const sent = await sentAppointment({ lines: 3 });
  const day = today(scripts ? 40 : 41);
  await login(browser, account('demo-institution-1'));
  await capacity(browser, day);
  await accept(browser, sent, day);
  await refuseTheRest(browser, sent);
  await colleague(browser);
  await logout(browser);
  const errors = await browser.errors();
  assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  await browser.close();
}

module.exports = (test) => {
  test('an institution answers an appointment, with script', () => walk(true));
  test('an institution answers an appointment, without script', () => walk(false));
};
