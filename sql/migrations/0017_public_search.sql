-- The public search (domain.md §7): one row an instrument that everybody may find, and the index that finds any two characters of
-- a unit's, an instrument's or a manufacturer's name among ten million in milliseconds.
--
-- What must not be seen is not in here: scrapped instruments, units that are not approved, the name of a person who trades without
-- a shop's name; serial and certificate numbers only as hashes. Whoever changes instruments or units appends what has changed
-- (search_stale, by triggers); qj-jobs brings the rows up to date a moment later, in the transaction that deletes the note: a
-- refresh that is killed has done nothing, and nothing is forgotten.
--
-- One GIN index of whole numbers finds the words: two or three neighbouring characters are a number (exactly, no hash), so are a
-- region and a kind. Three, because a word whose pairs are all common may itself be rare: 式电子 is not in 电子式电能表. Rows are spread
-- over sixteen parts by their unit, so that a search for what a tenth of all rows have stops after the part or two that give it
-- enough, and one for a rare word asks all of them.

-- ---------------------------------------------------------------------------------------------- what it is asked by
-- The name by which everybody may know a unit: a 个体工商户 without a 字号 bears its operator's name; shown is its first character.
create function public_unit_name(p_unit_type text, p_name text, p_representative text) returns text language sql immutable as $$
  select case when p_unit_type = 'individual'
                and (p_name ~ '^[*＊]*$' or length(p_name) <= 3
                     or regexp_replace(p_name, '[（(]?个体工商户[）)]?$', '') = p_representative)
              then left(p_representative, 1) || '*（个体工商户）' else p_name end
$$;
create function search_folded(p_text text) returns text language sql immutable as $$ select lower(normalize(p_text, NFKC)) $$;

-- Numbers of things that are not characters, below zero. what: 2 serial number, 3 certificate number, 4 kind, 5 region,
-- 6 a standing that no day changes (failed, not_verified, stopped).
create function search_tag(p_what int, p_text text) returns bigint language sql immutable strict parallel safe as $$
  select -((p_what::bigint << 56) | (hashtextextended(p_text, 0) & 72057594037927935))
$$;
-- Each two and each three neighbouring characters of folded texts: their code points in one number (21 bits each). They do not reach
-- from one text into the next. Asked for are the fewest that say the same: the threes, of a word of two characters the two.
create function search_parts(p_texts text[], p_asked boolean) returns bigint[] language plpgsql immutable strict parallel safe cost 5000
  set search_path = pg_catalog, pg_temp as $$
declare
  one text;
  letters text[];
  letter text;
  found bigint[] := '{}';
  before bigint;
  last bigint;
  next bigint;
begin
  foreach one in array p_texts loop
    before := null;
    last := null;
    letters := string_to_array(one, null);
    foreach letter in array letters loop
      next := ascii(letter);
      if last is not null and (not p_asked or cardinality(letters) = 2) then found := found || ((last << 21) | next); end if;
      if before is not null then found := found || ((before << 42) | (last << 21) | next); end if;
      before := last;
      last := next;
    end loop;
  end loop;
  return found;
end $$;
create function search_tokens(p_unit text, p_name text, p_manufacturer text, p_tags bigint[]) returns bigint[]
  language sql immutable strict parallel safe cost 5000 as $$
  select p_tags || public.search_parts(array[p_unit, p_name, p_manufacturer], false)  -- found by ANALYZE, too, which has no search_path
$$;

-- ---------------------------------------------------------------------------------------------- the rows
create table instrument_search (
  unit_id bigint not null,
  id bigint not null,
  public_code uuid not null,
  unit_name text not null,                 -- folded, as are name and manufacturer
  name text not null,
  manufacturer text not null,
  state text not null,
  mode text not null,
  last_result text,
  valid_until date,
  sort_due date not null,
  serial_tag bigint,
  certificate_tag bigint,
  tags bigint[] not null,
  primary key (unit_id, id)
) partition by hash (unit_id);
do $$
begin
  for part in 0..15 loop
    execute format('create table instrument_search_%s partition of instrument_search for values with (modulus 16, remainder %s) '
                   'with (fillfactor = 95)', part, part);
  end loop;
end $$;
create index instrument_search_serial on instrument_search (serial_tag);
create index instrument_search_certificate on instrument_search (certificate_tag);

-- The row that an instrument ought to have.
create view search_rows as
select i.unit_id, i.id, i.public_code,
       search_folded(public_unit_name(e.unit_type, e.name, e.representative)) as unit_name,
       i.name_folded as name, search_folded(i.manufacturer) as manufacturer, i.state, i.mode, i.last_result, i.valid_until, i.sort_due,
       case when i.serial_folded <> '无' then search_tag(2, i.serial_folded) end as serial_tag,
       case when i.certificate_number <> '' then search_tag(3, search_folded(i.certificate_number)) end as certificate_tag,
       search_tag(4, i.kind_id::text) || array(select search_tag(5, code) from unnest(d.ancestors) as code)
         || array(select search_tag(6, standing) from (select case
                    when i.state = 'stopped' then 'stopped'
                    when i.last_result = 'fail' then 'failed'
                    when i.last_result is null or (i.mode = 'periodic' and i.valid_until is null) then 'not_verified'
                  end as standing) as s where standing is not null) as tags
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');

-- Everything anew, for the first filling and for an operator; whoever searches waits. In two steps, because the index of so many
-- rows is better made part by part, several at once.
create procedure search_fill() language plpgsql set search_path = public, pg_temp set work_mem = '256MB' set jit = off as $$
begin
  perform pg_advisory_xact_lock(72, 2);
  drop index if exists instrument_search_tokens;
  truncate instrument_search, search_stale;
  insert into instrument_search select
    unit_id, id, public_code, unit_name, name, manufacturer, state, mode, last_result, valid_until, sort_due, serial_tag,
    certificate_tag, tags
    from search_rows;
end $$;
create procedure search_index() language sql set search_path = public, pg_temp set maintenance_work_mem = '512MB' as $$
  create index instrument_search_tokens on instrument_search using gin (search_tokens(unit_name, name, manufacturer, tags));
$$;

-- ---------------------------------------------------------------------------------------------- what has changed
-- Instruments whose row may be out of date; id 0: all of the unit's. The same one may stand here many times.
create table search_stale (unit_id bigint not null, id bigint not null);

create function search_noted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into search_stale select unit_id, id from new_rows;
  elsif tg_op = 'DELETE' then
    insert into search_stale select unit_id, id from old_rows;
  else
    insert into search_stale select n.unit_id, n.id from new_rows n join old_rows o on o.unit_id = n.unit_id and o.id = n.id
     where (n.name, n.manufacturer, n.kind_id, n.division_code, n.serial_folded, n.certificate_number, n.state, n.mode, n.last_result,
            n.valid_until) is distinct from
           (o.name, o.manufacturer, o.kind_id, o.division_code, o.serial_folded, o.certificate_number, o.state, o.mode, o.last_result,
            o.valid_until);
  end if;
  return null;
end $$;
create trigger search_noted_insert after insert on instruments referencing new table as new_rows
  for each statement execute function search_noted();
create trigger search_noted_update after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function search_noted();
create trigger search_noted_delete after delete on instruments referencing old table as old_rows
  for each statement execute function search_noted();

create function search_noted_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_stale values (new.id, 0);
  return null;
end $$;
create trigger search_noted_unit after update on units for each row
  when ((old.name, old.unit_type, old.representative, old.unit_code, old.state) is distinct from
        (new.name, new.unit_type, new.representative, new.unit_code, new.state))
  execute function search_noted_unit();

create function search_noted_divisions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_stale select i.unit_id, i.id
    from new_rows n join old_rows o on o.code = n.code and o.ancestors <> n.ancestors and o.ancestors <> '{}'
    join instruments i on i.division_code = n.code;
  return null;
end $$;
create trigger search_noted_divisions after update on divisions referencing old table as old_rows new table as new_rows
  for each statement execute function search_noted_divisions();

-- Brings the rows of so many notes up to date: how many notes that were; 0: there was nothing to do; -1: somebody else is at it. Of
-- two at once the slower could write what was true before.
-- Row by row through the keys, however many there are: reading all instruments for some thousands of them took a thousand times as long.
create function search_refresh(p_most int) returns int language plpgsql security definer set search_path = public, pg_temp
  set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  whole bigint[];
  units bigint[];
  ids bigint[];
begin
  if not pg_try_advisory_xact_lock(72, 2) then
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
         r.sort_due, r.serial_tag, r.certificate_tag, r.tags
    from unnest(units, ids) as n(unit, id) join search_rows r on r.unit_id = n.unit and r.id = n.id
  on conflict (unit_id, id) do update
     set unit_name = excluded.unit_name, name = excluded.name, manufacturer = excluded.manufacturer, state = excluded.state,
         mode = excluded.mode, last_result = excluded.last_result, valid_until = excluded.valid_until,
         sort_due = excluded.sort_due, serial_tag = excluded.serial_tag, certificate_tag = excluded.certificate_tag,
         tags = excluded.tags
   where (s.unit_name, s.name, s.manufacturer, s.state, s.mode, s.last_result, s.valid_until, s.sort_due, s.serial_tag,
          s.certificate_tag, s.tags) is distinct from
         (excluded.unit_name, excluded.name, excluded.manufacturer, excluded.state, excluded.mode, excluded.last_result,
          excluded.valid_until, excluded.sort_due, excluded.serial_tag, excluded.certificate_tag, excluded.tags);
  delete from instrument_search s using unnest(units, ids) as n(unit, id)
   where s.unit_id = n.unit and s.id = n.id
     and not exists (select from search_rows r where r.unit_id = n.unit and r.id = n.id);
  -- New rows wait in each part's list, which every search would read through: put them where they belong.
  perform gin_clean_pending_list(indexrelid) from pg_index where indexrelid in (
    select inhrelid from pg_inherits where inhparent = 'instrument_search_tokens'::regclass);
  return cardinality(ids);
end $$;

call search_fill();
call search_index();

-- ---------------------------------------------------------------------------------------------- who may what
-- What the public's role asks: by tokens, by a unit or a number, then by these columns. unit: a number that no page shows.
create view public_search as
select unit_id as unit, public_code, unit_name, name, manufacturer, state, mode, last_result, valid_until, sort_due, serial_tag,
       certificate_tag, tags, search_tokens(unit_name, name, manufacturer, tags) as tokens
from instrument_search;
-- Units that everybody may find, by their code or a part of the name that everybody may know.
create index units_public_bigrams on units using gin (bigrams(public_unit_name(unit_type, name, representative)));
create view public_units as
select id as unit, unit_key, search_folded(public_unit_name(unit_type, name, representative)) as name,
       bigrams(public_unit_name(unit_type, name, representative)) as pairs
from units where state = 'approved';
grant select on public_search, public_units to qj_query;
grant execute on function search_folded(text), search_tag(int, text), search_parts(text[], boolean), search_tokens(text, text, text, bigint[]),
  bigrams(text) to qj_query;
grant execute on function public_unit_name(text, text, text) to qj_query, qj_accounts, qj_admin;  -- the latter write names, for the index
grant execute on function search_refresh(int) to qj_jobs;
