// A unit's way from red to a printed sheet, in Chromium with script and without: what is overdue is chosen in one click, saved,
// changed, submitted, printed; then taken back and removed.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { place, submitted } = require('./appointments');
const { as } = require('./client');
const { account, assert, base, freshInstrument, run, state } = require('./harness');
const { login, logout, sees } = require('./walk');

async function submits(browser) {
  await browser.open('/ledger?tab=due');
  await browser.follow('预约 30 天内到期和已超期的全部');
  await sees(browser, '已选择', 'when what is due was chosen');
  await sees(browser, '本县（区）机构', 'why this institution');
  await browser.fill('contact', '');
  await browser.press('op_submit');
  await sees(browser, '此项为必填项', 'beside the person to call');
  assert((await browser.title()).startsWith('错误：'), 'the title says that something is wrong');
  await browser.fill('contact', '张登记');
  await browser.fill('unit_address', '示范市示范区示范路 1 号');
  await browser.fill('expected_on', '2099年12月31日');
  await browser.press('op_submit');
  await sees(browser, '预约已提交', 'after 提交');
}

async function followsOne(browser, serial) {
  await browser.open('/appointments?instrument=' + encodeURIComponent(serial) + '&ie=%E2%9C%93');
  await sees(browser, '等待计量技术机构受理', 'in the list');
  const number = /\d{20}/.exec(await browser.text())[0];
  await browser.follow(number);
  await sees(browser, '预约单详情', 'of the number');
  await sees(browser, serial, 'among the lines');
  const shown = await browser.path();
  await browser.follow('打印预约送检单');
  for (const words of ['预约送检单', number, '送检人', '受理意见', serial]) await sees(browser, words, 'on the sheet');
  await browser.open(shown);
  await browser.follow('撤回');
  await browser.press('op_confirm');
  await sees(browser, '已撤回，预约单回到待提交', 'after 撤回');
  await browser.follow('修改');
  await browser.fill('remark', '改期');
  await browser.press('op_save');
  await sees(browser, '修改已保存', 'after 修改');
  await sees(browser, '改期', 'in the header');
  await browser.follow('删除');
  await browser.press('op_confirm');
  await sees(browser, '预约单已删除', 'after 删除');
  return shown;
}

async function walked(scripts) {
  const market = await as('demo-market');
  const values = freshInstrument(-5, place);
  await market.addInstrument(values);
  const browser = await Chromium.start({ scripts });
  try {
    await login(browser, { ...account('demo-market'), userType: 'unit' });
    await submits(browser);
    const removed = await followsOne(browser, values.serial_number);
    assert((await market.get(removed)).status === 404, 'what was removed is gone');
    await logout(browser);
    assert((await browser.errors()).length === 0, () => `the browser complains: ${browser.problems}`);
  } finally {
    await browser.close();
  }
}

async function pdfIsWhole() {
  const market = await as('demo-market');
  const sheet = await submitted(market) + '/pdf';
  const answer = await market.get(sheet);
  assert(answer.status === 200 && answer.bytes.slice(0, 5).toString() === '%PDF-', `no PDF at ${base}${sheet}: ${answer.status}`);
  const file = path.join(state, 'sheet.pdf');
  fs.writeFileSync(file, answer.bytes);
  const text = (await run('pdftotext', ['-layout', file, '-'])).out;
  for (const words of ['预约送检单', '受理意见', '送检人', 'Ⅲ', '<b>"东门"</b>']) assert(text.includes(words), () => `the PDF lacks ${words}: ${text}`);
  assert(/1\s*\/\s*1\s*$/.test(text.trim()), () => `its page says which of how many it is: ${text}`);
  const fonts = (await run('pdffonts', [file])).out.trim().split('\n').slice(2);
  assert(fonts.length > 0 && fonts.every((line) => /\syes\s+yes\s+yes\s/.test(line)), () => `fonts are embedded as subsets, with their characters: ${fonts}`);
}

module.exports = (test) => {
  test('a unit chooses what is overdue, submits it and prints the sheet', () => walked(true));
  test('the same without script', () => walked(false));
  test('the sheet as a PDF holds its fonts and its words', pdfIsWhole);
};
