-- Copies the records in force of these instruments among the earlier ones (their files go along); the caller overwrites them.
create or replace function records_supersede(p_unit bigint, p_ids bigint[]) returns void
language sql set search_path = public, pg_temp as $$
  insert into certificates (unit_id, instrument_id, result, verified_on, valid_until, number, seal_number, institution_name, file_id,
    result_id)
  select unit_id, id, last_result, verified_on, valid_until, certificate_number, seal_number, institution_name, certificate_file_id,
    result_id
    from instruments where unit_id = p_unit and id = any (p_ids) and verified_on is not null;
  update instruments set certificate_file_id = null
   where unit_id = p_unit and id = any (p_ids) and certificate_file_id is not null;
$$;

-- When an earlier record is of a later day than the one in force (which was corrected or removed), they change places. What an
-- institution recorded comes before what the unit declared, whatever the days.
create or replace function record_latest(p_unit bigint, p_instrument bigint) returns boolean
language plpgsql set search_path = public, pg_temp as $$
declare
  latest certificates;
begin
  select c.* into latest from certificates c
    join instruments i on i.unit_id = c.unit_id and i.id = c.instrument_id
   where c.unit_id = p_unit and c.instrument_id = p_instrument
     and (i.verified_on is null
          or (c.result = 'declared') < (i.last_result = 'declared')
          or ((c.result = 'declared') = (i.last_result = 'declared') and c.verified_on > i.verified_on))
   order by c.result = 'declared', c.verified_on desc, c.id desc limit 1;
  if latest.id is null then
    return false;
  end if;
  perform records_supersede(p_unit, array[p_instrument]);
  delete from certificates where unit_id = p_unit and id = latest.id;
  update instruments set verified_on = latest.verified_on, valid_until = latest.valid_until, certificate_number = latest.number,
         seal_number = latest.seal_number, institution_name = latest.institution_name, last_result = latest.result, certificate_file_id = latest.file_id,
         result_id = latest.result_id, updated_at = now()
   where unit_id = p_unit and id = p_instrument;
  return true;
end $$;

grant execute on function records_supersede(bigint, bigint[]), record_latest(bigint, bigint) to qj_ledger, qj_jobs;
