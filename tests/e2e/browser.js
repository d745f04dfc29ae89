// What every driven browser can do. A driver brings six verbs: goto, evaluate, type, select, click (waits for the page it
// leads to), upload. Everything that only reads is said here once, in ES5, and evaluated inside the page.
'use strict';
const { assert, base } = require('./harness');

const quoted = (text) => JSON.stringify(text);
const named = (name) => `[name="${name}"]`;

class Browser {
  constructor({ scripts, layout, site = base }) { Object.assign(this, { scripts, layout, site }); }

  open(path) { return this.goto(this.site + path); }
  async read(expression) { return JSON.parse(await this.evaluate(`JSON.stringify(${expression})`)); }

  text() { return this.read('(document.body.innerText || document.body.textContent)'); }
  textOf(selector) { return this.read(`(function () { var n = document.querySelector(${quoted(selector)}); return n ? n.textContent : ''; })()`); }
  title() { return this.read('document.title'); }
  path() { return this.read('location.pathname + location.search'); }
  // The value of a field; of radio buttons and checkboxes, the checked one's.
  value(name) {
    return this.read(`(function () { var all = document.querySelectorAll(${quoted(named(name))}), i;
      for (i = 0; i < all.length; i++) if (!/^(radio|checkbox)$/.test(all[i].type) || all[i].checked) return all[i].value;
      return ''; })()`);
  }
  options(name) {
    return this.read(`(function () { var s = document.querySelector(${quoted('select' + named(name))}), out = [], i;
      for (i = 0; s && i < s.options.length; i++) out.push({ value: s.options[i].value, text: s.options[i].text });
      return out; })()`);
  }
  // The table row that holds these words: what it says and the colour behind it (its cells', when they have one).
  row(words) {
    return this.read(`(function () { var rows = document.querySelectorAll('tr'), i, row, cell, colour;
      function behind(n) { return window.getComputedStyle(n, null).backgroundColor; }
      for (i = 0; i < rows.length; i++) if (rows[i].textContent.indexOf(${quoted(words)}) >= 0) {
        row = rows[i]; cell = row.querySelector('td'); colour = behind(cell);
        return { text: row.textContent.replace(/\\s+/g, ' '), colour: /transparent|, ?0\\)$/.test(colour) ? behind(row) : colour }; }
      return { text: 'no row with ' + ${quoted(words)}, colour: '' }; })()`);
  }
  overflow() { return this.read('(document.documentElement.scrollWidth - document.documentElement.clientWidth)'); }

  fill(name, value) { return this.type(named(name), value); }
  async choose(name, value) {
    const isSelect = await this.read(`document.querySelectorAll(${quoted('select' + named(name))}).length`);
    return isSelect ? this.select('select' + named(name), value) : this.check(name, value);
  }
  async check(name, value) {
    const selector = `input${named(name)}${value === undefined ? '' : `[value="${value}"]`}`;
    if (!(await this.read(`document.querySelector(${quoted(selector)}).checked`))) await this.tick(selector);
    assert(await this.read(`document.querySelector(${quoted(selector)}).checked`), `${name} does not stay checked`);
  }
  upload(name, file) { return this.attach(named(name), file); }
  press(name) { return this.click(`input[type="submit"]${named(name)}:not(.sr-only)`); }  // hidden ones only serve Enter
  // Follows the link whose words contain these: marks it, then clicks it as a person would.
  async follow(words) {
    const found = await this.read(`(function () { var all = document.getElementsByTagName('a'), i;
      for (i = 0; i < all.length; i++) if (all[i].textContent.indexOf(${quoted(words)}) >= 0) { all[i].setAttribute('data-e2e', 'here'); return true; }
      return false; })()`);
    assert(found, `no link “${words}” on ${await this.path()}`);
    await this.click('a[data-e2e="here"]');
  }
}

module.exports = { Browser };
