// Asks the public's search, one request after the other, and writes down what each cost.
//   node search.js URL LOG ROUNDS OUT <words     words: tests/bench/search_words.sql's lines
// Of each label: how many were found (by the JSON of the same query), the database's milliseconds (durations that PostgreSQL itself wrote to
// LOG, with log_min_duration_statement = 0), the page's. OUT: JSON.
'use strict';
const fs = require('fs');
const http = require('http');

const [base, log, rounds, out] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const labels = new Map();
for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const at = line.indexOf('|');
  const label = line.slice(0, at);
  labels.set(label, [...(labels.get(label) || []), line.slice(at + 1)]);
}

let asked = 0;
// No two addresses alike: the answers are to come from the area, not from nginx's cache.
function get(path, parameters) {
  const query = new URLSearchParams([...parameters.split('&').map((p) => [p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]), ['ie', '✓'], ['bench', String(asked += 1)]]);
  return new Promise((done, failed) => {
    const began = process.hrtime.bigint();
    http.get(new URL(`${path}?${query}`, base), { agent }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => {
        done({ status: answer.statusCode, ms: Number(process.hrtime.bigint() - began) / 1e6, text: Buffer.concat(chunks).toString() });
      });
    }).on('error', failed);
  });
}
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const spread = (list) => { const sorted = list.sort((a, b) => a - b); return { median: at(sorted, 0.5), p99: at(sorted, 0.99) }; };
const page = (parameters) => (parameters.startsWith('unit_name=') || parameters.startsWith('name=') || parameters.startsWith('serial_number=') ? `form=detailed&${parameters}` : parameters);

async function main() {
  const result = {};
  for (const [label, queries] of labels) {
    const database = [];
    const whole = [];
    let found = 0;
    let broad = 0;
    for (const query of queries) {
      const { status, text } = await get('/query/api/instruments', query);
      if (status === 422 && text.includes('QUERY_TOO_BROAD')) broad += 1;
      else if (status !== 200) throw new Error(`${label}: ${query} answers ${status}: ${text.slice(0, 200)}`);
      else found = Math.max(found, JSON.parse(text).matched + (JSON.parse(text).capped ? 1 : 0));
    }
    for (let round = 0; round < Number(rounds); round += 1) {
      const offset = fs.statSync(log).size;
      const { status, ms } = await get('/query/instruments/search', page(queries[round % queries.length]));
      if (status !== 200) throw new Error(`${label}: answers ${status}`);
      let sum = 0;
      for (const [, spent] of fs.readFileSync(log).subarray(offset).toString('utf8').matchAll(/ UTC qj_query@[^ ]* LOG:  duration: ([0-9.]+) ms/g)) sum += Number(spent);
      whole.push(ms);
      database.push(sum);
    }
    result[label] = { found, broad, database: spread(database), page: spread(whole) };
    fs.truncateSync(log, 0);
  }
  fs.writeFileSync(out, JSON.stringify(result));
}

main().catch((error) => { console.error(error.message); process.exit(1); });
