// What a page asks of the browser, against MDN's tables for IE 10, Chromium 45 and Firefox 55: elements, attributes, input
// types, inline script and style. For IE the tables of 2022 are asked: later ones no longer tell IE 10 from IE 11.
'use strict';
const { tool } = require('./harness');

const targets = { ie: 10, chrome: 45, firefox: 55 };

// Asked for on purpose; each does no harm where it is unknown.
const harmless = new Set([
  '<main>',                // styled display: block
  'attr hidden',           // styled [hidden] { display: none }
  'attr autofocus',        // on text fields from the start; the table only knows it for every element
  'attr tabindex',         // there from the start; the table only knows a later refinement
]);

function tables() {
  const merge = (a, b) => {
    for (const key of Object.keys(b)) {
      if (key === '__compat') continue;
      if (!a[key]) a[key] = b[key];
      else merge(a[key], b[key]);
    }
    return a;
  };
  const old = tool('bcd5').html;
  const now = tool('@mdn/browser-compat-data').html;
  return { elements: merge(old.elements, now.elements), globals: merge(old.global_attributes, now.global_attributes) };
}

function lacking(compat) {
  if (!compat || !compat.support) return [];
  return Object.keys(targets).filter((browser) => {
    let support = compat.support[browser];
    if (!support) return false;
    if (Array.isArray(support)) support = support[0];
    const since = support.version_added;
    if (since === '≤11' || since === '≤18') return false;
    return since === false || since === 'preview' || (typeof since === 'string' && parseFloat(since.replace('≤', '')) > targets[browser]) || (since && support.flags);
  }).map((browser) => browser + targets[browser]);
}

let known;
function htmlFindings(html) {
  known = known || tables();
  const { Parser } = tool('htmlparser2');
  const findings = [];
  const ask = (what, compat) => {
    const browsers = lacking(compat);
    if (browsers.length && !harmless.has(what)) findings.push(`${what} is not in ${browsers.join(', ')}`);
  };
  const attribute = (element, name, value, type) => {
    const own = known.elements[element] || {};
    const typed = element === 'input' && type && own['type_' + type];
    const compat = (own[name] || (typed && typed[name]) || known.globals[name] || {}).__compat;
    if (compat) ask(`${own[name] ? element + ' ' : ''}attr ${name}`, compat);
    if (/^on/.test(name)) findings.push(`inline script ${name} (the content security policy forbids it)`);
    if (name === 'style') findings.push('inline style (the content security policy forbids it)');
    if (name === 'form' && element !== 'output') findings.push(`${element} attr form is not in ie10`);
    if ((name === 'src' || name === 'href') && value === '') findings.push(`${element} with an empty ${name} asks for the page again`);
    if ((name === 'src' || name === 'href') && /\.(webp|avif)$/i.test(value)) findings.push(`picture ${value} is not in ie10`);
    if (name === 'type' && value === 'module') findings.push('script type=module');
  };
  const parser = new Parser({
    onopentag(element, attributes) {
      if (known.elements[element]) ask(`<${element}>`, known.elements[element].__compat);
      if (element === 'style' || (element === 'script' && !attributes.src)) findings.push(`inline <${element}> (the content security policy forbids it)`);
      if (element === 'button') findings.push('<button>: compatibility views send its text; use <input type="submit">');
      if (element === 'input' && attributes.type) ask(`input type=${attributes.type}`, (known.elements.input['type_' + attributes.type] || {}).__compat);
      for (const [name, value] of Object.entries(attributes)) attribute(element, name, value, attributes.type);
    },
  });
  parser.write(html);
  parser.end();
  return [...new Set(findings)];
}

module.exports = { htmlFindings };
