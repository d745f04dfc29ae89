-- The instruments an institution may record a result for without an appointment: of one reviewed unit, by its 主体标识码, with this
-- very serial number. able: the institution is authorised for the kind today. line_id: its own open line, which is the way then.
create or replace function walk_in_find(p_unit_key text, p_serial text, p_today date)
returns table (unit_id bigint, instrument_id bigint, unit_name text, unit_code text, name text, kind_id bigint, mode text,
  model text, measuring_range text, accuracy text, serial_number text, manufacturer text, quantity int, division_code text,
  cycle_months int, service_life_months int, last_result text, verified_on date, valid_until date, state text, version int,
  able boolean, line_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.unit_id, i.id, e.name, e.unit_code, i.name, i.kind_id, i.mode, i.model, i.measuring_range, i.accuracy,
         i.serial_number, i.manufacturer, i.quantity, i.division_code, i.cycle_months, k.service_life_months,
         coalesce(i.last_result, ''), i.verified_on, i.valid_until, i.state, i.version,
         exists (select from institution_kinds a where a.institution_id = own_institution() and a.kind_id = i.kind_id
                   and (a.valid_until is null or a.valid_until >= p_today)),
         (select l.id from appointment_lines l where l.unit_id = i.unit_id and l.instrument_id = i.id
             and l.institution_id = own_institution() and l.state in ('accepted', 'verifying'))
    from units e
    join instruments i on i.unit_id = e.id and lower(normalize(p_serial, NFKC)) = i.serial_folded and i.state <> 'scrapped'
    join catalogue_kinds k on k.id = i.kind_id
   where own_institution() > 0 and e.unit_key = p_unit_key and e.state = 'approved'
   order by i.id limit 50
$$;

grant execute on function walk_in_find(text, text, date) to qj_desk;
