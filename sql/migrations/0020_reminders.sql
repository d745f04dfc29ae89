-- Reminders by mail (domain.md §8): what was said to whom, so that nothing is said twice; and the mails it was said in.

-- A mail to one address about one unit. Its lines are reminders; its words are made when it is sent.
create table reminder_digests (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units,
  recipient text not null check (length(recipient) between 3 and 254),
  today date not null,                     -- the day it speaks of
  outbox_id bigint,
  created_at timestamptz not null default now()
);
create index reminder_digests_unit on reminder_digests (unit_id, id);

-- Said once: this threshold of this due date of this instrument to this address. anchor, step: domain/mail/reminder.h.
create table reminders (
  unit_id bigint not null,
  instrument_id bigint not null,
  topic text not null check (topic in ('due', 'rotate', 'failed', 'not_verified')),
  anchor date not null,
  step int not null check (step between -365 and 180),
  recipient text not null,
  digest_id bigint not null references reminder_digests,
  primary key (unit_id, instrument_id, topic, anchor, recipient, step),
  foreign key (unit_id, instrument_id) references instruments (unit_id, id) on delete cascade
);
create index reminders_digest on reminders (digest_id);

-- Who is reminded: reviewed units, by their address.
create view reminded_units as
select id, name, email as recipient from units where state = 'approved';

-- A digest's lines as they stand now, and whether what they say still holds: the date has not moved and nobody sees to it.
create view reminder_lines as
select r.digest_id, r.topic, r.anchor, r.step, i.name, i.model, i.serial_number, i.place, i.quantity,
       i.state = 'in_use' and i.appointment_id is null and
         case r.topic when 'failed' then i.last_result = 'fail'
                      when 'not_verified' then i.last_result is distinct from 'fail' and i.valid_until is null
                      else i.last_result is distinct from 'fail' and i.valid_until = r.anchor end as holds
from reminders r
join instruments i on i.unit_id = r.unit_id and i.id = r.instrument_id;

create policy every_unit_reminded on instruments to qj_reminders using (true);
grant usage on schema public to qj_reminders;
grant select (unit_id, id, state, mode, last_result, valid_until, verified_on, created_at, sort_due, appointment_id) on instruments
  to qj_reminders;
grant select on reminded_units, settings, offices to qj_reminders;
grant select, insert, update (outbox_id) on reminder_digests to qj_reminders;
grant select, insert on reminders to qj_reminders;
grant insert on outbox to qj_reminders;
grant select (id) on outbox to qj_reminders;
grant select on reminder_lines, reminder_digests to qj_mailer;
grant select on reminded_units to qj_mailer;
