-- A serial number keeps its ends only; how long it is does not show.
create or replace function public_serial_number(p_text text) returns text language sql immutable as $$
  select case when p_text = '无' then p_text
              when length(p_text) <= 3 then left(p_text, 1) || '****'
              else left(p_text, least(3, length(p_text) / 4)) || '****' || right(p_text, least(3, length(p_text) / 4)) end
$$;

-- Whoever asks by a 车牌号 or 枪号 knows it; a short one (the third nozzle) gives nobody away.
create or replace function public_sub_number(p_text text) returns text language sql immutable as $$
  select case when length(p_text) <= 4 then p_text else public_serial_number(p_text) end
$$;

-- An instrument, by the code of its label (128 random bits). A view of the owner's is not held back by row-level security.
-- Under an institution's certificate stands what it verified, whatever is registered today (domain.md §11); changed: that differs.
create or replace view public_instruments as
select i.public_code,
       public_unit_name(e.unit_type, e.name, e.representative) as unit_name,
       coalesce(r.name, i.name) as name,
       k.shown_name as kind_name,
       coalesce(r.model, i.model) as model,
       public_serial_number(coalesce(r.serial_number, i.serial_number)) as serial_number,
       d.path as region,
       i.mode, i.state, i.last_result,
       case when i.last_result is not null then i.institution_name else '' end as institution_name,
       i.verified_on, i.valid_until,
       public_sub_number(i.sub_number) as sub_number,
       r.id is not null and ((r.kind_id, r.model, r.serial_number) is distinct from (i.kind_id, i.model, i.serial_number)
         or r.measuring_range not in ('', i.measuring_range) or r.accuracy not in ('', i.accuracy)
         or r.manufacturer not in ('', i.manufacturer)
         or case when r.passed > 0 then r.passed else r.failed end <> i.quantity) as changed
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
left join results r on r.unit_id = i.unit_id and r.id = i.result_id
join catalogue_kinds k on k.id = coalesce(r.kind_id, i.kind_id)
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');

grant execute on function public_serial_number(text), public_sub_number(text) to qj_query;
grant select on public_instruments to qj_query;
