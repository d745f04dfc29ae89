// A browser without script, in 200 lines: keeps cookies, finds forms, fills them, sends them as a browser would.
// A value may be a Buffer: then its bytes are sent as they are (for hostile input).
'use strict';
const http = require('http');
const { tool, base, assert, account, licence } = require('./harness');
const { parseDocument, DomUtils } = tool('htmlparser2');
const { decodeHTML } = tool('entities');

const is = (name) => (node) => node.type !== 'text' && node.name === name;
const attribute = (node, name) => node.attribs && node.attribs[name];
const textOf = (node) => DomUtils.innerText(node).replace(/\s+/g, ' ').trim();
const all = (test, root) => DomUtils.findAll(test, root.children || [root]);

// 七加五 → 12. The question in words that stands beside the captcha's picture.
function solve(question) {
  const match = /([零一二三四五六七八九十]+)\s*(加|减)\s*([零一二三四五六七八九十]+)/.exec(question);
  assert(match, `no captcha question in “${question}”`);
  const number = (word) => (word === '十' ? 10 : word.startsWith('十') ? 10 + number(word.slice(1)) : '零一二三四五六七八九'.indexOf(word));
  const [a, b] = [number(match[1]), number(match[3])];
  return String(match[2] === '加' ? a + b : a - b);
}

const raw = (value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value), 'utf8'));
const percent = (value) =>
  [...raw(value)].map((byte) => (/[A-Za-z0-9*._-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : '%' + byte.toString(16).padStart(2, '0'))).join('');
const urlencoded = (pairs) => Buffer.from(pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&'));

function multipart(pairs) {
  const boundary = '----e2e' + Math.random().toString(36).slice(2);
  const parts = pairs.map(([name, value]) => {
    const file = value && value.file !== undefined;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"` +
      (file ? `; filename="${value.name}"\r\nContent-Type: ${value.type || 'application/octet-stream'}` : '') + '\r\n\r\n';
    return Buffer.concat([Buffer.from(head), raw(file ? value.file : value), Buffer.from('\r\n')]);
  });
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` };
}

class Page {
  constructor(path, answer, client) {
    Object.assign(this, answer, { path, client });
    this.text = this.bytes.toString('utf8');
    this.location = this.headers.location;
  }
  get document() { return this.parsed || (this.parsed = parseDocument(this.text)); }
  all(test) { return all(test, this.document); }
  withClass(name) { return this.all((n) => (attribute(n, 'class') || '').split(/\s+/).includes(name)); }
  get words() {
    const body = this.all(is('body'))[0];
    return body ? textOf(body) : this.text;
  }
  get title() { const t = this.all(is('title'))[0]; return t ? textOf(t) : ''; }
  get notice() { const n = this.withClass('notice')[0]; return n ? textOf(n) : ''; }
  // The message beside a field, or ''.
  errorOf(field) {
    const node = this.all((n) => attribute(n, 'id') === `f-${field}-error`)[0];
    return node ? textOf(node) : '';
  }
  links(pattern) { return this.all(is('a')).filter((a) => pattern.test(attribute(a, 'href') || '')).map((a) => attribute(a, 'href')); }
  linkNamed(words) { const a = this.all(is('a')).find((n) => textOf(n).includes(words)); return a && attribute(a, 'href'); }
  get forms() { return this.all(is('form')).map((node) => new Form(node, this)); }
  // The form that has this control (a field or a button), or that posts to this path.
  form(named) {
    const found = this.forms.find((f) => f.controls.some((c) => c.name === named) || f.action === named);
    assert(found, () => `no form with ${named} on ${this.path} (${this.status}, ${this.title})`);
    return found;
  }
}

class Form {
  constructor(node, page) {
    this.page = page;
    this.method = (attribute(node, 'method') || 'get').toUpperCase();
    this.action = attribute(node, 'action') || page.path;
    this.files = attribute(node, 'enctype') === 'multipart/form-data';
    this.controls = all((n) => ['input', 'select', 'textarea'].includes(n.name) && attribute(n, 'name'), node).map(Form.control);
    const question = page.withClass('captcha-question')[0];
    this.question = question && textOf(question);
  }
  static control(node) {
    const name = attribute(node, 'name');
    const control = { name, type: node.name, value: attribute(node, 'value') || '', node };
    if (node.name === 'input') control.type = (attribute(node, 'type') || 'text').toLowerCase();
    if (node.name === 'textarea') control.value = decodeHTML(DomUtils.textContent(node).replace(/^\r?\n/, ''));  // the parser leaves it raw
    if (node.name === 'select') {
      control.options = all(is('option'), node).map((o) => ({ value: attribute(o, 'value') ?? textOf(o), words: textOf(o), on: 'selected' in o.attribs }));
      control.value = (control.options.find((o) => o.on) || control.options[0] || { value: '' }).value;
    }
    control.on = !['checkbox', 'radio'].includes(control.type) || 'checked' in node.attribs;
    return control;
  }
  control(name) { return this.controls.find((c) => c.name === name); }
  get fields() { return this.controls.filter((c) => !['submit', 'hidden', 'button', 'image'].includes(c.type)); }
  value(name) { const c = this.controls.find((x) => x.name === name && x.on); return c ? c.value : undefined; }
  set(values) {
    for (const [name, value] of Object.entries(values)) {
      const same = this.controls.filter((c) => c.name === name);
      if (same.length === 0) continue;  // e.g. a division level that is not on the page yet
      for (const c of same) {
        if (c.type === 'radio') c.on = c.value === value;
        else if (c.type === 'checkbox') c.on = Boolean(value);
        else if (c.type === 'file') c.file = value;
        else c.value = value;
      }
    }
    return this;
  }
  pairs(button) {
    const out = [];
    const pressed = this.controls.find((c) => c.type === 'submit' && c.name === button);
    for (const c of this.controls) {
      if (c.type === 'submit') { if (c === pressed) out.push([c.name, c.value]); continue; }
      if (c.type === 'file') { out.push([c.name, c.file || { file: '', name: '' }]); continue; }
      if (c.on) out.push([c.name, c.value]);
    }
    return out;
  }
  answerCaptcha() { return this.set({ captcha: solve(this.question) }); }
  // Sends the form; the answer is not followed. `change` may rewrite the pairs, `headers` adds to the request.
  submit(button, { change = (pairs) => pairs, headers = {} } = {}) {
    const pairs = change(this.pairs(button));
    const client = this.page.client;
    if (this.method === 'GET') return client.get(this.action.split('?')[0] + '?' + urlencoded(pairs));
    const { body, type } = this.files ? multipart(pairs) : { body: urlencoded(pairs), type: 'application/x-www-form-urlencoded' };
    return client.request('POST', this.action, body, { 'content-type': type, ...headers });
  }
}

class Client {
  // localAddress: of loopback, from which the portal is asked.
  constructor({ localAddress, site = base } = {}) { Object.assign(this, { cookies: new Map(), localAddress, site }); }
  request(method, target, body, headers = {}) {
    const url = new URL(target, this.site);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { connection: 'close', ...(cookie ? { cookie } : {}), ...(body ? { 'content-length': body.length } : {}), ...headers };
    return new Promise((done, failed) => {
      const request = http.request(url, { method, headers: all, path: url.pathname + url.search, localAddress: this.localAddress }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] || []) this.keep(line);
          done(new Page(url.pathname + url.search, { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }, this));
        });
      });
      request.setTimeout(30000, () => request.destroy(new Error(`no answer within 30 s: ${method} ${target}`)));
      request.on('error', failed);
      request.end(body);
    });
  }
  keep(line) {
    const [pair, ...rest] = line.split(';');
    const at = pair.indexOf('=');
    const gone = rest.some((r) => /^\s*max-age=0\s*$/i.test(r)) || pair.slice(at + 1) === '';
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  get(path, headers) { return this.request('GET', path, undefined, headers); }
  // Follows redirects, as an address typed into a browser.
  async visit(path) {
    let page = await this.get(path);
    for (let hops = 0; page.location && hops < 5; hops++) page = await this.get(page.location);
    return page;
  }
  async followed(page) { return page.location ? this.visit(page.location) : page; }

  async login(login, password, userType) {
    const page = await this.get('/accounts/login');
    const form = page.form('op_login').set({ login, password, user_type: userType }).answerCaptcha();
    const answer = await form.submit('op_login');
    assert(answer.status === 303, () => `login as ${login}: ${answer.status} ${answer.words.slice(0, 300)}`);
    return this.followed(answer);
  }

  // Chooses province, city, county as without script: a level at a time through 选择下级.
  async chooseDivision(form, values) {
    for (const level of ['division_1', 'division_2']) {
      const next = level === 'division_1' ? 'division_2' : 'division_3';
      if (!values[next]) break;
      const known = form.control(next);
      form.set({ [level]: values[level] });
      if (known && known.options.some((o) => o.value === values[next])) continue;
      form = (await form.submit('op_division')).form('op_division');
    }
    return form.set({ division_1: values.division_1, division_2: values.division_2, division_3: values.division_3 });
  }

  async register(unit, { withLicence = true } = {}) {
    let form = (await this.get('/accounts/register')).form('op_register');
    form = await this.chooseDivision(form, unit);
    form.set(unit).answerCaptcha();
    if (withLicence) form.set({ license: { file: licence, name: 'C:\\Users\\张三\\营业执照.png', type: 'image/png' } });
    const answer = await form.submit('op_register');
    assert(answer.status === 303, () => `register ${unit.unit_name}: ${answer.status} ${answer.words.slice(0, 400)}`);
    return this.followed(answer);
  }

  async addInstrument(values, kind = '电子秤') {
    let form = (await this.get('/ledger/new')).form('op_save');
    form = (await form.set({ kind_query: kind }).submit('op_find_kind')).form('op_save');
    const found = form.control('kind_id').options.filter((o) => o.value !== '');
    assert(found.length > 0, `no kind found for ${kind}`);
    form.set({ kind_id: values.kind_id || found[0].value });
    form = await this.chooseDivision(form, values);
    return form.set(values).submit('op_save');
  }
}

// One signed-in client per demo account, kept for the whole run.
const signedIn = new Map();
async function as(login) {
  if (!signedIn.has(login)) {
    const client = new Client();
    if (login !== 'nobody') {
      const { password, userType } = account(login);
      await client.login(login, password, userType);
    }
    signedIn.set(login, client);
  }
  return signedIn.get(login);
}

// The administrator's page of the unit with this name, looked for in the queue of `state` through all its pages.
async function reviewPage(admin, unitName, state = 'pending') {
  let path = `/admin/enterprises?state=${state}`;
  while (path) {
    const page = await admin.get(path);
    const href = page.linkNamed(unitName);
    if (href) return admin.get(href);
    path = page.linkNamed('下一页');
  }
  throw new Error(`${unitName} is not in the queue ${state}`);
}

// A fresh unit that is reviewed and signed in: for tests that need one of their own.
async function approvedUnit(unit) {
  const admin = await as('demo-admin');
  const client = new Client();
  await client.register(unit, { withLicence: false });
  const answer = await (await reviewPage(admin, unit.unit_name)).form('op_approve').submit('op_approve');
  assert(answer.status === 303, () => `approve: ${answer.status} ${answer.words.slice(0, 200)}`);
  return client;  // who has registered is signed in
}

module.exports = { Client, Page, approvedUnit, as, attribute, is, multipart, percent, reviewPage, solve, textOf, urlencoded };
