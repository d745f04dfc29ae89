// So many clients at once, each with the next query in turn as soon as it has its answer, and none of it from nginx's cache.
//   node search_load.js URL CLIENTS SECONDS <words     Ends with 1 when an answer is no 200.
'use strict';
const fs = require('fs');
const http = require('http');

const [base, clients, seconds] = process.argv.slice(2);
const queries = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => line.slice(line.indexOf('|') + 1));
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(clients) });
const end = Date.now() + Number(seconds) * 1000;
const times = [];
let broad = 0;
let asked = 0;

function get() {
  asked += 1;
  const parameters = queries[(asked * 7) % queries.length];
  const query = new URLSearchParams([...parameters.split('&').map((p) => [p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]), ['ie', '✓'], ['bench', `load-${asked}`]]);
  return new Promise((done, failed) => {
    const began = process.hrtime.bigint();
    http.get(new URL(`/query/api/instruments?${query}`, base), { agent }, (answer) => {
      const chunks = [];
      answer.on('data', (c) => chunks.push(c)).on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 422 && text.includes('QUERY_TOO_BROAD')) broad += 1;
        else if (answer.statusCode !== 200) return failed(new Error(`${parameters} answers ${answer.statusCode}`));
        times.push(Number(process.hrtime.bigint() - began) / 1e6);
        return done();
      });
    }).on('error', failed);
  });
}
async function client() { while (Date.now() < end) await get(); }

Promise.all(Array.from({ length: Number(clients) }, client)).then(() => {
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(0);
  console.log(`\n${clients} clients for ${seconds} s: ${times.length} answers, ${(times.length / Number(seconds)).toFixed(0)} a second; ms: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; ` +
    `none failed, ${broad} were asked for another word`);
}).catch((error) => { console.error(error.message); process.exit(1); });
