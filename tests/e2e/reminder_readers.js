// Units' settings of reminders and who reads them, as other modules need them: made through the portal's own pages and mails.
'use strict';
const { assert, pick } = require('./harness');
const { Client } = require('./client');
const { query } = require('./database');
const { unsubscribePath } = require('./links');
const { deliverMail } = require('./mail');

const settings = '/accounts/reminders';
const freshReader = () => `reader-${pick('abcdefghjkmnpqrstuvwxyz', 10)}@example.cn`;
const unitOf = async (login) => (await query(`select unit_id from users where login = '${login}';`))[0];

// Adds an address; the path that its mail leads to.
async function askedReader(client, address) {
  const answer = await (await client.get(settings)).form('op_add').set({ reminder_email: address }).submit('op_add');
  assert(answer.status === 303, () => `adding ${address}: ${answer.status} ${answer.errorOf('reminder_email')}`);
  return confirmationFor(address);
}
async function confirmationFor(address) {
  const mails = (await deliverMail(address)).filter((mail) => mail.text.includes('/accounts/reminder-address?t='));
  assert(mails.length === 1, `${mails.length} mails ask ${address}`);
  return /\/accounts\/reminder-address\?t=[\w-]+/.exec(mails[0].text)[0];
}

// The same, confirmed.
async function confirmedReader(client, address) {
  const answer = await (await new Client().get(await askedReader(client, address))).form('op_confirm').submit('op_confirm');
  assert(answer.status === 303, `confirming ${address}: ${answer.status}`);
}

// The path to stop reminders, of a mail that was sent to this reader.
async function stopPath(unit, address, audience) {
  const [digest] = await query(`insert into reminder_digests (unit_id, recipient, audience, today) values (${unit}, '${address}', '${audience}', current_date) returning id;`);
  return unsubscribePath(digest);
}

module.exports = { askedReader, confirmationFor, confirmedReader, freshReader, settings, stopPath, unitOf };
