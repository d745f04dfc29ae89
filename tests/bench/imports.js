// An import for the bench, as a browser without script does it: sends a file, waits for its check, has it applied, waits again.
//   node imports.js URL SESSION FILE     prints: seconds from upload to checked, seconds of the application, rows
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

const [base, session, file] = process.argv.slice(2);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function send(method, address, { type, body } = {}) {
  return new Promise((done, failed) => {
    const headers = { cookie: `qj_session=${session}`, ...(body ? { 'content-type': type, 'content-length': body.length } : {}) };
    const request = http.request(new URL(address, base), { method, headers }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => done({ status: answer.statusCode, location: answer.headers.location, refresh: answer.headers.refresh, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', failed);
    request.end(body);
  });
}

const token = (page, action) => new RegExp(`action="${action}"[^]*?name="token" value="([^"]*)"`).exec(page.text)[1];

function upload(page) {
  const field = (name, value) => `--bench\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = field('ie', '✓') + field('token', token(page, '/ledger/import')) +
    `--bench\r\nContent-Disposition: form-data; name="import_file"; filename="${path.basename(file)}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), fs.readFileSync(file), Buffer.from('\r\n--bench--\r\n')]);
  return send('POST', '/ledger/import', { type: 'multipart/form-data; boundary=bench', body });
}

async function ended(address) {
  for (;;) {
    const page = await send('GET', address);
    if (!page.refresh) return page;
    await pause(100);
  }
}

(async () => {
  const begun = Date.now();
  const sent = await upload(await send('GET', '/ledger/import'));
  if (sent.status !== 303) throw new Error(`upload: ${sent.status}`);
  const preview = await ended(sent.location);
  const checked = Date.now();
  const action = `${sent.location}/apply`;
  const fields = new URLSearchParams({ ie: '✓', token: token(preview, action), op_all: '1' });
  const applied = await send('POST', action, { type: 'application/x-www-form-urlencoded', body: Buffer.from(fields.toString()) });
  if (applied.status !== 303) throw new Error(`apply: ${applied.status}`);
  const done = await ended(sent.location);
  const rows = /新增 <strong>(\d+)<\/strong>/.exec(done.text);
  if (!done.text.includes('导入完成')) throw new Error('the import did not end well');
  console.log(((checked - begun) / 1000).toFixed(1), ((Date.now() - checked) / 1000).toFixed(1), rows[1]);
})().catch((e) => { console.error(String(e)); process.exit(1); });
