-- The second fence behind domain/lifecycle: what must not happen whoever asks. 数量, too, stays while an appointment is open, because
-- the result must account for each of them.
create or replace function instruments_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.ever_submitted or old.last_result in ('pass', 'fail') then
      raise exception 'constraint "instruments_kept": it was on an appointment or has a result' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.state = 'scrapped' and new.state <> 'scrapped' then
    raise exception 'constraint "instruments_final": scrapped is final' using errcode = '23514';
  end if;
  if old.appointment_id is not null and new.appointment_id is not null and
     ((new.state is distinct from old.state) or
      (new.kind_id, new.model, new.measuring_range, new.accuracy, new.serial_number, new.manufacturer, new.quantity) is distinct from
      (old.kind_id, old.model, old.measuring_range, old.accuracy, old.serial_number, old.manufacturer, old.quantity)) then
    raise exception 'constraint "instruments_on_appointment": identity and state stay while it is open' using errcode = '23514';
  end if;
  return new;
end $$;
create or replace trigger instruments_guard before delete or update of state, kind_id, model, measuring_range, accuracy, serial_number,
  manufacturer, quantity on instruments for each row execute function instruments_guard();
