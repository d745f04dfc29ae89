// An administrator replaces the catalogue in a real browser: a bad file first, then a good one, its differences, and back again.
'use strict';
const fs = require('fs');
const path = require('path');
const { catalogueFile } = require('./admin');
const { Chromium } = require('./chromium');
const { as } = require('./client');
const { account, assert, state } = require('./harness');
const { login, logout, sees } = require('./walk');

function written(name, text) {
  const file = path.join(state, name);
  fs.writeFileSync(file, text);
  return file;
}

async function send(browser, file) {
  await browser.open('/admin');
  await browser.follow('强制检定目录');
  await browser.follow('用 CSV 替换');
  await browser.upload('catalogue_file', file);
  await browser.press('op_upload');
}

async function replaceCatalogue(browser) {
  const before = await catalogueFile(await as('demo-admin'));
  await login(browser, account('demo-admin'));
  await send(browser, written('bad.csv', before.replace(',periodic,', ',sometimes,')));
  await sees(browser, '不在可选范围内', 'beside the bad cell');
  assert((await browser.title()).startsWith('错误：'), 'the title says that something is wrong');
  await send(browser, written('good.csv', '\ufeff' + before.replace('JJG 539-2016', 'JJG 539-2099')));
  await sees(browser, '变更 1', 'in the sum of the differences');
  await sees(browser, 'JJG 539-2099', 'among the differences');
  assert((await catalogueFile(await as('demo-admin'))) === before, 'looking at the differences changes nothing');
  await browser.press('op_apply');
  await sees(browser, '目录已替换', 'after applying');
  assert((await catalogueFile(await as('demo-admin'))).includes('JJG 539-2099'), 'the catalogue is the new one');
  await send(browser, written('old.csv', before));
  await browser.press('op_apply');
  await sees(browser, '目录已替换', 'after applying the old file');
  assert((await catalogueFile(await as('demo-admin'))) === before, 'the catalogue is the old one again');
  await logout(browser);
  const errors = await browser.errors();
  assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
}

async function walked(options) {
  const browser = await Chromium.start(options);
  try {
    await replaceCatalogue(browser);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('an administrator replaces the catalogue after looking at the differences', () => walked({}));
  test('an administrator replaces the catalogue without script', () => walked({ scripts: false }));
};
