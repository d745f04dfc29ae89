-- Accounts, whole: people of an organisation and their parts in it, throttled logins, second factor, one-time links, mail
-- waiting to be sent, requests that an administrator decides, forms kept through a login.

grant usage on schema public to qj_mailer;

-- ---------------------------------------------------------------------------------------------- people
alter table users
  add column role text not null default 'manager' check (role in ('manager', 'worker', 'viewer')),
  add column phone text not null default '' check (length(phone) <= 30),
  add column email text not null default '' check (length(email) <= 254),  -- confirmed by a link, or empty
  add column password_changed_at timestamptz not null default now(),
  add column must_change_password boolean not null default false,           -- a temporary one
  add column lock_reason text not null default '' check (length(lock_reason) <= 500),
  add column totp_secret_sealed bytea,                                      -- encrypted with the key of personal numbers
  add column totp_step bigint not null default 0,                           -- the last time step used: a code is good once
  add column two_factor boolean not null generated always as (totp_secret_sealed is not null) stored,
  add column version int not null default 1,
  drop constraint users_state_check,
  add constraint users_state_check check (state in ('active', 'locked', 'removed'));
create index users_institution on users (institution_id) where institution_id is not null;
create index users_department on users (department_id) where department_id is not null;
create index users_login_prefix on users (lower(login) text_pattern_ops);

-- An organisation always keeps a 负责人, whoever removes or demotes whom at once. A closed unit keeps nobody.
create function users_keep_a_manager() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.role <> 'manager' or old.state = 'removed' or (new.role = 'manager' and new.state <> 'removed') then
    return new;
  end if;
  if exists (select from units where id = old.unit_id and state = 'closed') then
    return new;
  end if;
  perform pg_advisory_xact_lock(72, hashtext(concat_ws('/', old.user_type, old.unit_id, old.institution_id, old.department_id)));
  if not exists (
    select from users
     where id <> old.id and role = 'manager' and state <> 'removed' and user_type = old.user_type
       and (unit_id, institution_id, department_id) is not distinct from
           (old.unit_id, old.institution_id, old.department_id))
  then
    raise exception 'check constraint "users_last_manager"' using errcode = '23514', constraint = 'users_last_manager';
  end if;
  return new;
end $$;
create trigger users_keep_a_manager before update of role, state on users for each row execute function users_keep_a_manager();

create table password_history (
  user_id bigint not null references users,
  at timestamptz not null default now(),
  password_hash text not null,
  primary key (user_id, at)
);

create table recovery_codes (  -- the second factor's way out: each good once
  user_id bigint not null references users,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

-- ---------------------------------------------------------------------------------------------- units
alter table units
  drop constraint units_state_check,
  add constraint units_state_check check (state in ('pending', 'approved', 'rejected', 'suspended', 'closed')),
  drop constraint units_unit_key;
-- A closed unit may register anew.
create unique index units_unit_key on units (unit_key) where state <> 'closed';
create index units_name on units (name);
create index units_mobile on units (mobile) where mobile <> '';

-- What was decided about a unit, for the unit and for reviewers. state: of units after it.
create table unit_reviews (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  decision text not null check (decision in ('submitted', 'approved', 'rejected', 'suspended', 'restored',
    'change_requested', 'change_approved', 'change_rejected', 'close_requested', 'close_rejected', 'closed', 'claimed')),
  reason text not null default '' check (length(reason) <= 500),
  actor_id bigint,
  primary key (unit_id, id)
);
insert into unit_reviews (unit_id, at, decision)
select id, submitted_at, 'submitted' from units order by submitted_at;
insert into unit_reviews (unit_id, at, decision, reason, actor_id)
select id, reviewed_at, state, review_reason, reviewed_by from units
where reviewed_at is not null and state in ('approved', 'rejected', 'suspended') order by reviewed_at;

-- ---------------------------------------------------------------------------------------------- requests to an administrator
-- recover: somebody cannot get in and has no e-mail address here; claim: the unit is registered, but by whom? Both by nobody
-- logged in, who keeps a receipt. change: reviewed data of a unit; close: 账户注销. Both by the unit's 负责人.
create table account_requests (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('recover', 'claim', 'change', 'close')),
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'withdrawn', 'done')),
  unit_id bigint references units,   -- null: a recover request of somebody who belongs to no unit
  user_id bigint references users,               -- recover: whose password; change, close: who asked
  details jsonb not null default '{}',           -- what was typed; personal numbers masked
  id_number_sealed bytea,                        -- change: the new number, encrypted
  document text not null default '' check (document ~ '^([0-9a-f]{32}\.(jpg|png|pdf))?$'),
  document_name text not null default '',
  document_size bigint not null default 0,
  receipt_hash bytea unique,                     -- recover, claim: SHA-256 of what the applicant keeps
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by bigint,
  reason text not null default '' check (length(reason) <= 500),
  done_at timestamptz,
  version int not null default 1
);
create index account_requests_queue on account_requests (state, created_at, id);
create index account_requests_unit on account_requests (unit_id);
create unique index account_requests_one_open on account_requests (unit_id, kind)
  where state = 'pending' and kind in ('change', 'close');

-- Approving a change: the administrator's role cannot read the encrypted number, so the database moves it.
create function unit_apply_change(p_request bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r account_requests;
begin
  select * into strict r from account_requests where id = p_request and kind = 'change';
  update units set
    unit_key = r.details->>'unit_key', unit_code = r.details->>'unit_code', name = r.details->>'name',
    unit_type = r.details->>'unit_type', division_code = r.details->>'division_code',
    representative = r.details->>'representative', id_type = r.details->>'id_type',
    id_number_masked = r.details->>'id_number', id_number_sealed = r.id_number_sealed, version = version + 1
  where id = r.unit_id;
  if r.document <> '' then
    insert into unit_documents (unit_id, file_name, original_name, size_bytes)
    values (r.unit_id, r.document, r.document_name, r.document_size);
  end if;
end $$;

-- 账户注销: personal data goes, ledger and results stay. The unit's row, its code and name stay, because results refer to them.
create function unit_close(p_unit_id bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update units set state = 'closed', representative = '', id_number_sealed = null, id_number_masked = '',
    contact = '', mobile = '', email = '', version = version + 1
  where id = p_unit_id;
  update users set state = 'removed', name = '', phone = '', email = '', login = 'closed-' || id, password_hash = '!',
    totp_secret_sealed = null, last_login_address = '', version = version + 1
  where unit_id = p_unit_id;
  update sessions set ended_at = now(), address = '', user_agent = ''
  where ended_at is null and user_id in (select id from users where unit_id = p_unit_id);
  delete from password_history where user_id in (select id from users where unit_id = p_unit_id);
  delete from recovery_codes where user_id in (select id from users where unit_id = p_unit_id);
  delete from links where unit_id = p_unit_id or user_id in (select id from users where unit_id = p_unit_id);
  delete from stored_forms where user_id in (select id from users where unit_id = p_unit_id);
  delete from unit_documents where unit_id = p_unit_id;
  update account_requests set details = '{}', id_number_sealed = null, document = '', document_name = '', document_size = 0
  where unit_id = p_unit_id;
end $$;

-- ---------------------------------------------------------------------------------------------- logins
alter table login_events
  drop constraint login_events_outcome_check,
  add constraint login_events_outcome_check check (outcome in ('success', 'refused', 'code_refused', 'throttled'));
create index login_events_login on login_events (lower(login), at);
create index login_events_at on login_events (at);

create table login_throttle (
  subject text primary key,              -- login:zhangsan | address:10.0.0.1
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index login_throttle_last_at on login_throttle (last_at);

-- Before a password is looked at: may this be tried now? The seconds to wait, or 0; then the attempt is counted as failed at
-- once, so that a hundred at the same moment are not all the first. From the p_limit-th failure within 15 minutes on a subject
-- waits 1, 2, 4 … 60 minutes. The same for logins that do not exist.
create function login_attempt(p_login text, p_address text, p_limit int, p_address_limit int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  subjects text[] := array['address:' || p_address, 'login:' || left(lower(p_login), 64)];
  limits int[] := array[p_address_limit, p_limit];
  wait int;
begin
  -- In one order, so that two attempts cannot wait for each other in a circle.
  for i in 1..2 loop
    insert into login_throttle (subject, failures, last_at) values (subjects[i], 0, now()) on conflict do nothing;
    perform from login_throttle where subject = subjects[i] for update;
  end loop;
  select coalesce(max(ceil(extract(epoch from blocked_until - clock_timestamp()))), 0)::int into wait
    from login_throttle where subject = any(subjects) and blocked_until > clock_timestamp();
  if wait > 0 then
    return wait;
  end if;
  for i in 1..2 loop
    update login_throttle set
      failures = case when greatest(last_at, blocked_until) < clock_timestamp() - interval '15 minutes' then 1 else failures + 1 end,
      last_at = clock_timestamp()
    where subject = subjects[i];
    update login_throttle set blocked_until = case when failures < limits[i] then null
      else clock_timestamp() + least(60 * power(2, least(failures - limits[i], 10)), 3600) * interval '1 second' end
    where subject = subjects[i];
  end loop;
  return 0;
end $$;

-- The attempt was good: the login starts afresh; the address gets back what this attempt was counted for.
create function login_succeeded(p_login text, p_address text, p_address_limit int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update login_throttle set failures = greatest(failures - 1, 0),
    blocked_until = case when failures - 1 < p_address_limit then null else blocked_until end
  where subject = 'address:' || p_address;
  delete from login_throttle where subject = 'login:' || left(lower(p_login), 64);
$$;

-- pending: what must be done before anything else (a temporary or expired password, a second factor to set up).
alter table sessions
  add column user_agent text not null default '',
  add column pending text not null default '' check (pending in ('', 'password', 'two_factor')),
  add column previous_login_at timestamptz,
  add column previous_login_address text not null default '',
  add column failures_before int not null default 0;

drop function session_find(bytea);
create function session_find(p_token_hash bytea)
returns table (
  session_id bigint, user_id bigint, login text, user_name text, user_type text, role text, pending text,
  unit_id bigint, institution_id bigint, department_id bigint, organisation text, organisation_state text,
  division_code text, previous_login text, failures_before int)
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
  return next;
end $$;

-- ---------------------------------------------------------------------------------------------- forms kept through a login
-- What was posted after the session had expired: never executed, but shown again, filled, once the same user is back.
create table stored_forms (
  id bytea primary key,
  user_id bigint not null references users,
  path text not null,
  body_sealed bytea not null check (length(body_sealed) <= 100000),
  at timestamptz not null default now()
);
-- p_token_hash: of the expired session. False when there is no such session, or somebody ended it on purpose.
create function form_store(p_id bytea, p_token_hash bytea, p_path text, p_body bytea) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with kept as (
    insert into stored_forms (id, user_id, path, body_sealed)
    select p_id, s.user_id, p_path, p_body from sessions s
     where s.token_hash = p_token_hash and s.ended_at is null and s.created_at > now() - interval '36 hours'
    on conflict do nothing returning 1)
  select exists (select from kept)
$$;
-- Gives the body to its owner and forgets it; forgets it all the same when somebody else asks.
create function form_take(p_id bytea, p_user_id bigint, p_path text) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r stored_forms;
begin
  delete from stored_forms where id = p_id returning * into r;
  if r.user_id = p_user_id and r.path = p_path and r.at > now() - interval '30 minutes' then
    return r.body_sealed;
  end if;
  return null;
end $$;

-- ---------------------------------------------------------------------------------------------- one-time links
-- The address carries the id and a MAC under the seal key (handlers/common/web/link.h): a copy of this table opens nothing.
create table links (
  id bytea primary key check (length(id) = 16),
  purpose text not null check (purpose in ('invite', 'reset_password', 'confirm_email')),
  user_id bigint references users,               -- whose password or address; null for an invitation
  unit_id bigint references units,   -- invite: into which organisation
  institution_id bigint references institutions,
  department_id bigint references departments,
  data jsonb not null default '{}',              -- invite: name, role, email; confirm_email: email
  created_by bigint,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index links_user on links (user_id);
create index links_unit on links (unit_id);

-- ---------------------------------------------------------------------------------------------- mail waiting to be sent
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
  error text not null default ''
);
create index outbox_queue on outbox (next_try_at, id) where state = 'queued';
create index outbox_reset on outbox (lower(data->>'login'), created_at) where kind = 'reset_password';

-- ---------------------------------------------------------------------------------------------- settings
insert into settings (key, value) values
  ('login_failures', '5'),             -- so many in 15 minutes, then the account waits
  ('login_address_failures', '50'),    -- the same for an address, behind which a whole office may sit
  ('password_days', '0'),              -- 等保: a password older than so many days must be changed; 0: never
  ('password_history', '0'),           -- 等保: a new password must differ from so many before it
  ('one_session', 'no'),               -- 等保: a login ends the account's other sessions
  ('two_factor_required', ''),         -- user types, e.g. administrator,supervisor
  ('reject_reasons', e'企业名称与证照不一致，请按证照更正。\n统一社会信用代码与证照不一致，请核对。\n法人代表或证件号码与证照不一致，请核对。\n请补充上传营业执照或登记证书。\n上传的证照不清晰，请重新上传。\n联系电话无法接通，请更正。');

-- ---------------------------------------------------------------------------------------------- who may what
grant execute on function session_find(bytea), form_store(bytea, bytea, text, bytea), form_take(bytea, bigint, text)
  to qj_portal, qj_accounts, qj_ledger, qj_admin;
grant execute on function login_attempt(text, text, int, int), login_succeeded(text, text, int) to qj_accounts;
grant execute on function unit_apply_change(bigint), unit_close(bigint) to qj_admin;

grant select, insert on unit_reviews to qj_accounts, qj_admin;
grant select, insert, update on account_requests to qj_accounts;
grant select (id, kind, state, unit_id, user_id, details, document, document_name, document_size, created_at, decided_at,
  decided_by, reason, done_at, version) on account_requests to qj_admin;
grant update (state, decided_at, decided_by, reason, version) on account_requests to qj_admin;
grant select, insert, delete on password_history to qj_accounts;
grant select, insert, update, delete on recovery_codes to qj_accounts;
grant delete on recovery_codes to qj_admin;
grant select (user_id) on recovery_codes to qj_admin;
grant select on login_events to qj_accounts, qj_admin;
grant select, insert, update on links to qj_accounts, qj_admin, qj_mailer;
grant select, insert on outbox to qj_accounts, qj_admin;
grant select on institutions, departments, department_divisions to qj_accounts, qj_admin;

grant select (id, role, phone, email, password_changed_at, must_change_password, lock_reason, two_factor, version, last_login_address)
  on users to qj_admin;
grant insert (login, name, user_type, unit_id, institution_id, department_id, password_hash, role, phone, email, must_change_password)
  on users to qj_admin;
grant update (state, lock_reason, password_hash, password_changed_at, must_change_password, totp_secret_sealed, totp_step, version)
  on users to qj_admin;
grant select (id, user_id, created_at, seen_at, ended_at, address, user_agent), update (ended_at) on sessions to qj_admin;

grant select on settings, offices to qj_mailer;
grant select, insert, update on outbox to qj_mailer;
grant select (id, login, name, user_type, state, email) on users to qj_mailer;
