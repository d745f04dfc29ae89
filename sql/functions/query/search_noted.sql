-- Who changes what the public search shows leaves a note; search_refresh() brings the rows up to date. Instruments one by one; of a unit or
-- of a division that moved, all of theirs.
create or replace function search_noted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into search_stale select unit_id, id from new_rows;
  elsif tg_op = 'DELETE' then
    insert into search_stale select unit_id, id from old_rows;
  else
    insert into search_stale select n.unit_id, n.id from new_rows n join old_rows o on o.unit_id = n.unit_id and o.id = n.id
     where (n.name, n.manufacturer, n.kind_id, n.division_code, n.serial_folded, n.sub_number, n.certificate_number, n.state, n.mode, n.last_result,
            n.valid_until) is distinct from
           (o.name, o.manufacturer, o.kind_id, o.division_code, o.serial_folded, o.sub_number, o.certificate_number, o.state, o.mode, o.last_result,
            o.valid_until);
  end if;
  return null;
end $$;
create or replace trigger search_noted_insert after insert on instruments referencing new table as new_rows
  for each statement execute function search_noted();
create or replace trigger search_noted_update after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function search_noted();
create or replace trigger search_noted_delete after delete on instruments referencing old table as old_rows
  for each statement execute function search_noted();

create or replace function search_noted_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_stale values (new.id, 0);
  return null;
end $$;
create or replace trigger search_noted_unit after update on units for each row
  when ((old.name, old.unit_type, old.representative, old.unit_code, old.state) is distinct from
        (new.name, new.unit_type, new.representative, new.unit_code, new.state))
  execute function search_noted_unit();

create or replace function search_noted_divisions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_stale select i.unit_id, i.id
    from new_rows n join old_rows o on o.code = n.code and o.ancestors <> n.ancestors and o.ancestors <> '{}'
    join instruments i on i.division_code = n.code;
  return null;
end $$;
create or replace trigger search_noted_divisions after update on divisions referencing old table as old_rows new table as new_rows
  for each statement execute function search_noted_divisions();
