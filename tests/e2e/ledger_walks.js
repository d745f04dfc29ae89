// A unit's day with its ledger in a real browser, with script and without: find, sort, choose columns, keep a filter, copy, stop many,
// scrap, rotate, see where it stands.
'use strict';
const { Chromium } = require('./chromium');
const { approvedUnit } = require('./client');
const { assert, freshInstrument, freshUnit } = require('./harness');
const { login, sees } = require('./walk');

const rows = (browser) => browser.read("document.querySelectorAll('table.list tbody tr').length");
const names = (browser) => browser.read("[].map.call(document.querySelectorAll('table.list tbody th[scope=row]'), function (n) { return n.textContent; })");

async function keepsAFilter(browser) {
  await browser.open('/ledger?tab=all');
  await browser.fill('name', '压力');
  await browser.click('form.ledger-filter input[value="查询"]');
  assert(await rows(browser) === 1, 'the filter finds the one');
  await browser.follow('保存当前条件');
  await browser.fill('filter_name', '压力表');
  await browser.check('as_default', 'yes');
  await browser.press('op_save');
  await browser.open('/ledger');
  assert(await rows(browser) === 1, 'the default filter opens the ledger');
  await browser.follow('清除条件');
  assert(await rows(browser) === 4, 'without it all are there');
  await browser.follow('保存当前条件');
  await browser.press('op_remove');
  await sees(browser, '还没有已存的条件', 'after the filter was removed');
}

async function sortsAndChoosesColumns(browser) {
  await browser.open('/ledger?tab=all');
  await browser.follow('器具名称');
  assert(JSON.stringify(await names(browser)) === JSON.stringify([...await names(browser)].sort(new Intl.Collator('zh').compare)), `by pinyin: ${await names(browser)}`);
  const first = (await names(browser))[0];
  await browser.follow('器具名称');
  assert((await names(browser)).pop() === first, 'the same head again turns the order round');
  await browser.follow('显示列');
  await browser.check('show_manufacturer', 'yes');
  await browser.press('op_save');
  await sees(browser, '生产厂家', 'among the columns');
  assert((await browser.path()).includes('sort=name'), 'and the list is the one before');
}

async function copies(browser) {
  await browser.open('/ledger?tab=all');
  await browser.click('table.list tbody tr a[href$="/copy"]');
  assert(await browser.value('serial_number') === '', 'a copy has no serial number yet');
  await browser.fill('serial_numbers', 'P03~P01');
  await browser.press('op_save');
  await sees(browser, '末号小于首号', 'beside the field');
  await browser.fill('serial_numbers', 'P08~P10');
  await browser.press('op_save');
  assert(await rows(browser) === 3, 'three copies stand together');
  await sees(browser, 'P09', 'among the copies');
}

async function changesMany(browser) {
  for (const box of await browser.read("[].map.call(document.querySelectorAll('input.choose'), function (n) { return n.id; })")) await browser.tick('#' + box);
  await browser.press('op_stop');
  await sees(browser, '将停用 3 条', 'before it is done');
  await browser.press('op_confirm');
  await sees(browser, '错误', 'without a reason');
  await browser.fill('act_reason', '闲置');
  await browser.press('op_confirm');
  await sees(browser, '已停用 3 条', 'after it is done');
  await browser.open('/ledger?tab=stopped');
  await browser.check('scope', 'all');
  await browser.press('op_remove');
  await browser.press('op_confirm');
  await sees(browser, '已删除 3 条', 'all that match are gone');
  await browser.open('/ledger?tab=all');
  assert(await rows(browser) === 4, 'and nothing else is');
}

async function seesWhereItStands(browser) {
  await browser.open('/ledger/overview');
  assert(/1\s*已超期/.test(await browser.text()), 'the overview counts what is overdue');
  assert(await browser.read("document.querySelectorAll('svg.chart rect').length") === 24, 'the chart has two parts for each of twelve months');
  await browser.follow('到期提醒');
  assert(/tab=due/.test(await browser.path()), 'the bell leads to what is due');
  await sees(browser, '已超期 12 天', 'there');
  await browser.follow('打印');
  await sees(browser, '范围：到期提醒', 'the print view says what it is of');
}

async function rotates(browser) {
  await browser.open('/ledger?tab=rotate');
  const meter = await browser.read("document.querySelector('table.list tbody th a').getAttribute('href')");
  await browser.open(`${meter.replace(/^.*\/ledger/, '/ledger')}/rotate`);
  await browser.fill('serial_number', 'W-NEW');
  await browser.press('op_save');
  await sees(browser, '已轮换', 'after the rotation');
  await browser.open('/ledger?tab=scrapped');
  await sees(browser, '冷水水表', 'the old meter stays readable');
}

async function day(scripts) {
  const unit = freshUnit();
  const client = await approvedUnit(unit);
  for (const [days, name, kind] of [[-12, '电子计价秤', '电子秤'], [9, '压力表甲', '电子秤'], [300, '加油机乙', '电子秤'], [-3, '冷水水表', '水表']]) {
    const answer = await client.addInstrument(freshInstrument(days, { name }), kind);
    assert(answer.status === 303, () => `${name}: ${answer.status} ${answer.words.slice(0, 300)}`);
  }
  const browser = await Chromium.start({ scripts });
  try {
    await login(browser, { ...unit, userType: 'unit' });
    assert((await browser.path()).endsWith('/ledger/overview'), `a unit begins with its overview, not ${await browser.path()}`);
    for (const part of [keepsAFilter, sortsAndChoosesColumns, copies, changesMany, seesWhereItStands, rotates]) await part(browser);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('a unit works with its ledger in Chromium', () => day(true));
  test('a unit works with its ledger in Chromium without script', () => day(false));
};
