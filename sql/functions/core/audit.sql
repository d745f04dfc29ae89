-- The text the hash covers: every field with its length before it, so that no two rows read alike.
create or replace function audit_text(r audit) returns text language sql stable set search_path = public, pg_temp as $$
  select string_agg(case when v is null then '-' else length(v) || ':' || v end, ',' order by n)
  from unnest(array[
    r.unit_id::text, r.seq::text, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.actor_id::text, r.actor,
    r.action, r.subject, r.subject_id::text, r.old_values::text, r.new_values::text, r.request_id]) with ordinality as f(v, n)
$$;

-- Appends a batch to one unit's chain. rows: [{actor_id, actor, action, subject, subject_id, old, new, request_id}, …].
-- Takes the chain's lock until the transaction ends: call it last.
create or replace function audit_append(p_unit_id bigint, p_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row_in jsonb;
  r audit;
  tail bytea;
  tail_seq bigint;
begin
  perform pg_advisory_xact_lock(lock_class_audit(), hashint8(p_unit_id));
  select hash, seq into tail, tail_seq from audit where unit_id = p_unit_id order by seq desc limit 1;
  tail := coalesce(tail, '\x'::bytea);
  tail_seq := coalesce(tail_seq, 0);
  for row_in in select value from jsonb_array_elements(p_rows) loop
    tail_seq := tail_seq + 1;
    r.unit_id := p_unit_id;
    r.seq := tail_seq;
    r.at := clock_timestamp();
    r.actor_id := (row_in->>'actor_id')::bigint;
    r.actor := row_in->>'actor';
    r.action := row_in->>'action';
    r.subject := row_in->>'subject';
    r.subject_id := (row_in->>'subject_id')::bigint;
    r.old_values := nullif(row_in->'old', 'null'::jsonb);
    r.new_values := nullif(row_in->'new', 'null'::jsonb);
    r.request_id := coalesce(row_in->>'request_id', '');
    r.hash := sha256(tail || convert_to(audit_text(r), 'UTF8'));
    insert into audit select r.*;
    tail := r.hash;
  end loop;
end $$;

-- Checks one chain from its beginning: the first row that does not fit, or null when all do.
create or replace function audit_verify(p_unit_id bigint) returns bigint
language plpgsql stable set search_path = public, pg_temp as $$
declare
  r audit;
  tail bytea := '\x'::bytea;
  expected bigint := 0::bigint;
begin
  for r in select * from audit where unit_id = p_unit_id order by seq loop
    expected := expected + 1;
    if r.seq <> expected or r.hash <> sha256(tail || convert_to(audit_text(r), 'UTF8')) then
      return expected;
    end if;
    tail := r.hash;
  end loop;
  return null;
end $$;

grant execute on function audit_append(bigint, jsonb) to qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision,
  qj_admin, qj_jobs;
