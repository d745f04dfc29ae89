-- To everybody of a unit (p_institution null) or of an institution. By e-mail to those who want it.
create or replace function notify(p_kind text, p_unit bigint, p_institution bigint, p_appointment bigint, p_data jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_number text;
begin
  select a.number into found_number from appointments a where a.unit_id = p_unit and a.id = p_appointment;
  insert into notices (user_id, kind, unit_id, appointment_id, number, data)
  select u.id, p_kind, p_unit, p_appointment, coalesce(found_number, ''), p_data from users u
   where u.state = 'active' and
         case when p_institution is null then u.unit_id = p_unit else u.institution_id = p_institution end
   order by u.id;
  insert into outbox (kind, recipient, data)
  select 'notice', u.email,
         p_data || jsonb_build_object('notice', p_kind, 'name', u.name, 'number', coalesce(found_number, ''),
                                      'side', case when p_institution is null then 'unit' else 'institution' end,
                                      'appointment_id', p_appointment)
    from users u
   where u.state = 'active' and u.notice_mail and u.email <> '' and
         case when p_institution is null then u.unit_id = p_unit else u.institution_id = p_institution end
   order by u.id;
end $$;

grant execute on function notify(text, bigint, bigint, bigint, jsonb) to qj_appointments, qj_desk;
