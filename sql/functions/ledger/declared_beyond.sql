-- 申报有效期长于检定周期: what a unit declares is good for longer than its kind's cycle (domain/ledger/instrument: DECLARED_BEYOND).
create or replace function instruments_declared_beyond() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  new.declared_beyond := new.last_result = 'declared' and new.mode = 'periodic' and coalesce(
    (select new.valid_until > (new.verified_on + make_interval(months => k.cycle_months))::date
       from catalogue_kinds k where k.id = new.kind_id), false);
  return new;
end $$;
create or replace trigger instruments_declared_beyond_insert before insert on instruments
  for each row when (new.last_result = 'declared') execute function instruments_declared_beyond();
create or replace trigger instruments_declared_beyond_update before update of last_result, verified_on, valid_until, kind_id on instruments
  for each row when (new.last_result = 'declared' or new.declared_beyond) execute function instruments_declared_beyond();
