// A look into the instance's database, as its owner: only to see that nothing has changed, or what was kept.
'use strict';
const { spawn } = require('child_process');
const { assert, run } = require('./harness');

async function query(sql) {
  const { code, out, err } = await run('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-d', `${process.env.QJ_DATABASE} user=qj_owner`], { input: sql });
  assert(code === 0, () => `psql: ${err}`);
  return out.trim().split('\n').filter(Boolean);
}

// Holds a table while `act` runs: whatever waits for it meets its time limit.
async function holding(table, act) {
  const child = spawn('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-d', `${process.env.QJ_DATABASE} user=qj_owner`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('close', done));
  try {
    const held = new Promise((done) => child.stdout.on('data', (data) => { if (String(data).includes('held')) done(true); }));
    child.stdin.write(`begin; lock table ${table} in access exclusive mode;\n\\echo held\n`);
    assert(await Promise.race([held, ended.then(() => false)]), `${table} cannot be held`);
    return await act();
  } finally {
    child.stdin.end('rollback;\n');
    await ended;
  }
}

// Grow with every page looked at, by design; the counts that qj-jobs folds each minute, and what it brings up to date each second.
const restless = ['sessions', 'login_events', 'used_tokens', 'used_captchas', 'statistics_cells', 'statistics_deltas', 'statistics_service',
  'statistics_service_deltas', 'statistics_state'];

// One sum over all that is stored: table → sum of its rows.
async function snapshot(except = restless) {
  const tables = (await query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"))
    .filter((t) => !except.includes(t) && !/^(instrument_search_|search_stale$)/.test(t));
  const sums = await query(tables.map((t) => `select '${t}', count(*), coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from ${t} t`).join(' union all ') + ';');
  return new Map(sums.map((line) => { const [table, ...sum] = line.split('|'); return [table, sum.join('|')]; }));
}

// What the tables differ in, as words; '' when in nothing.
function difference(before, after) {
  return [...after].filter(([table, sum]) => before.get(table) !== sum).map(([table, sum]) => `${table} (${before.get(table)} → ${sum})`).join(', ');
}

module.exports = { difference, holding, query, restless, snapshot };
