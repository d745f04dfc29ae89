-- A digest's lines as they stand now, and whether what they say still holds: the date has not moved and nobody sees to it.
create or replace view reminder_lines as
select r.digest_id, r.topic, r.anchor, r.step, i.name, i.model, i.serial_number, i.place, i.quantity,
       i.state = 'in_use' and i.appointment_id is null and
         case r.topic when 'failed' then i.last_result = 'fail'
                      when 'not_verified' then i.last_result is distinct from 'fail' and i.valid_until is null
                      else i.last_result is distinct from 'fail' and i.valid_until = r.anchor end as holds
from reminders r
join instruments i on i.unit_id = r.unit_id and i.id = r.instrument_id;

grant select on reminder_lines to qj_mailer;
