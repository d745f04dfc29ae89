-- What an institution's desk looks things up by: appointments in work, numbers, serial numbers; the load of a day without reading
-- its lines.
create index appointments_working on appointments (institution_id, submitted_at, id) where open_count > waiting_count;
create index appointments_desk_number on appointments (institution_id, number collate "C");
-- A column, because row-level security lets no index be used through lower(), which is not leakproof.
alter table appointment_lines
  add column serial_folded text generated always as (lower(normalize(serial_number, NFKC))) stored;
create index appointment_lines_desk_serial on appointment_lines (institution_id, serial_folded collate "C") where state <> 'draft';
drop index appointment_lines_planned;
create index appointment_lines_planned on appointment_lines (institution_id, planned_on, unit_id, id) include (quantity)
  where state in ('accepted', 'verifying');
