// The numbers of tests/bench/search.js side by side.   node search_table.js SMALL LARGE
'use strict';
const fs = require('fs');
const [small, large] = process.argv.slice(2).map((file) => JSON.parse(fs.readFileSync(file, 'utf8')));
const ms = (n) => n.toFixed(1).padStart(8);
console.log(`\n${'milliseconds'.padEnd(34)}${'found'.padStart(8)}${'db p50'.padStart(8)}${'db p99'.padStart(8)}${'page p50'.padStart(9)}${'page p99'.padStart(9)}   small: found, db p50   ratio`);
for (const [label, n] of Object.entries(large)) {
  const less = small[label];
  console.log(`${label.padEnd(34)}${(n.found > 10000 ? '10000+' : String(n.found)).padStart(8)}${ms(n.database.median)}${ms(n.database.p99)} ${ms(n.page.median)} ${ms(n.page.p99)}` +
    `   ${(less.found > 10000 ? '10000+' : String(less.found)).padStart(12)} ${ms(less.database.median)} ${(n.database.median / less.database.median).toFixed(2).padStart(7)}` + (n.broad ? `   ${n.broad} too broad` : ''));
}
