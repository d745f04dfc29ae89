// The public's search for instruments through nginx: in a real browser with script and without, on a phone, in lynx; typed into the
// address line in GBK; and as JSON, held against its document.
'use strict';
const http = require('http');
const { Chromium } = require('./chromium');
const { Client, approvedUnit, percent } = require('./client');
const { described } = require('./api');
const { query } = require('./database');
const { Findings, assert, base, freshInstrument, freshUnit, pick, until } = require('./harness');
const { Lynx } = require('./lynx');
const { sees } = require('./walk');

const list = '/query/instruments/search?';
const marked = list + 'ie=%E2%9C%93&';
const button = 'input.button-primary[value="查询"]';

// A unit of its own with instruments of these names, once everybody can find them.
async function unitWith(names, more = {}) {
  const unit = freshUnit();
  const client = await approvedUnit(unit);
  for (const name of names) {
    const answer = await client.addInstrument(freshInstrument(-12, { name, ...more }));
    assert(answer.status === 303, () => `adding ${name}: ${answer.status} ${answer.words.slice(0, 300)}`);
  }
  await findable(unit, names.length);
  return { unit, client };
}
const findable = (unit, count) => until(async () =>
  (await new Client().get(`${marked}q=${unit.unit_code}`)).links(/\/query\/validity\?c=/).length === Math.min(count, 20), 'qj-jobs has made them findable');

async function walked(options) {
  const { unit } = await unitWith(['电子计价秤', '医用血压计', '台秤']);
  const browser = await Chromium.start(options);
  try {
    await browser.open('/query/instruments');
    await browser.fill('q', `${unit.unit_name} 血压`);
    await browser.click(button);
    await sees(browser, '共 1 条', 'under the found one');
    await sees(browser, '已超期 12 天', 'in its row');
    assert((await browser.value('q')) === `${unit.unit_name} 血压`, 'what was typed stays in the box');
    await browser.follow('医用血压计');
    await sees(browser, '查询结果仅供参考，以检定印证为准', "on the instrument's page");
    assert((await browser.textOf('.verdict-word')) === '已超期', 'the verdict in big words');
    assert((await browser.overflow()) <= 0, "the instrument's page is no wider than the window");
    await browser.follow('查询其他强检器具');

    await browser.choose('division_1', '330000');
    if (browser.scripts) await until(async () => (await browser.options('division_2')).some((o) => o.value === '330100'), 'the cities appear by script');
    else await browser.press('op_division');
    await browser.choose('division_2', '330100');
    await browser.fill('q', unit.unit_code.toLowerCase());
    await browser.choose('standing', 'overdue');
    await browser.choose('sort', 'due');
    await browser.click(button);
    await sees(browser, '共 3 条', 'of the unit, in the city');
    await sees(browser, '已按统一社会信用代码（组织机构代码）查询', 'says what the text was taken for');
    assert((await browser.value('division_2')) === '330100' && (await browser.value('standing')) === 'overdue' && (await browser.value('sort')) === 'due', 'the filters stay');
    assert((await browser.overflow()) <= 0, 'the list is no wider than the window');
    await browser.follow('改为按文字查询');
    await sees(browser, '没有查到符合条件的器具', 'no name holds the code');

    await browser.open('/query/instruments/detailed');
    await browser.fill('unit_name', unit.unit_name);
    await browser.fill('unit_code', '91110108MA00TEXT09');
    await browser.click(button);
    await sees(browser, '代码校验不通过', 'beside the field');
    assert((await browser.title()).startsWith('错误：'), 'the title says so');
    await browser.fill('unit_code', unit.unit_code);
    await browser.fill('name', '秤');
    await browser.page.press('[name="name"]', 'Enter');  // Enter searches, it does not choose a region
    await sees(browser, '共 2 条', 'with 秤 in their names');
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

async function pagesBookmarkedAndShared() {
  const { unit, client } = await unitWith(['电子计价秤']);
  const id = (await client.get('/ledger?tab=all')).links(/^\/ledger\/\d+$/)[0].split('/').pop();
  await query(`insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, use, delivery)
    select unit_id, name, kind_id, mode, model, measuring_range, accuracy, 'P' || n, manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 49) n where id = ${id}`);
  await findable(unit, 50);
  const browser = await Chromium.start({ scripts: false });
  const codes = () => browser.read(`[].map.call(document.querySelectorAll('a[href*="/query/validity?c="]'), function (a) { return a.href; })`);
  try {
    await browser.open(`${marked}q=${unit.unit_code}`);
    const pages = [await codes()];
    for (const n of [2, 3]) {
      await browser.follow('下一页');
      await sees(browser, `共 50 条，第 ${n} 页`, 'under the list');
      pages.push(await codes());
    }
    assert(new Set(pages.flat()).size === 50, `50 rows, each once: ${pages.map((p) => p.length)}`);
    const bookmark = await browser.path();
    await browser.follow('上一页');
    assert(String(await codes()) === String(pages[1]), 'the way back shows the same');
    await browser.page.goBack();
    assert(String(await codes()) === String(pages[2]), 'so does Back');
    const other = await Chromium.start();
    try {
      await other.open(bookmark);
      await sees(other, '共 50 条，第 3 页', "a bookmark in somebody else's browser");
    } finally {
      await other.close();
    }
  } finally {
    await browser.close();
  }
}

const gbk = { 医院: 'd2bdd4ba', 学校: 'd1a7d0a3', 校准: 'd0a3d7bc', 血压: 'd1aad1b9', 电子秤: 'b5e7d7d3b3d3' };
const wide = (text) => [...text].map((c) => (c > ' ' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');

// The request line's very bytes, as an address typed into an old browser sends them.
function rawGet(path) {
  const url = new URL(base);
  return new Promise((done, failed) => {
    http.get({ host: url.hostname, port: url.port, path: Buffer.isBuffer(path) ? path.toString('latin1') : path }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => done({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }));
    }).on('error', failed);
  });
}

async function everyEncoding() {
  const findings = new Findings();
  const model = 'XK' + pick('0123456789', 6);
  const words = Object.keys(gbk);
  const { unit } = await unitWith(words.map((word) => `示范${word}${wide(model)}`));
  const finds = (text) => (text.match(/\/query\/validity\?c=/g) || []).length;
  for (const word of words) {
    const inGbk = Buffer.from(gbk[word], 'hex');
    const inUtf8 = Buffer.from(word);
    for (const [what, address] of [
      ['raw GBK', Buffer.concat([Buffer.from(`${list}unit_code=${unit.unit_code}&name=`), inGbk])],
      ['raw UTF-8', Buffer.concat([Buffer.from(`${list}unit_code=${unit.unit_code}&name=`), inUtf8])],
      ['encoded GBK', `${list}unit_code=${unit.unit_code}&name=${percent(inGbk)}`],
      ['encoded UTF-8', `${list}unit_code=${unit.unit_code}&name=${percent(inUtf8)}`],
      ['marked UTF-8', `${marked}unit_code=${unit.unit_code}&name=${percent(inUtf8)}`],
      ['raw GBK in the box', Buffer.concat([Buffer.from(`${list}division=330100&q=`), inGbk])],
      ['encoded GBK in the box', `${list}division=330100&q=${percent(inGbk)}`],
      ['encoded UTF-8 in the box', `${list}division=330100&q=${percent(inUtf8)}`],
    ]) {
      const answer = await rawGet(address);
      findings.check(answer.status === 200 && answer.text.includes(`value="${word}"`), `${word} in ${what} is shown as ${(/name="(?:q|name)" value="([^"]*)"/.exec(answer.text) || [])[1]}`);
      findings.check(finds(answer.text) >= 1 && (what.includes('box') || finds(answer.text) === 1), `${word} in ${what} finds ${finds(answer.text)}`);
    }
  }
  for (const typed of [model, model.toLowerCase(), wide(model), wide(model.toLowerCase())]) {
    const answer = await new Client().get(`${marked}unit_code=${unit.unit_code}&name=${percent(typed)}`);
    findings.check(finds(answer.text) === words.length, `${typed} finds ${finds(answer.text)}`);
  }
  for (const typed of [unit.unit_code, wide(unit.unit_code), unit.unit_code.toLowerCase(), unit.unit_code.replace(/(.{6})/g, '$1 '), unit.unit_code.replace(/^(.{8})/, '$1-')]) {
    findings.check(finds((await new Client().get(`${marked}q=${percent(typed)}`)).text) === words.length, `${typed} finds the unit's instruments`);
  }
  const found = await new Client().get(`${list}name=${percent(Buffer.from(gbk.医院, 'hex'))}&form=detailed`);
  for (const link of found.links(/\/query\/instruments\/search/)) findings.check(/[?&]ie=%E2%9C%93/.test(link) && !/[^!-~]/.test(link), `a link of ours: ${link}`);
  findings.raise();
}

// Huge addresses are nginx's to refuse, and whoever asks a part that is not there is told in Chinese.
async function outOfMeasure() {
  const client = new Client();
  assert((await client.get(marked + 'q=' + 'a'.repeat(100 * 1024))).status === 414, '100 KB are too long an address');
  const many = await client.get(marked + Array.from({ length: 500 }, (_, n) => `q=${n}`).join('&'));
  assert(many.status === 200 && many.words.includes('查询结果'), `500 boxes of one name: ${many.status}`);
  const none = await client.get('/query/none');
  assert(none.status === 404 && /[一-龥]/.test(none.words), 'no such page');
}

async function inLynx() {
  const { unit } = await unitWith(['电子计价秤']);
  const lynx = new Lynx('/query/instruments');
  try {
    const page = await lynx.print();
    const lastBefore = /\[(\d+)\]强制检定器具目录信息\s*\n[^]*?查询内/.exec(page);  // the tab, the last link above the box
    assert(lastBefore, `lynx shows no search: ${page.slice(0, 500)}`);
    lynx.next(Number(lastBefore[1]));
    lynx.type(unit.unit_code);
    lynx.next(1);
    lynx.enter();
    const found = await lynx.print();
    assert(found.includes('共 1 条') && /已超期 \d+ 天/.test(found) && found.includes(unit.unit_name), `lynx finds nothing: ${found.slice(0, 2500)}`);
  } finally {
    await lynx.close();
  }
}

async function asJson() {
  const { unit } = await unitWith(['电子计价秤', '台秤', '医用血压计']);
  const call = await described('/query/api');
  const all = await call('GET', `/query/api/instruments?q=${unit.unit_code}`);
  assert(all.status === 200 && all.json.matched === 3 && all.json.taken_as === 'unit_code' && all.json.next === null, JSON.stringify(all.json));
  const seen = new Set();
  for (let after = ''; after !== null;) {
    const { json } = await call('GET', `/query/api/instruments?unit_code=${unit.unit_code}&limit=1${after && '&after=' + after}`);
    for (const one of json.instruments) seen.add(one.code);
    after = json.next;
  }
  assert(seen.size === 3, `paged: ${seen.size}`);
  const one = await call('GET', `/query/api/instrument?code=${all.json.instruments[0].code}`);
  assert(one.status === 200 && JSON.stringify(one.json) === JSON.stringify(all.json.instruments[0]), 'one by its code');
  assert(one.json.standing === 'overdue' && one.json.days === 12 && one.json.declared === true, JSON.stringify(one.json));
  for (const [path, status, code] of [
    ['instruments', 422, 'QUERY_EMPTY'], ['instruments?standing=overdue', 422, 'QUERY_EMPTY'], ['instruments?q=aa&limit=101', 422, 'API_PARAMETER'], ['instruments?q=aa&after=x', 422, 'API_PARAMETER'],
    ['instruments?q=%00', 400, 'API_BAD_REQUEST'], ['instrument?code=x', 404, 'QUERY_NOTHING'], ['instrument', 422, 'REQUIRED'],
  ]) {
    const answer = await call('GET', '/query/api/' + path);
    assert(answer.status === status && answer.json.error.code === code, `${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
  }
  const posted = await new Client().request('POST', '/query/api/instruments', Buffer.from('{}'), { 'content-type': 'application/json' });
  assert(posted.status === 405 && JSON.parse(posted.text).error, `POST: ${posted.status} ${posted.text}`);
}

module.exports = (test) => {
  test('anybody searches instruments, reads one and searches on', () => walked({}));
  test('anybody does the same without script', () => walked({ scripts: false }));
  test('anybody does the same on a phone', () => walked({ width: 360, height: 640 }));
  test('pages of found instruments are bookmarked, shared and gone back to', pagesBookmarkedAndShared);
  test('what is searched is found in GBK and UTF-8, raw and encoded, full width and half', everyEncoding);
  test('a search out of measure is refused in Chinese', outOfMeasure);
  test('lynx searches instruments with the keyboard alone', inLynx);
  test('programs search instruments as the document says', asJson);
};
