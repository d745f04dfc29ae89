-- Records one result, or corrects one. p: {line_id, unit_id, instrument_id, version, corrects, reason, passed, failed, mark,
-- number, notice_number, seal_number, verified_on, valid_until, cycle_months, verifier, checker, remark, recorded_by,
-- file: {file_name, thumb_name, original_name, size_bytes}}; 0 or "" for what there is not. line_id 0 and corrects 0: 无预约登记.
-- version: of the line, or of the instrument when there is none.
-- refused: '' when it is done, else GONE (not this institution's, or not there), STATE (the line is not being verified), VERSION
-- (changed meanwhile), SCRAPPED, QUANTITY (合格数 + 不合格数 is not 数量), SPLIT (a correction of a split result keeps its numbers),
-- FIRST_DONE (verified once, which was all; the record of that very day may be confirmed), NOT_AUTHORISED (for the kind, on that
-- day), ON_APPOINTMENT (the institution has an open line for it), OLDER (some failed, but a
-- later result is in force), BOOKED (some failed, but it is on an open appointment, where 数量 stays). before, after: for the audit.
create or replace function result_apply(p jsonb)
returns table (refused text, result_id bigint, unit_id bigint, instrument_id bigint, appointment_id bigint, split_id bigint,
  before jsonb, after jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  own bigint := own_institution();
  corrected results;
  line appointment_lines;
  instrument instruments;
  old_instrument instruments;
  passed int := (p->>'passed')::int;
  failed int := (p->>'failed')::int;
  verified date := (p->>'verified_on')::date;
  valid date := case when (p->>'passed')::int > 0 then nullif(p->>'valid_until', '')::date end;
  outcome text := case when (p->>'passed')::int > 0 then 'pass' else 'fail' end;
  shown_number text := case when (p->>'passed')::int > 0 then p->>'number' else p->>'notice_number' end;
  institution text;
  seal text := coalesce(p->>'seal_number', '');
  file bigint;
  wanted_line bigint := coalesce((p->>'line_id')::bigint, 0);
  splits boolean;   -- some failed, which is new: they become a row of their own
  later boolean;    -- an institution's result of a later day is there
begin
  refused := 'GONE';
  select name into institution from institutions where id = own and state = 'active';
  if institution is null then
    return next;
    return;
  end if;
  unit_id := (p->>'unit_id')::bigint;
  instrument_id := (p->>'instrument_id')::bigint;
  if coalesce((p->>'corrects')::bigint, 0) > 0 then
    select r.* into corrected from results r where r.unit_id = unit_id and r.id = (p->>'corrects')::bigint
       and r.institution_id = own;
    if corrected.id is null then
      return next;
      return;
    end if;
    wanted_line := coalesce(corrected.line_id, 0);
    instrument_id := corrected.instrument_id;
  end if;
  if wanted_line > 0 then
    select l.appointment_id into appointment_id from appointment_lines l
     where l.unit_id = unit_id and l.id = wanted_line and l.institution_id = own;
    perform from appointments a where a.unit_id = unit_id and a.id = appointment_id for update;
    select l.* into line from appointment_lines l
     where l.unit_id = unit_id and l.id = wanted_line and l.institution_id = own for update;
    if line.id is null then
      return next;
      return;
    end if;
    instrument_id := line.instrument_id;
  end if;
  select i.* into instrument from instruments i where i.unit_id = unit_id and i.id = instrument_id for update;
  if corrected.id is not null then
    -- Again, now that nobody else can change it.
    select r.* into corrected from results r where r.unit_id = unit_id and r.id = corrected.id for update;
  end if;
  splits := passed > 0 and failed > 0 and corrected.split_instrument_id is null;
  later := exists (
    select from certificates c where c.unit_id = unit_id and c.instrument_id = instrument_id and c.result <> 'declared'
       and c.result_id is distinct from corrected.id and c.verified_on > verified)
    or (instrument.last_result in ('pass', 'fail') and instrument.result_id is distinct from corrected.id
        and instrument.verified_on > verified);
  refused := case
    when instrument.id is null then 'GONE'
    when corrected.id is not null and not corrected.current then 'VERSION'
    when corrected.id is null and (p->>'version')::int <> coalesce(line.version, instrument.version) then 'VERSION'
    when corrected.id is null and line.id is not null and line.state not in ('accepted', 'verifying') then 'STATE'
    when corrected.id is null and line.id is null and not exists (
      select from units e where e.id = unit_id and e.state = 'approved') then 'GONE'
    when corrected.id is null and instrument.state = 'scrapped' then 'SCRAPPED'
    when corrected.id is null and first_verification_done(instrument.mode, instrument.last_result)
      and not (instrument.last_result = 'declared' and instrument.verified_on = verified) then 'FIRST_DONE'
    when corrected.id is null and not exists (
      select from institution_kinds k where k.institution_id = own and k.kind_id = instrument.kind_id
         and (k.valid_until is null or k.valid_until >= verified)) then 'NOT_AUTHORISED'
    when corrected.id is null and line.id is null and exists (
      select from appointment_lines l where l.unit_id = unit_id and l.instrument_id = instrument_id
         and l.institution_id = own and l.state in ('accepted', 'verifying')) then 'ON_APPOINTMENT'
    when corrected.split_instrument_id is not null and (passed, failed) is distinct from (corrected.passed, corrected.failed) then 'SPLIT'
    -- The unit may have changed 数量 since; a correction accounts for those of then.
    when corrected.id is not null and passed + failed <> corrected.passed + corrected.failed then 'QUANTITY'
    when (corrected.id is null or splits) and passed + failed <> instrument.quantity then 'QUANTITY'
    when splits and later then 'OLDER'
    when splits and instrument.appointment_id is not null and (line.id is null or corrected.id is not null) then 'BOOKED'
    else '' end;
  if refused <> '' then
    return next;
    return;
  end if;
  old_instrument := instrument;
  -- First of all: what is on an open appointment keeps its 数量.
  if line.id is not null then
    update appointment_lines l set state = case when passed > 0 then 'passed' else 'failed' end, ended_at = coalesce(l.ended_at, now()),
           ended_by = 'institution', version = l.version + 1
     where l.unit_id = unit_id and l.id = line.id;
  end if;

  if p->'file'->>'file_name' is not null then
    insert into attachments (unit_id, instrument_id, kind, file_name, thumb_name, original_name, size_bytes, added_by)
    values (unit_id, instrument_id, 'certificate', p->'file'->>'file_name', coalesce(p->'file'->>'thumb_name', ''),
            p->'file'->>'original_name', (p->'file'->>'size_bytes')::bigint, institution)
    returning id into file;
  else
    file := corrected.file_id;
  end if;
  if corrected.id is not null then
    update results r set current = false where r.unit_id = unit_id and r.id = corrected.id;
  end if;
  insert into results (unit_id, instrument_id, institution_id, line_id, version_no, corrects, reason, passed, failed, mark, number,
    notice_number, seal_number, verified_on, valid_until, cycle_months, verifier, checker, remark, file_id, split_instrument_id, unit_name, name,
    kind_id, model, measuring_range, accuracy, serial_number, manufacturer, division_code, recorded_by)
  select unit_id, instrument_id, own, line.id, coalesce(corrected.version_no, 0) + 1, corrected.id, coalesce(p->>'reason', ''),
    passed, failed, coalesce(p->>'mark', ''), coalesce(p->>'number', ''), coalesce(p->>'notice_number', ''), seal, verified, valid,
    nullif((p->>'cycle_months')::int, 0), coalesce(p->>'verifier', ''), coalesce(p->>'checker', ''), coalesce(p->>'remark', ''), file,
    corrected.split_instrument_id, e.name, instrument.name, instrument.kind_id, instrument.model, instrument.measuring_range,
    instrument.accuracy, instrument.serial_number, instrument.manufacturer, instrument.division_code, p->>'recorded_by'
  from units e where e.id = unit_id
  returning id into result_id;

  -- The ledger: in force when it is the latest; else among the earlier records. A correction takes its own record's place.
  if corrected.id is not null and instrument.result_id is distinct from corrected.id then
    update certificates c set result = outcome, verified_on = verified, valid_until = valid,
           number = shown_number, seal_number = seal, file_id = file, result_id = result_apply.result_id
     where c.unit_id = unit_id and c.instrument_id = instrument_id and c.result_id = corrected.id;
  elsif corrected.id is null and instrument.last_result in ('pass', 'fail') and instrument.verified_on > verified then
    insert into certificates (unit_id, instrument_id, result, verified_on, valid_until, number, seal_number, institution_name, file_id,
      result_id)
    values (unit_id, instrument_id, outcome, verified, valid, shown_number, seal, institution, file, result_id);
  else
    if corrected.id is null then
      perform records_supersede(unit_id, array[instrument_id]);
    end if;
    update instruments i set last_result = outcome, verified_on = verified, valid_until = valid,
           certificate_number = shown_number, seal_number = seal, institution_name = institution, certificate_file_id = file,
           result_id = result_apply.result_id, cycle_months = coalesce(nullif((p->>'cycle_months')::int, 0), i.cycle_months)
     where i.unit_id = unit_id and i.id = instrument_id;
  end if;
  -- 数量 > 1, some of them failed: these become a row of their own.
  if passed > 0 and failed > 0 then
    if not splits then
      split_id := corrected.split_instrument_id;
      update certificates c set verified_on = verified, number = p->>'notice_number', result_id = result_apply.result_id
       where c.unit_id = unit_id and c.instrument_id = split_id and c.result_id = corrected.id;
      update instruments i set verified_on = verified, certificate_number = p->>'notice_number', result_id = result_apply.result_id,
             updated_at = now(), version = i.version + 1
       where i.unit_id = unit_id and i.id = split_id and i.result_id = corrected.id;
      perform record_latest(unit_id, split_id);
    else
      insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin,
        division_code, place, holder, sub_number, quantity, use, delivery, management_number, cycle_months, last_result, verified_on, certificate_number,
        institution_name, remark, state, state_reason, ever_submitted, result_id)
      select i.unit_id, i.name, i.kind_id, i.mode, i.model, i.measuring_range, i.accuracy, i.serial_number, i.manufacturer,
        i.origin, i.division_code, i.place, i.holder, i.sub_number, failed, i.use, i.delivery, i.management_number, i.cycle_months, 'fail', verified,
        p->>'notice_number', institution, i.remark, i.state, i.state_reason, i.ever_submitted, result_id
      from instruments i where i.unit_id = unit_id and i.id = instrument_id
      returning id into split_id;
      update results r set split_instrument_id = split_id where r.unit_id = unit_id and r.id = result_id;
      update instruments i set quantity = passed where i.unit_id = unit_id and i.id = instrument_id;
    end if;
  end if;
  perform record_latest(unit_id, instrument_id);
  update instruments i set updated_at = now(), version = i.version + 1
   where i.unit_id = unit_id and i.id = instrument_id
  returning i.* into instrument;
  before := jsonb_build_object('last_result', coalesce(old_instrument.last_result, ''), 'verified_on', coalesce(old_instrument.verified_on::text, ''),
    'valid_until', coalesce(old_instrument.valid_until::text, ''), 'certificate_number', old_instrument.certificate_number,
    'seal_number', old_instrument.seal_number,
    'institution_name', old_instrument.institution_name, 'quantity', old_instrument.quantity);
  after := jsonb_build_object('last_result', coalesce(instrument.last_result, ''), 'verified_on', coalesce(instrument.verified_on::text, ''),
    'valid_until', coalesce(instrument.valid_until::text, ''), 'certificate_number', instrument.certificate_number,
    'seal_number', instrument.seal_number,
    'institution_name', instrument.institution_name, 'quantity', instrument.quantity);
  if corrected.id is not null then
    before := before || jsonb_build_object('result_version', corrected.version_no);
    after := after || jsonb_build_object('result_version', corrected.version_no + 1);
  end if;
  return next;
end $$;

grant execute on function result_apply(jsonb) to qj_desk;
