// Browsers that live in a process of their own and take one command a line: PhantomJS (phantom_side.js) and HtmlUnit
// (HtmlUnitSide.java). A line is verb TAB argument TAB …, percent-encoded; the answer is “ok TAB value” or “failed TAB why”.
'use strict';
const path = require('path');
const readline = require('readline');
const { spawn } = require('child_process');
const { base, tools } = require('./harness');
const { Browser } = require('./browser');

class Engine extends Browser {
  constructor(program, args, options) {
    super({ scripts: true, ...options });
    this.name = path.basename(program);
    this.child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, OPENSSL_CONF: '/dev/null', LC_ALL: 'C.UTF-8' } });
    this.said = '';
    this.child.stderr.on('data', (data) => { this.said = (this.said + data).slice(-2000); });
    this.child.stdin.on('error', () => {});
    this.waiting = [];
    readline.createInterface({ input: this.child.stdout }).on('line', (line) => this.heard(line));
    this.ended = new Promise((done) => this.child.on('close', done));
    this.child.on('close', (code) => { for (const { failed } of this.waiting.splice(0)) failed(new Error(`${this.name} ended with ${code}: ${this.said}`)); });
  }
  heard(line) {
    const [outcome, value = ''] = line.split('\t');
    if (outcome !== 'ok' && outcome !== 'failed') { this.said = (this.said + line + '\n').slice(-2000); return; }
    const { done, failed } = this.waiting.shift();
    if (outcome === 'ok') done(decodeURIComponent(value));
    else failed(new Error(decodeURIComponent(value)));
  }
  ask(...words) {
    return new Promise((done, failed) => {
      const timer = setTimeout(() => { failed(new Error(`${this.name} did not answer within 30 s: ${words[0]} ${words[1] || ''}`)); this.child.kill('SIGKILL'); }, 30000);
      const stop = (then) => (value) => { clearTimeout(timer); then(value); };
      this.waiting.push({ done: stop(done), failed: stop(failed) });
      this.child.stdin.write(words.map(encodeURIComponent).join('\t') + '\n');
    });
  }
  goto(url) { return this.ask('goto', url); }
  evaluate(expression) { return this.ask('evaluate', expression); }
  type(selector, text) { return this.ask('type', selector, text); }
  select(selector, value) { return this.ask('select', selector, value); }
  tick(selector) { return this.ask('tick', selector); }
  attach(selector, file) { return this.ask('attach', selector, file); }
  click(selector) { return this.ask('click', selector); }
  async errors() { return JSON.parse(await this.ask('errors')); }
  async close() {
    this.child.stdin.end();
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

const phantom = () => new Engine(path.join(tools, 'engines', 'phantomjs'), [path.join(__dirname, 'phantom_side.js'), base], { layout: true });
const htmlunit = () => new Engine('java', ['-Dfile.encoding=UTF-8', '-Dsun.jnu.encoding=UTF-8', '-XX:TieredStopAtLevel=1', '-cp', path.join(tools, 'engines', 'htmlunit.jar'),
  path.join(__dirname, 'HtmlUnitSide.java'), 'INTERNET_EXPLORER_11'], { layout: false });

module.exports = { htmlunit, phantom };
