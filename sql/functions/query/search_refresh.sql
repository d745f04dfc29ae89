-- Brings the rows of so many notes up to date: how many notes that were; 0: there was nothing to do; -1: somebody else is at it. Of
-- two at once the slower could write what was true before.
-- Row by row through the keys, however many there are: reading all instruments for some thousands of them took a thousand times as long.
create or replace function search_refresh(p_most int) returns int language plpgsql security definer set search_path = public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  whole bigint[];
  units bigint[];
  ids bigint[];
begin
  if not pg_try_advisory_xact_lock(lock_class_search(), 1) then
    return -1;
  end if;
  with noted as (delete from search_stale where id = 0 returning unit_id)
  select array_agg(distinct unit_id) into whole from noted;
  if whole is not null then
    insert into search_stale select unit_id, id from instruments where unit_id = any (whole);
  end if;
  with noted as (delete from search_stale where ctid = any (array(select ctid from search_stale limit p_most)) returning unit_id, id)
  select array_agg(unit_id), array_agg(id) into units, ids from (select distinct unit_id, id from noted) n;
  if ids is null then
    return 0;
  end if;
  insert into instrument_search as s
  select r.unit_id, r.id, r.public_code, r.unit_name, r.name, r.manufacturer, r.state, r.mode, r.last_result, r.valid_until,
         r.sort_due, r.serial_tag, r.certificate_tag, r.tags, r.sub_tag
    from unnest(units, ids) as n(unit, id) join search_rows r on r.unit_id = n.unit and r.id = n.id
  on conflict (unit_id, id) do update
     set unit_name = excluded.unit_name, name = excluded.name, manufacturer = excluded.manufacturer, state = excluded.state,
         mode = excluded.mode, last_result = excluded.last_result, valid_until = excluded.valid_until,
         sort_due = excluded.sort_due, serial_tag = excluded.serial_tag, certificate_tag = excluded.certificate_tag,
         tags = excluded.tags, sub_tag = excluded.sub_tag
   where (s.unit_name, s.name, s.manufacturer, s.state, s.mode, s.last_result, s.valid_until, s.sort_due, s.serial_tag,
          s.certificate_tag, s.tags, s.sub_tag) is distinct from
         (excluded.unit_name, excluded.name, excluded.manufacturer, excluded.state, excluded.mode, excluded.last_result,
          excluded.valid_until, excluded.sort_due, excluded.serial_tag, excluded.certificate_tag, excluded.tags,
          excluded.sub_tag);
  delete from instrument_search s using unnest(units, ids) as n(unit, id)
   where s.unit_id = n.unit and s.id = n.id
     and not exists (select from search_rows r where r.unit_id = n.unit and r.id = n.id);
  -- New rows wait in each part's list, which every search would read through: put them where they belong.
  perform gin_clean_pending_list(indexrelid) from pg_index where indexrelid in (
    select inhrelid from pg_inherits where inhparent = 'instrument_search_tokens'::regclass);
  return cardinality(ids);
end $$;

grant execute on function search_refresh(int) to qj_jobs;
