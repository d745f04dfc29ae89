-- A unit as a supervisor sees it: its contact by the first character, its phone by its ends; no personal number, no address.
create or replace view supervised_units as
select id, name, unit_key, unit_code, unit_type, division_code, state,
       case when contact = '' then '' else left(contact, 1) || '**' end as contact,
       case when length(mobile) < 8 then '' else left(mobile, 3) || '****' || right(mobile, 4) end as phone
from units;   -- closed ones too: what they have in the ledger still counts

grant select on supervised_units to qj_supervision, qj_mailer, qj_reminders;
