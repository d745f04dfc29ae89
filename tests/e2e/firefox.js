// Debian's Firefox through puppeteer-core (WebDriver BiDi): only for what differs from Chromium, such as how a download is named.
'use strict';
const fs = require('fs');
const path = require('path');
const { base, state, tool, until } = require('./harness');

// Opens `address` with a signed-in client's cookies, presses the button named `button`, and answers the path of the file that
// Firefox has saved for it, under the name Firefox gave it.
async function download(client, address, button) {
  const folder = fs.mkdtempSync(path.join(state, 'tmp', 'firefox-'));
  const saved = path.join(folder, 'saved');
  fs.mkdirSync(saved);
  const browser = await tool('puppeteer-core').launch({
    browser: 'firefox', executablePath: process.env.QJ_FIREFOX || '/usr/bin/firefox-esr', headless: true, userDataDir: path.join(folder, 'profile'),
    env: { ...process.env, HOME: folder },
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': saved, 'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false, 'browser.helperApps.deleteTempFileOnExit': false },
  });
  try {
    const page = await browser.newPage();
    await browser.setCookie(...[...client.cookies].map(([name, value]) => ({ name, value, domain: new URL(base).hostname, path: '/' })));
    await page.goto(base + address);
    await page.evaluate((name) => { document.querySelector(`input[type="submit"][name="${name}"]`).click(); }, button);
    return await until(() => {
      const names = fs.readdirSync(saved);
      const whole = names.find((n) => !n.endsWith('.part') && fs.statSync(path.join(saved, n)).size > 0);
      return whole && !names.some((n) => n.endsWith('.part')) && path.join(saved, whole);
    }, 'Firefox saves the file', 60000);
  } finally {
    await browser.close();
  }
}

module.exports = { download };
