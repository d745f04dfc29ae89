-- What every area stands on: settings, offices, announcements, used tokens, the audit, and whose rows a connection may see.
-- The tables' final form; what may be made anew at any time (functions, triggers, views) stands in sql/functions.
-- Runs as qj_owner. Codes are stored, words stand in the views (handlers/common/domain/terms).

revoke all on schema public from public;
grant usage on schema public to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_admin, qj_query,
  qj_jobs, qj_mailer, qj_reminders;
-- No function is anybody's until it is granted.
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------------------------------------- settings
-- What an operator may change without a restart: title, hotline, offices … Keys and defaults are below.
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
  ('demo', ''),
  ('login_failures', '5'),             -- so many in 15 minutes, then the account waits
  ('login_address_failures', '50'),    -- the same for an address, behind which a whole office may sit
  ('password_days', '0'),              -- 等保: a password older than so many days must be changed; 0: never
  ('password_history', '0'),           -- 等保: a new password must differ from so many before it
  ('one_session', 'no'),               -- 等保: a login ends the account's other sessions
  ('two_factor_required', ''),         -- user types, e.g. administrator,supervisor
  ('reject_reasons', e'企业名称与证照不一致，请按证照更正。\n统一社会信用代码与证照不一致，请核对。\n法人代表或证件号码与证照不一致，请核对。\n请补充上传营业执照或登记证书。\n上传的证照不清晰，请重新上传。\n联系电话无法接通，请更正。'),
  ('answer_days', '5'),                -- 预约受理及时率: working days for an answer
  ('reminder_manager_days', '30'),     -- overdue for more days than these: the unit's 负责人 hears it, too
  ('reminder_supervisor_days', '60');  -- and the supervising department has it in its monthly list

-- Offices in the footer (联系我们).
create table offices (
  id bigint generated always as identity primary key,
  position int not null default 0,
  name text not null,
  address text not null default '',
  postcode text not null default '',
  phone text not null default '',
  fax text not null default '',
  version int not null default 1
);

create table announcements (
  id bigint generated always as identity primary key,
  title text not null,
  body text not null,                      -- plain text, an empty line parts paragraphs
  place text not null default 'home' check (place in ('home', 'service')),  -- service: the notice on 在线办理
  shown_from date not null,
  shown_to date,
  audience text not null default 'everyone' check (audience in ('everyone', 'unit', 'institution', 'supervisor')),
  withdrawn_at timestamptz,
  version int not null default 1,
  constraint announcements_title check (length(title) between 1 and 100),
  constraint announcements_body check (length(body) between 1 and 20000),
  constraint announcements_dates check (shown_to is null or shown_to >= shown_from)
);

-- ---------------------------------------------------------------------------------------------- tokens
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

-- ---------------------------------------------------------------------------------------------- whose rows
-- Whose rows this connection may see, as session_find() and others tell it. Not in sql/functions, because
-- policies call them, and a policy needs its functions when it is made.
create function own_unit() returns bigint language sql stable as $$
  select nullif(current_setting('qj.unit', true), '')::bigint
$$;
create function own_institution() returns bigint language sql stable as $$
  select nullif(current_setting('qj.institution', true), '')::bigint
$$;
grant execute on function own_unit() to qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_jobs;
grant execute on function own_institution() to qj_appointments, qj_desk, qj_supervision;

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
create index audit_actor on audit (actor, at);
create index audit_at on audit (at, unit_id, seq);
create index audit_action on audit (action, at);

-- ---------------------------------------------------------------------------------------------- whose rows
alter table audit enable row level security;
-- A person reads an instrument's history: the audit's rows about their own unit's instruments.
create policy own_unit on audit to qj_ledger using (unit_id = own_unit());
create policy every_unit on audit to qj_admin using (true);

-- ---------------------------------------------------------------------------------------------- who may what
grant select on settings to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_jobs, qj_mailer,
  qj_reminders;
grant select, insert, update on settings, announcements to qj_admin;
grant select on offices to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_mailer, qj_reminders;
grant select, insert, update, delete on offices to qj_admin;
grant select on announcements to qj_portal;
grant select, insert, update on used_tokens to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision,
  qj_admin;
grant select, insert on used_captchas to qj_accounts;
grant select on audit to qj_ledger, qj_admin;
