// One instrument and what hangs on it, in Chromium with script and without: files, certificates, history; and an everyday name
// that an administrator adds and a unit finds the kind by.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium');
const { approvedUnit } = require('./client');
const { account, assert, freshInstrument, freshUnit, licence, pick, state, today } = require('./harness');
const { login, logout, sees } = require('./walk');

// Left half red, right half blue; 48 by 24 pixels.
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAYADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAYHBf/EABkRAQADAQEAAAAAAAAAAAAAAAAGQ4LBwv/aAAwDAQACEQMRAD8Az4DGUkQl1CMYndn0KSarXAAxFV0BHVVEIDGJ3Z9Ckmq1wAMRV//Z', 'base64');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

function written(name, bytes) {
  const file = path.join(state, name);
  fs.writeFileSync(file, bytes);
  return file;
}

async function send(browser, kind, name, bytes) {
  await browser.check('attachment_kind', kind);
  await browser.upload('attachment', written(name, bytes));
  await browser.press('op_attach');
}

async function files(browser, address) {
  await browser.open(address);
  await send(browser, 'photo', '铭牌 照片.jpg', jpeg);
  await sees(browser, '附件已上传', 'after the photo');
  await send(browser, 'other', '示范截图.png', licence);
  await sees(browser, '示范截图.png', 'among the files');
  await send(browser, 'certificate', '检定证书（2025）.pdf', pdf);
  await sees(browser, '检定证书（2025）.pdf', 'among the files');
  const drawn = await browser.read("[].map.call(document.querySelectorAll('.file-picture img'), function (i) { return i.complete ? i.naturalWidth : -1; })");
  assert(drawn.length === 2 && drawn[0] === 48 && drawn[1] === 1, `small pictures of the jpg and the png are seen: ${drawn}`);
  await send(browser, 'other', '网页.jpg', Buffer.from('<html><script>alert(1)</script></html>'));
  await sees(browser, '文件类型不符合要求', 'beside what is no picture');
  assert((await browser.title()).startsWith('错误：'), 'the title says that something is wrong');
  assert((await browser.value('attachment_kind')) === 'other', 'the kind chosen is kept');
}

async function certificate(browser, address, old) {
  await browser.open(address);
  await browser.follow('登记新的检定证书');
  await browser.fill('certificate_number', '示范新证-002');
  await browser.fill('institution_name', '示范计量所');
  await browser.fill('verified_on', '明天');
  await browser.upload('certificate_file', written('新证书.pdf', pdf));
  await browser.press('op_save');
  await sees(browser, '日期无法识别', 'beside the day');
  await sees(browser, '新证书.pdf', 'received with the form that had an error');
  await browser.fill('verified_on', today(-2));
  await browser.press('op_save');
  await sees(browser, '检定证书已登记', 'after the certificate');
  const [now, before] = [await browser.row('示范新证-002'), await browser.row(old)];
  assert(now.text.includes('现行') && now.text.includes('查看'), `the new one is in force, with its file: ${now.text}`);
  assert(before.text.includes('以前'), `the old one is an earlier one: ${before.text}`);
}

async function history(browser, address) {
  await browser.open(address + '/edit');
  await browser.fill('place', '二号柜台');
  await browser.press('op_save');
  await browser.open(address + '/history');
  const change = await browser.row('修改器具');
  assert(/安装\/使用地点：\s*一号柜台\s*→\s*二号柜台/.test(change.text), `old → new: ${change.text}`);
  await sees(browser, '登记检定证书', 'in the history');
  await sees(browser, '上传附件', 'in the history');
}

async function foreign(browser, client, address) {
  const [, picture] = /src="([^"]+)\/thumb"/.exec((await client.get(address)).text);
  const other = await (await approvedUnit(freshUnit())).get(picture);
  assert(other.status === 404, `another unit's file answers ${other.status}`);
  const own = await client.get(picture);
  assert(own.status === 200 && own.bytes.equals(jpeg) && own.headers['content-type'] === 'image/jpeg' && own.headers['x-content-type-options'] === 'nosniff',
    `the unit's own comes as it was sent: ${own.status} ${own.headers['content-type']}`);
  assert(own.headers['content-disposition'].includes(encodeURIComponent('铭牌 照片')), `under its name: ${own.headers['content-disposition']}`);
  await browser.open(address);
  await browser.follow('删除：铭牌 照片.jpg');
  await sees(browser, '删除后不能恢复', 'before a file is removed');
  await browser.press('op_remove');
  await sees(browser, '附件已删除', 'after it');
  assert((await client.get(picture)).status === 404, 'a removed file is gone');
}

async function everydayName(browser, unit) {
  const word = '示范俗名' + pick('abcdefghjkmnpqrstuvwxyz', 6);
  await login(browser, account('demo-admin'));
  await browser.open('/admin/catalogue?text=' + encodeURIComponent('非自动衡器'));
  await browser.follow('非自动衡器');
  await browser.follow('修改俗名');
  const names = await browser.value('everyday_names');
  await browser.type('[name="everyday_names"]', `${word}\n${names}`);
  await browser.press('op_save');
  await sees(browser, '俗名已保存', 'after saving');
  await logout(browser);
  await login(browser, unit);
  await browser.open('/ledger/new');
  await browser.fill('kind_query', word);
  await browser.press('op_find_kind');
  await sees(browser, '非自动衡器', 'found by the new name');
  await sees(browser, '的须强制检定', 'what the kind is for');
  await logout(browser);
}

async function walked(options) {
  const unit = freshUnit();
  const client = await approvedUnit(unit);
  const values = freshInstrument(100, { certificate_number: '示范旧证-001' });
  const address = (await client.addInstrument(values)).location;
  const browser = await Chromium.start(options);
  try {
    await login(browser, { ...unit, userType: 'unit' });
    await files(browser, address);
    await certificate(browser, address, '示范旧证-001');
    await history(browser, address);
    await foreign(browser, client, address);
    await logout(browser);
    await everydayName(browser, { ...unit, userType: 'unit' });
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('an instrument gets files, a new certificate and a history', () => walked({}));
  test('an instrument gets files, a new certificate and a history without script', () => walked({ scripts: false }));
};
module.exports.jpeg = jpeg;
module.exports.pdf = pdf;
