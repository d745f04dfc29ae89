-- How texts are compared: no difference of case, width or form.
create or replace function search_folded(p_text text) returns text language sql immutable as $$ select lower(normalize(p_text, NFKC)) $$;

-- A sub-number as a code: no difference of blanks and dots either (苏A·12345).
create or replace function search_code(p_text text) returns text language sql immutable as $$
  select translate(search_folded(p_text), ' ·•・.-', '')
$$;

-- Numbers of things that are not characters, below zero. what: 2 serial number, 3 certificate number, 4 kind, 5 region,
-- 6 a standing that no day changes (failed, not_verified, stopped), 7 sub-number.
create or replace function search_tag(p_what int, p_text text) returns bigint language sql immutable strict parallel safe as $$
  select -((p_what::bigint << 56) | (hashtextextended(p_text, 0) & 72057594037927935))
$$;

-- The row that an instrument ought to have.
create or replace view search_rows as
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
                  end as standing) as s where standing is not null) as tags,
       case when i.sub_number <> '' then search_tag(7, search_code(i.sub_number)) end as sub_tag
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');

grant execute on function search_folded(text), search_code(text), search_tag(int, text) to qj_query;
