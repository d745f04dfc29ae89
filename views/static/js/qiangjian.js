// Makes forms nicer; nothing depends on it. ES5 for IE10 and Chromium 45: every step is guarded by its own feature check
// and its own try, so that one that fails leaves the others, and the plain form, as they were.
(function () {
  'use strict';

  if (!document.querySelectorAll || !window.addEventListener) return;

  function each(list, act) {
    for (var i = 0; i < list.length; i += 1) act(list[i]);
  }

  function has_class(element, name) {
    return (' ' + element.className + ' ').indexOf(' ' + name + ' ') >= 0;
  }

  function add_class(element, name) {
    if (!has_class(element, name)) element.className += (element.className ? ' ' : '') + name;
  }

  function remove_class(element, name) {
    element.className = (' ' + element.className + ' ').replace(' ' + name + ' ', ' ').replace(/^ +| +$/g, '');
  }

  // ---- advice for browsers below the floor and for IE's compatibility view; never blocks

  function advise_old_browsers() {
    var banner = document.getElementById('old-browser');
    var chromium = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent);
    var firefox = /Firefox\/(\d+)/.exec(navigator.userAgent);
    var old = (document.documentMode && document.documentMode < 10) || (chromium && Number(chromium[1]) < 45) ||
      (firefox && Number(firefox[1]) < 55);
    if (banner && old) banner.removeAttribute('hidden');
  }

  // ---- which entry of the navigation we are in

  function mark_navigation() {
    var here = window.location.pathname;
    var best = null;
    each(document.querySelectorAll('.site-nav a'), function (link) {
      var path = link.pathname.charAt(0) === '/' ? link.pathname : '/' + link.pathname;  // IE leaves the slash out
      var inside = path === here || (path.charAt(path.length - 1) !== '/' && here.indexOf(path + '/') === 0);
      if (inside && (!best || path.length > best.path.length)) best = { link: link, path: path };
    });
    if (best) add_class(best.link, 'here');
  }

  // ---- after a refused form: the summary of errors is read first

  function go_to_errors() {
    var summary = document.getElementById('error-summary');
    if (summary && summary.focus) summary.focus();
  }

  // ---- divisions: province, city, county fill in place. The server sends what stands below a division, without the
  // rows that only group others (市辖区); a division without any is the last level.

  function Divisions(group) {
    this.url = group.getAttribute('data-url');
    this.levels = [];
    this.button = group.querySelector('input[name="op_division"]');
    this.request_number = 0;
    var selects = group.getElementsByTagName('select');
    for (var i = 0; i < selects.length; i += 1) this.watch(selects[i], i);
    this.arrange();
    this.resume();
  }

  Divisions.prototype.watch = function (select, index) {
    var self = this;
    this.levels.push(select);
    select.addEventListener('change', function () { self.choose(index); }, false);
  };

  // Shows a level when it has something to choose from, and the button when the script has failed.
  Divisions.prototype.arrange = function (failed) {
    each(this.levels, function (select) {
      select.parentNode.style.display = failed || select.options.length > 1 ? '' : 'none';
    });
    if (this.button) this.button.style.display = failed ? '' : 'none';
  };

  // After Back a browser gives the chosen province again, but not the cities that a script had filled in.
  Divisions.prototype.resume = function () {
    for (var i = 0; i + 1 < this.levels.length; i += 1) {
      if (this.levels[i].value && this.levels[i + 1].options.length < 2) {
        this.choose(i);
        return;
      }
    }
  };

  Divisions.prototype.choose = function (index) {
    var code = this.levels[index].value;
    this.request_number += 1;
    for (var i = index + 1; i < this.levels.length; i += 1) this.levels[i].options.length = 1;
    this.arrange();
    if (code && index + 1 < this.levels.length) this.load(code, index + 1);
  };

  Divisions.prototype.load = function (code, index) {
    var self = this;
    var number = this.request_number;
    var request = new XMLHttpRequest();
    request.open('GET', this.url + '?parent=' + encodeURIComponent(code), true);
    request.onreadystatechange = function () {
      var rows = null;
      if (request.readyState !== 4 || number !== self.request_number) return;
      try {
        rows = request.status === 200 ? JSON.parse(request.responseText) : null;
      } catch (ignored) {
        rows = null;
      }
      if (rows) self.offer(index, rows);
      self.arrange(!rows);
    };
    request.send(null);
  };

  Divisions.prototype.offer = function (index, rows) {
    var select = this.levels[index];
    for (var i = 0; i < rows.length; i += 1) select.options[i + 1] = new Option(rows[i].name, rows[i].code);
  };

  function update_divisions() {
    if (!window.XMLHttpRequest || !window.JSON) return;
    each(document.querySelectorAll('[data-division]'), function (group) { return new Divisions(group); });
  }

  // ---- the ledger's form: an empty name takes the chosen kind's; a name that came so follows the kind

  function offer_name() {
    var kind = document.querySelector('select[name="kind_id"]');
    var name = document.querySelector('input[name="name"]');
    var offered = '';
    if (!kind || !name || kind.form !== name.form) return;
    kind.addEventListener('change', function () {
      var option = kind.options[kind.selectedIndex];
      if (!option || !option.value || (name.value !== '' && name.value !== offered)) return;
      offered = option.text.replace(/^\s+|\s+$/g, '');
      if (name.maxLength > 0) offered = offered.slice(0, name.maxLength);
      name.value = offered;
    }, false);
  }

  // ---- a list whose rows can be ticked: one box in the head of its table ticks them all

  function offer_all() {
    each(document.querySelectorAll('.choose-head'), function (head) {
      var table = head.parentNode;
      var boxes, all;
      while (table.nodeName !== 'TABLE') table = table.parentNode;
      boxes = table.querySelectorAll('input.choose');
      if (!boxes.length) return;
      all = document.createElement('input');
      all.type = 'checkbox';
      all.checked = boxes[0].checked;
      all.setAttribute('aria-label', '选择本表全部');
      all.addEventListener('click', function () {
        each(boxes, function (box) { box.checked = all.checked; });
      }, false);
      head.appendChild(all);
    });
  }

  // ---- a second press: a message in words; the button is never disabled, because the server needs its name

  function calm_impatience() {
    each(document.getElementsByTagName('form'), function (form) {
      var words = null;
      if (form.method !== 'post' || !form.querySelector('.actions')) return;
      form.addEventListener('submit', function () {
        if (!words) {
          words = document.createElement('span');
          words.className = 'submitting-words';
          words.setAttribute('role', 'status');
          form.querySelector('.actions').appendChild(words);
        }
        words.innerHTML = '';
        words.appendChild(document.createTextNode('正在提交，请稍候…'));
        add_class(form, 'submitting');
      }, false);
      window.addEventListener('pageshow', function () {
        remove_class(form, 'submitting');
        if (words) words.innerHTML = '';
      }, false);
    });
  }

  // ---- Enter in a form with a captcha means its main button, not 换一张, which stands first

  function aim_enter() {
    each(document.querySelectorAll('input[name="op_captcha"]'), function (refresh) {
      var form = refresh.form;
      var main = form && form.querySelector('.button-primary');
      if (!main) return;
      form.addEventListener('keypress', function (event) {
        var target = event.target;
        var typing = target.tagName === 'INPUT' && (target.type === 'text' || target.type === 'password');
        if (!typing || (event.keyCode || event.which) !== 13 || event.isComposing) return;
        event.preventDefault();
        main.click();
      }, false);
    });
  }

  function start() {
    each([advise_old_browsers, mark_navigation, update_divisions, offer_name, calm_impatience, offer_all, aim_enter, go_to_errors],
      function (step) {
        try {
          step();
        } catch (ignored) {
          return;
        }
      });
  }

  start();
}());
