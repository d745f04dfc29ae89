// The end-to-end tests: `node tests/e2e/run.js [words]` runs those whose module or name contains the words.
// Wants PORTAL_URL, QJ_STATE, QJ_BIN, QJ_DEMO_ACCOUNTS and QJ_DATABASE of a running instance (scripts/test makes one).
// Prints “ok name” or “FAILED name: why”, goes on after a failure, and ends with “e2e: N passed, N failed”.
'use strict';
const { closeChromium } = require('./chromium');

// In this order: what leaves the portal as it found it first, what pulls the ground from under it last.
const modules = ['walks', 'account_walks', 'reminder_walks', 'review_walks', 'admin_walks', 'ledger_walks', 'import_walks', 'record_walks', 'export_walks', 'appointment_walks', 'desk_walks', 'result_walks', 'circle_walk', 'supervision_walks', 'place_walks', 'search_walks', 'api', 'query_limits', 'query_privacy', 'looks', 'routes', 'hostile', 'mail', 'mail_ways', 'reminders', 'reminder_runs', 'schedule', 'qjctl', 'faults', 'plans'];
const wanted = process.argv.slice(2).join(' ');

// A test that waits for something that will never come must fail, not end the run without a word.
function within(promise, seconds) {
  let timer;
  const late = new Promise((_, failed) => { timer = setTimeout(() => failed(new Error(`not finished within ${seconds} s`)), seconds * 1000); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function main() {
  const tests = [];
  for (const name of modules) {
    require('./' + name)((title, test) => tests.push({ module: name, title, test }));
  }
  let passed = 0;
  let failed = 0;
  for (const { module, title, test } of tests) {
    if (wanted && !`${module}: ${title}`.includes(wanted)) continue;
    const start = Date.now();
    try {
      await within(test(), 900);
      passed++;
      console.log(`ok ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed++;
      const where = process.env.QJ_E2E_STACK ? `\n${error && error.stack}` : '';
      console.log(`FAILED ${title}: ${(error && error.message) || error}${where}`);
    }
  }
  await closeChromium();
  console.log(`e2e: ${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

main().catch((error) => {
  console.log(`FAILED the runner itself: ${error.stack}`);
  console.log('e2e: 0 passed, 1 failed');
  process.exit(1);
});
