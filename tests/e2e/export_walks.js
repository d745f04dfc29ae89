// What leaves the portal, opened with other people's programs: spreadsheets, code readers, calendars, another browser.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { as, Client, approvedUnit } = require('./client');
const { query } = require('./database');
const firefox = require('./firefox');
const { assert, base, freshInstrument, freshUnit, run, state, today, until } = require('./harness');

const folder = path.join(state, 'exports');
const compact = () => today().replace(/-/g, '');
const quoted = (text) => text.replace(/'/g, "''");

async function python(code, ...args) {
  const { code: status, out, err } = await run('/usr/bin/python3', ['-c', code, ...args], { env: { PYTHONIOENCODING: 'utf-8' } });
  assert(status === 0, () => `python: ${err.slice(-600)}`);
  return JSON.parse(out);
}
const spreadsheet = (file) => python(`
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps({"name": sheet.title, "rows": [[cell.value for cell in row] for row in sheet.iter_rows()]}))`, file);
const calendarOf = (file) => python(`
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
print(json.dumps([{"uid": str(e["uid"]), "summary": str(e["summary"]), "day": e.decoded("dtstart").isoformat(), "text": str(e.get("description"))}
                  for e in calendar.walk("vevent")]))`, file);

async function chromiumOf(client, options) {
  const browser = await Chromium.start(options);
  await browser.context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: base })));
  return browser;
}

// Presses a button that ends in a download; the page stays.
async function saved(browser, button) {
  const [download] = await Promise.all([browser.page.waitForEvent('download'), browser.page.click(`input[name="${button}"]`)]);
  const file = path.join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return { name: download.suggestedFilename(), file };
}

async function everyFormat(scripts) {
  fs.mkdirSync(folder, { recursive: true });
  const client = await as('demo-hospital');
  const browser = await chromiumOf(client, { scripts });
  try {
    await browser.open('/ledger?tab=all&sort=name&ie=%E2%9C%93');
    const listed = await browser.read(`[].map.call(document.querySelectorAll('table.list thead th'), function (th) { return th.textContent; })`);
    await browser.follow('导出');
    const rows = Number(/将导出 (\d+) 行/.exec(await browser.text())[1]);
    const xlsx = await saved(browser, 'op_xlsx');
    assert(xlsx.name === `台账-${compact()}.xlsx`, `Chromium calls the xlsx ${xlsx.name}`);
    const sheet = await spreadsheet(xlsx.file);
    assert(sheet.name === '台账' && sheet.rows.length === rows + 1, `the sheet ${sheet.name} has ${sheet.rows.length} rows, not ${rows + 1}`);
    const head = sheet.rows[0];
    assert(head.slice(-2).join() === '系统编号,版本' && head.slice(0, -2).every((name) => listed.some((th) => th.includes(name))), `its columns are ${head}, the list's ${listed}`);
    const serial = head.indexOf('出厂编号');
    const inDatabase = new Map((await query(`select id, serial_number from instruments where unit_id = (select id from units where name = '示范医院')`)).map((l) => l.split('|')));
    assert(sheet.rows.slice(1).every((row) => inDatabase.get(row[head.indexOf('系统编号')]) === row[serial]), 'serial numbers are not those of the database');
    const csv = await saved(browser, 'op_csv');
    assert(csv.name === `台账-${compact()}.csv`, `Chromium calls the csv ${csv.name}`);
    const text = fs.readFileSync(csv.file, 'utf8');
    assert(text.startsWith('\ufeff' + head.join(',') + '\r\n') && text.split('\r\n').length === rows + 2, `the csv: ${text.slice(0, 200)}`);
    const gb = await saved(browser, 'op_gb18030');
    const read = await run('iconv', ['-f', 'GB18030', '-t', 'UTF-8', gb.file]);
    assert(read.code === 0 && read.out === text.slice(1), 'the GB18030 file holds something else than the UTF-8 one');
    assert((await browser.errors()).length === 0, (await browser.errors()).join('; '));
  } finally {
    await browser.close();
  }
}

async function rareCharacters() {
  const client = await approvedUnit(freshUnit());
  await client.followed(await client.addInstrument(freshInstrument(9, { name: '示范²秤𠮷', remark: '=1+1' })));
  const told = await (await client.get('/ledger/export')).form('op_gb18030').submit('op_gb18030');
  assert(told.status === 422 && told.words.includes('²') && told.words.includes('𠮷') && /2 处字符/.test(told.words), told.words.slice(0, 500));
  const file = await client.followed(await told.form('op_gb18030_anyway').submit('op_gb18030_anyway'));
  const name = path.join(state, 'tmp', 'rare.csv');
  fs.writeFileSync(name, file.bytes);
  const read = await run('iconv', ['-f', 'GB18030', '-t', 'UTF-8', name]);
  assert(read.out.includes('示范²秤𠮷'), `read as GB18030 it says ${read.out.slice(0, 300)}`);
}

async function inFirefox() {
  const client = await as('demo-hospital');
  const xlsx = await firefox.download(client, '/ledger/export', 'op_xlsx');
  assert(path.basename(xlsx) === `台账-${compact()}.xlsx`, `Firefox calls it ${path.basename(xlsx)}`);
  assert((await spreadsheet(xlsx)).name === '台账', 'Firefox saved something else');
  const csv = await firefox.download(client, '/ledger/export', 'op_csv');
  assert(path.basename(csv) === `台账-${compact()}.csv`, `Firefox calls it ${path.basename(csv)}`);
}

// A large ledger: made in the background, watched, fetched; the csv of it streams.
async function large() {
  const unit = freshUnit();
  const client = await approvedUnit(unit);
  await client.followed(await client.addInstrument(freshInstrument(9)));
  await query(`insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, use, delivery)
    select i.unit_id, i.name, i.kind_id, i.mode, i.model, i.measuring_range, i.accuracy, 'L' || n, i.manufacturer, i.origin, i.division_code, i.place, i.use, i.delivery
    from instruments i join units e on e.id = i.unit_id and e.name = '${quoted(unit.unit_name)}', generate_series(1, 5000) n`);
  const begun = await (await client.get('/ledger/export')).form('op_xlsx').submit('op_xlsx');
  assert(begun.status === 303 && /^\/ledger\/jobs\/\d+$/.test(begun.location), `${begun.status} ${begun.location}`);
  const done = await until(async () => { const page = await client.get(begun.location); return page.linkNamed('下载文件') && page; }, 'the job is done', 60000);
  const file = await client.get(done.linkNamed('下载文件'));
  assert(/filename\*=UTF-8''%E5%8F%B0%E8%B4%A6-\d{8}\.xlsx$/.test(file.headers['content-disposition']), file.headers['content-disposition']);
  const name = path.join(state, 'tmp', 'large.xlsx');
  fs.writeFileSync(name, file.bytes);
  assert((await spreadsheet(name)).rows.length === 5002, 'rows are missing');
  assert((await (await as('demo-market')).get(done.linkNamed('下载文件'))).status === 404, "another unit gets the job's file");
  const csv = await client.get('/ledger/export/file?as=csv');
  assert(csv.text.split('\r\n').length === 5003, 'the csv is not whole');
}

// The codes on the first page. The reader is made for one code in front of a camera and misses one now and then among twenty, another
// at each resolution: what it reads at any of three can be read.
async function codesOn(pdf) {
  const codes = new Set();
  for (const dpi of ['200', '300', '400']) {
    const picture = `${pdf}-${dpi}`;
    await run('pdftoppm', ['-r', dpi, '-png', '-singlefile', '-f', '1', '-l', '1', pdf, picture]);
    for (const code of (await run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`])).out.trim().split('\n')) codes.add(code);
  }
  return [...codes];
}

// Prints the labels, reads the codes off the paper and follows them as a passer-by does.
async function labels() {
  fs.mkdirSync(folder, { recursive: true });
  const client = await as('demo-market');
  for (const [size, perSheet] of [['60x40', 21], ['50x30', 36], ['80x50', 10]]) {
    const browser = await chromiumOf(client, { scripts: false });
    await browser.open(`/ledger/labels?label=${size}`);
    const made = Number(/共 (\d+) 张标签/.exec(await browser.text())[1]);
    const cut = await browser.read(`[].filter.call(document.querySelectorAll('.label'), function (l) {
      var code = l.querySelector('.label-code').getBoundingClientRect(), valid = l.querySelector('.label-valid').getBoundingClientRect(), me = l.getBoundingClientRect();
      return code.bottom > valid.top || code.right > me.right || valid.bottom > me.bottom; }).length`);
    assert(cut === 0, `${cut} labels of ${size} hold parts that overlap`);
    const pdf = path.join(folder, `labels-${size}.pdf`);
    await browser.page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
    await browser.close();
    const info = await run('pdfinfo', [pdf]);
    assert(/Page size: +59[56].*A4/.test(info.out) && Number(/Pages: +(\d+)/.exec(info.out)[1]) === Math.ceil(made / perSheet), `${made} labels of ${size}: ${info.out}`);
    const codes = await codesOn(pdf);
    assert(codes.length === Math.min(made, perSheet), `${codes.length} codes can be read on the first sheet of ${size}`);
    assert(codes.every((c) => c.startsWith(`${base}/query/validity?c=`)), `a code leads to ${codes[0]}`);
    const passerBy = await new Client().get(codes[0].slice(base.length));
    assert(passerBy.status === 200 && passerBy.words.includes('查询结果仅供参考，以检定印证为准'), passerBy.words.slice(0, 300));
    const owner = await client.get(codes[0].slice(base.length));
    assert(!owner.words.includes('张登记') && !owner.text.includes('op_logout'), 'the public page greets who is signed in');
  }
}

async function calendar() {
  const client = await approvedUnit(freshUnit());
  for (const name of ['电子秤，“大”', '电子秤；小'])
    await client.followed(await client.addInstrument(freshInstrument(9, { name, place: '示范超市'.repeat(20) })));
  await client.followed(await client.addInstrument(freshInstrument(700, { name: '太远的秤' })));
  const made = await (await client.get('/ledger/calendars')).form('op_add').set({ calendar_name: '到期,日历' }).submit('op_add');
  const address = /http[^<\s]*\/ledger\/calendar\?k=[\w-]+/.exec(made.text)[0];
  const fetched = await new Client().get(address.slice(base.length));
  assert(fetched.status === 200 && fetched.headers['content-type'].startsWith('text/calendar'), `${fetched.status} ${fetched.headers['content-type']}`);
  assert(fetched.bytes.toString('latin1').split('\r\n').every((line) => line.length <= 75 && !line.includes('\n')), 'a line is longer than 75 octets');
  const file = path.join(state, 'tmp', 'due.ics');
  fs.writeFileSync(file, fetched.bytes);
  const events = await calendarOf(file);
  assert(events.length === 1 && events[0].day === today(9), JSON.stringify(events));
  assert(events[0].summary.startsWith('2 台器具到期：') && events[0].text.includes('电子秤；小') && events[0].text.includes('示范超市'.repeat(20)), JSON.stringify(events));
  const again = await new Client().get(address.slice(base.length));
  assert(again.text === fetched.text, 'the same calendar twice is not the same');
  const page = await client.get('/ledger/calendars');
  await (await client.get(page.linkNamed('撤销'))).form('op_revoke').submit('op_revoke');
  assert((await new Client().get(address.slice(base.length))).status === 404, 'a revoked address still answers');
}

module.exports = (test) => {
  test('Chromium takes the ledger away in every format', () => everyFormat(true));
  test('Chromium without script takes the ledger away in every format', () => everyFormat(false));
  test('Firefox saves the ledger under its Chinese name', inFirefox);
  test('characters that GBK lacks are named before the download', rareCharacters);
  test('a large ledger becomes a file in the background', large);
  test("labels print to A4, and a passer-by's phone reads their codes", labels);
  test('a calendar program reads the due dates until the address is revoked', calendar);
};
