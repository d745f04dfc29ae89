// The public's area as its own route table and pages offer it, so that a new page is looked at without a word here: its routes,
// the addresses to ask of them, its forms' parameters; and somebody else's network address to ask from.
'use strict';
const fs = require('fs');
const net = require('net');
const path = require('path');
const { assert, base, pick, state } = require('./harness');
const { Client, attribute } = require('./client');
const { query } = require('./database');
const { example, routes } = require('./routes');

const free = 30;  // queries an address has, unless a setting says otherwise
const solved = 100;
const beside = ['/query/captcha', '/query/captcha/picture'];  // what leads out of being asked

// The area's GET routes that answer queries, with a real address for each.
let table;
async function publicRoutes() {
  table = table || (async () => {
    const all = (await routes()).filter((r) => r.path.startsWith('/query') && r.method === 'GET' && !beside.includes(r.path));
    return Promise.all(all.map(async (route) => ({ ...route, address: await example(route.path) })));
  })();
  return table;
}

// Loopback has many addresses: each test has some of its own, and nobody has asked from them before.
let last = 1;
const ownAddress = () => `127.0.${1 + Math.floor(last / 250)}.${2 + (last++ % 250)}`;

// A browser cannot choose its address: what it sends to this one's port comes from there.
async function forwarder(localAddress) {
  const target = new URL(base);
  const server = net.createServer((from) => {
    const to = net.connect({ host: target.hostname, port: target.port, localAddress });
    const end = () => { from.destroy(); to.destroy(); };
    from.on('error', end).pipe(to);
    to.on('error', end).pipe(from);
    from.on('close', end);
    to.on('close', end);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { site: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

// An instrument of the demonstration that everybody may find: the code of its label, and what it shows.
async function findable() {
  const [line] = await query("select replace(public_code::text, '-', ''), unit_name, name from public_instruments where unit_name like '示范%' order by public_code limit 1;");
  assert(line, 'no instrument that the public may find');
  const [code, unit, name] = line.split('|');
  return { code, unit, name, address: `/query/validity?c=${code}` };
}

// Addresses that are all different and all ask for something.
const unlike = () => `/query/validity?c=${pick('0123456789abcdef', 32)}`;

// The names of everything that a page lets people type or choose, and of what its links carry; of an answer for programs: those of
// all pages.
async function parameterNames(route) {
  const client = new Client();
  const names = new Set(['q', 'sort', 'after', ...(route.path === '/query/validity' ? ['c'] : [])]);
  const pages = route.path.includes('/api/') ? (await publicRoutes()).filter((r) => r.path.endsWith(route.path.replace('/api/', '/').replace(/\/\{id\}$/, ''))) : [route];
  for (const { address } of pages) {
    const page = await client.get(address);
    if (!/html/.test(page.headers['content-type'] || '')) continue;
    for (const form of page.forms.filter((f) => f.method === 'GET' && f.action.includes('/query'))) for (const control of form.controls) names.add(control.name);
    for (const link of page.links(/\/query\/.*\?/)) for (const name of new URL(link, base).searchParams.keys()) names.add(name);
  }
  names.delete('ie');
  return [...names];
}

// How much an answer shows: rows of a table, links to things, entries of a JSON list.
function rows(answer) {
  if (/json/.test(answer.headers['content-type'] || '')) {
    let most = 0;
    JSON.parse(answer.text, (_, value) => { if (Array.isArray(value)) most = Math.max(most, value.length); return value; });
    return most;
  }
  const links = new Set(answer.links(/\/query\/(validity\?c=|[a-z]+\/\d+)/));
  return answer.all((n) => n.name === 'tr').length + links.size;
}

// Everything that is written to the instance's logs from now on.
function logsFromHere() {
  const folder = path.join(state, 'log');
  const sizes = new Map(fs.readdirSync(folder).map((name) => [name, fs.statSync(path.join(folder, name)).size]));
  return (names = fs.readdirSync(folder)) => names.map((name) => {
    const text = fs.readFileSync(path.join(folder, name));
    return text.subarray(sizes.get(name) || 0).toString('utf8');
  }).join('\n');
}

const display = (page) => attribute(page.all((n) => n.name === 'html')[0], 'class');

module.exports = { display, findable, forwarder, free, logsFromHere, ownAddress, parameterNames, publicRoutes, rows, solved, unlike };
