// An institution's own system, through nginx: with a token made on the page it lists accepted lines and posts their results, and every
// answer is what the OpenAPI document says. Other modules take apiToken().
'use strict';
const { assert, tool, today } = require('./harness');
const { Client, as } = require('./client');
const { query } = require('./database');
const { sentLines } = require('./results');

const Ajv = tool('ajv');

// A fresh token of the institution of `client`: its address on the page, and itself.
async function newToken(client, values = {}) {
  const form = (await client.get('/desk/tokens/new')).form('op_create').set({ token_name: '检定业务系统', expires_on: today(30), addresses: '', ...values });
  for (const box of form.controls.filter((c) => c.name === 'scopes')) box.on = true;
  const page = await form.submit('op_create');
  const secret = /<code class="secret">(qj_[A-Za-z0-9_-]{43})<\/code>/.exec(page.text);
  assert(page.status === 200 && secret, `no token: ${page.status} ${page.words.slice(0, 200)}`);
  return secret[1];
}
async function apiToken(client) {
  await newToken(client);
  return (await client.get('/desk/tokens')).links(/\/desk\/tokens\/\d+\/revoke$/)[0].replace(/\/revoke$/, '');
}

// Calls an interface below `root`, and holds every answer against the OpenAPI document that is served there.
async function described(root, headers = {}, http = new Client()) {
  const document = JSON.parse((await http.get(root + '/openapi.json')).text);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'openapi', ...document });
  return async (method, path, body, extra = headers) => {
    const answer = await http.request(method, path, body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), { 'content-type': 'application/json', ...extra });
    const described = document.paths[path.replace(root, '').replace(/\?.*/, '')][method.toLowerCase()].responses[answer.status];
    assert(described, `${method} ${path} answers ${answer.status}, which the document does not name: ${answer.text}`);
    const { schema } = described.content['application/json'];
    const valid = ajv.compile(JSON.parse(JSON.stringify(schema).replace(/"#\/components/g, '"openapi#/components')));
    const json = JSON.parse(answer.text);
    assert(valid(json), `${method} ${path}: ${JSON.stringify(valid.errors)} in ${answer.text.slice(0, 500)}`);
    return { status: answer.status, json };
  };
}

async function talk() {
  const bearer = await newToken(await as('demo-institution-1'));
  const http = new Client();
  const headers = { authorization: `Bearer ${bearer}` };
  const call = await described('/desk/api', headers, http);

  const lines = await sentLines(3);
  const found = new Map();
  for (let path = '/desk/api/lines?limit=2'; path;) {
    const { json } = await call('GET', path);
    for (const line of json.lines) found.set(line.line_key, line);
    path = json.next && `/desk/api/lines?limit=2&after=${json.next}`;
  }
  assert(lines.every((l) => found.get(l.key) && found.get(l.key).serial_number === l.serial), 'all accepted lines are listed, page by page');
  const good = (line) => ({ line_key: line.key, result: 'pass', mark: 'certificate', result_number: '示范证-' + line.serial, verified_on: today(-1), verifier: '张检定' });
  const bad = { ...good(lines[1]), verified_on: '昨天' };
  const refused = await call('POST', '/desk/api/results', { results: [good(lines[0]), bad] });
  assert(refused.status === 422 && refused.json.recorded === 0, `all or nothing: ${JSON.stringify(refused)}`);
  const failed = { line_key: lines[1].key, result: 'fail', notice_number: '示范通知-' + lines[1].serial, verified_on: today(-1), verifier: '张检定' };
  const done = await call('POST', '/desk/api/results', { results: [good(lines[0]), failed] });
  assert(done.status === 200 && done.json.recorded === 2, `recorded: ${JSON.stringify(done)}`);
  const unit = await as('demo-market');
  assert((await unit.get('/ledger/' + lines[0].instrument)).words.includes('示范证-' + lines[0].serial), "the certificate stands in the unit's ledger");
  assert((await unit.get('/ledger/' + lines[1].instrument)).words.includes('检定不合格'), 'what failed is marked');
  assert((await call('POST', '/desk/api/results', { results: [good(lines[0])] })).status === 422, 'a line has one result');
  assert((await query(`select count(*) from results where instrument_id = ${lines[0].instrument}`))[0] === '1', 'nothing is recorded twice');

  for (const [what, status, body, extra] of [
    ['no token', 401, { results: [] }, {}], ['a wrong token', 401, { results: [] }, { authorization: 'Bearer qj_x' }], ['no JSON', 400, '{"results": [', headers],
    ['another list', 422, { results: 1 }, headers], ['too much', 413, ' '.repeat(1024 * 1024 + 10), headers],
  ]) {
    if (status === 413) {  // nginx refuses what is announced as too large, before anybody reads it
      const answer = await http.request('POST', '/desk/api/results', Buffer.from(body), { 'content-type': 'application/json', ...extra });
      assert(answer.status === 413, `${what} answers ${answer.status}`);
      continue;
    }
    const answer = await call('POST', '/desk/api/results', body, extra);
    assert(answer.status === status, `${what} answers ${answer.status}`);
  }
  const other = await newToken(await as('demo-institution-2'));
  const foreign = await call('POST', '/desk/api/results', { results: [good(lines[2])] }, { authorization: `Bearer ${other}` });
  assert(foreign.status === 422 && foreign.json.recorded === 0, "another institution's line is not there");
  const listed = await call('GET', '/desk/api/lines?limit=500', undefined, { authorization: `Bearer ${other}` });
  assert(!listed.json.lines.some((l) => lines.some((own) => own.key === l.line_key)), 'nor is it listed');
  const far = await newToken(await as('demo-institution-1'), { addresses: '10.1.2.0/24' });
  assert((await call('GET', '/desk/api/lines', undefined, { authorization: `Bearer ${far}` })).status === 401, 'a token is good from its addresses only');
}

module.exports = (test) => test("an institution's own system lists lines and posts results as the document says", talk);
module.exports.apiToken = apiToken;
module.exports.described = described;
