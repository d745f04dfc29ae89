-- No ledger date without its result: a unit's own roles cannot write 合格 or 不合格 that no institution recorded.
create or replace function instruments_result_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('qj_ledger', 'qj_jobs', 'qj_appointments') and new.last_result in ('pass', 'fail') and
     (tg_op = 'INSERT' or (new.last_result, new.verified_on, new.valid_until) is distinct from
                          (old.last_result, old.verified_on, old.valid_until)) and new.result_id is null then
    raise exception 'constraint "instruments_result_needed": only an institution records it' using errcode = '23514';
  end if;
  return new;
end $$;
create or replace trigger instruments_result_guard before insert or update of last_result, verified_on, valid_until on instruments
  for each row execute function instruments_result_guard();

-- The certificate of a recorded result is the institution's; the unit shows it and cannot remove it.
create or replace function attachments_of_results_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('qj_ledger', 'qj_jobs', 'qj_appointments') and exists (
      select from results r where r.unit_id = old.unit_id and r.file_id = old.id) then
    raise exception 'constraint "attachments_of_results": it shows a recorded result' using errcode = '23514';
  end if;
  return old;
end $$;
create or replace trigger attachments_of_results_guard before delete on attachments
  for each row execute function attachments_of_results_guard();
