// What several modules need of imports: a file sent in and checked, an export as the ledger's own columns give it.
'use strict';
const fs = require('fs');
const path = require('path');
const { assert, until } = require('./harness');

const sample = (name) => path.join(__dirname, 'samples', name);

// Sends a file (by default one with a good and a bad row) and waits until it is checked: the page that shows the result.
async function checkedImport(client, name = 'ledger.xlsx', bytes = fs.readFileSync(sample('ledger.xlsx'))) {
  const form = (await client.get('/ledger/import')).form('op_upload');
  const sent = await form.set({ import_file: { file: bytes, name } }).submit('op_upload');
  assert(sent.status === 303, () => `upload of ${name}: ${sent.status} ${sent.words.slice(0, 300)}`);
  let page;
  await until(async () => !(page = await client.get(sent.location)).headers.refresh, `${name} is checked`, 30000);
  return page;
}

module.exports = { checkedImport, sample };
