// What every module of the end-to-end tests shares: where things are, waiting, running commands, fresh test units.
// Knows nothing of any page. Services come from the cache that ./setup fills, never from the tree.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const crypto = require('crypto');
const { execFileSync, spawn } = require('child_process');

const tools = process.env.QJ_E2E_TOOLS || execFileSync(path.join(__dirname, 'setup'), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const tool = (name) => require(path.join(tools, 'node_modules', name));

const tree = path.resolve(__dirname, '..', '..');
const base = (process.env.PORTAL_URL || 'http://127.0.0.1:8080').replace(/\/$/, '');
const state = process.env.QJ_STATE || fs.mkdtempSync(path.join(os.tmpdir(), 'qj-e2e-'));
const bin = process.env.QJ_BIN || path.join(tree, 'build', 'bin');

// A date as the portal counts it: Asia/Shanghai, or the day the instance was told (QJ_TODAY).
function today(plusDays = 0) {
  const fixed = process.env.QJ_TODAY;
  const start = fixed ? Date.parse(fixed + 'T00:00:00Z') : Date.now() + 8 * 3600e3;
  return new Date(start + plusDays * 86400e3).toISOString().slice(0, 10);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Waits for a condition, never for a time: polls until `ready` answers something true.
async function until(ready, what, limitMs = 30000) {
  const end = Date.now() + limitMs;
  let last;
  for (;;) {
    try {
      const answer = await ready();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${limitMs / 1000} s: ${what}${last ? ` (${last.message})` : ''}`);
    await pause(25);
  }
}

function assert(condition, message) {
  if (!condition) throw new Error(typeof message === 'function' ? message() : message);
}

// Collects many findings, so that one failing case does not hide the next; raises them all at the end.
class Findings {
  constructor() { this.list = []; }
  add(text) { this.list.push(text); }
  check(condition, text) { if (!condition) this.add(typeof text === 'function' ? text() : text); }
  raise(limit = 40) {
    if (this.list.length === 0) return;
    const more = this.list.length > limit ? `\n    … and ${this.list.length - limit} more` : '';
    throw new Error(`${this.list.length} findings\n    ${this.list.slice(0, limit).join('\n    ')}${more}`);
  }
}

// Runs a program to its end: { code, out, err }.
function run(program, args, { input = '', env = {}, limitMs = 120000, cwd } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => { out += data; });
    child.stderr.on('data', (data) => { err += data; });
    child.on('error', (error) => { clearTimeout(timer); failed(error); });
    child.on('close', (code) => { clearTimeout(timer); done({ code, out, err }); });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

// The demo accounts: login → { login, userType, name, password }.
let known;
function account(login) {
  if (!known) {
    known = new Map();
    for (const line of fs.readFileSync(process.env.QJ_DEMO_ACCOUNTS, 'utf8').split('\n')) {
      const [name, userType, unit, password] = line.split('\t');
      if (password) known.set(name, { login: name, userType, name: unit, password });
    }
  }
  assert(known.has(login), `no account ${login} in ${process.env.QJ_DEMO_ACCOUNTS}`);
  return known.get(login);
}

const pick = (alphabet, n) => Array.from({ length: n }, () => alphabet[crypto.randomInt(alphabet.length)]).join('');

// 组织机构代码 GB 11714: eight characters and a check character.
function organisationCode(body = pick('0123456789', 8)) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((s, c, i) => s + parseInt(c, 36) * weights[i], 0);
  return body + '0X987654321'[sum % 11];  // 11 − sum mod 11, where 10 is X and 11 is 0
}

// 统一社会信用代码 GB 32100: 17 characters and a check character.
function unitCode(body = '91330106' + organisationCode()) {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = [...body].reduce((s, c, i) => s + alphabet.indexOf(c) * weights[i], 0);
  return body + alphabet[(31 - (sum % 31)) % 31];
}

// 居民身份证 GB 11643. The region 990101 belongs to no place, so the number belongs to nobody.
function idNumber(body = '99010119900101' + pick('0123456789', 3)) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((s, c, i) => s + Number(c) * weights[i], 0);
  return body + '10X98765432'[sum % 11];
}

// What a person types to register a unit nobody has registered before.
function freshUnit() {
  const mark = pick('abcdefghjkmnpqrstuvwxyz23456789', 8);
  return {
    unit_type: 'enterprise', unit_name: `试验食品店${mark}`, unit_code: unitCode(),
    division_1: '330000', division_2: '330100', division_3: '330106',
    representative: '张三', id_type: 'id_card', id_number: idNumber(), contact: '李四',
    mobile: '139' + pick('0123456789', 8), email: `${mark}@example.cn`, login: `shop-${mark}`,
    password: `Ciphertext-${mark}`, password_confirm: `Ciphertext-${mark}`,
    consent_terms: 'yes', consent_privacy: 'yes', consent_id_number: 'yes',
  };
}

// What a person types to add an instrument; `dueInDays` from today.
function freshInstrument(dueInDays, more = {}) {
  return {
    name: '电子计价秤', model: 'ACS-30', measuring_range: '0.1 kg～30 kg', accuracy: 'Ⅲ', serial_number: 'S' + pick('0123456789', 9),
    manufacturer: '示范衡器厂', origin: 'domestic', division_1: '330000', division_2: '330100', division_3: '330106', place: '一号柜台', quantity: '1', use: 'trade',
    delivery: 'send_in', verified_on: today(dueInDays - 365), valid_until: today(dueInDays), certificate_number: '示范-001',
    institution_name: '示范计量所', ...more,
  };
}

// The smallest honest licence: a PNG of one white pixel.
const licence = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==', 'base64');
function licenceFile() {
  const file = path.join(state, '营业执照.png');
  fs.writeFileSync(file, licence);
  return file;
}

module.exports = {
  Findings, account, assert, base, bin, freshInstrument, freshUnit, idNumber, licence, licenceFile, organisationCode, pause, pick, run, state, today, tool,
  tools, tree, unitCode, until,
};
