'use strict';
const fs = require('fs');const path = require('path');const { run } = require('./harness');
async function routes(bin) {
  const out = [];
  for (const name of fs.readdirSync(bin).filter((n) => /^qj-(?!serve$)/.test(n)).sort()) {
    const table = await run(path.join(bin, name), ['--routes']);
    for (const line of table.out.trim().split('\n').filter(Boolean)) {
      const [method, pattern, access, proof] = line.split('\t');
      out.push({ area: name.slice(3), method, path: pattern, access, proof });
    }
  }
  return out;
}
module.exports = () => {};
module.exports.routes = routes;
