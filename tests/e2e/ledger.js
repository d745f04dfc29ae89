// Ways into the ledger that several modules need.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { freshInstrument, state } = require('./harness');
const { query } = require('./database');

// Two fresh instruments stopped together, and the page that says what came of it.
async function manyStopped(client) {
  const ids = [];
  for (const days of [41, 42]) ids.push(/\d+$/.exec((await client.followed(await client.addInstrument(freshInstrument(days)))).path)[0]);
  const form = (await client.get(`/ledger/bulk?scope=chosen&op_stop=1&${ids.map((id) => 'id=' + id).join('&')}`)).form('op_confirm');
  return client.followed(await form.set({ act_reason: '<b>"闲置"</b>{{X}}' }).submit('op_confirm'));
}

// The address of a filter that this person has saved.
async function savedFilter(client) {
  const page = await client.get('/ledger/filters?tab=overdue&ie=%E2%9C%93');
  await page.form('op_save').set({ filter_name: `急需${Date.now() % 100000}` }).submit('op_save');
  return (await client.get('/ledger/filters')).form('op_remove').action;
}

// The address of a long work of this person's unit whose file waits.
async function finishedFile(login) {
  const file = crypto.randomBytes(16).toString('hex') + '.csv';
  fs.writeFileSync(path.join(state, 'files', file), '示范\n');
  const [id] = await query(`insert into jobs (unit_id, user_id, login, kind, state, file_name, file_shown, finished_at)
    select unit_id, id, login, 'export', 'done', '${file}', '示范', now() from users where login = '${login}' returning id;`);
  return `/ledger/jobs/${id}`;
}

module.exports = { finishedFile, manyStopped, savedFilter };
