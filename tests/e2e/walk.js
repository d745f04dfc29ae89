// The main job, written once for every browser: a unit registers (and errs first), an administrator approves, the unit logs
// in, adds instruments and sees yellow and red. A browser is an object with the verbs used below (browser.js and the drivers beside it);
// what it does with them is real: keys, clicks, page loads.
'use strict';
const { account, assert, freshInstrument, freshUnit, licenceFile, unitCode, until } = require('./harness');
const { solve } = require('./client');

const rejectedCode = () => {
  const good = unitCode();
  return good.slice(0, 17) + (good[17] === '0' ? '1' : '0');
};

async function sees(browser, words, where) {
  await until(async () => (await browser.text()).includes(words), `“${words}” ${where}`, 15000)
    .catch(async (error) => { throw new Error(`${error.message}; the page ${await browser.path()} says: ${(await browser.text()).replace(/\s+/g, ' ').slice(0, 400)}`); });
}

// With script the next level appears by itself; without it the button 选择下级 asks the server.
async function chooseDivision(browser, values) {
  const has = async (name) => (await browser.options(name)).some((o) => o.value === values[name]);
  await browser.choose('division_1', values.division_1);
  for (const name of ['division_2', 'division_3']) {
    if (browser.scripts) await until(() => has(name), `${name} offers ${values[name]} by script`, 15000);
    else if (!(await has(name))) await browser.press('op_division');
    await browser.choose(name, values[name]);
  }
}

async function answerCaptcha(browser) {
  await browser.fill('captcha', solve(await browser.textOf('.captcha-question')));
}

async function register(browser, unit) {
  await browser.open('/accounts/register');
  await browser.choose('unit_type', unit.unit_type);
  await chooseDivision(browser, unit);
  await browser.choose('id_type', unit.id_type);
  for (const name of ['unit_name', 'representative', 'id_number', 'contact', 'mobile', 'email', 'login']) await browser.fill(name, unit[name]);
  await browser.fill('unit_code', rejectedCode());
  for (const name of ['consent_terms', 'consent_privacy', 'consent_id_number']) await browser.check(name);
  await browser.upload('license', licenceFile());
  for (const name of ['password', 'password_confirm']) await browser.fill(name, unit[name]);
  await answerCaptcha(browser);
  await browser.press('op_register');

  await sees(browser, '代码校验不通过', 'after a code with a wrong check digit');
  assert((await browser.title()).startsWith('错误：'), `the title of a form with errors: ${await browser.title()}`);
  assert((await browser.value('unit_name')) === unit.unit_name, `the name typed is kept, not “${await browser.value('unit_name')}”`);
  assert((await browser.value('division_3')) === unit.division_3, `the division chosen is kept, not “${await browser.value('division_3')}”`);
  await browser.fill('unit_code', unit.unit_code.replace(/^(.{8})/, '$1-').toLowerCase());
  for (const name of ['password', 'password_confirm']) await browser.fill(name, unit[name]);
  await answerCaptcha(browser);
  await browser.press('op_register');
  if ((await browser.title()).startsWith('错误')) throw new Error(`registration was refused: ${(await browser.text()).slice(0, 600)}`);
}

async function login(browser, { login: name, password, userType }, path = '/accounts/login') {
  await browser.open(path);
  await browser.choose('user_type', userType);
  await browser.fill('login', name);
  await browser.fill('password', password);
  await answerCaptcha(browser);
  await browser.press('op_login');
  assert(!(await browser.path()).startsWith('/accounts/login'), `login as ${name} was refused: ${(await browser.text()).slice(0, 300)}`);
}

async function logout(browser) {
  await browser.press('op_logout');
  await sees(browser, '登录', 'after leaving');
}

async function approve(browser, unit) {
  await browser.open('/admin/enterprises?state=pending');
  while (!(await browser.text()).includes(unit.unit_name)) await browser.follow('下一页');
  await browser.follow(unit.unit_name);
  await sees(browser, unit.representative, 'on the review page');
  await browser.press('op_approve');
  await browser.open('/admin/enterprises?state=approved');
  await sees(browser, '审核通过', 'in the list of approved units');
}

async function addInstrument(browser, values) {
  await browser.open('/ledger/new');
  await browser.fill('kind_query', '电子秤');
  await browser.press('op_find_kind');
  const kind = (await browser.options('kind_id')).find((o) => o.value !== '' && o.text.includes('衡器'));
  assert(kind, 'looking for 电子秤 offers a kind of 衡器');
  await browser.choose('kind_id', kind.value);
  await chooseDivision(browser, values);
  for (const name of ['origin', 'use', 'delivery']) await browser.choose(name, values[name]);
  for (const name of ['name', 'model', 'measuring_range', 'accuracy', 'serial_number', 'manufacturer', 'place', 'quantity', 'verified_on',
    'valid_until', 'certificate_number', 'institution_name']) await browser.fill(name, values[name]);
  await browser.press('op_save');
  if ((await browser.title()).startsWith('错误')) throw new Error(`not saved: ${await browser.text()}`);
}

// Everything, in one browser. `browser.layout` says whether it draws (HtmlUnit does not).
async function walk(browser) {
  const unit = freshUnit();
  await register(browser, unit);  // who has registered is signed in
  await sees(browser, '待审核', 'on the status page');
  await logout(browser);

  await login(browser, account('demo-admin'));
  await approve(browser, unit);
  await logout(browser);

  await login(browser, { ...unit, userType: 'unit' }, '/accounts/login?return=%2Fledger');
  assert((await browser.path()).startsWith('/ledger'), `login leads where one was going, not to ${await browser.path()}`);
  const late = freshInstrument(-12);
  const soon = freshInstrument(9);
  await addInstrument(browser, late);
  await addInstrument(browser, soon);
  await browser.open('/ledger');
  await sees(browser, late.serial_number, 'in the ledger');
  await sees(browser, soon.serial_number, 'in the ledger');
  const lateRow = await browser.row(late.serial_number);
  const soonRow = await browser.row(soon.serial_number);
  assert(/已超期\s*12\s*天/.test(lateRow.text), `12 days over: ${lateRow.text}`);
  assert(/还有\s*9\s*天/.test(soonRow.text), `9 days left: ${soonRow.text}`);
  if (browser.layout) {
    assert(isRed(lateRow.colour), `the row of the overdue one is red, not ${lateRow.colour}`);
    assert(isYellow(soonRow.colour), `the row of the soon due one is yellow, not ${soonRow.colour}`);
    await fits(browser);
  }
  await browser.open('/ledger?tab=overdue');
  await sees(browser, late.serial_number, 'under 已超期');
  assert(!(await browser.text()).includes(soon.serial_number), 'the tab 已超期 shows only what is overdue');
  await logout(browser);
  const errors = await browser.errors();
  assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
}

const channels = (colour) => (/\d+(, ?\d+)+/.exec(colour) || [''])[0].split(',').map(Number);
const isRed = (colour) => { const [r, g, b] = channels(colour); return r > g + 5 && r > b + 5 && Math.abs(g - b) < 20; };
const isYellow = (colour) => { const [r, g, b] = channels(colour); return r > b + 10 && g > b + 10; };

async function fits(browser) {
  for (const path of ['/', '/ledger', '/ledger/new']) {
    await browser.open(path);
    const over = await browser.overflow();
    assert(over <= 0, `${path} is ${over} px wider than the window of 1024`);
  }
}

module.exports = { answerCaptcha, chooseDivision, login, logout, register, sees, walk };
