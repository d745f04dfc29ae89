// Every page of the list, every style sheet and every script: valid, understood by the oldest browsers promised, accessible,
// and asking nothing of any other host.
'use strict';
const fs = require('fs');
const path = require('path');
const { Findings, assert, base, bin, run, tool, tools, tree } = require('./harness');
const { allPages, notPages } = require('./pages');
const { Chromium } = require('./chromium');
const { attribute } = require('./client');
const { htmlFindings } = require('./htmlcompat');
const { routes } = require('./routes');

const browsers = 'ie 10, chrome 45, firefox 55';
const files = (folder, extension) => fs.readdirSync(path.join(tree, 'views', 'static', folder)).filter((f) => f.endsWith(extension))
  .map((f) => path.join(tree, 'views', 'static', folder, f));

async function pagesAnswer() {
  const findings = new Findings();
  for (const { name, problem } of await allPages()) findings.check(!problem, `${name}: ${problem}`);
  findings.raise();
}

// A new page must come into the list: every GET route is on it, or said to be no page.
async function listIsComplete() {
  const findings = new Findings();
  const seen = (await allPages()).filter((p) => p.page).map((p) => p.page.path.split('?')[0]);
  for (const { method, path: pattern } of await routes(bin)) {
    if (method !== 'GET' || notPages.includes(pattern)) continue;
    const shape = new RegExp('^' + pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[a-z]+\}/g, '[^/]+') + '$');
    findings.check(seen.some((p) => shape.test(p)), `${pattern} is missing: one line in tests/e2e/pages.js`);
  }
  findings.raise();
}

async function validMarkup() {
  const saved = (await allPages()).filter((p) => p.file);
  const { out, err } = await run('java', ['-Xss4m', '-jar', path.join(tools, 'node_modules/vnu-jar/build/dist/vnu.jar'), '--format', 'json', '--stdout', ...saved.map((p) => p.file)]);
  const { messages } = JSON.parse(out || err);
  const findings = new Findings();
  for (const m of messages) {
    // “info” without “warning” is taste (trailing slashes, …).
    if (m.type === 'info' && m.subType !== 'warning') continue;
    findings.add(`${path.basename(m.url || '')}:${m.lastLine}: ${m.message} — ${(m.extract || '').replace(/\s+/g, ' ').slice(0, 120)}`);
  }
  findings.raise();
}

async function oldBrowsersUnderstandMarkup() {
  const findings = new Findings();
  for (const { name, page } of await allPages()) {
    if (page) for (const finding of htmlFindings(page.text)) findings.add(`${name}: ${finding}`);
  }
  findings.raise();
}

// What holds for every page whatever it shows.
async function frame() {
  const findings = new Findings();
  for (const { name, page } of await allPages()) {
    if (!page) continue;
    const check = (good, what) => findings.check(good, `${name}: ${what}`);
    const { text, headers } = page;
    const head = text.replace(/^\s+/, '');
    check(/^<!DOCTYPE html>\s*<html lang="zh-CN"/i.test(head), 'does not begin with the doctype and lang="zh-CN"');
    check(/<head>\s*<meta http-equiv="X-UA-Compatible" content="IE=edge">/i.test(text), 'X-UA-Compatible is not the first in the head');
    check(/<meta name="renderer" content="webkit">/.test(text), 'no <meta name="renderer">');
    check(page.all((n) => n.name === 'h1').length === 1, 'has not exactly one h1');
    check(!/\{\{|\}\}/.test(text.replace(/\{\{X\}\}/g, '')), 'shows a template marker');
    check(!/<script>alert/.test(text), 'shows what was typed without escaping it');
    check(!/exception|terminate called|std::|SQLSTATE|backtrace|pq:|assert/i.test(page.words), 'speaks of its own insides');
    for (const n of page.all((m) => attribute(m, 'src') || attribute(m, 'action') || (m.name === 'link' && attribute(m, 'href')))) {
      const target = attribute(n, 'src') || attribute(n, 'action') || attribute(n, 'href');
      check(!/^(https?:)?\/\//.test(target), `asks another host: ${target}`);
    }
    if (page.static) continue;
    check(headers['x-ua-compatible'] === 'IE=edge', 'no header X-UA-Compatible');
    check(headers['x-content-type-options'] === 'nosniff', 'no header nosniff');
    check(/frame-ancestors 'none'/.test(headers['content-security-policy'] || '') && !/unsafe/.test(headers['content-security-policy']), 'no strict Content-Security-Policy');
    check(headers['referrer-policy'] === 'same-origin', 'no Referrer-Policy');
    check(/^text\/html; charset=utf-8$/i.test(headers['content-type'] || ''), `Content-Type ${headers['content-type']}`);
    if (page.text.includes('op_logout')) check(/no-store/.test(headers['cache-control'] || ''), 'a page of somebody signed in may be stored');
  }
  findings.raise();
}

async function styles() {
  const postcss = tool('postcss');
  const doiuse = tool('doiuse');
  const usable = doiuse.default || doiuse;
  // Named by the table for values we do not use (checked below), or no loss where unknown.
  const harmless = new Set([
    'mdn-text-decoration-shorthand',  // one keyword only, as in CSS 2
    'css-overflow',                   // hidden, auto, visible, as in CSS 2
    'wordwrap',                       // word-wrap: IE's own name for it
    'outline',                        // the focus ring; IE 10 lacks only outline-offset
    'css-page-break',                 // IE 10 knows page-break-*, the table asks for more values
    'css-paged-media',                // the paper's margins: IE keeps its own
  ]);
  const findings = new Findings();
  for (const file of files('css', '.css')) {
    const css = fs.readFileSync(file, 'utf8');
    const name = path.basename(file);
    await postcss([usable({ browsers, onFeatureUsage: (usage) => {
      if (!harmless.has(usage.feature)) findings.add(`${name}:${usage.usage.source.start.line}: ${usage.feature}: ${usage.usage.toString().split('\n')[0]}`);
    } })]).process(css, { from: file });
    postcss.parse(css).walkDecls((d) => {
      const where = `${name}:${d.source.start.line}: ${d.toString()}`;
      findings.check(!/^(gap|row-gap|column-gap|inset|aspect-ratio|grid.*|place-.*)$/.test(d.prop), where);
      findings.check(d.prop !== 'text-decoration' || /^(none|underline)$/.test(d.value), where);
      findings.check(!/^overflow/.test(d.prop) || /^(hidden|auto|visible|scroll)$/.test(d.value), where);
      findings.check(d.prop !== 'user-select' || d.parent.some((x) => x.prop === '-ms-user-select'), `${where} without -ms-user-select`);
      findings.check(!/^display$/.test(d.prop) || !/flex|grid/.test(d.value), `${where}: layout must stand without it`);
      findings.check(!/var\(|(rgb|hsl)a?\([^,)]* [^,)]*\)|min\(|max\(|clamp\(|#[0-9a-f]{8}\b|#[0-9a-f]{4}\b/i.test(d.value), where);
      findings.check(!/url\(\s*['"]?(https?:)?\/\//.test(d.value), `${where} asks another host`);
    });
    let selectors = 0;
    postcss.parse(css).walkRules((r) => { selectors += r.selectors.length; });
    findings.check(selectors < 4095, `${name} has ${selectors} selectors; IE10 reads 4095`);
  }
  findings.raise();
}

async function scripts() {
  const findings = new Findings();
  const acorn = tool('acorn');
  const list = files('js', '.js');
  for (const file of list) {
    try {
      acorn.parse(fs.readFileSync(file, 'utf8'), { ecmaVersion: 5 });
    } catch (error) {
      findings.add(`${path.basename(file)} is not ES5: ${error.message}`);
    }
  }
  const es = await run(path.join(tools, 'node_modules/.bin/es-check'), ['es5', ...list]);
  findings.check(es.code === 0, () => `es-check: ${(es.out + es.err).replace(/\s+/g, ' ').slice(-600)}`);
  const eslint = await run(path.join(tools, 'node_modules/.bin/eslint'), ['--no-eslintrc', '--no-inline-config', '--format', 'json', '-c', path.join(__dirname, 'ie10.eslintrc.json'),
    '--resolve-plugins-relative-to', tools, ...list], { env: { ESLINT_USE_FLAT_CONFIG: 'false', BROWSERSLIST: browsers }, cwd: tools });
  assert(eslint.out.startsWith('['), () => `eslint: ${eslint.out}${eslint.err}`);
  for (const { filePath, messages } of JSON.parse(eslint.out)) {
    for (const m of messages) findings.add(`${path.basename(filePath)}:${m.line}: ${m.message} (${m.ruleId})`);
  }
  findings.raise();
}

// Shows a fetched page in Chromium: the very answer, not asked for again, with the real styles and scripts.
async function show(browser, page) {
  const address = base + page.path;
  await browser.page.route(address, (route) => route.fulfill({ status: page.status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page.bytes }), { times: 1 });
  await browser.page.goto(address);
}

async function accessible() {
  const axe = fs.readFileSync(path.join(tools, 'node_modules/axe-core/axe.min.js'), 'utf8');
  const findings = new Findings();
  const waiting = (await allPages()).filter(({ page }) => page);
  const look = async () => {
    const browser = await Chromium.start({ width: 1280, height: 900 });
    try {
      while (waiting.length > 0) {
        const { name, page } = waiting.shift();
        await show(browser, page);
        await browser.page.evaluate(axe);
        const { violations } = await browser.page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }));
        for (const v of violations) findings.add(`${name}: ${v.id} ×${v.nodes.length}: ${v.nodes[0].html.slice(0, 150)} ${(v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || {}).message || ''}`);
      }
      for (const error of await browser.errors()) findings.add(`Chromium says: ${error}`);
    } finally {
      await browser.close();
    }
  };
  await Promise.all([look(), look()]);
  findings.raise();
}

// Nothing sticks out sideways: on a desk, on a phone, and at 200 % zoom (half the width).
async function fits() {
  const findings = new Findings();
  for (const width of [1024, 640, 360]) {
    const browser = await Chromium.start({ width, height: 800 });
    try {
      for (const { name, page } of await allPages()) {
        if (!page) continue;
        await show(browser, page);
        const over = await browser.overflow();
        findings.check(over <= 0, `${name} is ${over} px wider than a window of ${width}`);
      }
    } finally {
      await browser.close();
    }
  }
  findings.raise();
}

module.exports = (test) => {
  test('every page of the list answers as the list says', pagesAnswer);
  test('every GET route is on the list of pages', listIsComplete);
  test('every page is valid HTML (vnu)', validMarkup);
  test('every page asks nothing of HTML that IE 10, Chromium 45 and Firefox 55 lack', oldBrowsersUnderstandMarkup);
  test('every page has the frame and the headers that all pages have', frame);
  test('the styles ask nothing that IE 10, Chromium 45 and Firefox 55 lack', styles);
  test('the scripts are ES5 and use only what IE 10 has', scripts);
  test('every page is accessible (axe, WCAG 2.1 AA)', accessible);
  test('no page is wider than its window', fits);
};
module.exports.show = show;
