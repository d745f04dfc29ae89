// What people do with their accounts, in Chromium with script and without: inviting and handing over, a forgotten password with
// its mail, the second factor, too many failures, a form that outlives the session.
'use strict';
const { Chromium } = require('./chromium');
const { assert, freshUnit, pick } = require('./harness');
const { Client, approvedUnit, solve } = require('./client');
const { query } = require('./database');
const { totp } = require('./links');
const { deliverMail } = require('./mail');
const { login, logout, sees } = require('./walk');

const nobodyWaits = () => query('delete from login_throttle;');

// One browser for a walk, with script or without; the unit is new and approved.
async function walked(scripts, walk) {
  const unit = freshUnit();
  await approvedUnit(unit);
  const browser = await Chromium.start({ scripts });
  try {
    await walk(browser, { ...unit, userType: 'unit' });
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
    await nobodyWaits();
  }
}

async function choosePassword(browser, password, more = {}) {
  for (const [name, value] of Object.entries({ ...more, password, password_confirm: password })) await browser.fill(name, value);
}

// ------------------------------------------------------------------------------------------------- members
async function invitesAndHandsOver(browser, manager) {
  await login(browser, manager);
  await browser.follow('成员管理');
  await browser.follow('新增成员');
  await browser.fill('person', '示范接任');
  await browser.choose('role', 'worker');
  await browser.check('method', 'invite');
  await browser.press('op_add');
  await sees(browser, '邀请已生成', 'after inviting');
  const address = (await browser.textOf('code.secret')).trim();
  await browser.follow('返回成员管理');
  await sees(browser, '尚未接受的邀请', 'in the list of members');
  await logout(browser);

  const heir = { login: 'heir-' + pick('abcdefghjkmnpqrstuvwxyz', 8), password: 'Heir-' + pick('abcdefghjkmnpqrstuvwxyz23456789', 10), userType: 'unit' };
  await browser.open(address.replace(/^https?:\/\/[^/]+/, ''));
  await sees(browser, manager.unit_name, 'on the invitation');
  await browser.fill('login', manager.login);
  await choosePassword(browser, heir.password);
  await browser.press('op_join');
  await sees(browser, '该用户名已被使用', 'beside a login name that is taken');
  await browser.fill('login', heir.login);
  await choosePassword(browser, heir.password);
  await browser.press('op_join');
  await sees(browser, '强检器具台账维护', 'after joining');
  assert(!(await browser.text()).includes('成员管理'), 'an 经办人 does not manage members');
  await logout(browser);
  await browser.open(address.replace(/^https?:\/\/[^/]+/, ''));
  await sees(browser, '链接已失效', 'when the invitation is opened again');

  await login(browser, manager);
  await browser.open('/accounts/members');
  await browser.follow('示范接任');
  await browser.follow('交接负责人');
  await browser.check('leaving', 'removed');
  await browser.press('op_handover');
  await sees(browser, '交接已完成', 'after handing over');
  await login(browser, heir);
  await browser.follow('成员管理');
  await sees(browser, '已移除', 'of the one who left');
  await logout(browser);
}

// ------------------------------------------------------------------------------------------------- a forgotten password
async function forgetsThePassword(browser, user) {
  await query(`update users set email = '${user.email}' where login = '${user.login}';`);
  const ask = async (name) => {
    await browser.open('/accounts/forgot');
    await browser.choose('user_type', 'unit');
    await browser.fill('login', name);
    await browser.fill('captcha', solve(await browser.textOf('.captcha-question')));
    await browser.press('op_send');
    await sees(browser, '30 分钟内有效', 'after asking for a link');
    return (await browser.textOf('.notice')).replace(/\s+/g, ' ');
  };
  assert((await ask(user.login)) === (await ask('nobody-' + pick('abcdefgh', 8))), 'the answer tells whether there is such a user');
  const [mail] = await deliverMail(user.email).then((all) => all.filter((m) => m.text.includes('/accounts/reset?t=')));
  assert(mail, 'no mail with a link came');
  const address = /https?:\/\/[^\s]+\/accounts\/reset\?t=[\w-]+/.exec(mail.text)[0];
  assert(new URL(address).host !== 'evil.example', `the link leads to ${address}`);
  const path = address.replace(/^https?:\/\/[^/]+/, '');
  await browser.open(path);
  await choosePassword(browser, '12345678');
  await browser.press('op_save');
  await sees(browser, '太常见', 'beside a common password');
  const fresh = { ...user, password: 'Fresh-' + pick('abcdefghjkmnpqrstuvwxyz23456789', 10) };
  await choosePassword(browser, fresh.password);
  await browser.press('op_save');
  await sees(browser, '新密码已生效', 'after setting it');
  await browser.open(path);
  await sees(browser, '链接已失效', 'when the link is opened again');
  await login(browser, fresh);
  await logout(browser);
}

// A link's address begins as configured, whatever host a request claims.
async function hostIsNotBelieved() {
  const user = freshUnit();
  await approvedUnit(user);
  await query(`update users set email = '${user.email}' where login = '${user.login}';`);
  const client = new Client();
  const form = (await client.get('/accounts/forgot')).form('op_send').set({ user_type: 'unit', login: user.login }).answerCaptcha();
  await form.submit('op_send', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
  const honest = (await client.get('/accounts/forgot')).form('op_send').set({ user_type: 'unit', login: user.login }).answerCaptcha();
  await honest.submit('op_send');
  const mails = await deliverMail(user.email);
  assert(mails.length > 0 && mails.every((m) => !m.bytes.includes('evil.example') && !m.html.includes('evil.example')), 'a mailed link carries the host of the request');
}

// ------------------------------------------------------------------------------------------------- the second factor
async function usesASecondFactor(browser, user) {
  await login(browser, user);
  await browser.open('/accounts/two-factor');
  const drawn = await browser.read("(function () { var i = document.querySelector('img.qr-code'); return i ? i.naturalWidth : 0; })()");
  assert(drawn > 100, `the QR code is ${drawn} px wide`);
  const secret = await browser.textOf('code.secret');
  await browser.fill('current_password', user.password);
  await browser.fill('code', '000000');
  await browser.press('op_enable');
  await sees(browser, '验证码不正确', 'beside a wrong code');
  assert((await browser.textOf('code.secret')) === secret, 'the key stays the same after an error');
  const enabling = totp(secret);
  await browser.fill('current_password', user.password);
  await browser.fill('code', enabling);
  await browser.press('op_enable');
  await sees(browser, '恢复码', 'after enabling');
  const recovery = await browser.textOf('.recovery-codes code');
  await logout(browser);

  const first = async () => {
    await browser.open('/accounts/login?return=%2Faccounts%2Fprofile');
    await browser.choose('user_type', 'unit');
    await browser.fill('login', user.login);
    await browser.fill('password', user.password);
    await browser.fill('captcha', solve(await browser.textOf('.captcha-question')));
    await browser.press('op_login');
    await sees(browser, '动态验证码', 'after the password');
  };
  await first();
  await browser.fill('code', enabling);  // the next half minute has a code of its own
  await browser.press('op_code');
  await sees(browser, '已经使用过', 'when the code that enabled it comes again');
  await query(`update users set totp_step = totp_step - 1 where login = '${user.login}';`);
  await browser.fill('code', totp(secret));
  await browser.press('op_code');
  await sees(browser, '已启用', 'on the profile');
  await logout(browser);
  await first();
  await browser.fill('code', recovery.toLowerCase());
  await browser.press('op_code');
  await sees(browser, '已启用', 'after a recovery code');
  await logout(browser);
}

// ------------------------------------------------------------------------------------------------- too many failures
async function isLockedOutForAWhile(browser, user) {
  const attempt = async (password) => {
    await browser.open('/accounts/login');
    await browser.choose('user_type', 'unit');
    await browser.fill('login', user.login);
    await browser.fill('password', password);
    await browser.fill('captcha', solve(await browser.textOf('.captcha-question')));
    await browser.press('op_login');
  };
  for (let n = 0; n < 5; n++) {
    await attempt('wrong password');
    await sees(browser, '用户类型、用户名或密码不正确', 'after a wrong password');
  }
  await attempt(user.password);
  await sees(browser, '请在 1 分钟后再试', 'after five failures');
  await query("update login_throttle set blocked_until = now() - interval '1 second';");
  await login(browser, user);
  await sees(browser, '6 次未成功的登录尝试', 'after the wait');
  await logout(browser);
}

// ------------------------------------------------------------------------------------------------- a form outlives its session
async function comesBackToTheForm(browser, user) {
  await login(browser, user);
  await browser.open('/ledger/new');
  await browser.fill('name', '没有丢失的电子秤');
  await browser.fill('model', 'LOST-30');
  await query(`update sessions set seen_at = now() - interval '31 minutes' where user_id = (select id from users where login = '${user.login}');`);
  await browser.press('op_save');
  await sees(browser, '登录已失效', 'after the session had ended');
  await browser.choose('user_type', 'unit');
  await browser.fill('login', user.login);
  await browser.fill('password', user.password);
  await browser.fill('captcha', solve(await browser.textOf('.captcha-question')));
  await browser.press('op_login');
  await sees(browser, '请核对后再次提交', 'above the form');
  assert((await browser.value('name')) === '没有丢失的电子秤' && (await browser.value('model')) === 'LOST-30', 'what was typed is there again');
  assert((await query(`select count(*) from instruments where model = 'LOST-30';`))[0] === '0', 'nothing was saved');
  await logout(browser);
}

module.exports = (test) => {
  for (const scripts of [true, false]) {
    const how = scripts ? 'with script' : 'without script';
    test(`a 负责人 invites a member and hands over, ${how}`, () => walked(scripts, invitesAndHandsOver));
    test(`a forgotten password is set anew by a mailed link, ${how}`, () => walked(scripts, forgetsThePassword));
    test(`a second factor is set up and asked for, ${how}`, () => walked(scripts, usesASecondFactor));
    test(`five failures make an account wait, ${how}`, () => walked(scripts, isLockedOutForAWhile));
    test(`a form outlives its session, ${how}`, () => walked(scripts, comesBackToTheForm));
  }
  test('a mailed link begins with the configured address, whatever the request claims', hostIsNotBelieved);
};
