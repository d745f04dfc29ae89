-- From "due" to "verified" (domain.md §6): appointments of units with institutions, their lines, what institutions answer and
-- record, the notices about it, capacity of a day, institutions' own systems.
--
-- A line's state is the only thing anybody changes; the header's state and counters, and what the instrument shows of its open
-- appointment, follow it by triggers in the same statement. So no appointment is ever half submitted, and no instrument is booked
-- without its line. Locks are taken in this order: instruments before headers when submitting, headers, lines, instruments else.

grant usage on schema public to qj_appointments, qj_desk, qj_supervision;

create function own_institution() returns bigint language sql stable as $$
  select nullif(current_setting('qj.institution', true), '')::bigint
$$;

-- ---------------------------------------------------------------------------------------------- appointments
create sequence appointment_ids;
create sequence appointment_numbers;
create table appointments (
  unit_id bigint not null references units,
  id bigint not null default nextval('appointment_ids'),
  number text not null check (number ~ '^[0-9]{8}[0-9A-Z]{6,9}[0-9]{6,}$'),  -- day, region, sequence
  institution_id bigint not null references institutions,
  delivery text not null check (delivery in ('send_in', 'on_site')),
  contact text not null default '' check (length(contact) <= 50),
  phone text not null default '' check (length(phone) <= 30),
  address text not null default '' check (length(address) <= 200),            -- of the unit, for the form and the way there
  expected_on date,
  remark text not null default '' check (length(remark) <= 500),
  -- Kept by appointment_lines_follow().
  state text not null default 'draft' check (state in ('draft', 'submitted', 'answered')),
  line_count int not null default 0,
  waiting_count int not null default 0,      -- not answered yet
  open_count int not null default 0,         -- waiting, accepted, verifying
  submitted_at timestamptz,
  answered_at timestamptz,                   -- the last line's answer
  -- The unit as it was at 提交: the institution reads nothing else of it.
  unit_name text not null default '',
  unit_code text not null default '',
  unit_division text not null default '',    -- path in words
  created_at timestamptz not null default now(),
  created_by text not null default '',
  version int not null default 1,
  primary key (unit_id, id),
  constraint appointments_number unique (number)
);
create index appointments_queue on appointments (institution_id, submitted_at, id) where waiting_count > 0;
create index appointments_open on appointments (institution_id, submitted_at, id) where open_count > 0;
create index appointments_institution on appointments (institution_id, submitted_at desc, id desc) where state <> 'draft';
create index appointments_of_institution on appointments (institution_id, id);
create index appointments_unit on appointments (unit_id, state, id desc);

create sequence appointment_line_ids;
create table appointment_lines (
  unit_id bigint not null,
  id bigint not null default nextval('appointment_line_ids'),
  appointment_id bigint not null,
  line_no int not null check (line_no between 1 and 500),
  institution_id bigint not null references institutions,  -- the header's
  instrument_id bigint not null,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'accepted', 'verifying', 'passed', 'failed', 'returned',
    'refused', 'withdrawn', 'cancelled')),
  -- The instrument as it was at 提交; empty before.
  name text not null default '', kind_id bigint references catalogue_kinds, mode text not null default '',
  model text not null default '', measuring_range text not null default '', accuracy text not null default '',
  serial_number text not null default '', manufacturer text not null default '', management_number text not null default '',
  quantity int not null default 1, division_code text references divisions, place text not null default '',
  use text not null default '', cycle_months int, last_result text, valid_until date,
  -- The way of the line.
  submitted_at timestamptz,
  answer_by date,                            -- the last day of a timely answer (working days after 提交)
  answered_at timestamptz,
  answered_by text not null default '',
  planned_on date,
  planned_place text not null default '' check (length(planned_place) <= 200),
  planned_contact text not null default '' check (length(planned_contact) <= 100),
  planned_bring text not null default '' check (length(planned_bring) <= 500),
  received_at timestamptz,                   -- 检定中 since; 已收样 for 送检
  reason_code text not null default '' check (reason_code in ('', 'out_of_scope', 'not_compulsory', 'incomplete', 'other_region',
    'already_verifying', 'other')),          -- 不予受理
  reason text not null default '' check (length(reason) <= 500),   -- 不予受理 (other), 取消, 退检, 撤回
  ended_at timestamptz,                      -- result, 退检, 不予受理, 撤回, 取消
  ended_by text not null default '' check (ended_by in ('', 'unit', 'institution')),
  version int not null default 1,
  primary key (unit_id, id),
  foreign key (unit_id, appointment_id) references appointments on delete cascade,
  foreign key (unit_id, instrument_id) references instruments on delete cascade,
  constraint appointment_lines_once unique (unit_id, appointment_id, instrument_id),
  constraint appointment_lines_submitted check (state = 'draft' or (submitted_at is not null and name <> '' and kind_id is not null)),
  constraint appointment_lines_planned check (state not in ('accepted', 'verifying') or planned_on is not null)
);
-- An instrument is never on two open appointments, whoever races.
create unique index appointment_lines_open on appointment_lines (unit_id, instrument_id)
  where state in ('waiting', 'accepted', 'verifying');
create index appointment_lines_header on appointment_lines (unit_id, appointment_id, line_no, id);
create index appointment_lines_instrument on appointment_lines (unit_id, instrument_id, id);
create index appointment_lines_planned on appointment_lines (institution_id, planned_on, unit_id, id)
  where state in ('accepted', 'verifying');
create index appointment_lines_ended on appointment_lines (institution_id, ended_at desc, id desc) where ended_at is not null;

-- The table of domain/appointment, once more: what is not in it does not happen.
create function appointment_line_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or
       not exists (select from appointments a where a.unit_id = new.unit_id and a.id = new.appointment_id
                     and a.institution_id = new.institution_id and a.state = 'draft') then
      raise exception 'constraint "appointment_lines_begin": a line begins in a draft' using errcode = '23514';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    -- Gone with its header or its instrument, which have fences of their own, or by itself.
    if old.state <> 'draft' then
      raise exception 'constraint "appointment_lines_kept": it was submitted' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.instrument_id, new.appointment_id, new.unit_id) is distinct from
     (old.instrument_id, old.appointment_id, old.unit_id)
     or (new.institution_id <> old.institution_id and old.state <> 'draft') then
    raise exception 'constraint "appointment_lines_same": a line stays where it is' using errcode = '23514';
  end if;
  if new.state <> old.state and old.state || '>' || new.state <> all (array[
       'draft>waiting', 'waiting>draft', 'waiting>withdrawn', 'waiting>accepted', 'waiting>refused',
       'accepted>cancelled', 'accepted>verifying', 'accepted>passed', 'accepted>failed', 'accepted>returned',
       'verifying>passed', 'verifying>failed', 'verifying>returned', 'passed>failed', 'failed>passed']) then
    raise exception 'constraint "appointment_lines_transition": % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
create trigger appointment_line_guard before insert or delete or update on appointment_lines
  for each row execute function appointment_line_guard();

-- What hangs on lines, for those that a statement touched.
create function appointment_lines_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched jsonb;
begin
  if tg_op = 'DELETE' then
    select jsonb_agg(distinct jsonb_build_object('e', unit_id, 'a', appointment_id)) into touched from old_rows;
  else
    select jsonb_agg(distinct jsonb_build_object('e', unit_id, 'a', appointment_id)) into touched from new_rows;
  end if;
  if touched is null then
    return null;
  end if;
  -- Held before they are counted: whoever waited here counts what the other one did.
  perform from appointments a join jsonb_to_recordset(touched) as t(e bigint, a bigint) on a.unit_id = t.e and a.id = t.a
    order by a.unit_id, a.id for update of a;
  if tg_op = 'UPDATE' then
    perform from instruments i join new_rows n on i.unit_id = n.unit_id and i.id = n.instrument_id
      where n.state <> 'draft' or i.appointment_id = n.appointment_id
      order by i.unit_id, i.id for update of i;
    update instruments i set appointment_id = n.appointment_id, appointment_number = a.number, planned_on = n.planned_on,
           ever_submitted = true
      from new_rows n join appointments a on a.unit_id = n.unit_id and a.id = n.appointment_id
     where i.unit_id = n.unit_id and i.id = n.instrument_id and n.state in ('waiting', 'accepted', 'verifying')
       and (i.appointment_id is distinct from n.appointment_id or i.planned_on is distinct from n.planned_on);
    update instruments i set appointment_id = null, appointment_number = '', planned_on = null
      from new_rows n
     where i.unit_id = n.unit_id and i.id = n.instrument_id and n.state not in ('waiting', 'accepted', 'verifying')
       and i.appointment_id = n.appointment_id;
  end if;
  update appointments a set
    line_count = c.lines, waiting_count = c.waiting, open_count = c.open, version = a.version + 1,
    state = case when c.waiting > 0 then 'submitted' when c.drafts = c.lines then 'draft' else 'answered' end,
    submitted_at = c.submitted_at,
    answered_at = case when c.waiting > 0 or c.drafts = c.lines then null else coalesce(a.answered_at, now()) end
  from (select t.e, t.a, count(l.id)::int as lines, count(*) filter (where l.state = 'waiting')::int as waiting,
               count(*) filter (where l.state in ('waiting', 'accepted', 'verifying'))::int as open,
               count(*) filter (where l.state = 'draft')::int as drafts,
               max(l.submitted_at) filter (where l.state <> 'draft') as submitted_at
          from jsonb_to_recordset(touched) as t(e bigint, a bigint)
          left join appointment_lines l on l.unit_id = t.e and l.appointment_id = t.a
         group by t.e, t.a) c
  where a.unit_id = c.e and a.id = c.a;
  return null;
end $$;
create trigger appointment_lines_inserted after insert on appointment_lines referencing new table as new_rows
  for each statement execute function appointment_lines_follow();
create trigger appointment_lines_updated after update on appointment_lines referencing new table as new_rows
  for each statement execute function appointment_lines_follow();
create trigger appointment_lines_deleted after delete on appointment_lines referencing old table as old_rows
  for each statement execute function appointment_lines_follow();

-- The header: which institution and how is decided in the draft; its state is nobody's to set.
create function appointment_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'constraint "appointments_kept": it was submitted' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.state || '>' || new.state <> all (array['draft>draft', 'draft>submitted', 'submitted>submitted', 'submitted>draft',
       'submitted>answered', 'answered>answered'])
     or new.number <> old.number
     or (old.state <> 'draft' and new.state <> 'draft' and
         (new.institution_id, new.delivery, new.contact, new.phone, new.address, new.expected_on, new.remark) is distinct from
         (old.institution_id, old.delivery, old.contact, old.phone, old.address, old.expected_on, old.remark)) then
    raise exception 'constraint "appointments_transition": % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
create trigger appointment_guard before delete or update on appointments for each row execute function appointment_guard();

-- ---------------------------------------------------------------------------------------------- results
create sequence result_ids;
create table results (
  unit_id bigint not null,
  id bigint not null default nextval('result_ids'),
  instrument_id bigint not null,
  institution_id bigint not null references institutions,
  line_id bigint,                            -- null: 无预约登记
  version_no int not null default 1,         -- a correction is a new row
  corrects bigint,                           -- the row it takes the place of
  reason text not null default '' check (length(reason) <= 500),   -- why it was corrected
  current boolean not null default true,
  passed int not null check (passed >= 0),   -- 合格数
  failed int not null check (failed >= 0),   -- 不合格数
  mark text not null default '' check (mark in ('', 'certificate', 'conformity_certificate', 'conformity_mark')),  -- 印证类型 of what passed
  number text not null default '' check (length(number) <= 60),
  notice_number text not null default '' check (length(notice_number) <= 60),  -- 检定结果通知书 of what failed
  verified_on date not null,
  valid_until date,
  cycle_months int check (cycle_months between 1 and 240),         -- when the institution sets it
  verifier text not null default '' check (length(verifier) <= 50),
  checker text not null default '' check (length(checker) <= 50),
  remark text not null default '' check (length(remark) <= 500),
  file_id bigint,                            -- the certificate, among the instrument's attachments
  split_instrument_id bigint,                -- 数量 > 1, some failed: the row they went into
  -- The instrument as it was, so that the institution's own list reads no ledger.
  unit_name text not null, name text not null, kind_id bigint not null references catalogue_kinds, model text not null,
  serial_number text not null, division_code text not null references divisions,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (unit_id, id),
  foreign key (unit_id, instrument_id) references instruments,
  foreign key (unit_id, line_id) references appointment_lines,
  foreign key (unit_id, corrects) references results,
  foreign key (unit_id, split_instrument_id) references instruments,
  constraint results_file foreign key (unit_id, file_id) references attachments (unit_id, id) on delete set null (file_id),
  constraint results_quantity check (passed + failed >= 1),
  constraint results_mark check ((passed > 0) = (mark <> '')),
  constraint results_number check (mark <> 'certificate' or number <> ''),
  constraint results_notice check ((failed > 0) = (notice_number <> '')),
  constraint results_dates check (valid_until is null or valid_until >= verified_on),
  constraint results_correction check ((corrects is null) = (version_no = 1) and (corrects is null or reason <> ''))
);
create unique index results_current on results (unit_id, line_id) where current and line_id is not null;
create unique index results_corrected_once on results (unit_id, corrects) where corrects is not null;
create index results_instrument on results (unit_id, instrument_id, id);
create index results_institution on results (institution_id, id desc);
create index results_number on results (institution_id, number) where number <> '';

alter table instruments
  add column result_id bigint,               -- the result in force, when an institution recorded it here
  add constraint instruments_result foreign key (unit_id, result_id) references results (unit_id, id);
alter table certificates
  add column result_id bigint,
  add constraint certificates_result foreign key (unit_id, result_id) references results (unit_id, id);
create index certificates_of_result on certificates (unit_id, result_id) where result_id is not null;

-- No ledger date without its result: a unit's own roles cannot write 合格 or 不合格 that no institution recorded.
create function instruments_result_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('qj_ledger', 'qj_jobs', 'qj_appointments') and new.last_result in ('pass', 'fail') and
     (tg_op = 'INSERT' or (new.last_result, new.verified_on, new.valid_until) is distinct from
                          (old.last_result, old.verified_on, old.valid_until)) and new.result_id is null then
    raise exception 'constraint "instruments_result_needed": only an institution records it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger instruments_result_guard before insert or update of last_result, verified_on, valid_until on instruments
  for each row execute function instruments_result_guard();

-- As before; 数量 too stays while an appointment is open, because the result must account for each of them.
create or replace function instruments_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
      (new.kind_id, new.model, new.serial_number, new.manufacturer, new.quantity) is distinct from
      (old.kind_id, old.model, old.serial_number, old.manufacturer, old.quantity)) then
    raise exception 'constraint "instruments_on_appointment": identity and state stay while it is open' using errcode = '23514';
  end if;
  return new;
end $$;
drop trigger instruments_guard on instruments;
create trigger instruments_guard before delete or update of state, kind_id, model, serial_number, manufacturer, quantity on instruments
  for each row execute function instruments_guard();

-- ---------------------------------------------------------------------------------------------- notices
-- A row for each person of the organisation it is for. data: what its sentence needs (views/parts/notice_line.tpl).
create sequence notice_ids;
create table notices (
  user_id bigint not null references users,
  id bigint not null default nextval('notice_ids'),
  kind text not null check (kind in ('submitted', 'received', 'withdrawn', 'answered', 'cancelled', 'results', 'corrected',
    'taken_out')),
  unit_id bigint not null,             -- the unit it is about
  appointment_id bigint,
  number text not null default '',
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (user_id, id)
);
create index notices_unread on notices (user_id, id) where read_at is null;
alter table users add column notice_mail boolean not null default false;   -- wants them by e-mail, too

-- To everybody of a unit (p_institution null) or of an institution. By e-mail to those who want it.
create function notify(p_kind text, p_unit bigint, p_institution bigint, p_appointment bigint, p_data jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_number text;
begin
  select a.number into found_number from appointments a where a.unit_id = p_unit and a.id = p_appointment;
  insert into notices (user_id, kind, unit_id, appointment_id, number, data)
  select u.id, p_kind, p_unit, p_appointment, coalesce(found_number, ''), p_data from users u
   where u.state = 'active' and
         case when p_institution is null then u.unit_id = p_unit else u.institution_id = p_institution end
   order by u.id;
  insert into outbox (kind, recipient, data)
  select 'notice', u.email,
         p_data || jsonb_build_object('notice', p_kind, 'name', u.name, 'number', coalesce(found_number, ''),
                                      'side', case when p_institution is null then 'unit' else 'institution' end,
                                      'appointment_id', p_appointment)
    from users u
   where u.state = 'active' and u.notice_mail and u.email <> '' and
         case when p_institution is null then u.unit_id = p_unit else u.institution_id = p_institution end
   order by u.id;
end $$;

-- Stopping or scrapping an instrument takes it out of forms that were not submitted, and says so.
create function instruments_leave_drafts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone record;
begin
  for gone in
    with taken as (
      delete from appointment_lines l using new_rows n join old_rows o on o.unit_id = n.unit_id and o.id = n.id
       where l.unit_id = n.unit_id and l.instrument_id = n.id and l.state = 'draft'
         and n.state <> o.state and n.state in ('stopped', 'scrapped')
      returning l.unit_id, l.appointment_id, n.name, n.serial_number)
    select unit_id, appointment_id, count(*) as lines, min(name) as name, min(serial_number) as serial_number
      from taken group by 1, 2 order by 1, 2
  loop
    perform notify('taken_out', gone.unit_id, null, gone.appointment_id,
                   jsonb_build_object('lines', gone.lines, 'instrument', gone.name, 'serial_number', gone.serial_number));
  end loop;
  return null;
end $$;
create trigger instruments_leave_drafts after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function instruments_leave_drafts();

-- ---------------------------------------------------------------------------------------------- capacity
alter table institutions add column daily_capacity int check (daily_capacity between 0 and 100000);  -- 台件 a day; null: no limit said
create table institution_days (              -- days that differ
  institution_id bigint not null references institutions,
  day date not null,
  capacity int not null check (capacity between 0 and 100000),   -- 0: nothing on this day
  note text not null default '' check (length(note) <= 100),
  primary key (institution_id, day)
);

-- ---------------------------------------------------------------------------------------------- institutions' own systems
create table api_tokens (
  id bigint generated always as identity primary key,
  institution_id bigint not null references institutions,
  name text not null check (length(name) between 1 and 50),
  token_hash bytea not null unique,          -- SHA-256; the token itself is shown once
  scopes text[] not null check (scopes <@ array['lines', 'results'] and cardinality(scopes) > 0),
  addresses cidr[] not null default '{}',    -- from where it may be used; empty: from anywhere
  expires_on date not null,                  -- its last day
  created_by text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  used_address text not null default '',
  revoked_at timestamptz
);
create index api_tokens_institution on api_tokens (institution_id, id);
-- Whose is this token? Tells row-level security, as session_find does. refused: '' | 'unknown' | 'expired' | 'address'.
create function api_find(p_token_hash bytea, p_address text, p_today date)
returns table (token_id bigint, institution_id bigint, institution_name text, token_name text, scopes text, refused text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t api_tokens;
begin
  perform set_config('qj.unit', '-1', false), set_config('qj.institution', '-1', false);
  select a.* into t from api_tokens a join institutions i on i.id = a.institution_id and i.state = 'active'
   where a.token_hash = p_token_hash and a.revoked_at is null;
  token_id := t.id;
  institution_id := t.institution_id;
  token_name := coalesce(t.name, '');
  scopes := coalesce(array_to_string(t.scopes, ','), '');
  refused := case when t.id is null then 'unknown' when t.expires_on < p_today then 'expired'
                  when cardinality(t.addresses) > 0 and not p_address::inet <<= any (t.addresses) then 'address' else '' end;
  select coalesce((select i.name from institutions i where i.id = t.institution_id), '') into institution_name;
  if refused = '' then
    perform set_config('qj.institution', t.institution_id::text, false);
    if t.used_at is null or t.used_at < now() - interval '1 minute' or t.used_address <> p_address then
      update api_tokens set used_at = now(), used_address = p_address where id = t.id;
    end if;
  end if;
  return next;
end $$;

-- ---------------------------------------------------------------------------------------------- who is this
-- As before; an institution's people are told to row-level security, and everybody's unread notices are counted.
drop function session_find(bytea, date);
create function session_find(p_token_hash bytea, p_today date)
returns table (
  session_id bigint, user_id bigint, login text, user_name text, user_type text, role text, pending text,
  unit_id bigint, institution_id bigint, department_id bigint, organisation text, organisation_state text,
  division_code text, previous_login text, failures_before int, due_count bigint, unread_count bigint)
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
  perform set_config('qj.unit', coalesce(unit_id, -1)::text, false),
          set_config('qj.institution', coalesce(institution_id, -1)::text, false);
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
  select count(*) into unread_count
    from (select from notices n where n.user_id = session_find.user_id and n.read_at is null limit 100) f;
  return next;
end $$;

-- ---------------------------------------------------------------------------------------------- who may what
insert into settings (key, value) values ('answer_days', '5');   -- 预约受理及时率: working days for an answer

grant execute on function session_find(bytea, date) to qj_portal, qj_accounts, qj_ledger, qj_admin, qj_appointments, qj_desk,
  qj_supervision;
grant execute on function form_store(bytea, bytea, text, bytea), form_take(bytea, bigint, text), audit_append(bigint, jsonb),
  own_unit(), own_institution() to qj_appointments, qj_desk, qj_supervision;
grant select on settings, offices, divisions, catalogue_versions, catalogue_kinds, kind_synonyms to qj_appointments, qj_desk, qj_supervision;
grant select, insert, update on used_tokens to qj_appointments, qj_desk, qj_supervision;
grant execute on function notify(text, bigint, bigint, bigint, jsonb) to qj_appointments, qj_desk;
grant execute on function api_find(bytea, text, date) to qj_desk;

-- Units: their own, and which institutions there are.
grant usage on sequence appointment_ids, appointment_numbers, appointment_line_ids to qj_appointments;
grant select, insert, delete on appointments, appointment_lines to qj_appointments;
grant update (institution_id, delivery, contact, phone, address, expected_on, remark, unit_name, unit_code, unit_division, version)
  on appointments to qj_appointments;
grant update (line_no, institution_id, state, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer,
  management_number, quantity, division_code, place, use, cycle_months, last_result, valid_until, submitted_at, answer_by, reason,
  ended_at, ended_by, version) on appointment_lines to qj_appointments;
grant select on instruments, results, attachments to qj_appointments;
grant update (planned_on) on instruments to qj_appointments;   -- to hold the row; nothing there is written by this role
grant select (id, name, unit_code, division_code, contact, mobile, state) on units to qj_appointments;
grant select on institutions, institution_kinds, institution_kind_divisions, departments, department_divisions,
  department_units to qj_appointments;
-- The ledger shows where an instrument is, and leads there.
grant select on appointments, appointment_lines, results to qj_ledger;

-- Institutions: what was sent to them. Nothing of the ledger: results are applied by result_apply().
grant select on appointments, appointment_lines, results, institutions, institution_kinds, institution_kind_divisions to qj_desk;
grant update (version) on appointments to qj_desk;             -- to hold the row
grant update (state, answered_at, answered_by, planned_on, planned_place, planned_contact, planned_bring, received_at, reason_code,
  reason, ended_at, ended_by, version) on appointment_lines to qj_desk;
grant update (daily_capacity, version) on institutions to qj_desk;
grant select, insert, update, delete on institution_days to qj_desk;
grant select, insert, update on api_tokens to qj_desk;

-- Everybody's own notices.
grant usage on sequence notice_ids to qj_accounts;
grant select, update on notices to qj_accounts;

do $$
declare
  name text;
begin
  foreach name in array array['appointments', 'appointment_lines', 'results'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_unit on %I to qj_appointments, qj_ledger using (unit_id = own_unit()) '
                   'with check (unit_id = own_unit())', name);
    execute format('create policy every_unit on %I to qj_supervision using (true)', name);
  end loop;
  foreach name in array array['instruments', 'attachments'] loop
    execute format('create policy own_unit_booking on %I to qj_appointments using (unit_id = own_unit()) '
                   'with check (unit_id = own_unit())', name);
  end loop;
  -- A draft is nobody's but the unit's.
  foreach name in array array['appointments', 'appointment_lines'] loop
    execute format('create policy own_institution on %I to qj_desk using (institution_id = own_institution() and state <> ''draft'') '
                   'with check (institution_id = own_institution() and state <> ''draft'')', name);
  end loop;
  execute 'create policy own_institution on results to qj_desk using (institution_id = own_institution())';
  foreach name in array array['institution_days', 'api_tokens'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_institution on %I to qj_desk using (institution_id = own_institution()) '
                   'with check (institution_id = own_institution())', name);
  end loop;
end $$;
