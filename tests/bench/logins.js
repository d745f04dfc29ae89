// Logins for the bench. Forms are fetched before the clock starts: what is measured is the answer to a password.
//   node logins.js good URL LOGIN PASSWORD COUNT     COUNT good logins, one after the other: prints milliseconds for each, median
//   node logins.js flood URL RATE SECONDS            RATE bad logins a second, each for another login from another loopback address
// Prints “ready” once the forms are there, and waits for a line on stdin.
'use strict';
const http = require('http');
const readline = require('readline');

const [mode, base, ...rest] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: false, maxSockets: 400 });

function send(method, path, { body, cookie = '', from = '127.0.0.1' } = {}) {
  const url = new URL(path, base);
  return new Promise((done, failed) => {
    const headers = { cookie, ...(body ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } : {}) };
    const request = http.request(url, { method, headers, agent, localAddress: from }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => done({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', failed);
    request.end(body);
  });
}

async function form(from, login, password) {
  const page = await send('GET', '/accounts/login', { from });
  const value = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)[1];
  const [, a, sign, b] = /验证码问答：(.)(加|减)(.)/.exec(page.text);
  const number = (word) => '零一二三四五六七八九'.indexOf(word);
  const captcha = sign === '加' ? number(a) + number(b) : number(a) - number(b);
  const fields = { ie: '✓', token: value('token'), captcha_seal: value('captcha_seal'), captcha, return: '', form: '', user_type: 'unit', login, password, op_login: '登录' };
  return { from, cookie: page.headers['set-cookie'].map((c) => c.split(';')[0]).join('; '), body: new URLSearchParams(fields).toString() };
}

const post = (f) => send('POST', '/accounts/login', f);
const told = () => new Promise((done) => { const lines = readline.createInterface({ input: process.stdin }); lines.once('line', () => { lines.close(); done(); }); });

async function good(login, password, count) {
  const forms = [];
  for (let n = 0; n < count; n++) forms.push(await form('127.0.0.1', login, password));
  console.log('ready');
  await told();
  const times = [];
  for (const f of forms) {
    const begin = process.hrtime.bigint();
    const answer = await post(f);
    if (answer.status !== 303) throw new Error(`a login answers ${answer.status}`);
    times.push(Number(process.hrtime.bigint() - begin) / 1e6);
  }
  times.sort((x, y) => x - y);
  console.log(times[times.length >> 1].toFixed(2));
}

async function flood(rate, seconds) {
  const forms = [];
  for (let n = 0; n < rate * seconds; n++) forms.push(await form(`127.0.${1 + (n >> 8) % 250}.${1 + (n % 250)}`, `flood-${process.pid}-${n}`, 'no such password'));
  console.log('ready');
  await told();
  const counts = {};
  const under_way = [];
  const begin = Date.now();
  await new Promise((done) => {
    const tick = setInterval(() => {
      while (forms.length > 0 && under_way.length < ((Date.now() - begin) / 1000) * rate)
        under_way.push(post(forms.shift()).then((a) => { counts[a.status] = (counts[a.status] || 0) + 1; }, () => { counts.failed = (counts.failed || 0) + 1; }));
      if (forms.length === 0 || Date.now() - begin > seconds * 1000) { clearInterval(tick); done(); }
    }, 5);
  });
  await Promise.all(under_way);
  console.log(JSON.stringify(counts));
}

(mode === 'good' ? good(rest[0], rest[1], Number(rest[2])) : flood(Number(rest[0]), Number(rest[1]))).then(() => process.exit(0), (error) => { console.error(error.message); process.exit(1); });
