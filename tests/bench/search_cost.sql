-- What the search costs: its size, what a change in the ledger pays (a note), and what bringing a row up to date takes. Run as qj_owner;
-- leaves nothing behind.
\set ON_ERROR_STOP on
\timing off
select 'rows ' || sum(c.reltuples)::bigint || ', heap ' || pg_size_pretty(sum(pg_table_size(c.oid))) from pg_class c join pg_inherits i on i.inhrelid = c.oid
 where i.inhparent = 'instrument_search'::regclass;
select 'index of words: ' || pg_size_pretty(sum(pg_relation_size(i.inhrelid))) || ', ' ||
       round(sum(pg_relation_size(i.inhrelid)) / (select sum(c.reltuples) from pg_class c join pg_inherits p on p.inhrelid = c.oid and p.inhparent = 'instrument_search'::regclass)::numeric, 1) || ' bytes a row'
from pg_inherits i where i.inhparent = 'instrument_search_tokens'::regclass;
create temp table cost (what text, ms numeric, rows int);
create procedure pg_temp.try(p_what text, p_single boolean, p_rows int) language plpgsql as $$
declare
  begun timestamptz;
  one record;
  unit bigint := (select max(id) from units);
begin
  begin
    create temp table fresh on commit drop as select * from instruments order by unit_id desc, id limit p_rows;
    update fresh set unit_id = unit, id = nextval('instrument_ids'), public_code = gen_random_uuid(), appointment_id = null, result_id = null,
                     certificate_file_id = null;
    begun := clock_timestamp();
    if p_single then
      for one in select id from fresh loop
        insert into instruments (unit_id, id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code,
                                 place, use, delivery, public_code)
        select unit_id, id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, use,
               delivery, public_code from fresh where id = one.id;
      end loop;
    else
      insert into instruments (unit_id, id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code,
                               place, use, delivery, public_code)
      select unit_id, id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, use,
             delivery, public_code from fresh;
    end if;
    raise exception using errcode = 'QJ000', message = (extract(epoch from clock_timestamp() - begun) * 1000)::text;
  exception when sqlstate 'QJ000' then
    insert into cost values (p_what, sqlerrm::numeric, p_rows);
  end;
end $$;
-- In turns, because the machine is never quite the same twice.
create procedure pg_temp.rounds() language plpgsql as $$
begin
  for n in 1..6 loop
    execute 'alter table instruments disable trigger search_noted_insert';
    call pg_temp.try('without the search, one by one', true, 1000);
    call pg_temp.try('without the search, at once', false, 10000);
    execute 'alter table instruments enable trigger search_noted_insert';
    call pg_temp.try('with it, one by one', true, 1000);
    call pg_temp.try('with it, at once', false, 10000);
  end loop;
end $$;
call pg_temp.try('warm', true, 200);
call pg_temp.rounds();
select what || ': ' || round(percentile_cont(0.5) within group (order by ms / rows)::numeric * 1000, 1) || ' µs a row inserted' from cost
 where what <> 'warm' group by what order by what;
-- Bringing rows up to date, in the background: names changed, so every part of them goes into the index anew; dates only.
do $$
declare
  begun timestamptz;
  change text;
begin
  foreach change in array array['name = name || ''改''', 'valid_until = valid_until + 1'] loop
    begin
      execute 'update instruments set ' || change || ' where ctid = any (array(select ctid from instruments where state = ''in_use'' and valid_until is not null limit 4000))';
      begun := clock_timestamp();
      perform search_refresh(4000);
      raise exception using errcode = 'QJ000', message = round((extract(epoch from clock_timestamp() - begun) * 1000000 / 4000)::numeric, 1)::text;
    exception when sqlstate 'QJ000' then
      raise notice 'brought up to date after %: % µs a row', change, sqlerrm;
    end;
  end loop;
end $$;
