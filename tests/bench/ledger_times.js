// What the ledger costs the database: each list, tab, filter and sort of one unit, asked again and again; of every request the
// durations that PostgreSQL itself wrote down are summed.
//   node ledger_times.js URL COOKIE LOG ROUNDS KIND ITEM     prints a table: milliseconds of database time, median and p95 by page
// LOG: the server's, with log_min_duration_statement = 0 and log_line_prefix '%m %u@%d '.
'use strict';
const fs = require('fs');
const http = require('http');

const [base, cookie, log, rounds, kind, item] = process.argv.slice(2);
const word = encodeURIComponent('电子');
const texts = ['name', 'model', 'serial_number', 'management_number', 'manufacturer', 'place', 'certificate_number', 'institution_name'];
const columns = ['standing', 'valid_until', 'name', 'item', 'kind', 'model', 'serial_number', 'manufacturer', 'division', 'place', 'quantity', 'use', 'management_number', 'verified_on'];
const pages = [['first page and counts', '/ledger?tab=all'], ['last page', '/ledger?tab=all&page=100000'], ['overview', '/ledger/overview'], ['what is due', '/ledger?tab=due'],
  ...['overdue', 'due_soon', 'not_verified', 'stopped'].map((tab) => [`tab ${tab}`, `/ledger?tab=${tab}`]),
  ...texts.map((name) => [`filter ${name}`, `/ledger?${name}=${word}&ie=%E2%9C%93`]),
  ['filter kind', `/ledger?kind=${kind}`], ['filter item', `/ledger?item=${item}`], ['filter use', '/ledger?use=trade'], ['filter state', '/ledger?state=in_use'],
  ['filter division', '/ledger?division=110000'], ['filter due range', '/ledger?due_from=2026-06-01&due_to=2027-06-01'],
  ...columns.map((name) => [`sort ${name}`, `/ledger?sort=${name}&desc=1`])];

const get = (path) => new Promise((done, failed) => {
  http.get(new URL(path, base), { headers: { cookie: `qj_session=${cookie}` }, agent: false }, (answer) => {
    answer.resume().on('end', () => done(answer.statusCode));
  }).on('error', failed);
});

// The sum of what the ledger's role ran since `offset`; null while the server has not written a statement down.
function spent(offset) {
  const text = fs.readFileSync(log).subarray(offset).toString('utf8');
  let sum = 0;
  let n = 0;
  for (const [, ms] of text.matchAll(/ UTC qj_ledger@[^ ]* LOG:  duration: ([0-9.]+) ms/g)) { sum += Number(ms); n += 1; }
  return n > 0 ? sum : null;
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

async function main() {
  const result = pages.map(() => []);
  for (let round = 0; round < Number(rounds); round += 1) {
    for (let n = 0; n < pages.length; n += 1) {
      const offset = fs.statSync(log).size;
      const status = await get(pages[n][1]);
      if (status !== 200) throw new Error(`${pages[n][1]} answers ${status}`);
      const ms = spent(offset);
      if (ms !== null && round > 0) result[n].push(ms);  // the first round warms
    }
  }
  let worst = 0;
  for (let n = 0; n < pages.length; n += 1) {
    const sorted = result[n].sort((a, b) => a - b);
    worst = Math.max(worst, at(sorted, 0.5));
    console.log(`  ${pages[n][0].padEnd(28)} ${at(sorted, 0.5).toFixed(1).padStart(7)} ${at(sorted, 0.95).toFixed(1).padStart(7)}`);
  }
  console.log(`  slowest median ${worst.toFixed(1)} ms`);
}

main().catch((error) => { console.error(error.message); process.exit(1); });
