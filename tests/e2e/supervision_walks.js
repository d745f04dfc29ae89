// A supervisor in a real browser: from the whole field down to one instrument, to what is overdue, to the figures and their file.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { query } = require('./database');
const { account, assert, run, state } = require('./harness');
const { login, logout, sees } = require('./walk');

async function downToAnInstrument(browser) {
  await browser.follow('监督管理');
  await sees(browser, '受检率', 'on the overview');
  await sees(browser, '在用周期检定器具数量', 'the formula under the figure');
  await browser.follow('江苏省 南京市');
  await browser.follow('玄武区');
  await sees(browser, '全部辖区 › 南京市 › 玄武区', 'the way from the field down');
  await browser.follow('使用单位');
  await browser.follow('示范农贸市场有限公司');
  await sees(browser, '单位代码', "on the unit's page");
  await browser.follow('电子计价秤');
  await sees(browser, '出厂编号', "on the instrument's page");
}

async function whatIsOverdue(browser) {
  await browser.open('/supervision');
  await browser.follow('超期清单');
  await sees(browser, '已超期', 'in the list');
  const days = (await browser.read(`[].map.call(document.querySelectorAll('.badge-red'), function (b) { return b.textContent; })`))
    .map((t) => /已超期 (\d+) 天/.exec(t)).filter(Boolean).map((m) => Number(m[1]));
  assert(days.length > 2 && days.every((d, n) => n === 0 || d <= days[n - 1]), `longest first: ${days}`);
  const text = await browser.text();
  assert(/138\*\*\*\*000\d/.test(text) && !/1380000000\d/.test(text), 'phones are masked');
}

async function theFigures(browser) {
  await query('select statistics_fold(1000000)');  // what qj-jobs does each minute: other tests change the demo units' ledgers
  await browser.follow('统计');
  await sees(browser, '按种别', 'on the page of the figures');
  const drawn = await browser.read(`document.querySelectorAll('svg .chart-verify').length`);
  assert(drawn > 10, `${drawn} columns are drawn`);
  const inUse = /在用 (\d+) 台（件）/.exec(await browser.text())[1];
  const [download] = await Promise.all([browser.page.waitForEvent('download'), browser.page.click('text=导出 xlsx')]);
  const file = path.join(state, 'tmp', download.suggestedFilename());
  await download.saveAs(file);
  const read = await run('/usr/bin/python3', ['-c', `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [[c.value for c in r] for r in s.iter_rows()] for s in book.worksheets}))`, file], { env: { PYTHONIOENCODING: 'utf-8' } });
  assert(read.code === 0, () => read.err.slice(-500));
  const sheets = JSON.parse(read.out);
  for (const name of ['按区域', '按种别', '按用途']) {
    const sum = sheets[name].slice(1).reduce((n, row) => n + Number(row[1]), 0);
    assert(sum === Number(inUse), `${name} sums to ${sum}, the page says ${inUse}`);
  }
  fs.unlinkSync(file);
}

async function walked(options) {
  const browser = await Chromium.start(options);
  try {
    await login(browser, account('demo-supervisor'));
    await downToAnInstrument(browser);
    await whatIsOverdue(browser);
    await theFigures(browser);
    await logout(browser);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('a supervisor goes from the whole field down to one instrument and takes the figures along', () => walked({}));
  test('a supervisor does the same without script', () => walked({ scripts: false }));
};
