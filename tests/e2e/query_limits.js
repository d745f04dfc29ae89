// Who asks the public's area much: the captcha as people meet it, in a browser with script and without; nginx's own limit, as
// installed; answers from the cache, which are the same for everybody; and what search engines are told.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { Findings, assert, base, freshInstrument, pick, state, tree, until } = require('./harness');
const { Chromium } = require('./chromium');
const { Client, as, solve, urlencoded } = require('./client');
const { display, findable, forwarder, free, logsFromHere, ownAddress, publicRoutes, solved, unlike } = require('./query');
const { routes } = require('./routes');
const { answerCaptcha, sees } = require('./walk');

// Asks until a captcha is wanted: how often it was not.
async function askUntilAsked(client, most = 300) {
  for (let n = 0; n < most; n++) {
    const answer = await client.get(unlike());
    if (answer.status === 429) return n;
    assert([200, 404].includes(answer.status), `a query answers ${answer.status}`);
  }
  throw new Error(`no captcha within ${most} queries`);
}

// ------------------------------------------------------------------------------------------------- the captcha
async function inABrowser(scripts) {
  const localAddress = ownAddress();
  const client = new Client({ localAddress });
  const { address, unit } = await findable();
  const log = logsFromHere();
  assert((await askUntilAsked(client)) === free, `an address has ${free} queries`);
  const way = await forwarder(localAddress);
  const browser = await Chromium.start({ scripts, site: way.site });
  try {
    await browser.open(address);
    await sees(browser, '请输入验证码后继续查询', 'after many queries');
    assert((await browser.read('document.querySelector("img.captcha").complete && document.querySelector("img.captcha").naturalWidth')) > 0 || !scripts, 'the picture is there');
    const before = await browser.read('document.querySelector("img.captcha").src');
    await browser.press('op_captcha');
    assert((await browser.read('document.querySelector("img.captcha").src')) !== before, '换一张 shows another picture');
    await browser.fill('captcha', 'zzz');
    await browser.press('op_continue');
    await sees(browser, '验证码', 'beside a wrong answer');
    assert((await browser.title()).startsWith('错误：'), `the title after a wrong answer: ${await browser.title()}`);
    await answerCaptcha(browser);
    await browser.press('op_continue');
    await sees(browser, unit, 'once the captcha is solved');
    assert((await browser.path()).startsWith(address), `it leads on to what was asked for, not to ${await browser.path()}`);
    const cookie = (await browser.context.cookies()).find((c) => c.name === 'qj_pass');
    assert(cookie && cookie.httpOnly && cookie.sameSite === 'Lax' && cookie.expires > 0 && cookie.expires < Date.now() / 1000 + 1805, `the pass: ${JSON.stringify(cookie)}`);

    client.cookies.set('qj_pass', cookie.value);
    assert((await askUntilAsked(client)) === solved - 1, `a solved captcha gives ${solved} queries`);
    const other = new Client({ localAddress: ownAddress() });
    assert((await askUntilAsked(other)) === free, "another's queries are its own");
    other.cookies.set('qj_pass', cookie.value);
    assert((await other.get(address)).status === 429, "another's pass is worth nothing");
    await browser.open(address);
    await sees(browser, '请输入验证码后继续查询', 'when it has run out');
    await answerCaptcha(browser);
    await browser.press('op_continue');
    await sees(browser, unit, 'once another captcha is solved');
    assert((await browser.overflow()) <= 0, 'the page fits the window');
    const errors = await browser.errors();
    assert(errors.length === 0, `errors of scripts:\n    ${errors.join('\n    ')}`);
  } finally {
    await browser.close();
    way.close();
  }
  const lines = log(['portal.log']).split('\n').filter((l) => l.includes('event=captcha_asked') && l.includes(`address=${localAddress}`));
  assert(lines.length === 2, `the log says twice that ${localAddress} was asked, not ${lines.length} times`);
}

// Without cookies, with what others were given, and by programs.
async function worthless() {
  const findings = new Findings();
  const localAddress = ownAddress();
  const client = new Client({ localAddress });
  await askUntilAsked(client);
  for (const cookie of ['x', 'A'.repeat(200), 'A'.repeat(3000), '', '"', '%00']) {
    client.cookies.set('qj_pass', cookie);
    findings.check((await client.get(unlike())).status === 429, `the pass “${cookie.slice(0, 20)}” opens`);
  }
  client.cookies.delete('qj_pass');
  const form = (await client.get(unlike())).form('op_continue').answerCaptcha();
  const elsewhere = new Client({ localAddress: ownAddress() });
  elsewhere.cookies = new Map(client.cookies);
  const pairs = urlencoded(form.pairs('op_continue'));
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  findings.check((await elsewhere.request('POST', '/query/captcha', pairs, type)).status === 422, 'a captcha serves another address too');
  const visit = client.cookies.get('qj_visit');
  findings.check((await form.submit('op_continue')).status === 303, 'it serves its own');
  findings.check((await form.submit('op_continue')).status === 303, 'and may be sent again');
  findings.check((await askUntilAsked(client)) === solved, `for ${solved} queries in all`);
  await form.submit('op_continue');
  findings.check((await client.get(unlike())).status === 429, 'a captcha that was used up gives more');
  client.cookies = new Map([['qj_visit', visit]]);
  const head = await client.request('HEAD', unlike());
  findings.check(head.status === 429 && head.bytes.length === 0, `HEAD is counted alike: ${head.status}`);
  for (const { address } of (await publicRoutes()).filter((r) => r.path.includes('/api/'))) {
    const answer = await client.get(address + '?q=' + encodeURIComponent('示范'));
    findings.check(answer.status === 429 && JSON.parse(answer.text).error.code === 'API_TOO_MANY' && Number(answer.headers['retry-after']) > 0, `${address} answers ${answer.status} ${answer.text.slice(0, 100)}`);
  }
  for (const { address } of await publicRoutes()) {
    const separator = address.includes('?') ? '&' : '?';
    const answer = await client.get(`${address}${separator}q=${pick('abcdefghjk', 9)}`);
    findings.check(answer.status === 429 && /[一-龥]/.test(answer.text) && answer.headers['cache-control'] === 'no-store', `${address} is asked for freely: ${answer.status}`);
  }
  findings.raise();
}

// ------------------------------------------------------------------------------------------------- nginx
// Another nginx before the same areas, with the files as they are installed: only the places of this machine are put in.
async function installedNginx(port) {
  const folder = path.join(state, 'tmp', 'installed');
  fs.mkdirSync(path.join(folder, 'qiangjian'), { recursive: true });
  for (const name of fs.readdirSync(path.join(tree, 'nginx')).filter((n) => n.endsWith('.conf') && n !== 'dev.conf')) {
    const text = fs.readFileSync(path.join(tree, 'nginx', name), 'utf8');
    fs.writeFileSync(path.join(folder, 'qiangjian', name), text.replace(/unix:\/run\/qiangjian\//g, `unix:${state}/run/`).replace('/var/cache/qiangjian-query', `${folder}/cache`)
      .replace('/usr/share/qiangjian/views', process.env.QJ_VIEWS).replace('/usr/share/qiangjian/nginx/errors', path.join(process.env.QJ_VIEWS, '..', 'nginx', 'errors')));
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${folder}/${n};`).join(' ');
  fs.writeFileSync(path.join(folder, 'nginx.conf'), `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log info; events { worker_connections 256; }
    http { include /etc/nginx/mime.types; ${temporary} include qiangjian/http.conf; include qiangjian/places.conf; access_log ${folder}/qj.log qj; server { listen 127.0.0.1:${port}; include qiangjian/portal.conf; } }`);
  const { uid, gid } = fs.statSync(path.join(state, 'run'));  // as the user who runs the areas
  fs.chownSync(folder, uid, gid);
  const program = fs.existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  const child = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'pipe'], ...(process.getuid() === 0 ? { uid, gid } : {}) });
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  const ended = new Promise((done) => child.on('close', done));
  const site = `http://127.0.0.1:${port}`;
  await until(async () => {
    assert(child.exitCode === null, () => `nginx does not start: ${said}`);
    return (await new Client({ site }).get('/healthz/live')).status === 200;
  }, 'nginx as installed answers');
  return { site, log: (name) => fs.readFileSync(path.join(folder, name), 'utf8'), stop: () => { child.kill('SIGQUIT'); return ended; } };
}

function freePort() {
  return new Promise((done) => {
    const server = require('net').createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
  });
}

async function tooFast() {
  const nginx = await installedNginx(await freePort());
  try {
    const client = new Client({ site: nginx.site });
    const word = `fast${pick('abcdefghjk', 9)}`;
    const start = Date.now();
    const answers = await Promise.all(Array.from({ length: 150 }, () => client.get(`/query/validity?c=${word}`)));
    const refused = answers.filter((a) => a.status === 429);
    const seconds = (Date.now() - start) / 1000;
    assert(150 - refused.length >= 40 && 150 - refused.length <= 42 + 10 * seconds, `${150 - refused.length} of 150 within ${seconds} s are answered`);
    assert(refused.every((a) => /<h1>操作过于频繁/.test(a.text)), 'the page says so in Chinese');
    assert((await client.get('/')).status === 200, 'everything else goes on');
    assert((await new Client({ site: nginx.site, localAddress: ownAddress() }).get('/query/validity')).status === 200, 'for others too');
    for (const name of ['qj.log', 'error.log']) assert(!nginx.log(name).includes(word), `${name} holds what was looked for`);
    assert(nginx.log('qj.log').includes('status=429'), 'the log says that it was refused');
  } finally {
    await nginx.stop();
  }
}

// ------------------------------------------------------------------------------------------------- the cache
// What this address got, as nginx's log has it: HIT, MISS, …
const cacheWords = (log, localAddress) => log(['access.log']).split('\n').filter((l) => l.includes(`addr=${localAddress} `)).map((l) => /cache=(\S+)/.exec(l)[1]);

// Addresses whose answers may be kept: pages that everybody may ask for, with a parameter that nobody asked before.
async function keepable() {
  const own = (await publicRoutes()).filter((r) => !r.path.includes('{id}') && !r.path.includes('/api/') && r.path !== '/query/validity');
  const out = [];
  for (const { path: address } of own) {
    const answer = await new Client().get(address);
    if (answer.status === 200 && !/no-store/.test(answer.headers['cache-control'] || '')) out.push(address);
  }
  assert(own.length === 0 || out.length > 0, 'no page of the area may be kept');
  return out;
}

async function secondFromTheCache() {
  const findings = new Findings();
  for (const address of await keepable()) {
    const localAddress = ownAddress();
    const log = logsFromHere();
    const client = new Client({ localAddress });
    let twins;
    await until(async () => {  // a machine that is busy may take longer between the two than answers are kept
      const fresh = `${address}?ie=%E2%9C%93&zz=${pick('abcdefghjk', 12)}`;
      twins = [await client.get(fresh), await client.get(fresh)];
      return cacheWords(log, localAddress).slice(-2).join() === 'MISS,HIT';
    }, `${address} comes from the cache the second time`);
    findings.check(twins[0].text === twins[1].text, `${address}: what is kept differs from what was answered`);
    findings.check(twins.every((a) => !a.headers['set-cookie'] && !a.headers['x-cache']), `${address}: ${JSON.stringify(twins[1].headers)}`);
    // Another display setting is another page; a notice, or a HEAD, neither uses nor makes one; anybody else's cookies do not matter.
    const fresh = `${address}?zz=${pick('abcdefghjk', 12)}`;
    const large = new Client({ localAddress });
    large.cookies.set('qj_display', 'large');
    const odd = new Client({ localAddress });
    odd.cookies.set('qj_display', `x${pick('abcdefghjk', 9)}`);
    const from = cacheWords(log, localAddress).length;
    for (let round = 0; round < 3; round++) {
      findings.check(display(await client.get(fresh)) === '', `${address}: a plain page is plain`);
      findings.check(display(await large.get(fresh)) === 'large', `${address}: a large one is large`);
    }
    findings.check(display(await odd.get(fresh)) === '', `${address}: an unknown setting shows the plain page`);
    const head = await client.request('HEAD', `${address}?zz=${pick('abcdefghjk', 12)}`);
    findings.check(head.status === 200 && head.bytes.length === 0, `${address}: HEAD answers ${head.status}`);
    const noticed = new Client({ localAddress });
    noticed.cookies.set('qj_notice', 'SAVED');
    await noticed.get(fresh);
    await until(async () => cacheWords(log, localAddress).length >= from + 9, `${address}: all nine requests are in the log`);  // written after the answer
    const words = cacheWords(log, localAddress).slice(from);
    findings.check(words.slice(-2).every((w) => w === 'BYPASS'), `${address}: HEAD and a notice: ${words}`);
    const asSomebody = await as('demo-market');
    const shown = await asSomebody.get(fresh);
    findings.check(!shown.text.includes('op_logout') && !shown.words.includes('示范农贸市场'), `${address}: the page names who asks`);
  }
  for (const address of ['/query/validity', '/query/captcha', unlike()]) {
    const localAddress = ownAddress();
    const log = logsFromHere();
    const client = new Client({ localAddress });
    for (let n = 0; n < 3; n++) await client.get(address);
    findings.check(cacheWords(log, localAddress).every((w) => w === '-'), `${address} is kept`);
  }
  findings.raise();
}

// A unit renames an instrument: everybody finds it by its new name, and no longer by the old one.
async function changesAreSeen() {
  const search = (await publicRoutes()).find((r) => r.path === '/query/instruments/search');
  if (!search) return;  // nothing can be searched yet
  const unit = await as('demo-market');
  const [before, after] = [0, 1].map(() => '示范' + pick('ABCDEFGHJKLMNPQRSTUVWXYZ', 10) + '秤');
  const added = await unit.addInstrument(freshInstrument(60, { name: before }));
  assert(added.status === 303, `added: ${added.status}`);
  const client = new Client();
  const shows = async (name) => (await client.get(`${search.path}?ie=%E2%9C%93&q=${encodeURIComponent(name)}`)).links(/\/query\/validity\?c=/).length > 0;
  await until(() => shows(before), 'a new instrument is found', 60000);
  const address = added.location.split('?')[0];
  const changed = await (await unit.get(`${address}/edit`)).form('op_save').set({ name: after }).submit('op_save');
  assert(changed.status === 303, `renamed: ${changed.status}`);
  await until(() => shows(after), 'it is found by its new name', 60000);
  await until(async () => !(await shows(before)), 'and no longer by the old one', 60000);
}

// ------------------------------------------------------------------------------------------------- search engines
async function robots() {
  const findings = new Findings();
  const answer = await new Client().get('/robots.txt');
  assert(answer.status === 200 && /^text\/plain/.test(answer.headers['content-type']), `robots.txt: ${answer.status} ${answer.headers['content-type']}`);
  const rules = answer.text.split('\n').map((l) => /^Disallow: (\S+)$/.exec(l)).filter(Boolean).map((m) => new RegExp('^' + m[1].replace(/[.?+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')));
  const allowed = (address) => !rules.some((rule) => rule.test(address));
  for (const address of ['/', '/systems/qiangjian', '/help/environment', '/announcements/7', '/query/instruments', '/query/institutions', '/query/institutions/7', '/query/catalogue', '/static/v-1/css/qiangjian.css'])
    findings.check(allowed(address), `${address} is kept from search engines`);
  for (const { path: pattern, access } of await routes()) {
    const address = pattern.replace(/\{id\}/g, '7');
    findings.check(access === 'anyone' || !allowed(address), `${address}, behind a login, is not kept from search engines`);
    findings.check(!pattern.includes('/api/') || !allowed(address), `${address} is for programs`);
    findings.check(!pattern.startsWith('/query') || !allowed(`${address}?q=1`), `${address}?q=1 is somebody's search`);
  }
  findings.raise();
}

module.exports = (test) => {
  test('after many queries a browser with script meets a captcha, solves it, goes on, and meets it again', () => inABrowser(true));
  test('after many queries a browser without script meets a captcha, solves it, goes on, and meets it again', () => inABrowser(false));
  test('no cookie and no captcha of others opens more queries, and no page or answer of the area is asked for freely', worthless);
  test('who asks too fast gets the page of nginx as it is installed, and no log says what was looked for', tooFast);
  test('answers of the public area are kept for a moment, alike for everybody and apart by display setting', secondFromTheCache);
  test('what changes in a ledger is found by everybody within a minute', changesAreSeen);
  test('search engines may read the public pages, and neither results nor anything behind a login', robots);
};
