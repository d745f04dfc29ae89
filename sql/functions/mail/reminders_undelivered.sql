-- A mail that could not be handed over has said nothing: its reminders are said anew, unless it is sent after all.
create or replace function reminders_undelivered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update reminders set undelivered = (new.state = 'failed') where digest_id = (new.data->>'digest')::bigint;
  return null;
end $$;
create or replace trigger reminders_undelivered after update of state on outbox for each row
  when (new.kind = 'reminder' and (new.state = 'failed') is distinct from (old.state = 'failed')) execute function reminders_undelivered();
