-- 账户注销: personal data goes, and so does what the unit wanted to hear, who else heard it and what was said to whom; ledger and results
-- stay. The unit's row, its code and name stay, because results refer to them.
create or replace function unit_close(p_unit_id bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update units set state = 'closed', representative = '', id_number_sealed = null, id_number_masked = '',
    contact = '', mobile = '', email = '', version = version + 1
  where id = p_unit_id;
  update users set state = 'removed', name = '', phone = '', email = '', login = 'closed-' || id, password_hash = '!',
    totp_secret_sealed = null, last_login_address = '', version = version + 1
  where unit_id = p_unit_id;
  update sessions set ended_at = now(), address = '', user_agent = ''
  where ended_at is null and user_id in (select id from users where unit_id = p_unit_id);
  delete from password_history where user_id in (select id from users where unit_id = p_unit_id);
  delete from recovery_codes where user_id in (select id from users where unit_id = p_unit_id);
  delete from reminder_settings where unit_id = p_unit_id;
  delete from reminder_addresses where unit_id = p_unit_id;
  delete from reminders where unit_id = p_unit_id;
  delete from reminder_digests where unit_id = p_unit_id;
  delete from links where unit_id = p_unit_id or user_id in (select id from users where unit_id = p_unit_id);
  delete from stored_forms where user_id in (select id from users where unit_id = p_unit_id);
  delete from unit_documents where unit_id = p_unit_id;
  update account_requests set details = '{}', id_number_sealed = null, document = '', document_name = '', document_size = 0
  where unit_id = p_unit_id;
end $$;

grant execute on function unit_close(bigint) to qj_admin;
