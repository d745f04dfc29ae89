// Mail, through a real SMTP server on loopback: what arrives, what is tried again, what is given up. Other modules take
// deliverMail() to read what the portal has written to somebody.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const net = require('net');
const path = require('path');
const { spawn } = require('child_process');
const { Findings, assert, bin, pick, run, state, tool, until } = require('./harness');
const { query } = require('./database');

const { SMTPServer } = tool('smtp-server');
const { simpleParser } = tool('mailparser');

const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

// A mail server that keeps what it gets in `mails`, parsed. Its answers can be changed while it runs:
// rcpt(address, session) may throw a refusal(); accepted(mail) is awaited after the whole mail is here, before it says so.
class MailServer {
  static async start(options = {}) {
    const server = new MailServer();
    server.mails = [];
    server.rcpt = () => {};
    server.accepted = async () => {};
    const disabledCommands = [...(options.cert ? [] : ['STARTTLS']), ...(options.onAuth ? [] : ['AUTH'])];
    server.smtp = new SMTPServer({
      disabledCommands, authOptional: !options.onAuth, disableReverseLookup: true, logger: false, closeTimeout: 100, ...options,
      onRcptTo: (address, session, done) => {
        try { server.rcpt(address.address, session); done(); } catch (error) { done(error); }
      },
      onData: (stream, session, done) => {
        const chunks = [];
        stream.on('data', (chunk) => chunks.push(chunk));
        stream.on('end', async () => {
          try {
            const bytes = Buffer.concat(chunks);
            const mail = await simpleParser(bytes);
            Object.assign(mail, { bytes: bytes.toString('latin1'), session, recipient: session.envelope.rcptTo.map((r) => r.address).join() });
            server.mails.push(mail);
            await server.accepted(mail);
            done(null, 'kept');
          } catch (error) { done(error); }
        });
      },
    });
    server.smtp.on('error', () => {});
    await new Promise((ready) => server.smtp.listen(0, '127.0.0.1', ready));
    server.url = `smtp://127.0.0.1:${server.smtp.server.address().port}`;
    return server;
  }
  to(address) { return this.mails.filter((m) => m.recipient === address); }
  stop() { return new Promise((done) => this.smtp.close(done)); }
}

const mailer = (args, env = {}) => run(path.join(bin, 'qj-mailer'), args, { env: { QJ_SMTP_TLS: 'none', ...env }, limitMs: 60000 });

// For other modules: everything that is due is sent, to a server made for it; the parsed mails (mailparser's: subject, text, html,
// headers; and recipient). With an address, only those to it.
async function deliverMail(address) {
  const server = await MailServer.start();
  try {
    const { code, err } = await mailer(['--once'], { QJ_SMTP: server.url });
    assert(code === 0, () => `qj-mailer --once ended with ${code}: ${err}`);
    return address ? server.to(address) : server.mails;
  } finally {
    await server.stop();
  }
}

// ------------------------------------------------------------------------------------------------- queueing
const text = (value) => `'${value.replace(/'/g, "''")}'`;
async function queue(kind, recipient, data) {
  const [id] = await query(`insert into outbox (kind, recipient, data) values (${text(kind)}, ${text(recipient)}, ${text(JSON.stringify(data))}) returning id;`);
  return id;
}
async function newLink(purpose) {
  const id = crypto.randomBytes(16).toString('hex');
  await query(`insert into links (id, purpose, expires_at) values (decode('${id}', 'hex'), '${purpose}', now() + interval '1 day');`);
  return id;
}
const freshAddress = () => `${pick('abcdefghjkmnpqrstuvwxyz', 10)}@example.cn`;
const notice = (recipient = freshAddress()) => queue('review_result', recipient, { organisation: '示范单位', decision: 'approved', reason: '' });
const stateOf = async (id) => (await query(`select state || ' ' || tries from outbox where id = ${id};`))[0];
const errorOf = async (id) => (await query(`select error from outbox where id = ${id};`))[0] || '';
const makeDue = (id) => query(`update outbox set next_try_at = now() where id = ${id};`);
const setOthersAside = () => query("update outbox set state = 'dropped' where state = 'queued';");

async function withServer(options, test) {
  await setOthersAside();
  const server = await MailServer.start(options);
  try { return await test(server); } finally { await server.stop(); }
}

// ------------------------------------------------------------------------------------------------- what arrives
const tokenIn = (mail, page) => new RegExp(`${process.env.QJ_PUBLIC_URL.replace(/[.]/g, '\\.')}/accounts/${page}\\?t=([A-Za-z0-9_-]{60,})`).exec(mail.text);

// An address alone in its line may be longer.
const linesFit = (mail) => mail.bytes.replace(/\r\nList-Unsubscribe:\r\n <[!-~]{1,900}>\r\n/, '\r\n').split('\r\n').every((line) => line.length <= 76 && !/[\r\n\x80-\xff]/.test(line));

// `typed`: what came from people, which may look like anything.
function checkForm(findings, kind, mail, typed) {
  const ours = (words, shown) => words.split(shown).join('');
  const text = ours(mail.text, typed);
  const html = ours(mail.html, typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'));
  const head = mail.bytes.slice(0, mail.bytes.indexOf('\r\n\r\n'));
  findings.check(/^multipart\/alternative/.test(mail.headers.get('content-type').value), `${kind}: is not multipart/alternative`);
  findings.check(mail.headers.get('auto-submitted') === 'auto-generated', `${kind}: Auto-Submitted`);
  findings.check(mail.headers.get('x-auto-response-suppress') === 'All', `${kind}: X-Auto-Response-Suppress`);
  findings.check(!mail.headers.has('list'), `${kind}: List-Id`);
  findings.check(/^<\d+\.[0-9a-f]{24}@example\.com>$/.test(mail.messageId), `${kind}: Message-ID ${mail.messageId}`);
  findings.check(Math.abs(mail.date - Date.now()) < 60e3, `${kind}: Date ${mail.date}`);
  findings.check(mail.from.value[0].name === '强检门户' && mail.from.value[0].address === 'noreply@example.com', `${kind}: From ${mail.from.text}`);
  findings.check(linesFit(mail), `${kind}: a line too long, bare, or not ASCII`);
  findings.check(!/\n\n\n/.test(mail.text) && !/\{\{|&amp;|&#|&lt;/.test(text), `${kind}: the text is not clean: ${mail.text}`);
  findings.check(html.includes('<table') && !html.includes('{{'), `${kind}: the HTML`);
  findings.check(/[一-龥]/.test(mail.subject) && !/[一-龥]/.test(head), `${kind}: subject ${mail.subject}`);
  findings.check(mail.text.includes(process.env.QJ_PUBLIC_URL + '/'), `${kind}: names no portal`);
}

async function everyKindArrives() {
  const findings = new Findings();
  const odd = '示范 & <b>"公司"</b> {{X}}';
  await withServer({}, async (server) => {
    const cases = [
      ['confirm_email', { link: await newLink('confirm_email'), name: '张三', organisation: odd }, '请确认邮箱', ['张三，您好', odd], 'confirm'],
      ['confirm_reminder', { link: await newLink('reminder_address'), organisation: odd }, `请确认是否接收“${odd}”`, [odd, '不想接收，请不必理会', '每天最多一封'], 'reminder-address'],
      ['invite', { link: await newLink('invite'), name: '李四', organisation: odd, role: 'worker' }, `${odd}邀请您使用`, ['李四', '身份为“经办人”', '什么也不会发生'], 'invite'],
      ['email_changed', { login: 'zhang', at: '2026-03-05 10:20', address: '10.1.2.3' }, '联系邮箱已更改', ['“zhang”', '2026-03-05 10:20', '10.1.2.3']],
      ['password_changed', { login: 'zhang', at: '2026-03-05 10:20', address: '10.1.2.3' }, '密码已更改', ['“zhang”', '2026-03-05 10:20', '10.1.2.3']],
      ['notice', { notice: 'answered', side: 'unit', number: '20261125320102000001', name: '张三', answered: 3, lines: 3, refused: 1 }, '已答复 3/3 项', ['张三，您好', '其中不予受理 1 项', '/accounts/notices']],
      ['notice', { notice: 'received', side: 'institution', number: '20261125320102000001', name: '陈检定', unit: odd, lines: 12 }, '请及时答复', [odd, '共 12 项']],
      ...[['approved', '审核通过'], ['rejected', '退回修改'], ['suspended', '已停用'], ['restored', '已恢复使用'], ['closed', '已注销']].map(([decision, words]) =>
        ['review_result', { organisation: odd, decision, reason: '证照 & 名称\n不一致' }, words, [odd, '原因：证照 & 名称\n不一致']]),
      ...['change', 'close', 'recover', 'claim'].flatMap((kind) => ['approved', 'rejected'].map((decision) =>
        ['request_result', { kind, organisation: kind === 'recover' ? '' : odd, decision, reason: '' }, decision === 'approved' ? '已批准' : '未批准', ['申请']])),
    ];
    const addresses = [];
    for (const [kind, data] of cases) {
      addresses.push(freshAddress());
      await queue(kind, addresses[addresses.length - 1], data);
    }
    const { code, err } = await mailer(['--once'], { QJ_SMTP: server.url });
    findings.check(code === 0, `--once ended with ${code}: ${err}`);
    findings.check(new Set(server.mails.map((m) => m.session.id)).size === 1, 'one connection serves them all');
    cases.forEach(([kind, data, subject, words, page], n) => {
      const name = `${kind} ${data.kind || ''} ${data.decision || ''}`.trim();
      const [mail, more] = server.to(addresses[n]);
      if (!mail || more) { findings.add(`${name}: ${mail ? 'more than one mail' : 'no mail'}`); return; }
      checkForm(findings, name, mail, odd);
      findings.check(mail.subject.includes(subject), `${name}: subject “${mail.subject}”`);
      for (const word of words) findings.check(mail.text.includes(word), `${name}: the text lacks “${word}”: ${mail.text}`);
      findings.check(!/<b>/.test(mail.html), `${name}: the HTML carries a typed tag`);
      if (!page) return;
      const link = tokenIn(mail, page);
      findings.check(link && Buffer.from(link[1], 'base64url').toString('hex').startsWith(data.link), `${name}: the address in ${mail.text}`);
      findings.check(link && mail.html.includes(`href="${link[0]}"`), `${name}: the address in the HTML`);
    });
  });
  findings.raise();
}

async function forgottenPassword() {
  const address = freshAddress();
  await query(`update users set email = '${address}' where login = 'demo-hospital';`);
  try {
    await withServer({}, async (server) => {
      const ask = (login, userType) => queue('reset_password', '', { login, user_type: userType, address: '10.9.8.7' });
      const ids = [await ask('nobody-here', 'unit'), await ask('demo-hospital', 'administrator'), await ask('DEMO-hospital', 'unit')];
      const { code, err } = await mailer(['--once'], { QJ_SMTP: server.url });
      assert(code === 0, `--once ended with ${code}: ${err}`);
      const states = [];
      for (const id of ids) states.push((await stateOf(id)).split(' ')[0]);
      assert(states.join() === 'dropped,dropped,sent', `states ${states}`);
      assert(server.mails.length === 1 && server.mails[0].recipient === address, 'exactly one mail, to the confirmed address');
      const mail = server.mails[0];
      assert(mail.subject.includes('重设密码') && mail.text.includes('10.9.8.7') && mail.text.includes('demo-hospital') && mail.text.includes('什么也不会发生'), mail.text);
      const minutes = (await query("select round(extract(epoch from max(expires_at) - now()) / 60) from links where purpose = 'reset_password' and used_at is null;"))[0];
      assert(minutes >= 28 && minutes <= 30, `the link lives ${minutes} minutes`);
      assert(tokenIn(mail, 'reset'), 'the address of the page is in the text');
      assert(!(await query("select data::text from outbox where kind = 'reset_password';")).some((data) => data.includes(tokenIn(mail, 'reset')[1])), 'the outbox keeps no token');
    });
  } finally {
    await query("update users set email = '' where login = 'demo-hospital';");
  }
}

async function closedLinksSendNothing() {
  await withServer({}, async (server) => {
    const link = await newLink('invite');
    await query(`update links set used_at = now() where id = decode('${link}', 'hex');`);
    const ids = [await queue('invite', freshAddress(), { link, name: '张三', organisation: '示范单位', role: 'viewer' }),
      await queue('invite', freshAddress(), { link: 'no link', name: '张三', organisation: '示范单位', role: 'viewer' }),
      await queue('no_such_kind', freshAddress(), {}),
      await queue('review_result', 'two@example.cn, addresses@example.cn', { organisation: '示范单位', decision: 'approved' }),
      await queue('review_result', 'a@example.cn\r\nBcc: b@example.cn', { organisation: '示范单位', decision: 'approved' })];
    const last = await notice();
    await mailer(['--once'], { QJ_SMTP: server.url });
    const states = [];
    for (const id of [...ids, last]) states.push((await stateOf(id)).split(' ')[0]);
    assert(states.join() === 'dropped,dropped,failed,failed,failed,sent', `states ${states}`);
    assert(server.mails.length === 1, `${server.mails.length} mails`);
  });
}

// ------------------------------------------------------------------------------------------------- what is tried again
async function temporaryRefusal() {
  await withServer({}, async (server) => {
    const greylisted = freshAddress();
    const ids = [await notice(greylisted), await notice()];
    server.rcpt = (address) => { if (address === greylisted) throw refusal(451, 'come back later'); };
    await mailer(['--once'], { QJ_SMTP: server.url });
    assert(await stateOf(ids[0]) === 'queued 1' && await stateOf(ids[1]) === 'sent 1', `${await stateOf(ids[0])}, ${await stateOf(ids[1])}`);
    assert((await errorOf(ids[0])).includes('come back later'), `the server's words are kept: ${await errorOf(ids[0])}`);
    await mailer(['--once'], { QJ_SMTP: server.url });
    assert(await stateOf(ids[0]) === 'queued 1', 'it waits its time');
    await makeDue(ids[0]);
    server.rcpt = () => {};
    await mailer(['--once'], { QJ_SMTP: server.url });
    assert(await stateOf(ids[0]) === 'sent 2' && server.to(greylisted).length === 1, `then it goes: ${await stateOf(ids[0])}`);
  });
}

async function twoDaysAreEnough() {
  await withServer({}, async (server) => {
    const id = await notice();
    await query(`update outbox set tries = 30, created_at = now() - interval '49 hours' where id = ${id};`);
    server.rcpt = () => { throw refusal(451, 'come back later'); };
    await mailer(['--once'], { QJ_SMTP: server.url });
    assert((await stateOf(id)).startsWith('failed'), await stateOf(id));
  });
}

async function permanentRefusal() {
  await withServer({}, async (server) => {
    const unknown = freshAddress();
    const ids = [await notice(), await notice(unknown), await notice()];
    server.rcpt = (address) => { if (address === unknown) throw refusal(550, 'no such mailbox'); };
    const { code } = await mailer(['--once'], { QJ_SMTP: server.url });
    const states = [];
    for (const id of ids) states.push(await stateOf(id));
    assert(code === 0 && states.join() === 'sent 1,failed 1,sent 1', `code ${code}, ${states}`);
    assert((await errorOf(ids[1])).includes('no such mailbox'), await errorOf(ids[1]));
  });
}

async function nobodyListens() {
  await setOthersAside();
  const closed = net.createServer();
  await new Promise((ready) => closed.listen(0, '127.0.0.1', ready));
  const { port } = closed.address();
  await new Promise((done) => closed.close(done));
  const ids = [await notice(), await notice()];
  const { code } = await mailer(['--once'], { QJ_SMTP: `smtp://127.0.0.1:${port}` });
  assert(code === 75, `ends with ${code}`);
  assert(await stateOf(ids[0]) === 'queued 1' && await stateOf(ids[1]) === 'queued 0', 'one was tried, the rest waits without being counted');
}

// ------------------------------------------------------------------------------------------------- TLS and login
async function certificate() {
  const key = path.join(state, 'smtp-key.pem');
  const cert = path.join(state, 'smtp-cert.pem');
  const { code, err } = await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
  assert(code === 0, err);
  return { key: fs.readFileSync(key), cert: fs.readFileSync(cert), file: cert };
}

async function encryptedAndLoggedIn() {
  const tls = await certificate();
  const password = 'Secret-示范-' + pick('abcdefgh', 8);
  const file = path.join(state, 'smtp-password');
  const writePassword = (words, mode) => { fs.rmSync(file, { force: true }); fs.writeFileSync(file, words + '\n', { mode }); fs.chmodSync(file, mode); };
  const onAuth = (auth, session, done) => (auth.username === 'portal' && auth.password === password ? done(null, { user: 'portal' }) : done(refusal(535, 'bad credentials')));
  await withServer({ key: tls.key, cert: tls.cert, onAuth }, async (server) => {
    const env = { QJ_SMTP: server.url, QJ_SMTP_TLS: 'must', QJ_SMTP_USER: 'portal', QJ_SMTP_PASSWORD_FILE: file, QJ_SMTP_CA_FILE: tls.file };
    const id = await notice();
    const expectQueued = async (what, more) => {
      await makeDue(id);
      const { code, err } = await mailer(['--once'], { ...env, ...more });
      assert(code === 75 && (await stateOf(id)).startsWith('queued'), `${what}: ${code}, ${await stateOf(id)}, ${err}`);
      for (const secret of [password, Buffer.from(`\0portal\0${password}`).toString('base64')]) assert(!(err + await errorOf(id)).includes(secret), `${what}: the log tells the password`);
    };
    writePassword('wrong one', 0o400);
    await expectQueued('a wrong password');
    writePassword(password, 0o400);
    await expectQueued('a certificate nobody vouches for', { QJ_SMTP_CA_FILE: '' });
    await makeDue(id);
    const { code, err } = await mailer(['--once'], env);
    assert(code === 0 && (await stateOf(id)).startsWith('sent'), `${code}, ${await stateOf(id)}: ${err}`);
    assert(server.mails.length === 1 && server.mails[0].session.secure && server.mails[0].session.user === 'portal', 'it came encrypted, from who logged in');
    writePassword(password, 0o444);
    const open = await mailer(['--once'], env);
    assert(open.code === 78 && open.err.includes(file), `a password file open to others: ${open.code} ${open.err}`);
  });
  await withServer({}, async (server) => {
    const id = await notice();
    const { code } = await mailer(['--once'], { QJ_SMTP: server.url, QJ_SMTP_TLS: 'must' });
    assert(code === 75 && await stateOf(id) === 'queued 1' && server.mails.length === 0, 'without TLS, where it must be, nothing is sent');
  });
  await withServer({ key: tls.key, cert: tls.cert }, async (server) => {
    await notice();
    const { code, err } = await mailer(['--once'], { QJ_SMTP: server.url, QJ_SMTP_TLS: 'try' });
    assert(code === 0 && server.mails[0].session.secure, `try takes TLS where it is offered: ${code} ${err}`);
  });
}

// ------------------------------------------------------------------------------------------------- the process
function startMailer(env) {
  const child = spawn(path.join(bin, 'qj-mailer'), [], { env: { ...process.env, QJ_SMTP_TLS: 'none', ...env }, stdio: 'ignore' });
  child.ended = new Promise((done) => child.on('exit', (code, signal) => done(signal || code)));
  return child;
}

async function killedBeforeMarking() {
  await withServer({}, async (server) => {
    const address = freshAddress();
    const id = await notice(address);
    const first = startMailer({ QJ_SMTP: server.url });
    server.accepted = async () => { first.kill('SIGKILL'); await first.ended; };
    assert(await first.ended === 'SIGKILL', 'it was killed with the mail sent and not marked');
    assert(await stateOf(id) === 'queued 1', await stateOf(id));
    server.accepted = async () => {};
    await makeDue(id);
    await mailer(['--once'], { QJ_SMTP: server.url });
    const ids = server.to(address).map((m) => m.messageId);
    assert(ids.length === 2 && ids[0] === ids[1], `Message-IDs ${ids}`);
    assert(await stateOf(id) === 'sent 2', await stateOf(id));
  });
}

async function toldToEnd() {
  await withServer({}, async (server) => {
    const running = startMailer({ QJ_SMTP: server.url });
    try {
      const [one, two] = [await notice(), await notice()];
      await until(() => server.mails.length > 0, 'a queued mail is sent by itself', 10000);
      await until(async () => (await stateOf(one)).startsWith('sent') && (await stateOf(two)).startsWith('sent'), 'both are marked', 10000);
      let answer;
      server.accepted = () => new Promise((done) => { answer = done; });
      const [inWork, waiting] = [await notice(), await notice()];
      await until(() => answer, 'the third mail is being sent', 10000);
      running.kill('SIGTERM');
      answer();
      assert(await running.ended === 0, 'it ends in order');
      assert(await stateOf(inWork) === 'sent 1' && await stateOf(waiting) === 'queued 0', `the mail in work is finished, no other begun: ${await stateOf(inWork)}, ${await stateOf(waiting)}`);
    } finally {
      running.kill('SIGKILL');
    }
  });
}

async function intoAFolder() {
  await setOthersAside();
  const folder = fs.mkdtempSync(path.join(state, 'tmp', 'mail-'));
  const id = await notice();
  const { code, err } = await mailer(['--once'], { QJ_SMTP: `file:${folder}` });
  assert(code === 0 && await stateOf(id) === 'sent 1', `${code} ${err}`);
  const files = fs.readdirSync(folder);
  assert(files.length === 1 && /^\d+\.[0-9a-f]{24}@example\.com\.eml$/.test(files[0]), `files ${files}`);
  const mail = await simpleParser(fs.readFileSync(path.join(folder, files[0])));
  assert(mail.subject.includes('注册审核通过') && mail.text.includes('示范单位'), mail.text);
  assert((fs.statSync(path.join(folder, files[0])).mode & 0o077) === 0, 'nobody else may read it');
}

async function settingsAndOptions() {
  const findings = new Findings();
  for (const name of ['QJ_PUBLIC_URL', 'QJ_MAIL_FROM', 'QJ_SMTP']) {
    const { code, err } = await mailer(['--once'], { [name]: '' });
    findings.check(code === 78 && err.includes(name), `without ${name}: ${code} ${err}`);
  }
  for (const [name, value] of [['QJ_MAIL_FROM', '强检门户'], ['QJ_SMTP', 'file:/nowhere/at/all'], ['QJ_SMTP', 'http://x'], ['QJ_SMTP_TLS', 'maybe']]) {
    const { code, err } = await mailer(['--once'], { [name]: value });
    findings.check(code === 78 && err.includes(name), `${name}=${value}: ${code} ${err}`);
  }
  for (const [args, expected] of [[['--help'], 0], [['--version'], 0], [['--no-such'], 2], [['--test-mail', 'nobody'], 2], [['--once', '--test-mail', 'a@example.cn'], 2]]) {
    const { code } = await mailer(args);
    findings.check(code === expected, `${args.join(' ')}: ${code}`);
  }
  const down = await mailer(['--once'], { QJ_DATABASE: `host=${state}/nowhere dbname=none` });
  findings.check(down.code === 69, `without a database: ${down.code} ${down.err}`);
  const server = await MailServer.start();
  try {
    const good = await mailer(['--test-mail', 'a@example.cn'], { QJ_SMTP: server.url });
    findings.check(good.code === 0 && server.mails.length === 1 && server.mails[0].subject.includes('测试邮件'), `--test-mail: ${good.code} ${good.err}`);
    server.rcpt = () => { throw refusal(550, 'no such mailbox'); };
    const bad = await mailer(['--test-mail', 'a@example.cn'], { QJ_SMTP: server.url });
    findings.check(bad.code === 65 && bad.err.includes('no such mailbox'), `--test-mail refused: ${bad.code} ${bad.err}`);
  } finally {
    await server.stop();
  }
  findings.raise();
}

module.exports = (test) => {
  test('every kind of mail arrives in Chinese, as text and HTML, with its headers and links', everyKindArrives);
  test('a forgotten password is mailed to the confirmed address and to nobody else', forgottenPassword);
  test('closed links, unknown kinds and addresses that are none send nothing and stop nothing', closedLinksSendNothing);
  test('a mail refused for now is sent later', temporaryRefusal);
  test('a mail that could not be sent for two days is given up', twoDaysAreEnough);
  test('a mail refused for good is given up at once, the others go', permanentRefusal);
  test('without a mail server mail stays queued', nobodyListens);
  test('mail goes encrypted and with a login, and the log never tells the password', encryptedAndLoggedIn);
  test('a mailer killed between sending and marking sends the same Message-ID again', killedBeforeMarking);
  test('a mailer told to end finishes the mail in work', toldToEnd);
  test('mail can go into a folder', intoAFolder);
  test('qj-mailer says which setting is missing, and what its options mean', settingsAndOptions);
};
Object.assign(module.exports, {
  MailServer, certificate, checkForm, deliverMail, errorOf, freshAddress, linesFit, mailer, makeDue, notice, refusal, setOthersAside, startMailer, stateOf, withServer,
});
