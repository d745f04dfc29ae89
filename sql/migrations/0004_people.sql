-- People of an organisation and their parts in it: sessions, throttled logins, second factor, one-time links, notices, requests
-- that an administrator decides, forms kept through a login.

-- ---------------------------------------------------------------------------------------------- people
create table users (
  id bigint generated always as identity primary key,
  login text not null,
  name text not null,
  user_type text not null check (user_type in ('unit', 'institution', 'supervisor', 'administrator')),
  unit_id bigint references units,
  institution_id bigint references institutions,
  department_id bigint references departments,
  password_hash text not null,             -- libsodium argon2id; anything else never matches
  state text not null default 'active' check (state in ('active', 'locked', 'removed')),
  created_at timestamptz not null default now(),
  last_login_at timestamptz,
  last_login_address text not null default '',
  role text not null default 'manager' check (role in ('manager', 'worker', 'viewer')),
  phone text not null default '' check (length(phone) <= 30),
  email text not null default '' check (length(email) <= 254),  -- confirmed by a link, or empty
  password_changed_at timestamptz not null default now(),
  must_change_password boolean not null default false,           -- a temporary one
  lock_reason text not null default '' check (length(lock_reason) <= 500),
  totp_secret_sealed bytea,                                      -- encrypted with the key of personal numbers
  totp_step bigint not null default 0,                           -- the last time step used: a code is good once
  two_factor boolean not null generated always as (totp_secret_sealed is not null) stored,
  version int not null default 1,
  notice_mail boolean not null default false,                    -- wants notices by e-mail, too
  constraint users_belong check (
    (user_type = 'unit') = (unit_id is not null) and
    (user_type = 'institution') = (institution_id is not null) and
    (user_type = 'supervisor') = (department_id is not null))
);
create unique index users_login on users (lower(login));
create index users_unit on users (unit_id);
create index users_institution on users (institution_id) where institution_id is not null;
create index users_department on users (department_id) where department_id is not null;
create index users_login_prefix on users (lower(login) text_pattern_ops);

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

-- ---------------------------------------------------------------------------------------------- logins
create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,        -- SHA-256 of the cookie's value
  user_id bigint not null references users,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  address text not null default '',
  user_agent text not null default '',
  -- What must be done before anything else: a temporary or expired password, a second factor to set up.
  pending text not null default '' check (pending in ('', 'password', 'two_factor')),
  previous_login_at timestamptz,
  previous_login_address text not null default '',
  failures_before int not null default 0
);
create index sessions_user on sessions (user_id);

create table login_events (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  login text not null,
  user_id bigint,
  address text not null,
  outcome text not null check (outcome in ('success', 'refused', 'code_refused', 'throttled'))
);
create index login_events_login on login_events (lower(login), at);
create index login_events_at on login_events (at);
create index login_events_address on login_events (address, at);

create table login_throttle (
  subject text primary key,              -- login:zhangsan | address:10.0.0.1
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index login_throttle_last_at on login_throttle (last_at);

-- What was posted after the session had expired: never executed, but shown again, filled, once the same user is back.
create table stored_forms (
  id bytea primary key,
  user_id bigint not null references users,
  path text not null,
  body_sealed bytea not null check (length(body_sealed) <= 100000),
  at timestamptz not null default now()
);

-- ---------------------------------------------------------------------------------------------- links, requests, notices
-- The address carries the id and a MAC under the seal key (handlers/common/base/sealed_link.h): a copy of this table opens nothing.
create table links (
  id bytea primary key check (length(id) = 16),
  purpose text not null check (purpose in ('invite', 'reset_password', 'confirm_email', 'reminder_address')),
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
  version int not null default 1,
  -- What an administrator ticks when approving takes effect when the applicant makes use of it.
  ends_two_factor boolean not null default false,  -- recover: the new password also switches the second factor off
  locks_managers boolean not null default false   -- claim: the new 负责人 replaces those of today, who are locked
);
create index account_requests_queue on account_requests (state, created_at, id);
create index account_requests_unit on account_requests (unit_id);
create unique index account_requests_one_open on account_requests (unit_id, kind)
  where state = 'pending' and kind in ('change', 'close');

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

-- ---------------------------------------------------------------------------------------------- who may what
grant usage on sequence notice_ids to qj_accounts;
grant select, insert, update on users, sessions, account_requests to qj_accounts;
grant select (id, login, name, user_type, unit_id, institution_id, department_id, state, created_at, last_login_at,
  last_login_address, role, phone, email, password_changed_at, must_change_password, lock_reason, two_factor, version)
  on users to qj_admin;
grant select (id, login, name, user_type, state, email) on users to qj_mailer;
grant insert (login, name, user_type, unit_id, institution_id, department_id, password_hash, role, phone, email,
  must_change_password) on users to qj_admin;
grant update (password_hash, state, password_changed_at, must_change_password, lock_reason, totp_secret_sealed, totp_step,
  version) on users to qj_admin;
grant select, insert, delete on password_history to qj_accounts;
grant select, insert, update, delete on recovery_codes to qj_accounts;
grant delete on recovery_codes to qj_admin;
grant select (user_id) on recovery_codes to qj_admin;
grant select (id, user_id, created_at, seen_at, ended_at, address, user_agent) on sessions to qj_admin;
grant update (ended_at) on sessions to qj_admin;
grant select, insert on login_events to qj_accounts;
grant select on login_events to qj_admin;
grant select, insert, update on links to qj_accounts, qj_admin, qj_mailer;
grant select (id, kind, state, unit_id, user_id, details, document, document_name, document_size, created_at, decided_at,
  decided_by, reason, done_at, version, ends_two_factor, locks_managers) on account_requests to qj_admin;
grant update (state, decided_at, decided_by, reason, version, ends_two_factor, locks_managers) on account_requests to qj_admin;
grant select, update on notices to qj_accounts;
