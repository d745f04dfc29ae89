// The review as both sides live through it, in Chromium with script and without: a unit registers, is sent back with a canned
// reason, corrects, is approved; then somebody who cannot log in asks for a new password and sets it.
'use strict';
const { Chromium } = require('./chromium');
const { account, assert, freshUnit, idNumber, licenceFile } = require('./harness');
const { answerCaptcha, login, logout, register, sees } = require('./walk');

const canned = '请补充上传营业执照或登记证书。';

async function openUnit(browser, name, state) {
  await browser.open(`/admin/enterprises?state=${state}&text=${encodeURIComponent(name)}`);
  await browser.follow(name);
}

async function sentBackCorrectedApproved(browser, unit) {
  await register(browser, unit);
  await logout(browser);

  await login(browser, account('demo-admin'));
  await openUnit(browser, unit.unit_name, 'pending');
  await browser.follow('审核不通过');
  await browser.press('op_reject');
  assert((await browser.title()).startsWith('错误：'), 'sending back needs a reason');
  await browser.check('canned', canned);
  await browser.fill('reason', '名称请写全称。');
  await browser.press('op_reject');
  await sees(browser, '已退回修改', 'after sending back');
  await logout(browser);

  await login(browser, { ...unit, userType: 'unit' });
  await sees(browser, canned, 'on the status page');
  await sees(browser, '名称请写全称。', 'on the status page');
  await browser.follow('修改并重新提交');
  unit.unit_name += '有限公司';
  await browser.fill('unit_name', unit.unit_name);
  await browser.fill('id_number', idNumber());
  await browser.upload('license', licenceFile());
  await browser.press('op_resubmit');
  await sees(browser, '待审核', 'after correcting');
  await logout(browser);

  await login(browser, account('demo-admin'));
  await browser.open(`/admin/enterprises?text=${encodeURIComponent(unit.unit_name)}`);
  await browser.check('unit');
  await browser.press('op_approve');
  await sees(browser, unit.unit_name, 'on the page that asks');
  await browser.press('op_approve');
  await sees(browser, '已审核通过 1 家', 'on the answer');
  await logout(browser);
  await login(browser, { ...unit, userType: 'unit' });
  assert((await browser.path()).startsWith('/ledger'), `an approved unit comes to its ledger, not to ${await browser.path()}`);
  await logout(browser);
}

async function recovers(browser, unit) {
  await browser.open('/accounts/recover');
  await browser.follow('申请找回账户');
  for (const [name, value] of Object.entries({ login: unit.login, organisation: unit.unit_name, organisation_code: unit.unit_code, contact: unit.contact, mobile: unit.mobile, explanation: '忘记密码' })) await browser.fill(name, value);
  await browser.upload('proof', licenceFile());
  await answerCaptcha(browser);
  await browser.press('op_recover');
  await sees(browser, '查询码', 'on the receipt');
  await browser.follow('查看办理进度');
  await sees(browser, '待处理', 'on the status page');
  const status = await browser.path();

  await login(browser, account('demo-admin'));
  await browser.open('/admin');
  await browser.follow('找回账户');
  while (!(await browser.text()).includes(unit.unit_name)) await browser.follow('下一页');
  const number = /^\s*(\d+)/.exec((await browser.row(unit.unit_name)).text)[1];
  await browser.open(`/admin/requests/${number}`);
  await browser.press('op_approve');
  await sees(browser, '申请已通过', 'after approving');
  await logout(browser);

  await browser.open(status);
  unit.password += '-new';
  for (const name of ['password', 'password_confirm']) await browser.fill(name, unit.password);
  await browser.press('op_finish');
  await sees(browser, '新密码已设置', 'after setting it');
  await login(browser, { ...unit, userType: 'unit' });
  await logout(browser);
}

async function walked(options) {
  const browser = await Chromium.start(options);
  try {
    const unit = freshUnit();
    await sentBackCorrectedApproved(browser, unit);
    await recovers(browser, unit);
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
  }
}

module.exports = (test) => {
  test('Chromium: sent back with a canned reason, corrected, approved; a lost password set anew', () => walked());
  test('Chromium without script: sent back with a canned reason, corrected, approved; a lost password set anew', () => walked({ scripts: false }));
};
