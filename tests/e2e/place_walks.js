// Somebody without an account looks for who verifies their scales, and whether a thing is in the catalogue: with script, without, and
// in lynx; a program asks the same, and every answer is what the OpenAPI document says.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { Client } = require('./client');
const { assert, run, state, tool } = require('./harness');
const { Lynx } = require('./lynx');
const { chooseDivision, sees } = require('./walk');

const Ajv = tool('ajv');

async function search(browser) { return browser.click('.query-form .button-primary'); }

async function whoVerifiesScales(browser) {
  await browser.open('/');
  await browser.follow('信息查询');
  await browser.follow('查询：计量检定机构信息');
  await chooseDivision(browser, { division_1: '320000', division_2: '320100', division_3: '320104' });
  await browser.fill('kind_query', '电子秤');
  await search(browser);
  await sees(browser, '服务区域包含江苏省 南京市 秦淮区', 'above the list');
  await sees(browser, '能检定：非自动衡器', 'above the list');
  const text = await browser.text();
  assert(text.includes('示范市计量测试所') && !text.includes('示范市医学计量检定站') && !text.includes('示范区计量质量检测所'), `only who serves it is listed: ${text.slice(0, 800)}`);
  assert((await browser.value('kind_query')) === '电子秤' && (await browser.value('division_3')) === '320104', 'what was chosen stays in the form');
  const shared = await browser.path();
  await browser.follow('示范市计量测试所');
  for (const words of ['授权证书编号', '010-00000002', '（0～150）t', '送检、现场检定', '江苏省 南京市']) await sees(browser, words, "on the institution's page");
  assert(!/陈检定|shoujian@/.test(await browser.text()), 'nobody is named');
  await browser.open(shared.replace(/op_find_kind=[^&]*&?/, ''));
  await sees(browser, '示范市计量测试所', 'at the address that was shared');
}

async function isItInTheCatalogue(browser) {
  await browser.follow('强制检定器具目录信息');
  await browser.fill('keyword', 'B超');
  await search(browser);
  await sees(browser, '不在强制检定目录中', 'for what is known not to be in it');
  assert((await browser.value('keyword')) === 'B超', 'the word stays in the form');
  await browser.fill('keyword', '电子秤');
  await search(browser);
  await sees(browser, '检定周期 12 个月', 'in the list');
  await sees(browser, '以公告附件为准', 'above the list');
  const [download] = await Promise.all([browser.page.waitForEvent('download'), browser.page.click('text=下载 xlsx')]);
  const file = path.join(state, 'tmp', download.suggestedFilename());
  await download.saveAs(file);
  const read = await run('/usr/bin/python3', ['-c', `
import json, sys, openpyxl
print(json.dumps([[c.value for c in r] for r in openpyxl.load_workbook(sys.argv[1]).worksheets[0].iter_rows()]))`, file], { env: { PYTHONIOENCODING: 'utf-8' } });
  assert(read.code === 0, () => read.err.slice(-500));
  const rows = JSON.parse(read.out);
  assert(rows.length === 3 && rows[1].includes('非自动衡器') && /附件为准/.test(rows[2][0]), `the file holds what the list shows: ${read.out.slice(0, 400)}`);
  fs.unlinkSync(file);
  await browser.follow('非自动衡器');
  await sees(browser, '电子秤', 'among the everyday names');
  await browser.follow('查询能检定它的机构');
  await sees(browser, '示范市计量测试所', 'in the list of who verifies it');
  await sees(browser, '授权已过期', 'beside who may no longer');
}

async function walked(options) {
  const browser = await Chromium.start(options);
  try {
    await whoVerifiesScales(browser);
    await isItInTheCatalogue(browser);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

// From the field to the answer with the keyboard alone.
async function inLynx() {
  const lynx = new Lynx('/query/catalogue');
  try {
    const page = await lynx.print();
    const before = /\[(\d+)\]强制检定器具目录信息\s*\n[^]*?关键/.exec(page);  // the tab, the last link above the form
    assert(before, `lynx shows no catalogue: ${page.slice(0, 800)}`);
    lynx.next(Number(before[1]));
    lynx.type('JJG 443');
    lynx.next(5);  // 项别, 用途, 监管方式, 强检方式, 查询
    lynx.enter();
    const answer = await lynx.print();
    assert(/燃油加油机/.test(answer) && /检定周期 6 个月/.test(answer) && /共 1 条/.test(answer), `lynx shows no answer: ${answer.slice(0, 1500)}`);
  } finally {
    await lynx.close();
  }
}

async function programs() {
  const http = new Client();
  const document = JSON.parse((await http.get('/query/api/openapi.json')).text);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'openapi', ...document });
  const ask = async (address, expected = 200) => {
    const answer = await http.get('/query/api' + address);
    assert(answer.status === expected, `${address} answers ${answer.status}: ${answer.text.slice(0, 300)}`);
    const pattern = address.replace(/\?.*/, '').replace(/\/\d+/, '/{id}');
    const { schema } = document.paths[pattern].get.responses[answer.status].content['application/json'];
    const valid = ajv.compile(JSON.parse(JSON.stringify(schema).replace(/"#\/components/g, '"openapi#/components')));
    const json = JSON.parse(answer.text);
    assert(valid(json), `${address}: ${JSON.stringify(valid.errors)} in ${answer.text.slice(0, 500)}`);
    return json;
  };
  const word = encodeURIComponent('电子秤');
  const { institutions } = await ask(`/institutions?ie=%E2%9C%93&division=320104&kind_query=${word}&size=100`);
  assert(institutions.some((i) => i.name === '示范市计量测试所' && i.authorised), 'who verifies scales there is listed');
  assert((await ask(`/institutions/${institutions[0].id}`)).kinds.length > 0, 'with what it verifies');
  assert((await ask(`/catalogue?ie=%E2%9C%93&keyword=${word}`)).kinds[0].kind_name === '非自动衡器', 'an everyday name finds the kind');
  let seen = 0;
  for (let page = 1, pages = 1; page <= pages; page++) {
    const part = await ask(`/catalogue?size=30&page=${page}`);
    ({ pages } = part);
    seen += part.kinds.length;
    if (page === pages) assert(seen === part.total, `the pages hold ${seen} of ${part.total}`);
  }
  for (const wrong of ['/institutions?size=101', '/institutions?delivery=x', '/institutions?division=1', '/catalogue?use=x', '/catalogue?page=0']) await ask(wrong, 422);
  await ask('/institutions/999999999', 404);
}

// Addresses of one institution and one kind, for the walk over the routes.
async function placeExamples() {
  const client = new Client();
  const institution = (await client.get('/query/institutions')).links(/\/query\/institutions\/\d+$/)[0];
  const kind = (await client.get('/query/catalogue')).links(/\/query\/catalogue\/\d+$/)[0];
  return { '/query/institutions/{id}': institution, '/query/catalogue/{id}': kind, '/query/api/institutions/{id}': institution.replace('/query/', '/query/api/') };
}

module.exports = (test) => {
  test('somebody without an account finds who verifies their scales and what is in the catalogue', () => walked({}));
  test('somebody without an account finds the same without script', () => walked({ scripts: false }));
  test('somebody looks into the catalogue in lynx', inLynx);
  test('a program asks for institutions and kinds and gets what the document says', programs);
};
module.exports.placeExamples = placeExamples;
