// The main job in every browser we promise, or the nearest that can be run: see walk.js for what is done.
'use strict';
const { Chromium } = require('./chromium');
const { htmlunit, phantom } = require('./engine');
const { account, assert } = require('./harness');
const { solve } = require('./client');
const { Lynx } = require('./lynx');
const { walk } = require('./walk');

async function walked(browser) {
  try {
    await walk(browser);
  } finally {
    await browser.close();
  }
}

// Without script, style or pictures: along the links and fields with the arrow keys, as a blind person's terminal would.
async function lynxLogsInAndLists() {
  const { login, password } = account('demo-market');
  const lynx = new Lynx('/accounts/login?return=%2Fledger');
  try {
    const page = await lynx.print();
    const lastBefore = /\[(\d+)\]首页\s+2\. 登录/.exec(page);  // the breadcrumb, just before the form
    assert(lastBefore, `lynx shows no login page: ${page.slice(0, 500)}`);
    lynx.next(Number(lastBefore[1]) + 2);  // links before it, the button for Enter, 用户类型, 用户名
    lynx.type(login);
    lynx.next(1);
    lynx.type(password);
    lynx.next(1);
    lynx.type(solve(page));
    lynx.next(3);  // 换一张, 查看大图, 登录
    lynx.enter();
    const ledger = await lynx.print();
    assert(/强检器具台账维护/.test(ledger) && /已超期 \d+ 天/.test(ledger) && /还有 \d+ 天|今天到期/.test(ledger), `lynx shows no ledger: ${ledger.slice(0, 1500)}`);
  } finally {
    await lynx.close();
  }
}

module.exports = (test) => {
  test('Chromium walks from registration to yellow and red', async () => walked(await Chromium.start()));
  test('Chromium without script walks from registration to yellow and red', async () => walked(await Chromium.start({ scripts: false })));
  test('PhantomJS 2.1.1 walks from registration to yellow and red', async () => walked(phantom()));
  test('HtmlUnit as Internet Explorer 11 walks from registration to yellow and red', async () => walked(htmlunit()));
  test('lynx logs in and lists the ledger with the keyboard alone', lynxLogsInAndLists);
};
