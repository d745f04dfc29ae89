// What appointments cost the database: a unit submits 500 lines, the institution answers them all, 500 results are recorded; and the pages
// of an institution with a million lines behind it. Of every request the durations that PostgreSQL itself wrote down are summed.
//   node appointment_times.js URL LOG ROUNDS UNIT DESK BUSY TOKEN     sessions' cookies of the unit, its institution, the busy one
// LOG: the server's, with log_min_duration_statement = 0 and log_line_prefix '%m %u@%d '. Prints milliseconds of database time.
'use strict';
const fs = require('fs');
const http = require('http');

const [base, log, rounds, unit, desk, busy, token] = process.argv.slice(2);

function send(method, address, headers, body) {
  return new Promise((done, failed) => {
    const request = http.request(new URL(address, base), { method, headers: { ...headers, ...(body ? { 'content-length': body.length } : {}) }, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => done({ status: answer.statusCode, location: answer.headers.location, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', failed);
    request.end(body);
  });
}
const as = (session) => ({ cookie: `qj_session=${session}` });

const unescape = (text) => text.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const attribute = (tag, name) => { const found = new RegExp(` ${name}="([^"]*)"`).exec(tag); return found ? unescape(found[1]) : ''; };

// What a browser would send of the form with this button.
function filled(page, button, values) {
  const form = page.text.split('<form ').find((f) => f.includes(`name="${button}"`)).split('</form>')[0];
  const pairs = [];
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const type = attribute(tag, 'type') || 'text';
    if (['submit', 'file'].includes(type) || (['checkbox', 'radio'].includes(type) && !/ checked/.test(tag))) continue;
    pairs.push([attribute(tag, 'name'), attribute(tag, 'value')]);
  }
  for (const [, tag, text] of form.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g)) pairs.push([attribute(' ' + tag, 'name'), unescape(text.replace(/^\n/, ''))]);
  for (const [, tag, inner] of form.matchAll(/<select ([^>]*)>([^]*?)<\/select>/g)) {
    const options = [...inner.matchAll(/<option [^>]*>/g)].map(([o]) => o);
    pairs.push([attribute(' ' + tag, 'name'), attribute(options.find((o) => / selected/.test(o)) || options[0] || '', 'value')]);
  }
  const own = pairs.filter(([name]) => !(name in values));
  return Buffer.from(new URLSearchParams([...own, ...Object.entries(values), [button, '1']]).toString());
}
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const say = (what, ms) => console.log(`  ${what.padEnd(44)} ${ms.map((m) => m.toFixed(1).padStart(8)).join(' ')}`);

// The database time of what `ask` does as this role.
async function spent(role, ask) {
  const offset = fs.statSync(log).size;
  const answer = await ask();
  const text = fs.readFileSync(log).subarray(offset).toString('utf8');
  let sum = 0;
  for (const [, ms] of text.matchAll(new RegExp(` UTC ${role}@[^ ]* LOG:  duration: ([0-9.]+) ms`, 'g'))) sum += Number(ms);
  return [answer, sum];
}
function expect(answer, status, what) {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${/<div class="error-summary"[^]*?<\/div>/.exec(answer.text) || answer.text.slice(0, 300)}`);
}

async function acts() {
  const chosen = await send('GET', '/appointments/new?due=1', as(unit));
  expect(chosen, 200, 'the choice');
  const body = filled(chosen, 'op_submit', { contact: '示范联系人', phone: '13800000000', unit_address: '示范路 1 号' });
  const [sent, submitting] = await spent('qj_appointments', () => send('POST', '/appointments/new', { ...as(unit), ...urlencoded }, body));
  expect(sent, 303, 'submitting');
  say('submitting 500 lines', [submitting]);
  const page = await send('GET', '/desk' + sent.location, as(desk));
  expect(page, 200, `the appointment at ${sent.location}`);
  const answer = filled(page, 'op_accept', { answer_scope: 'all', planned_on: new Date(Date.now() + 5 * 864e5).toISOString().slice(0, 10), planned_place: '示范路', planned_contact: '示范人 010-00000000' });
  const [done, answering] = await spent('qj_desk', () => send('POST', '/desk' + sent.location + '/answer', { ...as(desk), ...urlencoded }, answer));
  expect(done, 303, 'answering');
  say('answering them', [answering]);
  const bearer = { authorization: `Bearer ${token}` };
  const { lines } = JSON.parse((await send('GET', '/desk/api/lines?limit=500', bearer)).text);
  const results = lines.map((l, n) => ({ line_key: l.line_key, result: 'pass', mark: 'certificate', result_number: `示范-${n}`, verified_on: new Date().toISOString().slice(0, 10), verifier: '示范人' }));
  const [told, recording] = await spent('qj_desk', () => send('POST', '/desk/api/results', { ...bearer, 'content-type': 'application/json' }, Buffer.from(JSON.stringify({ results }))));
  expect(told, 200, 'recording');
  say(`recording ${lines.length} results`, [recording]);
}

async function pages() {
  for (const [what, path] of [['queue: to be answered', '/desk/appointments'], ['queue: being verified', '/desk/appointments?tab=working'], ['queue: all', '/desk/appointments?tab=all'],
    ['results: to be recorded', '/desk/results'], ['results: recorded', '/desk/results?tab=recorded'], ['calendar of a month', '/desk/calendar']]) {
    const all = [];
    for (let round = 0; round <= Number(rounds); round += 1) {
      const [answer, ms] = await spent('qj_desk', () => send('GET', path, as(busy)));
      expect(answer, 200, path);
      if (round > 0) all.push(ms);  // the first round warms
    }
    all.sort((a, b) => a - b);
    say(what, [at(all, 0.5), at(all, 0.95)]);
  }
}

acts().then(pages).catch((error) => { console.error(error.message); process.exit(1); });
