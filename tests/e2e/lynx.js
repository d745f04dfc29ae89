// lynx, driven by keys: no script, no pictures, no style. Its keystroke script is a pipe that is written while it runs; pages
// are read from files made by its own print command.
'use strict';
const fs = require('fs');
const path = require('path');
const { execFileSync, spawn } = require('child_process');
const { base, state, until } = require('./harness');

class Lynx {
  constructor(start) {
    this.folder = fs.mkdtempSync(path.join(state, 'lynx-'));
    const pipe = path.join(this.folder, 'keys');
    execFileSync('mkfifo', [pipe]);
    this.child = spawn('lynx', ['-accept_all_cookies', '-nopause', '-number_links', '-display_charset=utf-8', '-width=130', `-cmd_script=${pipe}`, base + start],
      { env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'vt100', LINES: '200', COLUMNS: '130', HOME: this.folder }, stdio: ['ignore', 'ignore', 'ignore'] });
    this.ended = new Promise((done) => this.child.on('close', done));
    this.pipe = fs.createWriteStream(pipe, { flags: 'r+' });  // r+: opening does not wait for lynx
    this.pages = 0;
  }
  keys(...list) { for (const key of list) this.pipe.write(`key ${key}\n`); }
  type(text) { this.keys(...[...text].map((c) => (c === ' ' ? '<space>' : c))); }
  next(n) { this.keys(...Array(n).fill('Down Arrow')); }
  enter() { this.keys('^J'); }
  // What the page says: printed by lynx into a file. (A first answer may still be the page before.)
  async print() {
    const file = path.join(this.folder, `p${++this.pages}`);
    this.keys('p');
    this.enter();
    this.keys('^U');
    this.type(file);
    this.enter();
    return until(() => { const text = fs.readFileSync(file, 'utf8'); return text.includes('References') && text; }, 'lynx prints the page');
  }
  async close() {
    this.child.kill('SIGKILL');
    await this.ended;
    this.pipe.destroy();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

module.exports = { Lynx };
