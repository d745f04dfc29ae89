// Pictures for people to look at: `node tests/e2e/screenshots.js FOLDER` shows every page of the list (pages.js) at 1280 and at
// 400 pixels, with script and without, and printed. Wants the environment of a running instance, as run.js does.
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium, closeChromium } = require('./chromium');
const { allPages } = require('./pages');
const { show } = require('./looks');

async function main(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [tag, options] of [['wide', { width: 1280, height: 900 }], ['narrow', { width: 400, height: 800 }],
    ['wide-noscript', { width: 1280, height: 900, scripts: false }]]) {
    const browser = await Chromium.start(options);
    for (const { file, page, problem, name } of await allPages()) {
      if (!page) { console.log(`${name}: ${problem}`); continue; }
      await show(browser, page);
      const stem = path.join(folder, path.basename(file, '.html'));
      await browser.page.screenshot({ path: `${stem}-${tag}.png`, fullPage: true });
      if (tag === 'wide') await browser.page.pdf({ path: `${stem}.pdf`, format: 'A4', landscape: true });
    }
    await browser.close();
  }
  await closeChromium();
}

if (!process.argv[2]) {
  console.error('usage: node tests/e2e/screenshots.js FOLDER');
  process.exit(2);
}
main(process.argv[2]).catch((error) => { console.error(error.stack); process.exit(1); });
