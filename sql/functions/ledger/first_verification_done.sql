-- Of a kind that is verified once only, and was: by an institution's pass, or as the unit declared (domain/ledger/lifecycle.h).
create or replace function first_verification_done(p_mode text, p_last_result text) returns boolean
language sql immutable parallel safe as $$ select p_mode <> 'periodic' and coalesce(p_last_result in ('pass', 'declared'), false) $$;

grant execute on function first_verification_done(text, text) to qj_ledger, qj_appointments;
