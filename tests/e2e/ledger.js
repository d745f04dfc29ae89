// Ways into the ledger that several modules need.
'use strict';
const { freshInstrument } = require('./harness');

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

module.exports = { manyStopped, savedFilter };
