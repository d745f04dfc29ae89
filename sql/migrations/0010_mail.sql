-- Mail waiting to be sent, addresses that refuse it, and reminders (domain.md §8): what a unit wants to hear and who else hears it, what
-- was said to whom, so that nothing is said twice, and how the runs went.

-- ---------------------------------------------------------------------------------------------- waiting to be sent
-- kind names the template views/mail/<kind>.tpl. The text is made when it is sent (qj-mailer); secrets are never in here.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  recipient text not null default '',            -- an address; '' when the mailer finds it out (reset_password)
  data jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'dropped')),
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  error text not null default '',
  -- Nobody sits waiting for these: other mail goes first.
  bulk boolean not null generated always as (kind in ('reminder', 'overdue_list')) stored,
  failed_at timestamptz,
  resent_at timestamptz                         -- tried anew from then on, as if it were fresh
);
create index outbox_reset on outbox (lower(data->>'login'), created_at) where kind = 'reset_password';
create index outbox_queue on outbox (bulk, next_try_at, id) where state = 'queued';
create index outbox_failed_at on outbox (failed_at, id) where state = 'failed';
create index outbox_summaries on outbox (recipient) where kind = 'reminder_summary' and state = 'queued';

-- Addresses that a mail server refused for good, so that nothing more is said to them for a while and somebody is told.
create table bad_addresses (
  address text primary key check (length(address) between 3 and 254),
  since timestamptz not null default now(),       -- the first time
  refused_at timestamptz not null default now(),  -- the last time
  words text not null                             -- what the server said
);

-- ---------------------------------------------------------------------------------------------- what a unit wants
create table reminder_settings (  -- no row: the defaults
  unit_id bigint primary key references units,
  thresholds int[] not null default '{30,15,7,1}' check (cardinality(thresholds) <= 8 and 0 < all (thresholds) and 180 >= all (thresholds)),
  weekly boolean not null default false,        -- one mail a week instead of one a day
  sent_week date,                               -- weekly: the Monday of the last week that was seen to
  off text[] not null default '{}' check (off <@ array['soon', 'rotate', 'not_verified']),
  version int not null default 1
);

-- Beside the unit's own address. Nothing is said to one that was not confirmed from its mailbox.
create table reminder_addresses (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  address text not null check (length(address) between 3 and 254),
  added_by bigint references users,
  added_at timestamptz not null default now(),
  confirmed_at timestamptz,
  left_at timestamptz,                          -- whoever reads it wants no more
  primary key (unit_id, id)
);
create unique index reminder_addresses_once on reminder_addresses (unit_id, lower(address));

-- ---------------------------------------------------------------------------------------------- what was said
-- A mail to one address about one unit. Its lines are reminders; its words are made when it is sent.
create table reminder_digests (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  recipient text not null check (length(recipient) between 3 and 254),
  today date not null,                     -- the day it speaks of
  outbox_id bigint,
  created_at timestamptz not null default now(),
  -- registered: the unit's own address. extra: one it has added. manager: a 负责人, only of what is long overdue. Each address once.
  audience text not null default 'registered' check (audience in ('registered', 'extra', 'manager'))
);
create index reminder_digests_unit on reminder_digests (unit_id, id);
create index reminder_digests_age on reminder_digests using brin (created_at);  -- for tidying

-- Said once: this threshold of this due date of this instrument to this address. anchor, step: domain/mail/reminder.h.
create table reminders (
  unit_id bigint not null,
  instrument_id bigint not null,
  topic text not null check (topic in ('due', 'rotate', 'failed', 'not_verified')),
  anchor date not null,
  step int not null check (step between -365 and 180),
  recipient text not null,
  digest_id bigint not null references reminder_digests,
  -- A mail that could not be handed over has said nothing: its reminders are said anew, unless it is sent after all.
  undelivered boolean not null default false,
  primary key (unit_id, instrument_id, topic, anchor, recipient, step) include (undelivered),
  foreign key (unit_id, instrument_id) references instruments (unit_id, id) on delete cascade
);
create index reminders_digest on reminders (digest_id);

-- ---------------------------------------------------------------------------------------------- runs, and lists for supervisors
create table reminder_runs (
  id bigint generated always as identity primary key,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  today date not null,
  partial boolean not null default false,       -- of one unit, or of so many mails
  units int not null default 0,                 -- looked at
  mails int not null default 0,
  items int not null default 0,
  lists int not null default 0,                 -- for supervising departments
  outcome text not null default 'running' check (outcome in ('running', 'done', 'failed', 'cut_off')),
  error text not null default '',
  summarised boolean not null default false    -- administrators were told of it, and of all before it
);

-- Once a month to each person of a supervising department that has something long overdue in its field.
create table overdue_lists (
  id bigint generated always as identity primary key,
  department_id bigint not null references departments,
  month date not null check (extract(day from month) = 1),
  recipient text not null check (length(recipient) between 3 and 254),
  today date not null,
  outbox_id bigint,
  created_at timestamptz not null default now(),
  unique (department_id, month, recipient)
);

-- ---------------------------------------------------------------------------------------------- whose rows
alter table reminder_settings enable row level security;
create policy own_unit on reminder_settings to qj_accounts using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit_reminded on reminder_settings to qj_reminders using (true) with check (true);
alter table reminder_addresses enable row level security;
create policy own_unit on reminder_addresses to qj_accounts using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit_reminded on reminder_addresses to qj_reminders using (true) with check (true);

-- ---------------------------------------------------------------------------------------------- who may what
grant usage on sequence reminder_digests_id_seq, outbox_id_seq to qj_reminders;
grant select, insert on outbox to qj_accounts;
grant insert on outbox to qj_admin, qj_reminders;   -- what a mail says is not their business
grant select, insert, update on outbox to qj_mailer;
grant select (id) on outbox to qj_reminders;
grant select, insert, update, delete on bad_addresses to qj_mailer;
grant select, insert, update on reminder_settings to qj_accounts;
grant select on reminder_settings to qj_reminders;
grant update (sent_week) on reminder_settings to qj_reminders;
grant select, insert, update, delete on reminder_addresses to qj_accounts;
grant select on reminder_digests, overdue_lists to qj_mailer;
grant select, insert on reminder_digests, reminders to qj_reminders;
grant update (digest_id, undelivered) on reminders to qj_reminders;
grant select on reminder_runs to qj_admin, qj_mailer;
grant select, insert, update on reminder_runs, overdue_lists to qj_reminders;
