-- Who is reminded, and of what: reviewed units with what they want to hear, and who hears it. registered: the unit's own address. extra:
-- one it has added. manager: a 负责人, only of what is long overdue. Each address once.
create or replace view reminded_units as
select e.id, e.name, e.email, coalesce(s.thresholds, '{30,15,7,1}') as thresholds, coalesce(s.weekly, false) as weekly, s.sent_week,
       coalesce(s.off, '{}') as off
from units e left join reminder_settings s on s.unit_id = e.id where e.state = 'approved';

create or replace view reminder_recipients as
select distinct on (unit_id, lower(recipient)) unit_id, recipient, audience from (
  select id, email, 'registered', 1 from units where email <> ''
  union all
  select unit_id, address, 'extra', 2 from reminder_addresses where confirmed_at is not null and left_at is null
  union all
  select unit_id, email, 'manager', 3 from users where user_type = 'unit' and role = 'manager' and state = 'active' and email <> ''
) as r(unit_id, recipient, audience, rank)
order by unit_id, lower(recipient), rank;

grant select on reminded_units, reminder_recipients to qj_reminders;
grant select (id, name) on reminded_units to qj_mailer;
