// From "accepted" to "verified", in Chromium with script and without: the institution receives two samples, one passes and one
// fails; the unit's ledger turns from red to normal, the failed one is marked, and the history says so. Then a correction.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { account, assert, state, today } = require('./harness');
const { sentLines } = require('./results');
const { pdf } = require('./record_walks');
const { login, logout, sees } = require('./walk');

async function receive(browser, lines) {
  await browser.open(`/desk/results?number=${lines[0].number}`);
  for (const line of lines) await browser.check('line', line.code);
  await browser.press('op_begin');
  await sees(browser, '将 2 行记为检定中', 'before samples are received');
  await browser.press('op_begin');
  await sees(browser, '已收样', 'after samples were received');
}

async function pass(browser, line) {
  await browser.open(line.path);
  await browser.press('op_save');
  await sees(browser, '此项为必填项', 'beside what is missing');
  await browser.check('result', 'pass');
  await browser.check('mark', 'certificate');
  await browser.fill('result_number', '示范证-' + line.serial);
  await browser.fill('result_date', today(-1));
  await browser.fill('verifier', '示范检定员');
  const file = path.join(state, '检定证书.pdf');
  fs.writeFileSync(file, pdf);
  await browser.upload('certificate_file', file);
  await browser.press('op_default');
  assert(/^\d{4}-\d{2}-\d{2}$/.test(await browser.value('result_until')), 'the date until which it is valid was worked out');
  await sees(browser, '检定证书.pdf', 'the file was received');
  await browser.press('op_save');
  await sees(browser, '检定结果已登记', 'after the result');
}

async function fail(browser, line) {
  await browser.open(line.path);
  assert((await browser.value('verifier')) === '示范检定员', 'the verifier used last is offered');
  await browser.check('result', 'fail');
  await browser.fill('notice_number', '示范通知-' + line.serial);
  await browser.press('op_save');
  await sees(browser, '检定结果已登记', 'after the result');
  await sees(browser, '不合格', 'on the result');
}

async function standing(browser, line, words, where) {
  await browser.open('/ledger/' + line.instrument);
  await sees(browser, words, where);
}

async function walked(options) {
  const lines = await sentLines(2);
  const unit = { ...account('demo-market'), login: 'demo-market', userType: 'unit' };
  const desk = { ...account('demo-institution-1'), login: 'demo-institution-1', userType: 'institution' };
  const browser = await Chromium.start(options);
  try {
    await login(browser, unit);
    await standing(browser, lines[0], '已超期', 'before');
    await logout(browser);
    await login(browser, desk);
    await receive(browser, lines);
    await pass(browser, lines[0]);
    await fail(browser, lines[1]);
    await logout(browser);
    await login(browser, unit);
    await standing(browser, lines[0], '示范证-' + lines[0].serial, 'the certificate of what passed');
    assert(!(await browser.text()).includes('已超期'), 'it is no longer overdue');
    const record = await browser.row('示范证-' + lines[0].serial);
    assert(record.text.includes('现行') && record.text.includes('检定证书') && record.text.includes('查看'), `in force, with its file: ${record.text}`);
    await sees(browser, '登记检定结果', 'in the history');
    await standing(browser, lines[1], '检定不合格', 'what failed is marked');
    await logout(browser);
    await login(browser, desk);
    await browser.open(`/desk/results?tab=recorded&serial_number=${lines[1].serial}`);
    await browser.follow((await browser.row(lines[1].serial)).text.includes('不合格') ? '（查看结果）' : '?');
    await browser.follow('更正');
    await browser.check('result', 'pass');
    await browser.check('mark', 'conformity_certificate');
    await browser.fill('notice_number', '');
    await browser.fill('correction_reason', '误选了不合格');
    await browser.press('op_save');
    await sees(browser, '更正已保存', 'after the correction');
    await sees(browser, '误选了不合格', 'the reason');
    await logout(browser);
    await login(browser, unit);
    await standing(browser, lines[1], '更正检定结果', 'in the history');
    assert(!(await browser.text()).includes('检定不合格，停止使用'), 'it is no longer marked');
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('an institution records a pass and a failure, and the ledger follows', () => walked({}));
  test('an institution records a pass and a failure, and the ledger follows, without script', () => walked({ scripts: false }));
};
