-- Settings, divisions, catalogue, people and their sessions, announcements, audit: what every area stands on.
-- Runs as qj_owner. Codes are stored, words stand in the views (handlers/common/domain/terms).

revoke all on schema public from public;
grant usage on schema public to qj_portal, qj_accounts, qj_ledger, qj_admin;
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------------------------------------- settings
-- What an operator may change without a restart: title, hotline, offices … Keys and defaults: below.
create table settings (
  key text primary key,
  value text not null
);
insert into settings (key, value) values
  ('title', '公共服务门户'),
  ('system_title', '强制检定工作计量器具业务管理系统'),
  ('english_title', 'Public Service Portal for Compulsory Verification'),
  ('organiser', ''),
  ('icp_number', ''),
  ('police_number', ''),
  ('site_code', ''),
  ('hotline', '400-813-5888'),
  ('review_hours', '9:00,14:00,17:00'),
  ('demo', '');

-- Offices in the footer (联系我们).
create table offices (
  id bigint generated always as identity primary key,
  position int not null default 0,
  name text not null,
  address text not null default '',
  postcode text not null default '',
  phone text not null default '',
  fax text not null default ''
);

-- ---------------------------------------------------------------------------------------------- divisions
-- Administrative divisions (GB/T 2260 style). Follow parent_code, never the code's prefix.
create table divisions (
  code text primary key check (code ~ '^[0-9A-Z]{6,9}$'),
  name text not null,
  level smallint not null check (level between 1 and 3),
  parent_code text references divisions,
  selectable boolean not null,             -- false: grouping rows and regions outside this law
  valid_from date,
  valid_to date,
  successor text,
  leaf boolean not null default true,      -- without selectable children: a valid final choice
  ancestors text[] not null default '{}',  -- codes from the top down to itself
  path text not null default ''            -- names from the top down, grouping rows left out: 湖北省 仙桃市
);
create index divisions_parent on divisions (parent_code);

-- ---------------------------------------------------------------------------------------------- catalogue
create table catalogue_versions (
  id bigint generated always as identity primary key,
  notice text not null unique,
  valid_from date,
  valid_to date
);

-- A row is a kind (种别) or one variant of it. Retired, never deleted: instruments refer to it.
create table catalogue_kinds (
  id bigint generated always as identity primary key,
  version_id bigint not null references catalogue_versions,
  item_no int not null,
  item_name text not null,
  kind_no int not null,
  variant text not null default '',
  kind_name text not null,
  supervision text not null check (supervision in ('type_approval', 'verification', 'both')),
  mode text not null check (mode in ('periodic', 'first_scrap', 'first_rotate', 'none')),
  uses text[] not null check (uses <@ array['trade', 'safety', 'medical', 'environment']),
  scope text not null default '',
  cycle_months int check (cycle_months between 1 and 240),
  service_life_months int check (service_life_months between 1 and 600),
  regulation text not null default '',
  condition text not null default '',
  checked boolean not null default false,
  retired_at timestamptz,
  unique (kind_no, variant)
);

-- Everyday names (电子秤 → 非自动衡器). kind_no, because a word does not know variants.
create table kind_synonyms (
  word text not null,
  kind_no int not null,
  primary key (word, kind_no)
);

-- ---------------------------------------------------------------------------------------------- units and people
create table units (
  id bigint generated always as identity primary key,
  unit_key text not null,                  -- 主体标识码: 9 characters; of an 18-character code, characters 9–17
  unit_code text not null,                 -- as on the certificate, normalised: 18 or 9 characters
  name text not null check (length(name) between 1 and 100),
  unit_type text not null check (unit_type in ('enterprise', 'individual', 'public_institution', 'branch', 'other')),
  division_code text not null references divisions,
  representative text not null,
  id_type text not null check (id_type in ('id_card', 'hk_macao_permit', 'taiwan_permit', 'permanent_residence', 'passport')),
  id_number_sealed bytea,                  -- encrypted; the key is readable by accounts, admin and qjctl only
  id_number_masked text not null,
  contact text not null,
  mobile text not null,
  email text not null default '',
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'suspended')),
  submitted_at timestamptz not null default now(),
  reviewed_at timestamptz,
  reviewed_by bigint,
  review_reason text not null default '' check (length(review_reason) <= 500),
  terms_version text not null default '',
  consented_at timestamptz,
  version int not null default 1,
  constraint units_unit_key unique (unit_key)
);
create index units_queue on units (state, submitted_at, id);

create table unit_documents (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  file_name text not null check (file_name ~ '^[0-9a-f]{32}\.(jpg|png|pdf)$'),  -- our own id, never the sender's name
  original_name text not null,
  size_bytes bigint not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id)
);

create table institutions (
  id bigint generated always as identity primary key,
  name text not null unique,
  division_code text not null references divisions,
  address text not null default '',
  phone text not null default '',
  created_at timestamptz not null default now()
);

create table departments (
  id bigint generated always as identity primary key,
  name text not null unique,
  phone text not null default ''
);
create table department_divisions (
  department_id bigint not null references departments,
  division_code text not null references divisions,
  primary key (department_id, division_code)
);

create table users (
  id bigint generated always as identity primary key,
  login text not null,
  name text not null,
  user_type text not null check (user_type in ('unit', 'institution', 'supervisor', 'administrator')),
  unit_id bigint references units,
  institution_id bigint references institutions,
  department_id bigint references departments,
  password_hash text not null,             -- libsodium argon2id; anything else never matches
  state text not null default 'active' check (state in ('active', 'locked')),
  created_at timestamptz not null default now(),
  last_login_at timestamptz,
  last_login_address text not null default '',
  constraint users_belong check (
    (user_type = 'unit') = (unit_id is not null) and
    (user_type = 'institution') = (institution_id is not null) and
    (user_type = 'supervisor') = (department_id is not null))
);
create unique index users_login on users (lower(login));
create index users_unit on users (unit_id);

create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,        -- SHA-256 of the cookie's value
  user_id bigint not null references users,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  address text not null default ''
);
create index sessions_user on sessions (user_id);

create table login_events (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  login text not null,
  user_id bigint,
  address text not null,
  outcome text not null check (outcome in ('success', 'refused'))
);

-- A form's token is used once; a second POST with the same token and body is led to where the first one went.
create table used_tokens (
  nonce bytea primary key,
  body_hash bytea not null,
  location text not null default '',
  at timestamptz not null default now()
);
create table used_captchas (
  nonce bytea primary key,
  at timestamptz not null default now()
);

-- Who is this? One round trip: finds the session, remembers now and then that it was seen, and tells row-level security
-- whose rows this connection may see (-1: nobody's). Idle 30 minutes, absolute 12 hours.
create function session_find(p_token_hash bytea)
returns table (
  session_id bigint, user_id bigint, login text, user_name text, user_type text,
  unit_id bigint, unit_name text, unit_state text, division_code text,
  institution_id bigint, department_id bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_seen timestamptz;
begin
  select s.id, u.id, u.login, u.name, u.user_type, u.unit_id,
         coalesce(e.name, i.name, d.name, ''), coalesce(e.state, ''), coalesce(e.division_code, ''),
         u.institution_id, u.department_id, s.seen_at
    into session_id, user_id, login, user_name, user_type, unit_id,
         unit_name, unit_state, division_code, institution_id, department_id, found_seen
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

-- ---------------------------------------------------------------------------------------------- announcements
create table announcements (
  id bigint generated always as identity primary key,
  title text not null,
  body text not null,                      -- plain text, an empty line parts paragraphs
  place text not null default 'home' check (place in ('home', 'service')),  -- service: the notice on 在线办理
  shown_from date not null,
  shown_to date
);

-- ---------------------------------------------------------------------------------------------- audit
-- Append-only; chained by hash per unit (chain 0: administration), so that a changed or missing row shows.
create table audit (
  unit_id bigint not null,
  seq bigint not null,
  at timestamptz not null,
  actor_id bigint,
  actor text not null,
  action text not null,
  subject text not null,
  subject_id bigint,
  old_values jsonb,
  new_values jsonb,
  request_id text not null,
  hash bytea not null,
  primary key (unit_id, seq)
);
create index audit_subject on audit (unit_id, subject, subject_id, seq);

-- The text the hash covers: every field with its length before it, so that no two rows read alike.
create function audit_text(r audit) returns text language sql stable set search_path = public, pg_temp as $$
  select string_agg(case when v is null then '-' else length(v) || ':' || v end, ',' order by n)
  from unnest(array[
    r.unit_id::text, r.seq::text, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.actor_id::text, r.actor,
    r.action, r.subject, r.subject_id::text, r.old_values::text, r.new_values::text, r.request_id]) with ordinality as f(v, n)
$$;

-- Appends a batch to one unit's chain. rows: [{actor_id, actor, action, subject, subject_id, old, new, request_id}, …].
-- Takes the chain's lock until the transaction ends: call it last.
create function audit_append(p_unit_id bigint, p_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row_in jsonb;
  r audit;
  tail bytea;
  tail_seq bigint;
begin
  perform pg_advisory_xact_lock(71, hashint8(p_unit_id));
  select hash, seq into tail, tail_seq from audit where unit_id = p_unit_id order by seq desc limit 1;
  tail := coalesce(tail, '\x'::bytea);
  tail_seq := coalesce(tail_seq, 0);
  for row_in in select value from jsonb_array_elements(p_rows) loop
    tail_seq := tail_seq + 1;
    r.unit_id := p_unit_id;
    r.seq := tail_seq;
    r.at := clock_timestamp();
    r.actor_id := (row_in->>'actor_id')::bigint;
    r.actor := row_in->>'actor';
    r.action := row_in->>'action';
    r.subject := row_in->>'subject';
    r.subject_id := (row_in->>'subject_id')::bigint;
    r.old_values := nullif(row_in->'old', 'null'::jsonb);
    r.new_values := nullif(row_in->'new', 'null'::jsonb);
    r.request_id := coalesce(row_in->>'request_id', '');
    r.hash := sha256(tail || convert_to(audit_text(r), 'UTF8'));
    insert into audit select r.*;
    tail := r.hash;
  end loop;
end $$;

-- ---------------------------------------------------------------------------------------------- who may what
grant select on settings, offices, divisions to qj_portal, qj_accounts, qj_ledger, qj_admin;
grant execute on function session_find(bytea) to qj_portal, qj_accounts, qj_ledger, qj_admin;
grant execute on function audit_append(bigint, jsonb) to qj_accounts, qj_ledger, qj_admin;
grant select, insert, update on used_tokens to qj_portal, qj_accounts, qj_ledger, qj_admin;

grant select on announcements to qj_portal;

grant select, insert, update on units to qj_accounts;
grant select, insert on unit_documents to qj_accounts;
grant select, insert, update on users to qj_accounts;
grant select, insert, update on sessions to qj_accounts;
grant insert on login_events, used_captchas to qj_accounts;
grant select on used_captchas to qj_accounts;

grant select on catalogue_versions, catalogue_kinds, kind_synonyms to qj_ledger, qj_admin, qj_portal;

grant select on unit_documents to qj_admin;
-- Everything of a unit but the encrypted number.
grant select (id, unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact, mobile,
  email, state, submitted_at, reviewed_at, reviewed_by, review_reason, terms_version, consented_at, version) on units to qj_admin;
grant update (state, reviewed_at, reviewed_by, review_reason, version) on units to qj_admin;
grant select (id, login, name, user_type, unit_id, institution_id, department_id, state, created_at, last_login_at) on users to qj_admin;
