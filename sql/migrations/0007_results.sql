-- What institutions record, in pages, in files and by their own systems. It reaches the ledger by result_apply() and no other way: the
-- institution's role has no right on instruments.

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
-- For lines and instruments that are removed.
create index results_line on results (unit_id, line_id) where line_id is not null;
create index results_split on results (unit_id, split_instrument_id) where split_instrument_id is not null;
create index results_number on results (institution_id, number) where number <> '';
create index results_file on results (unit_id, file_id) where file_id is not null;
create index results_recorder on results (institution_id, recorded_by, id desc);
create index results_listed on results (institution_id, id desc) where current;
create index results_region on results (division_code, verified_on) include (failed, institution_id)
  where version_no = 1 and line_id is not null;

-- Circular: a result is its instrument's.
alter table instruments add constraint instruments_result foreign key (unit_id, result_id) references results (unit_id, id);
alter table certificates add constraint certificates_result foreign key (unit_id, result_id) references results (unit_id, id);

-- ---------------------------------------------------------------------------------------------- from files
-- Results that come in a file: staged row by row, looked at, then recorded once in one transaction.
create table result_imports (
  id bigint generated always as identity primary key,
  institution_id bigint not null references institutions,
  original_name text not null default '' check (length(original_name) <= 200),
  headers jsonb not null default '[]',       -- as they stand in the file
  blank_rows int not null default 0,         -- lines without a result: passed over
  state text not null default 'checked' check (state in ('checked', 'applied', 'discarded')),
  created_at timestamptz not null default now(),
  created_by text not null default '',
  decided_at timestamptz,
  decided_by text not null default ''
);
create index result_imports_recent on result_imports (institution_id, id desc);

create table result_import_rows (
  import_id bigint not null references result_imports on delete cascade,
  row_no int not null,                       -- as the spreadsheet numbers it
  institution_id bigint not null references institutions,
  cells jsonb not null,                      -- as they stand in the file
  line_key text not null,
  unit_id bigint,
  line_id bigint,
  line_version int,                          -- as it was when the file was checked
  unit_name text not null default '',
  name text not null default '',
  serial_number text not null default '',
  form jsonb not null,                       -- what the file says, as typed
  errors jsonb not null default '[]',        -- [{field, code, a, b}]: not recorded
  warnings jsonb not null default '[]',      -- to be confirmed
  result_id bigint,
  primary key (import_id, row_no)
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

-- ---------------------------------------------------------------------------------------------- whose rows
alter table results enable row level security;
create policy own_unit on results to qj_ledger, qj_appointments using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit on results to qj_supervision using (true);
create policy own_institution on results to qj_desk using (institution_id = own_institution());
alter table result_imports enable row level security;
create policy own_institution on result_imports to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());
alter table result_import_rows enable row level security;
create policy own_institution on result_import_rows to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());
alter table api_tokens enable row level security;
create policy own_institution on api_tokens to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());
-- An institution shows the files it recorded.
create policy own_institution on attachments to qj_desk using (exists (
  select from results r where r.unit_id = attachments.unit_id and r.file_id = attachments.id
     and r.institution_id = own_institution()));

-- ---------------------------------------------------------------------------------------------- who may what
grant select on results to qj_ledger, qj_appointments, qj_desk;
grant select (unit_id, id, instrument_id, institution_id, line_id, version_no, corrects, reason, current, passed, failed,
  mark, number, notice_number, verified_on, valid_until, kind_id, division_code, recorded_at) on results to qj_supervision;
grant select, insert, update, delete on result_imports, result_import_rows to qj_desk;
grant select, insert, update on api_tokens to qj_desk;
