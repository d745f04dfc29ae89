-- What hangs on one instrument, completed: files go with their instrument and out of its records, a history names its people,
-- everyday names are the administrator's to keep.

-- ---------------------------------------------------------------------------------------------- attachments and certificates
-- An instrument goes with all its files at once, and a file that is removed only leaves the record it was shown in.
alter table certificates
  drop constraint certificates_unit_id_file_id_fkey,
  add constraint certificates_file foreign key (unit_id, file_id) references attachments (unit_id, id)
    on delete set null (file_id);
alter table instruments
  drop constraint instruments_unit_id_certificate_file_id_fkey,
  add constraint instruments_certificate_file foreign key (unit_id, certificate_file_id)
    references attachments (unit_id, id) on delete set null (certificate_file_id);
create index certificates_file on certificates (unit_id, file_id) where file_id is not null;

-- ---------------------------------------------------------------------------------------------- who changed it
-- The people of the unit this connection acts for, so that a history can say who; of a person, nothing else.
create function own_people() returns table (id bigint, name text) language sql stable security definer
  set search_path = public, pg_temp as $$
  select u.id, u.name from users u where u.unit_id = own_unit()
$$;
grant execute on function own_people() to qj_ledger;

-- ---------------------------------------------------------------------------------------------- everyday names
-- The product's list (sql/load.sql) neither removes what an administrator added nor brings back what one removed.
alter table kind_synonyms
  add column by_administrator boolean not null default false;
create table kind_synonyms_removed (
  word text not null,
  kind_no int not null,
  primary key (word, kind_no)
);
grant select, insert, delete on kind_synonyms, kind_synonyms_removed to qj_admin;
