-- Imports: the same file again is noticed, the work in progress is found from its import, warnings are counted.
-- A staged new row has its instrument's id already, so that begun anew, what is applied and audited is the same.
alter table imports
  add column sha256 text not null default '' check (sha256 ~ '^([0-9a-f]{64})?$'),
  add column job_id bigint,
  add column warning_rows int not null default 0;
create index imports_sha256 on imports (unit_id, sha256) where state = 'applied';
create index import_rows_warned on import_rows (unit_id, import_id, row_no) where verdict <> 'error' and errors <> '[]';
