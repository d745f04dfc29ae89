-- The ledger: instruments of a unit with their files and earlier records, what a person keeps, imports, and the work that outlives
-- its page (jobs). The unit's key is part of every key, and row-level security is the second fence behind every
-- `where unit_id = …`.

-- ---------------------------------------------------------------------------------------------- instruments
-- Where an instrument without a due date stands in the list: the failed first; after all dates what has none; what is not in use last.
-- Not in sql/functions, because a column of instruments is made of them.
create function sort_due_failed() returns date language sql immutable parallel safe as $$ select date '0001-01-01' $$;
create function sort_due_undated() returns date language sql immutable parallel safe as $$ select date '9999-12-30' $$;
create function sort_due_not_in_use() returns date language sql immutable parallel safe as $$ select date '9999-12-31' $$;
grant execute on function sort_due_failed(), sort_due_undated(), sort_due_not_in_use()
  to qj_ledger, qj_appointments, qj_supervision, qj_query, qj_jobs, qj_mailer, qj_reminders;

-- The ledger: instruments of a unit. The unit's key is part of every key, and row-level security is the second fence
-- behind every `where unit_id = …`.
create sequence instrument_ids;
create table instruments (
  unit_id bigint not null references units,
  id bigint not null default nextval('instrument_ids'),
  name text not null check (length(name) between 1 and 100),
  kind_id bigint not null references catalogue_kinds,
  mode text not null check (mode in ('periodic', 'first_scrap', 'first_rotate')),  -- the kind's, kept here for counts
  model text not null check (length(model) between 1 and 100),
  measuring_range text not null check (length(measuring_range) between 1 and 100),
  accuracy text not null check (length(accuracy) between 1 and 60),
  serial_number text not null check (length(serial_number) between 1 and 60),
  manufacturer text not null check (length(manufacturer) between 1 and 120),
  origin text not null check (origin in ('domestic', 'imported', 'hmt')),
  division_code text not null references divisions,
  place text not null check (length(place) between 1 and 200),
  quantity int not null default 1 check (quantity between 1 and 100000),
  use text not null check (use in ('trade', 'safety', 'medical', 'environment')),
  delivery text not null check (delivery in ('send_in', 'on_site')),
  management_number text not null default '' check (length(management_number) <= 40),
  cycle_months int check (cycle_months between 1 and 240),
  last_result text check (last_result in ('declared', 'pass', 'fail')),  -- null: no record; declared: typed by the unit, confirmed by nobody
  verified_on date,
  valid_until date,                        -- the due date; for first_rotate the end of the service life
  certificate_number text not null default '' check (length(certificate_number) <= 60),
  institution_name text not null default '' check (length(institution_name) <= 100),
  remark text not null default '' check (length(remark) <= 500),
  state text not null default 'in_use' check (state in ('in_use', 'stopped', 'scrapped')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  -- Derived: the list's order (what is urgent first, what is not in use last) and the text that searches compare.
  sort_due date not null generated always as (
    case when state <> 'in_use' then sort_due_not_in_use()
         when last_result = 'fail' then sort_due_failed()
         else coalesce(valid_until, sort_due_undated()) end) stored,
  name_folded text not null generated always as (lower(normalize(name, NFKC))) stored,
  serial_folded text not null generated always as (lower(normalize(serial_number, NFKC))) stored,
  public_code uuid not null default gen_random_uuid(),  -- in the label's QR code; nobody can guess it
  state_reason text not null default '' check (length(state_reason) <= 200),
  state_changed_on date,
  -- The open appointment (from 提交 until the line's end) that it is on. Set and cleared in the appointment's own transaction.
  appointment_id bigint,
  appointment_number text not null default '',
  planned_on date,
  ever_submitted boolean not null default false,        -- was on a submitted appointment once
  certificate_file_id bigint,                           -- the attachment that shows the record in force
  result_id bigint,                                     -- the result in force, when an institution recorded it here
  primary key (unit_id, id),
  constraint instruments_dates check (verified_on is null or valid_until is null or valid_until >= verified_on),
  constraint instruments_record check (last_result is not null or (verified_on is null and valid_until is null)),
  constraint instruments_quantity check (quantity = 1 or serial_number = '无' or serial_number ~ '[-~～至—]'),
  constraint instruments_appointment check (appointment_id is null or (ever_submitted and state <> 'scrapped'))
);
create unique index instruments_public_code on instruments (public_code);
-- List, counts and the bell are answered from this index alone.
create index instruments_list on instruments (unit_id, sort_due, id)
  include (valid_until, state, mode, last_result, quantity, appointment_id, name_folded, serial_folded);
-- Is this one in the ledger already? (kind, serial number, manufacturer; also by import, for fifty thousand rows at once)
create index instruments_serial on instruments (unit_id, serial_number);
-- A region's list in the ledger's order, and its counts, from this index alone.
create index instruments_region on instruments (division_code, sort_due, unit_id, id)
  include (kind_id, use, state, mode, last_result, valid_until, quantity, name_folded);
create index instruments_serial_prefix on instruments (serial_folded text_pattern_ops);
-- For files that are removed.
create index instruments_of_file on instruments (unit_id, certificate_file_id) where certificate_file_id is not null;

-- ---------------------------------------------------------------------------------------------- files and records
create sequence attachment_ids;
create table attachments (
  unit_id bigint not null,
  id bigint not null default nextval('attachment_ids'),
  instrument_id bigint not null,
  kind text not null check (kind in ('photo', 'certificate', 'other')),
  file_name text not null unique check (file_name ~ '^[0-9a-f]{32}\.(jpg|png|pdf)$'),  -- our own id, never the sender's name
  thumb_name text not null default '' check (thumb_name ~ '^([0-9a-f]{32}\.jpg)?$'),
  original_name text not null check (length(original_name) <= 200),
  size_bytes bigint not null,
  added_by text not null,
  added_at timestamptz not null default now(),
  primary key (unit_id, id),
  foreign key (unit_id, instrument_id) references instruments on delete cascade
);
create index attachments_instrument on attachments (unit_id, instrument_id, id);

-- A file that is removed only leaves the record it was shown in. Circular: an attachment is its instrument's.
alter table instruments add constraint instruments_certificate_file foreign key (unit_id, certificate_file_id)
  references attachments (unit_id, id) on delete set null (certificate_file_id);

-- Earlier records, each superseded by a later one. The record in force stands in the instrument itself.
create sequence certificate_ids;
create table certificates (
  unit_id bigint not null,
  id bigint not null default nextval('certificate_ids'),
  instrument_id bigint not null,
  result text not null check (result in ('declared', 'pass', 'fail')),
  verified_on date not null,
  valid_until date,
  number text not null default '' check (length(number) <= 60),
  institution_name text not null default '' check (length(institution_name) <= 100),
  file_id bigint,
  superseded_at timestamptz not null default now(),
  result_id bigint,
  primary key (unit_id, id),
  foreign key (unit_id, instrument_id) references instruments on delete cascade,
  -- A file that is removed only leaves the record it was shown in.
  constraint certificates_file foreign key (unit_id, file_id) references attachments (unit_id, id)
    on delete set null (file_id),
  check (valid_until is null or valid_until >= verified_on)
);
create index certificates_instrument on certificates (unit_id, instrument_id, verified_on desc, id);
create index certificates_file on certificates (unit_id, file_id) where file_id is not null;
create index certificates_of_result on certificates (unit_id, result_id) where result_id is not null;

-- ---------------------------------------------------------------------------------------------- what a person keeps
create table ledger_columns (               -- the columns a person wants to see, in order
  unit_id bigint not null references units,
  user_id bigint not null references users,
  columns text not null,                    -- codes with ',' between them (domain/ledger)
  primary key (unit_id, user_id)
);

create sequence saved_filter_ids;
create table saved_filters (
  unit_id bigint not null references units,
  id bigint not null default nextval('saved_filter_ids'),
  user_id bigint not null references users,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 2000),  -- the list's address behind '?', without page
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (unit_id, id),
  constraint saved_filters_name unique (unit_id, user_id, name)
);
create unique index saved_filters_default on saved_filters (unit_id, user_id) where is_default;

-- Due dates as a calendar, for whoever knows the secret address. Only its SHA-256 is kept.
create sequence calendar_feed_ids;
create table calendar_feeds (
  unit_id bigint not null references units,
  id bigint not null default nextval('calendar_feed_ids'),
  user_id bigint not null references users,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 2000),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (unit_id, id)
);
-- A person's feeds in the order of their page, and how many there may be.
create index calendar_feeds_person on calendar_feeds (unit_id, user_id, id);

-- ---------------------------------------------------------------------------------------------- long work
create sequence job_ids;
create table jobs (
  unit_id bigint not null references units,
  id bigint not null default nextval('job_ids'),
  user_id bigint not null references users,
  login text not null,                      -- for the audit of what the job changes
  request_id text not null default '',
  kind text not null check (kind in ('import_check', 'import_apply', 'export', 'bulk')),
  params jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,          -- 0: not known yet
  outcome jsonb not null default '{}',
  file_name text not null default '' check (file_name ~ '^([0-9a-f]{32}\.(xlsx|csv))?$'),
  file_shown text not null default '',      -- under which name it is downloaded, without its ending
  attempts int not null default 0,
  lease_until timestamptz,                  -- running: whoever runs it died when this has passed
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (unit_id, id)
);
create index jobs_open on jobs (id) where state in ('waiting', 'running');

-- ---------------------------------------------------------------------------------------------- imports
create sequence import_ids;
create table imports (
  unit_id bigint not null references units,
  id bigint not null default nextval('import_ids'),
  user_id bigint not null references users,
  file_name text not null default '' check (file_name ~ '^([0-9a-f]{32}\.(xlsx|csv))?$'),  -- '' once it is no longer needed
  original_name text not null check (length(original_name) <= 200),
  size_bytes bigint not null,
  state text not null default 'checking' check (state in ('checking', 'checked', 'refused', 'applying', 'applied', 'discarded')),
  info jsonb not null default '{}',         -- what was found out about the file: encoding, separator, columns
  refused jsonb,                            -- why the file as a whole cannot be read: {code, a, b, row, column}
  new_rows int not null default 0,
  changed_rows int not null default 0,
  same_rows int not null default 0,
  error_rows int not null default 0,
  good_only boolean,                        -- how it was applied
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  sha256 text not null default '' check (sha256 ~ '^([0-9a-f]{64})?$'),  -- the same file again is noticed
  job_id bigint,                            -- the work in progress
  warning_rows int not null default 0,
  primary key (unit_id, id)
);
create index imports_sha256 on imports (unit_id, sha256) where state = 'applied';

create table import_rows (
  unit_id bigint not null,
  import_id bigint not null,
  row_no int not null,                      -- as the spreadsheet counts: the header is 1
  verdict text not null check (verdict in ('new', 'changed', 'same', 'error')),
  instrument_id bigint,                     -- changed, same: whose row it is; new: the id it will have, so that a second try is the same
  version int,                              -- and the version it was compared with
  cells jsonb not null,                     -- as they stood in the file
  fields jsonb not null default '{}',       -- the checked values, by column of instruments
  errors jsonb not null default '[]',       -- [{field, code, a, b}], warnings too
  primary key (unit_id, import_id, row_no),
  foreign key (unit_id, import_id) references imports on delete cascade
);
create index import_rows_verdict on import_rows (unit_id, import_id, verdict, row_no);
create index import_rows_warned on import_rows (unit_id, import_id, row_no) where verdict <> 'error' and errors <> '[]';

-- ---------------------------------------------------------------------------------------------- whose rows
alter table instruments enable row level security;
create policy own_unit on instruments to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy own_unit_booking on instruments to qj_appointments using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit_supervised on instruments to qj_supervision using (true);
create policy every_unit_reminded on instruments to qj_reminders using (true);
create policy every_unit_listed on instruments to qj_mailer using (true);
alter table attachments enable row level security;
create policy own_unit on attachments to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy own_unit_booking on attachments to qj_appointments using (unit_id = own_unit())
  with check (unit_id = own_unit());
alter table certificates enable row level security;
create policy own_unit on certificates to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit_supervised on certificates to qj_supervision using (true);
alter table ledger_columns enable row level security;
create policy own_unit on ledger_columns to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
alter table saved_filters enable row level security;
create policy own_unit on saved_filters to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
alter table calendar_feeds enable row level security;
create policy own_unit on calendar_feeds to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
alter table jobs enable row level security;
create policy own_unit on jobs to qj_ledger using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit on jobs to qj_jobs using (true);
alter table imports enable row level security;
create policy own_unit on imports to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());
alter table import_rows enable row level security;
create policy own_unit on import_rows to qj_ledger, qj_jobs using (unit_id = own_unit())
  with check (unit_id = own_unit());

-- ---------------------------------------------------------------------------------------------- who may what
grant usage on sequence instrument_ids, certificate_ids to qj_ledger, qj_jobs;
grant usage on sequence attachment_ids, saved_filter_ids, calendar_feed_ids, job_ids, import_ids to qj_ledger;
grant select, insert, update, delete on instruments, certificates, imports, import_rows to qj_ledger, qj_jobs;
grant select on instruments to qj_appointments;
-- Supervision reads every unit's instruments, and so do reminders and the mailer for the lists they send.
grant select (unit_id, id, name, name_folded, kind_id, mode, model, measuring_range, accuracy, serial_number, serial_folded,
  manufacturer, origin, division_code, place, quantity, use, delivery, management_number, cycle_months, last_result, verified_on,
  valid_until, certificate_number, institution_name, remark, state, state_reason, sort_due, appointment_id, appointment_number,
  planned_on, version) on instruments to qj_supervision, qj_reminders, qj_mailer;
grant select (updated_at) on instruments to qj_supervision;
grant select (created_at) on instruments to qj_reminders;
grant update (planned_on) on instruments to qj_appointments;   -- to lock the row; nothing there is written by this role
grant select, insert, update, delete on attachments, ledger_columns, saved_filters, calendar_feeds to qj_ledger;
grant select on attachments to qj_appointments, qj_desk;
grant select on certificates to qj_supervision;
grant select, insert, update on jobs to qj_ledger;
grant select, update on jobs to qj_jobs;
