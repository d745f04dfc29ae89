-- Administration: institutions with what they are authorised for, departments with what they supervise, announcements for
-- whom, catalogue editions, settings; and the audit to be read.

-- ---------------------------------------------------------------------------------------------- institutions
alter table institutions
  add column working_hours text not null default '' check (length(working_hours) <= 200),   -- 工作时间
  add column instructions text not null default '' check (length(instructions) <= 2000),    -- 送检须知
  add column contact text not null default '' check (length(contact) <= 50),
  add column email text not null default '' check (length(email) <= 254),
  add column authorisation_number text not null default '' check (length(authorisation_number) <= 60),  -- 授权证书编号
  add column authorised_until date,
  add column state text not null default 'active' check (state in ('active', 'suspended')),
  add column state_reason text not null default '' check (length(state_reason) <= 500),
  add column version int not null default 1;

-- 授权项目: a kind (or variant) it may verify, how far, until when, how and where. Without a row in institution_kind_divisions it
-- serves the institution's own division and what lies below it.
create table institution_kinds (
  id bigint generated always as identity primary key,
  institution_id bigint not null references institutions,
  kind_id bigint not null references catalogue_kinds,
  measuring_range text not null default '' check (length(measuring_range) <= 100),
  accuracy text not null default '' check (length(accuracy) <= 60),
  valid_until date,
  send_in boolean not null,
  on_site boolean not null,
  version int not null default 1,
  constraint institution_kinds_delivery check (send_in or on_site),
  constraint institution_kinds_once unique (institution_id, kind_id, measuring_range, accuracy)
);
create table institution_kind_divisions (
  institution_kind_id bigint not null references institution_kinds on delete cascade,
  division_code text not null references divisions,
  primary key (institution_kind_id, division_code)
);

-- ---------------------------------------------------------------------------------------------- supervising departments
alter table departments
  add column contact text not null default '' check (length(contact) <= 50),
  add column address text not null default '' check (length(address) <= 200),
  add column email text not null default '' check (length(email) <= 254),
  add column state text not null default 'active' check (state in ('active', 'suspended')),
  add column version int not null default 1;
create table department_units (  -- single units, beside the divisions
  department_id bigint not null references departments,
  unit_id bigint not null references units,
  primary key (department_id, unit_id)
);

-- ---------------------------------------------------------------------------------------------- announcements
alter table announcements
  add column audience text not null default 'everyone' check (audience in ('everyone', 'unit', 'institution', 'supervisor')),
  add column withdrawn_at timestamptz,
  add column version int not null default 1,
  add constraint announcements_title check (length(title) between 1 and 100),
  add constraint announcements_body check (length(body) between 1 and 20000),
  add constraint announcements_dates check (shown_to is null or shown_to >= shown_from);

-- ---------------------------------------------------------------------------------------------- catalogue
-- Each replacement from a CSV file, whole, so that every edition there was can be looked at. applied_at null: a draft whose
-- differences are being looked at. While one has been applied, sql/load.sql leaves the catalogue alone.
create table catalogue_editions (
  id bigint generated always as identity primary key,
  notice text not null,
  file_name text not null default '',
  content text not null check (length(content) <= 4000000),   -- the file, as UTF-8
  created_by bigint,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  added int not null default 0,
  changed int not null default 0,
  retired int not null default 0
);
alter table catalogue_kinds add column version int not null default 1;

-- ---------------------------------------------------------------------------------------------- audit and offices
alter table offices add column version int not null default 1;
create index audit_at on audit (at);
create index audit_actor on audit (actor, at);

-- Checks one chain from its beginning: the first row that does not fit, or null when all do.
create function audit_verify(p_unit_id bigint) returns bigint
language plpgsql stable set search_path = public, pg_temp as $$
declare
  r audit;
  tail bytea := '\x';
  expected bigint := 0;
begin
  for r in select * from audit where unit_id = p_unit_id order by seq loop
    expected := expected + 1;
    if r.seq <> expected or r.hash <> sha256(tail || convert_to(audit_text(r), 'UTF8')) then
      return expected;
    end if;
    tail := r.hash;
  end loop;
  return null;
end $$;

-- ---------------------------------------------------------------------------------------------- who may what
grant insert, update on institutions, departments, announcements to qj_admin;
grant select on announcements to qj_admin;
grant select, insert, update, delete on institution_kinds, institution_kind_divisions, department_units to qj_admin;
grant insert, delete on department_divisions to qj_admin;
grant select on institution_kinds, institution_kind_divisions to qj_accounts;
grant insert, update on settings to qj_admin;
grant insert, update, delete on offices to qj_admin;
grant insert, update on catalogue_versions, catalogue_kinds to qj_admin;
grant select, insert, update, delete on catalogue_editions to qj_admin;
grant select on audit to qj_admin;
