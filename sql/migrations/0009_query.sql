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
-- Not in sql/functions, because the index of the rows is made of them.

-- Each two and each three neighbouring characters of folded texts: their code points in one number (21 bits each). They do not reach
-- from one text into the next. Asked for are the fewest that say the same: the threes, of a word of two characters the two.
create function search_parts(p_texts text[], p_asked boolean) returns bigint[] language plpgsql immutable strict parallel safe cost 5000
  set search_path = pg_catalog, pg_temp as $$
declare
  one text;
  letters text[];
  letter text;
  found bigint[] := '{}'::bigint[];
  before bigint;
  last bigint;
  next bigint;
begin
  foreach one in array p_texts loop
    before := null;
    last := null;
    letters := string_to_array(one, null);
    foreach letter in array letters loop
      next := ascii(letter)::bigint;
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
grant execute on function search_parts(text[], boolean), search_tokens(text, text, text, bigint[]) to qj_query;

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
create index instrument_search_serial on instrument_search (serial_tag);
create index instrument_search_certificate on instrument_search (certificate_tag);

do $$
begin
  for part in 0..15 loop
    execute format('create table instrument_search_%s partition of instrument_search for values with (modulus 16, remainder %s) '
                   'with (fillfactor = 95)', part, part);
  end loop;
end $$;
create index instrument_search_tokens on instrument_search using gin (search_tokens(unit_name, name, manufacturer, tags));

-- ---------------------------------------------------------------------------------------------- what has changed
-- Instruments whose row may be out of date; id 0: all of the unit's. The same one may stand here many times.
create table search_stale (unit_id bigint not null, id bigint not null);
