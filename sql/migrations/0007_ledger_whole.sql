-- The ledger, whole: states with reasons, what an open appointment forbids, deletion, certificates and attachments, saved
-- filters and feeds, imports, and the work that outlives its page (jobs).

-- ---------------------------------------------------------------------------------------------- instruments
alter table instruments
  add column public_code uuid not null default gen_random_uuid(),  -- in the label's QR code; nobody can guess it
  add column state_reason text not null default '' check (length(state_reason) <= 200),
  add column state_changed_on date,
  -- The open appointment (from 提交 until the line's end) that it is on. Set and cleared in the appointment's own transaction.
  add column appointment_id bigint,
  add column appointment_number text not null default '',
  add column planned_on date,
  add column ever_submitted boolean not null default false,        -- was on a submitted appointment once
  add column certificate_file_id bigint,                           -- the attachment that shows the record in force
  add constraint instruments_appointment check (appointment_id is null or (ever_submitted and state <> 'scrapped'));
create unique index instruments_public_code on instruments (public_code);

drop index instruments_list;
-- List, counts and the bell are answered from this index alone.
create index instruments_list on instruments (unit_id, sort_due, id)
  include (valid_until, state, mode, last_result, quantity, appointment_id, name_folded, serial_folded);
-- Is this one in the ledger already? (kind, serial number, manufacturer; also by import, for fifty thousand rows at once)
create index instruments_serial on instruments (unit_id, serial_number);

-- The second fence behind domain/lifecycle: what must not happen whoever asks.
create function instruments_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.ever_submitted or old.last_result in ('pass', 'fail') then
      raise exception 'constraint "instruments_kept": it was on an appointment or has a result' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.state = 'scrapped' and new.state <> 'scrapped' then
    raise exception 'constraint "instruments_final": scrapped is final' using errcode = '23514';
  end if;
  if old.appointment_id is not null and new.appointment_id is not null and
     ((new.state is distinct from old.state) or
      (new.kind_id, new.model, new.serial_number, new.manufacturer) is distinct from
      (old.kind_id, old.model, old.serial_number, old.manufacturer)) then
    raise exception 'constraint "instruments_on_appointment": identity and state stay while it is open' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger instruments_guard before delete or update of state, kind_id, model, serial_number, manufacturer on instruments
  for each row execute function instruments_guard();

grant delete on instruments to qj_ledger;

-- ---------------------------------------------------------------------------------------------- attachments and certificates
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
alter table instruments add foreign key (unit_id, certificate_file_id) references attachments (unit_id, id);

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
  primary key (unit_id, id),
  foreign key (unit_id, instrument_id) references instruments on delete cascade,
  foreign key (unit_id, file_id) references attachments (unit_id, id),
  check (valid_until is null or valid_until >= verified_on)
);
create index certificates_instrument on certificates (unit_id, instrument_id, verified_on desc, id);

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
  primary key (unit_id, id)
);
create table import_rows (
  unit_id bigint not null,
  import_id bigint not null,
  row_no int not null,                      -- as the spreadsheet counts: the header is 1
  verdict text not null check (verdict in ('new', 'changed', 'same', 'error')),
  instrument_id bigint,                     -- changed, same: whose row it is
  version int,                              -- and the version it was compared with
  cells jsonb not null,                     -- as they stood in the file
  fields jsonb not null default '{}',       -- the checked values, by column of instruments
  errors jsonb not null default '[]',       -- [{field, code, a, b}], warnings too
  primary key (unit_id, import_id, row_no),
  foreign key (unit_id, import_id) references imports on delete cascade
);
create index import_rows_verdict on import_rows (unit_id, import_id, verdict, row_no);

-- ---------------------------------------------------------------------------------------------- who may what
grant usage on schema public to qj_jobs;
grant usage on sequence attachment_ids, certificate_ids, saved_filter_ids, calendar_feed_ids, job_ids, import_ids to qj_ledger;
grant usage on sequence instrument_ids, certificate_ids to qj_jobs;

grant select, insert, update, delete on attachments, certificates, ledger_columns, saved_filters, calendar_feeds, imports, import_rows
  to qj_ledger;
grant select, insert, update on jobs to qj_ledger;
grant select, insert, update, delete on instruments, certificates, imports, import_rows to qj_jobs;
grant select, update on jobs to qj_jobs;
grant select on settings, divisions, catalogue_versions, catalogue_kinds, kind_synonyms to qj_jobs;
grant select (id, name, division_code, state) on units to qj_jobs;
grant execute on function audit_append(bigint, jsonb) to qj_jobs;
-- A person reads an instrument's history: the audit's rows about their own unit's instruments.
grant select on audit to qj_ledger;

create function own_unit() returns bigint language sql stable as $$
  select nullif(current_setting('qj.unit', true), '')::bigint
$$;
grant execute on function own_unit() to qj_ledger, qj_jobs;

drop policy own_unit on instruments;
do $$
declare
  name text;
begin
  foreach name in array array['instruments', 'attachments', 'certificates', 'ledger_columns', 'saved_filters', 'calendar_feeds',
                              'imports', 'import_rows'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_unit on %I to qj_ledger, qj_jobs using (unit_id = own_unit()) '
                   'with check (unit_id = own_unit())', name);
  end loop;
end $$;
alter table jobs enable row level security;
create policy own_unit on jobs to qj_ledger using (unit_id = own_unit()) with check (unit_id = own_unit());
create policy every_unit on jobs to qj_jobs using (true);
alter table audit enable row level security;
create policy own_unit on audit to qj_ledger using (unit_id = own_unit());
create policy every_unit on audit to qj_admin using (true);

-- ---------------------------------------------------------------------------------------------- who is this, and how many are due
-- As before, and for a unit the bell's count: how many of its instruments (数量) ask for something — failed, overdue, due within
-- 30 days or to be replaced — and are on no open appointment. Read off instruments_list; 1,000 rows at most are looked at, so
-- that the largest unit's pages cost no more than others'. p_today: the date in Asia/Shanghai.
drop function session_find(bytea);
create function session_find(p_token_hash bytea, p_today date)
returns table (
  session_id bigint, user_id bigint, login text, user_name text, user_type text, role text, pending text,
  unit_id bigint, institution_id bigint, department_id bigint, organisation text, organisation_state text,
  division_code text, previous_login text, failures_before int, due_count bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_seen timestamptz;
begin
  select s.id, u.id, u.login, u.name, u.user_type, u.role, s.pending, u.unit_id, u.institution_id, u.department_id,
         coalesce(e.name, i.name, d.name, ''), coalesce(e.state, i.state, d.state, 'active'),
         coalesce(e.division_code, i.division_code, ''),
         coalesce(to_char(s.previous_login_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' || s.previous_login_address, ''),
         s.failures_before, s.seen_at
    into session_id, user_id, login, user_name, user_type, role, pending, unit_id, institution_id, department_id,
         organisation, organisation_state, division_code, previous_login, failures_before, found_seen
    from sessions s
    join users u on u.id = s.user_id and u.state = 'active'
    left join units e on e.id = u.unit_id
    left join institutions i on i.id = u.institution_id
    left join departments d on d.id = u.department_id
   where s.token_hash = p_token_hash and s.ended_at is null
     and s.seen_at > now() - interval '30 minutes' and s.created_at > now() - interval '12 hours';
  perform set_config('qj.unit', coalesce(unit_id, -1)::text, false);
  if session_id is null then
    return;
  end if;
  if found_seen < now() - interval '5 minutes' then
    update sessions set seen_at = now() where id = session_id;
  end if;
  due_count := 0;
  if unit_id is not null and organisation_state = 'approved' then
    select coalesce(sum(f.quantity), 0) into due_count
      from (select l.quantity from instruments l
             where l.unit_id = session_find.unit_id and l.sort_due <= p_today + 30 and l.appointment_id is null
               and (l.last_result = 'fail' or (l.last_result is not null and l.mode <> 'first_scrap'))
             limit 1000) f;
  end if;
  return next;
end $$;
grant execute on function session_find(bytea, date) to qj_portal, qj_accounts, qj_ledger, qj_admin;

-- Whose calendar is behind this secret address? Tells row-level security, as session_find does. Nobody's when the person has
-- left or the unit may not work.
create function feed_find(p_token_hash bytea) returns table (unit_id bigint, name text, query text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  feed_id bigint;
begin
  select f.unit_id, f.id, f.name, f.query into unit_id, feed_id, name, query
    from calendar_feeds f
    join users u on u.id = f.user_id and u.state = 'active'
    join units e on e.id = f.unit_id and e.state = 'approved'
   where f.token_hash = p_token_hash;
  perform set_config('qj.unit', coalesce(unit_id, -1)::text, false);
  if unit_id is null then
    return;
  end if;
  update calendar_feeds f set used_at = now()
   where f.unit_id = feed_find.unit_id and f.id = feed_id and (f.used_at is null or f.used_at < now() - interval '1 hour');
  return next;
end $$;
grant execute on function feed_find(bytea) to qj_ledger;
