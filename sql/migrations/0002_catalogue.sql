-- Administrative divisions, and the catalogue: what must be verified, how often, under which everyday names.

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
  version int not null default 1,
  shown_name text not null generated always as (kind_name || case when variant <> '' then '（' || variant || '）' else '' end) stored,
  unique (kind_no, variant)
);

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
create index catalogue_editions_order on catalogue_editions (created_at, id);

-- Everyday names (电子秤 → 非自动衡器). kind_no, because a word does not know variants.
create table kind_synonyms (
  word text not null,
  kind_no int not null,
  by_administrator boolean not null default false,   -- neither removed nor brought back by the product's list (sql/load.sql)
  primary key (word, kind_no)
);

create table kind_synonyms_removed (
  word text not null,
  kind_no int not null,
  primary key (word, kind_no)
);

-- ---------------------------------------------------------------------------------------------- who may what
grant select on divisions to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_admin, qj_jobs,
  qj_mailer, qj_reminders;
grant select on catalogue_versions, kind_synonyms to qj_portal, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_jobs;
grant select, insert, update on catalogue_versions, catalogue_kinds to qj_admin;
grant select on catalogue_kinds to qj_portal, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_jobs, qj_mailer,
  qj_reminders;
grant select, insert, update, delete on catalogue_editions to qj_admin;
grant select, insert, delete on kind_synonyms, kind_synonyms_removed to qj_admin;
