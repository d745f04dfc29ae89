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

alter table result_imports enable row level security;
alter table result_import_rows enable row level security;
create policy own_institution on result_imports to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());
create policy own_institution on result_import_rows to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());
grant select, insert, update, delete on result_imports, result_import_rows to qj_desk;
