// A unit imports its ledger in Chromium, with script and without: files made by a real spreadsheet, a row that is wrong, the good
// rows only, the rejected rows corrected and sent again, and a change that comes back with id and version.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { Client, approvedUnit } = require('./client');
const { query } = require('./database');
const { assert, freshUnit, state } = require('./harness');
const { sample } = require('./imports');
const { login, logout, sees } = require('./walk');

async function send(browser, file) {
  await browser.open('/ledger');
  await browser.follow('导入');
  await browser.upload('import_file', file);
  await browser.press('op_upload');
  // No script of ours: the answer's own header asks again until the check is done.
  await sees(browser, '核对导入内容', 'when the check is done');
}

async function importsAndCorrects(browser, unit) {
  await login(browser, { ...unit, userType: 'unit' });
  await send(browser, sample('ledger.xlsx'));
  await sees(browser, '新增 2 行', 'in the sum');
  await sees(browser, '没有“没有这种器具”', 'beside the bad cell');
  await sees(browser, '第 5 行', 'the row as the spreadsheet counts');
  await browser.press('op_good');
  await sees(browser, '导入完成', 'after applying');
  await sees(browser, '有 1 行没有导入', 'after applying');

  const client = new Client();
  await client.login(unit.login, unit.password, 'unit');
  const back = await client.get(`${(await browser.path()).replace(/\?.*/, '')}/errors?format=csv`);
  assert(back.text.includes('错误原因') && back.text.includes('LO20260003'), 'the rejected row comes back');
  const corrected = path.join(state, `corrected-${unit.login}.csv`);
  fs.writeFileSync(corrected, back.text.replace(',没有这种器具,', ',电子秤,'));
  await send(browser, corrected);
  await sees(browser, '新增 1 行', 'of the corrected file');
  await browser.press('op_all');
  await sees(browser, '导入完成', 'after the corrected file');

  await browser.open('/ledger');
  for (const serial of ['LO20260001', '20260002', 'LO20260003']) await sees(browser, serial, 'in the ledger');
  await sees(browser, '2027-01-30', 'a date of a spreadsheet, a cycle later');
}

async function changesWhatComesBack(browser) {
  const found = (await query("select id || ',' || version from instruments where serial_number = 'LO20260001' order by id desc limit 1"))[0];
  const file = path.join(state, 'changed.csv');
  fs.writeFileSync(file, `系统编号,版本,安装/使用地点\n${found},新的摊位\n`);
  await send(browser, file);
  await sees(browser, '变更 1 行', 'in the sum');
  await sees(browser, '新的摊位', 'among the changes');
  await browser.press('op_all');
  await sees(browser, '导入完成', 'after the change');
  await browser.open('/ledger');
  await sees(browser, '新的摊位', 'in the ledger');
  await send(browser, file);
  await sees(browser, '已被他人修改', 'the old version again');
  await browser.press('op_discard');
  await sees(browser, '已放弃这次导入', 'after giving up');
  await logout(browser);
}

async function chineseCsv(browser, unit) {
  await login(browser, { ...unit, userType: 'unit' });
  await send(browser, sample('ledger-gbk.csv'));
  await sees(browser, 'GB18030', 'what was found out');
  await browser.follow('有提醒');
  await sees(browser, '台账中已有 1 台', 'the same instruments again');
  await browser.press('op_discard');
  await sees(browser, '已放弃这次导入', 'after giving up');
  await logout(browser);
}

async function walk(options) {
  const unit = freshUnit();
  await approvedUnit(unit);
  const browser = await Chromium.start(options);
  try {
    await importsAndCorrects(browser, unit);
    await changesWhatComesBack(browser);
    await chineseCsv(browser, unit);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('a unit imports, corrects and changes its ledger with script', () => walk({}));
  test('a unit imports, corrects and changes its ledger without script', () => walk({ scripts: false }));
};
