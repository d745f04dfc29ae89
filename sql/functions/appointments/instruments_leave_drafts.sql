-- Stopping or scrapping an instrument takes it out of forms that were not submitted, and says so.
create or replace function instruments_leave_drafts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone record;
begin
  for gone in
    with taken as (
      delete from appointment_lines l using new_rows n join old_rows o on o.unit_id = n.unit_id and o.id = n.id
       where l.unit_id = n.unit_id and l.instrument_id = n.id and l.state = 'draft'
         and n.state <> o.state and n.state in ('stopped', 'scrapped')
      returning l.unit_id, l.appointment_id, n.name, n.serial_number)
    select unit_id, appointment_id, count(*) as lines, min(name) as name, min(serial_number) as serial_number
      from taken group by 1, 2 order by 1, 2
  loop
    perform notify('taken_out', gone.unit_id, null, gone.appointment_id,
                   jsonb_build_object('lines', gone.lines, 'instrument', gone.name, 'serial_number', gone.serial_number));
  end loop;
  return null;
end $$;
create or replace trigger instruments_leave_drafts after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function instruments_leave_drafts();
