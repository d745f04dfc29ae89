-- 使用人/摊位, 车牌号/枪号: what the unit says of an instrument. 铅封号: of the seals that an institution put on, by its result only.
-- An appointment's line keeps all of them as they were at 提交.
alter table instruments
  add column holder text not null default '' check (length(holder) <= 60),
  add column sub_number text not null default '' check (length(sub_number) <= 20),
  add column seal_number text not null default '' check (length(seal_number) <= 60);
alter table appointment_lines
  add column holder text not null default '',
  add column sub_number text not null default '',
  add column seal_number text not null default '';
alter table results add column seal_number text not null default '' check (length(seal_number) <= 60);
alter table certificates add column seal_number text not null default '' check (length(seal_number) <= 60);
grant select (holder, sub_number, seal_number) on instruments to qj_supervision, qj_reminders, qj_mailer;
grant select (seal_number) on results to qj_supervision;
grant update (holder, sub_number, seal_number) on appointment_lines to qj_appointments;

-- The public finds an instrument by its sub-number; few have one.
alter table instrument_search add column sub_tag bigint;
create index instrument_search_sub on instrument_search (sub_tag) where sub_tag is not null;
