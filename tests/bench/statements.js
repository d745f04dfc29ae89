// Turns what PostgreSQL logged for one page into a pgbench script: the very statements the area ran, with its values.
//   node statements.js LOG OFFSET ROLE SCRIPT VALUES
// Reads LOG from byte OFFSET on (log_min_duration_statement = 0, log_line_prefix '%m %u@%d '), keeps ROLE's statements,
// writes SCRIPT (one statement a line, parameters as :p1 …) and VALUES (one name=value a line, for pgbench -D), and prints
// how many statements there are. pgbench knows no empty values: those become left(:p1, 0), still a parameter to the planner.
'use strict';
const fs = require('fs');

const [log, offset, role, script, valuesFile] = process.argv.slice(2);
const text = fs.readFileSync(log).subarray(Number(offset)).toString('utf8');

// What an area reads now and then, not for each page; and what its library does about a statement that is not kept.
const notOfThePage = /from (settings|offices)\b|^deallocate /i;

function unquote(literal) {
  if (literal === 'NULL') throw new Error('a NULL parameter cannot be given to pgbench');
  return literal.slice(1, -1).replace(/''/g, "'");
}

const statements = [];
let wanted = false; // does the last statement seen belong here, so that the DETAIL line below it counts
for (const line of text.replace(/\n\t[ \t]*/g, ' ').split('\n')) { // a statement's further lines begin with a tab
  const found = / UTC ([^ @]+)@[^ ]* (LOG|DETAIL):  (.*)$/.exec(line);
  if (!found) continue;
  const [, user, level, words] = found;
  if (user !== role) continue;
  const run = /^duration: [0-9.]+ ms  (?:execute [^:]*|statement): \s*(.*)$/.exec(words);
  if (level === 'LOG') {
    wanted = run !== null && !notOfThePage.test(run[1]);
    if (wanted) statements.push({ sql: run[1], values: {} });
  } else if (wanted && words.startsWith('parameters: ')) {
    for (const [, n, literal] of words.matchAll(/\$(\d+) = ('(?:[^']|'')*'|NULL)/g)) {
      statements[statements.length - 1].values[n] = unquote(literal);
    }
  }
}

let count = 0;
const lines = [];
const values = [];
for (const { sql, values: own } of statements) {
  const first = count;
  lines.push(sql.replace(/;\s*$/, '').replace(/\$(\d+)/g, (_, n) => (own[n] === '' ? `left(:p${first + Number(n)}, 0)` : `:p${first + Number(n)}`)) + ';');
  for (const [n, value] of Object.entries(own)) {
    values.push(`p${first + Number(n)}=${value === '' ? '-' : value}`);
    count = Math.max(count, first + Number(n));
  }
}
fs.writeFileSync(script, lines.join('\n') + '\n');
fs.writeFileSync(valuesFile, values.map((v) => v + '\n').join(''));
console.log(statements.length);
