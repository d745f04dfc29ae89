// Debian's Chromium through playwright-core, with script or without. Also for axe, screenshots and PDFs.
'use strict';
const { base, tool } = require('./harness');
const { Browser } = require('./browser');

let launched;
function chromium() {
  launched = launched || tool('playwright-core').chromium.launch({
    executablePath: process.env.QJ_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  return launched;
}
async function closeChromium() { if (launched) await (await launched).close(); launched = undefined; }

class Chromium extends Browser {
  static async start({ scripts = true, width = 1024, height = 768, site = base } = {}) {
    const self = new Chromium({ scripts, layout: true, site });
    self.context = await (await chromium()).newContext({ javaScriptEnabled: scripts, viewport: { width, height }, locale: 'zh-CN' });
    self.page = await self.context.newPage();
    self.page.setDefaultTimeout(30000);
    self.problems = [];
    self.page.on('pageerror', (error) => self.problems.push(String(error)));
    self.page.on('console', (line) => { if (line.type() === 'error' && !/the server responded with a status of 4/.test(line.text())) self.problems.push(line.text()); });
    self.page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site)) self.problems.push(`asks a foreign host: ${request.url()}`); });
    return self;
  }
  goto(url) { return this.page.goto(url); }
  evaluate(expression) { return this.page.evaluate(expression); }
  async type(selector, text) {
    await this.page.click(selector, { clickCount: 3 });
    await this.page.fill(selector, '');
    await this.page.type(selector, text);
  }
  select(selector, value) { return this.page.selectOption(selector, value); }
  tick(selector) { return this.page.click(selector); }
  attach(selector, file) { return this.page.setInputFiles(selector, file); }
  async click(selector) {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
  }
  async errors() { return this.problems; }
  close() { return this.context.close(); }
}

module.exports = { Chromium, chromium, closeChromium };
