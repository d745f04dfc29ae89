-- Approving a change: the administrator's role cannot read the encrypted number, so the database moves it.
create or replace function unit_apply_change(p_request bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r account_requests;
begin
  select * into strict r from account_requests where id = p_request and kind = 'change';
  update units set
    unit_key = r.details->>'unit_key', unit_code = r.details->>'unit_code', name = r.details->>'name',
    unit_type = r.details->>'unit_type', division_code = r.details->>'division_code',
    representative = r.details->>'representative', id_type = r.details->>'id_type',
    id_number_masked = r.details->>'id_number', id_number_sealed = r.id_number_sealed, version = version + 1
  where id = r.unit_id;
  if r.document <> '' then
    insert into unit_documents (unit_id, file_name, original_name, size_bytes)
    values (r.unit_id, r.document, r.document_name, r.document_size);
  end if;
end $$;

grant execute on function unit_apply_change(bigint) to qj_admin;
