// What the tests of the administrator's pages need: users in every state, drafts of the catalogue.
'use strict';
const { Client, as } = require('./client');
const { assert, freshUnit } = require('./harness');
const { query } = require('./database');
const { setUpTwoFactor } = require('./links');

// The page of the user with this login name.
async function userPage(admin, login) {
  const page = await admin.get('/admin/users?state=&text=' + encodeURIComponent(login));
  const links = page.links(/\/admin\/users\/\d+$/);
  for (const state of links.length ? [] : ['removed']) links.push(...(await admin.get(`/admin/users?state=${state}&text=${encodeURIComponent(login)}`)).links(/\/admin\/users\/\d+$/));
  for (const href of links) {
    const found = await admin.get(href);
    if (found.all((n) => n.name === 'h1').some((n) => n.children.some((c) => c.data === login))) return found;
  }
  throw new Error(`no user ${login}`);
}

// Somebody locked, with a second factor, and waiting after failed logins: made once.
let someone;
function lockedUser(admin) {
  someone = someone || (async () => {
    const unit = freshUnit();
    const client = new Client();
    await client.register(unit, { withLicence: false });
    await setUpTwoFactor(client, unit.password);
    const user = await userPage(admin, unit.login);
    const answer = await (await admin.get(user.path + '/lock')).form('op_lock').set({ why: '示范：<b>多次投诉</b>\n待核实' }).submit('op_lock');
    assert(answer.status === 303, () => `locking answers ${answer.status}`);
    return user;
  })();
  return someone;
}

// An administrator nobody needs, one for each state.
const spares = new Map();
function spareAdministrator(admin, state = 'active') {
  if (!spares.has(state)) {
    spares.set(state, (async () => {
      const login = `spare-${state}-${process.pid}`;
      const made = await (await admin.get('/admin/users/new')).form('op_save').set({ login, person: '示范管理员', phone: '' }).submit('op_save');
      assert(made.status === 200, () => `a new administrator: ${made.status} ${made.words.slice(0, 300)}`);
      const user = await userPage(admin, login);
      if (state === 'removed') await (await admin.get(user.path + '/remove')).form('op_remove').submit('op_remove');
      return user;
    })());
  }
  return spares.get(state);
}

// The address of a kind that is retired: one made up, so that the catalogue stays whole.
async function retiredKind() {
  await query(`insert into catalogue_kinds (version_id, item_no, item_name, kind_no, kind_name, supervision, mode, uses, retired_at)
    select min(id), 999, '示范项别', 999, '示范种别', 'both', 'periodic', array['trade'], now() from catalogue_versions on conflict do nothing;`);
  const [id] = await query('select id from catalogue_kinds where kind_no = 999;');
  return `/admin/catalogue/${id}`;
}

const catalogueFile = async (admin) => (await admin.get('/admin/catalogue/export?for=program')).text;

// Sends in the current catalogue after `change`; the answer is not followed.
async function sendCatalogue(admin, change) {
  const file = Buffer.from(change(await catalogueFile(admin)));
  const form = (await admin.get('/admin/catalogue/replace')).form('op_upload');
  return form.set({ catalogue_file: { file, name: 'C:\\目录\\<b>.csv', type: 'text/csv' } }).submit('op_upload');
}
const draftCatalogue = (admin) => sendCatalogue(admin, (text) => text.replace('JJG 539-2016', '<b>JJG</b> 539-2016').replace(/\n[^\n]+\n$/, '\n'));

// A mail that could not be delivered; the address that sends it again.
async function failedMail(words = '550 no such mailbox') {
  const [id] = await query(`insert into outbox (kind, recipient, state, tries, error, failed_at) values ('notice', 'gone@example.cn', 'failed', 3, '${words.replace(/'/g, "''")}', now()) returning id;`);
  return `/admin/mail/${id}/resend`;
}

// Runs of qj-reminders that ended in every way, the last complete one long ago.
async function keptRuns(words) {
  await query(`insert into reminder_runs (started_at, finished_at, today, partial, units, mails, items, lists, outcome, error)
    select now() - hours * interval '1 hour', case when outcome <> 'cut_off' then now() - hours * interval '1 hour' + interval '754 seconds' end, current_date, partial, 182340, 9120, 30211, 112, outcome,
           case when outcome = 'failed' then '${words.replace(/'/g, "''")}' else '' end
      from (values (100, 'done', false), (80, 'failed', false), (60, 'cut_off', false), (40, 'done', true)) as v(hours, outcome, partial);`);
}

module.exports = { as, catalogueFile, draftCatalogue, failedMail, keptRuns, lockedUser, retiredKind, sendCatalogue, spareAdministrator, userPage };
