// The ways a mail can go, and what an operator sees of them: a sendmail program, a folder, answers, the talk that --test-mail shows,
// a full disk.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, assert, bin, pick, run, state } = require('./harness');
const { query } = require('./database');
const { MailServer, certificate, errorOf, freshAddress, mailer, makeDue, notice, refusal, setOthersAside, stateOf, withServer } = require('./mail');

const freshFolder = () => fs.mkdtempSync(path.join(state, 'tmp', 'ways-'));
const reminders = (args, env = {}) => run(path.join(bin, 'qj-reminders'), args, { env: { QJ_SMTP_TLS: 'none', ...env }, limitMs: 60000 });

// A sendmail that keeps what it is told and given, and ends as the file `end` says.
function makeSendmail() {
  const folder = freshFolder();
  const program = path.join(folder, 'sendmail');
  fs.writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/told\ncat > ${folder}/message\necho 'so it goes' >&2\nexit $(cat ${folder}/end)\n`, { mode: 0o755 });
  const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
  return { program, setting: `sendmail:${program}`, read, endWith: (code) => fs.writeFileSync(path.join(folder, 'end'), String(code)) };
}

async function throughSendmail() {
  await setOthersAside();
  const sendmail = makeSendmail();
  const findings = new Findings();
  for (const [end, code, wanted] of [[0, 0, 'sent 1'], [65, 0, 'failed 1'], [67, 0, 'failed 1'], [68, 0, 'failed 1'], [75, 0, 'queued 1'], [69, 75, 'queued 1'], [70, 75, 'queued 1'], [78, 75, 'queued 1'], [127, 75, 'queued 1']]) {
    sendmail.endWith(end);
    const address = freshAddress();
    const id = await notice(address);
    const ended = await mailer(['--once'], { QJ_SMTP: sendmail.setting });
    findings.check(ended.code === code && await stateOf(id) === wanted, `it ended with ${end}: ${ended.code}, ${await stateOf(id)}: ${ended.err}`);
    findings.check(end === 0 || (await errorOf(id)).includes(`ended with ${end}: so it goes`), `its words: ${await errorOf(id)}`);
    const message = sendmail.read('message');
    findings.check(sendmail.read('told') === '-t\n-i\n-f\nnoreply@example.com\n', sendmail.read('told'));
    findings.check(message.includes(`\nTo: <${address}>\n`) && !message.includes('\r') && message.endsWith('--\n'), message.slice(0, 300));
    const refused = (await query(`select count(*) from refused_addresses where address = '${address}';`))[0];
    findings.check(refused === (end === 67 || end === 68 ? '1' : '0'), `${end}: the address counts as refused: ${refused}`);
    await setOthersAside();
  }
  fs.chmodSync(sendmail.program, 0o644);
  for (const value of [sendmail.setting, 'sendmail:/no/such/program', 'sendmail:sendmail', `sendmail:${state}`]) {
    const { code, err } = await mailer(['--once'], { QJ_SMTP: value });
    findings.check(code === 78 && err.includes('QJ_SMTP') && err.trim().split('\n').length === 1, `${value}: ${code} ${err}`);
  }
  findings.raise();
}

async function answers() {
  await withServer({}, async (server) => {
    const asked = freshAddress();
    await notice(asked);
    await mailer(['--once'], { QJ_SMTP: server.url, QJ_MAIL_REPLY_TO: '示范咨询台 <ask@example.cn>' });
    const unasked = freshAddress();
    await notice(unasked);
    await mailer(['--once'], { QJ_SMTP: server.url });
    const [[one], [other]] = [server.to(asked), server.to(unasked)];
    assert(one.replyTo.value[0].name === '示范咨询台' && one.replyTo.value[0].address === 'ask@example.cn', JSON.stringify(one.replyTo));
    assert(!one.text.includes('请不要直接回复') && !one.html.includes('请不要直接回复') && one.text.includes('可直接回复'), one.text);
    assert(!other.replyTo && other.text.includes('请不要直接回复') && other.html.includes('请不要直接回复'), other.text);
    for (const bad of ['示范咨询台', 'ask@', 'a <b>']) {
      const { code, err } = await mailer(['--once'], { QJ_SMTP: server.url, QJ_MAIL_REPLY_TO: bad });
      assert(code === 78 && err.includes('QJ_MAIL_REPLY_TO'), `${bad}: ${code} ${err}`);
    }
  });
}

const talkOf = (out) => out.split('\n').filter((line) => /^[CS]: /.test(line));

async function talk() {
  const findings = new Findings();
  await withServer({}, async (server) => {
    for (const start of [mailer, reminders]) {
      const { code, out, err } = await start(['--test-mail', 'a@example.cn'], { QJ_SMTP: server.url });
      const lines = talkOf(out);
      const at = (begin) => lines.findIndex((line) => line.startsWith(begin));
      const order = ['S: 220', 'C: EHLO', 'S: 250', 'C: MAIL FROM:<noreply@example.com>', 'C: RCPT TO:<a@example.cn>', 'C: DATA', 'S: 354', 'C: ... ', 'S: 250 '].map(at);
      findings.check(code === 0 && err === '' && order.every((n) => n >= 0) && /^C: \.\.\. \d{4,} bytes$/.test(lines[at('C: ... ')]), () => `${code} ${out}${err}`);
      findings.check(out.trim().split('\n').pop().startsWith('qj-mailer: sent: ') && !out.includes('base64'), out);
    }
    findings.check(server.mails.length === 2, `${server.mails.length} mails`);
    server.rcpt = () => { throw refusal(550, 'no such mailbox'); };
    for (const start of [mailer, reminders]) {
      const { code, out, err } = await start(['--test-mail', 'a@example.cn'], { QJ_SMTP: server.url });
      findings.check(code === 65 && talkOf(out).some((line) => line.startsWith('S: 550 no such mailbox')) && !out.includes('C: DATA') && err.includes('not sent: 550'), () => `refused: ${code} ${out}${err}`);
    }
  });
  const tls = await certificate();
  const password = `Secret-${pick('abcdefgh', 8)}`;
  const file = path.join(state, 'smtp-talk-password');
  for (const methods of [['PLAIN'], ['LOGIN']])
    for (const right of [true, false]) {
      fs.rmSync(file, { force: true });
      fs.writeFileSync(file, right ? password : `${password}x`, { mode: 0o400 });
      const onAuth = (auth, session, done) => (auth.password === password ? done(null, { user: 'portal' }) : done(refusal(535, 'bad credentials')));
      await withServer({ key: tls.key, cert: tls.cert, authMethods: methods, onAuth }, async (server) => {
        const env = { QJ_SMTP: server.url, QJ_SMTP_TLS: 'must', QJ_SMTP_USER: 'portal', QJ_SMTP_PASSWORD_FILE: file, QJ_SMTP_CA_FILE: tls.file };
        const { code, out, err } = await reminders(['--test-mail', 'a@example.cn'], env);
        const said = fs.readFileSync(file, 'utf8');
        const secrets = [said, said.slice(0, 12), Buffer.from(said).toString('base64'), Buffer.from(`\0portal\0${said}`).toString('base64'), Buffer.from('portal').toString('base64')];
        findings.check(code === (right ? 0 : 75) && out.includes(`C: AUTH ${methods[0]}`) && out.includes('C: STARTTLS') && out.includes(right ? 'S: 235' : 'S: 535'), () => `${methods} ${right}: ${code} ${out}${err}`);
        findings.check(!secrets.some((secret) => (out + err).includes(secret)), () => `${methods}: the talk tells the login: ${out}${err}`);
      });
    }
  const closed = await reminders(['--test-mail', 'a@example.cn'], { QJ_SMTP: 'smtp://127.0.0.1:1' });
  findings.check(closed.code === 75 && closed.err.startsWith('qj-mailer: not sent: '), `nobody listens: ${closed.code} ${closed.err}`);
  findings.check((await mailer(['--test-mail', ''])).code === 2, 'an empty address is no run of the mailer');
  for (const [args, env, code] of [[['--test-mail', 'nobody'], {}, 2], [['--test-mail', ''], {}, 2], [['--test-mail', 'a@example.cn', '--dry-run'], {}, 2], [['--test-mail', 'a@example.cn'], { QJ_SMTP: '' }, 78], [['--test-mail', 'a@example.cn'], { QJ_SMTP: 'no' }, 78]]) {
    const ended = await reminders(args, env);
    findings.check(ended.code === code, `${args.join(' ')} ${JSON.stringify(env)}: ${ended.code} ${ended.err}`);
  }
  findings.raise();
}

async function withoutTheOther() {
  const folder = freshFolder();
  fs.copyFileSync(path.join(bin, 'qj-reminders'), path.join(folder, 'qj-reminders'));
  const { code, err } = await run(path.join(folder, 'qj-reminders'), ['--test-mail', 'a@example.cn']);
  assert(code === 69 && err.includes(`${folder}/qj-mailer`) && err.trim().split('\n').length === 1, `${code} ${err}`);
}

async function faults() {
  await setOthersAside();
  const findings = new Findings();
  const folder = freshFolder();
  const [first, second] = [await notice(), await notice()];
  const once = (shell, env) => run('sh', ['-c', `${shell}; exec "$0" --once`, path.join(bin, 'qj-mailer')], { env: { QJ_SMTP_TLS: 'none', ...env } });
  const full = await once('ulimit -f 1; trap "" XFSZ', { QJ_SMTP: `file:${folder}` });
  findings.check(full.code === 75 && full.err.trim().split('\n').length === 1, `a full disk: ${full.code} ${full.err}`);
  findings.check(fs.readdirSync(folder).length === 0, `half a mail stays: ${fs.readdirSync(folder)}`);
  findings.check(await stateOf(first) === 'queued 1' && await stateOf(second) === 'queued 0', `${await stateOf(first)}, ${await stateOf(second)}`);
  const missing = path.join(folder, 'no-such-password');
  const server = await MailServer.start();
  try {
    for (const [env, word] of [[{ QJ_SMTP: server.url, QJ_SMTP_USER: 'portal', QJ_SMTP_PASSWORD_FILE: missing }, missing], [{ QJ_SMTP: server.url, QJ_SMTP_USER: 'portal' }, 'QJ_SMTP_PASSWORD_FILE'],
      [{ QJ_SMTP: server.url, QJ_SEAL_KEY_FILE: missing }, missing]]) {
      const { code, err } = await mailer(['--once'], env);
      findings.check(code === 78 && err.includes(word) && err.trim().split('\n').length === 1, `${JSON.stringify(env)}: ${code} ${err}`);
    }
    findings.check(await stateOf(first) === 'queued 1' && await stateOf(second) === 'queued 0', 'a wrong setting costs no try');
    await makeDue(first);
    const { code } = await mailer(['--once'], { QJ_SMTP: `file:${folder}` });
    findings.check(code === 0 && fs.readdirSync(folder).length === 2 && (await stateOf(first)) === 'sent 2', `then it goes: ${code} ${fs.readdirSync(folder)}`);
  } finally {
    await server.stop();
  }
  findings.raise();
}

module.exports = (test) => {
  test('mail can go through a sendmail program, and its end decides what becomes of a mail', throughSendmail);
  test('answers go to whom the settings name, and the mail says whether it wants any', answers);
  test('--test-mail of both programs shows the talk and never the login', talk);
  test('qj-reminders --test-mail says when there is no qj-mailer beside it', withoutTheOther);
  test('a full disk or a missing file is told in one sentence and costs no mail', faults);
};
