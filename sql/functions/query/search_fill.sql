-- Everything anew, for the first filling and for an operator; whoever searches waits. In two steps, because the index of so many
-- rows is better made part by part, several at once.
create or replace procedure search_fill() language plpgsql set search_path = public, pg_temp set work_mem = '256MB' set jit = off as $$
begin
  perform pg_advisory_xact_lock(lock_class_search(), 1);
  drop index if exists instrument_search_tokens;
  truncate instrument_search, search_stale;
  insert into instrument_search select
    unit_id, id, public_code, unit_name, name, manufacturer, state, mode, last_result, valid_until, sort_due, serial_tag,
    certificate_tag, tags, sub_tag
    from search_rows;
end $$;

create or replace procedure search_index() language sql set search_path = public, pg_temp set maintenance_work_mem = '512MB' as $$
  create index instrument_search_tokens on instrument_search using gin (search_tokens(unit_name, name, manufacturer, tags));
$$;
