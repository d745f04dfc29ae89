// Runs inside PhantomJS 2.1.1: takes commands from standard input (see engine.js) and carries them out with real mouse and
// key events. Errors of scripts, of resources and requests to foreign hosts are collected over the whole run.
'use strict';
var system = require('system');
var page = require('webpage').create();
var home = system.args[1];
var problems = [];
var loaded = null;

page.viewportSize = { width: 1024, height: 768 };
// page.onError misses syntax errors of inline scripts; window.onerror sees them all.
page.onInitialized = function () {
  page.evaluate(function () {
    window.onerror = function (message, url, line) { window.callPhantom(message + ' (' + url + ':' + line + ')'); };
  });
};
page.onCallback = function (message) { problems.push(message); };
page.onError = function (message) { problems.push(message); };
page.onResourceRequested = function (request) {
  if (!/^data:/.test(request.url) && request.url.indexOf(home) !== 0) problems.push('asks a foreign host: ' + request.url);
};
page.onResourceReceived = function (answer) {
  if (answer.stage === 'end' && answer.status >= 400 && /\/static\/|captcha/.test(answer.url)) problems.push(answer.status + ' ' + answer.url);
};
page.onLoadFinished = function (status) {
  var then = loaded;
  loaded = null;
  if (then) then(status);
};

function answer(outcome, value) {
  system.stdout.writeLine(outcome + '\t' + encodeURIComponent(value === undefined ? '' : value));
  setTimeout(next, 5);  // the engine's own events run between two commands
}

function place(selector) {
  var at = page.evaluate(function (s) {
    var node = document.querySelector(s), box;
    if (!node) return null;
    node.scrollIntoView();
    box = node.getBoundingClientRect();
    return { x: box.left + Math.min(box.width / 2, 20), y: box.top + box.height / 2, w: box.width, h: box.height };
  }, selector);
  if (!at) throw new Error('nothing fits ' + selector + ' on ' + page.url);
  if (at.w === 0 || at.h === 0) throw new Error('not visible: ' + selector + ' on ' + page.url);
  return at;
}
function click(selector) {
  var at = place(selector);
  page.sendEvent('click', at.x, at.y);
}
function afterLoad(act) {
  loaded = function (status) { answer(status === 'success' ? 'ok' : 'failed', status); };
  act();
}

var verbs = {
  goto: function (url) { afterLoad(function () { page.open(url); }); },
  click: function (selector) { afterLoad(function () { click(selector); }); },
  evaluate: function (expression) { answer('ok', page.evaluateJavaScript('function () { return ' + expression + '; }')); },
  type: function (selector, text) {
    click(selector);
    page.sendEvent('keypress', page.event.key.A, null, null, 0x04000000);
    page.sendEvent('keypress', page.event.key.Delete);
    page.sendEvent('keypress', text);
    var got = page.evaluate(function (s) { return document.querySelector(s).value; }, selector);
    if (got === text) answer('ok');
    else answer('failed', 'typed “' + text + '” into ' + selector + ', it holds “' + got + '”');
  },
  select: function (selector, value) {  // the list itself is the desktop's, not the page's: choose, then tell the page
    place(selector);
    var got = page.evaluate(function (s, v) {
      var node = document.querySelector(s), event = document.createEvent('HTMLEvents');
      node.focus();
      node.value = v;
      event.initEvent('change', true, false);
      node.dispatchEvent(event);
      return node.value;
    }, selector, value);
    if (got === value) answer('ok');
    else answer('failed', selector + ' does not offer ' + value);
  },
  tick: function (selector) { click(selector); answer('ok'); },
  attach: function (selector, file) { page.uploadFile(selector, file); answer('ok'); },
  errors: function () { answer('ok', JSON.stringify(problems)); }
};

function next() {
  var line = system.stdin.readLine();
  if (!line) { phantom.exit(0); return; }
  var words = line.split('\t').map(decodeURIComponent);
  try {
    verbs[words[0]].apply(null, words.slice(1));
  } catch (error) {
    loaded = null;
    answer('failed', String(error));
  }
}
next();
