-- A serial number keeps its ends only; how long it is does not show.
create or replace function public_serial_number(p_text text) returns text language sql immutable as $$
  select case when p_text = '无' then p_text
              when length(p_text) <= 4 then left(p_text, 1) || '****'
              else left(p_text, least(3, length(p_text) / 4)) || '****' || right(p_text, least(3, length(p_text) / 4)) end
$$;

-- Whoever asks by a 车牌号 or 枪号 knows it; a short one (the third nozzle) gives nobody away.
create or replace function public_sub_number(p_text text) returns text language sql immutable as $$
  select case when length(p_text) <= 3 then p_text else public_serial_number(p_text) end
$$;

-- An instrument, by the code of its label (128 random bits). A view of the owner's is not held back by row-level security.
create or replace view public_instruments as
select i.public_code,
       public_unit_name(e.unit_type, e.name, e.representative) as unit_name,
       i.name,
       k.shown_name as kind_name,
       i.model,
       public_serial_number(i.serial_number) as serial_number,
       d.path as region,
       i.mode, i.state, i.last_result,
       case when i.last_result is not null then i.institution_name else '' end as institution_name,
       i.verified_on, i.valid_until,
       public_sub_number(i.sub_number) as sub_number
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
join catalogue_kinds k on k.id = i.kind_id
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');

grant execute on function public_serial_number(text), public_sub_number(text) to qj_query;
grant select on public_instruments to qj_query;
