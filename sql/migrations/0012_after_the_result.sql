-- What a certificate stands for is what the institution verified (domain.md §11): a result keeps the instrument's whole identity.
-- 数量 is passed + failed. Empty in results recorded before.
alter table results
  add column measuring_range text not null default '',
  add column accuracy text not null default '',
  add column manufacturer text not null default '';
grant select (name, kind_id, model, measuring_range, accuracy, serial_number, manufacturer) on results to qj_supervision;

-- 申报有效期长于检定周期: set by a trigger; supervisors list them.
alter table instruments add column declared_beyond boolean not null default false;
create index instruments_declared_beyond on instruments (division_code, sort_due, unit_id, id) where declared_beyond;
grant select (declared_beyond, result_id) on instruments to qj_supervision;
grant select (declared_beyond) on instruments to qj_reminders, qj_mailer;
