-- What waits, without what it says and to whom.
create or replace view outbox_waiting as
select kind, count(*) as mails, count(*) filter (where tries > 0) as tried, min(created_at) as oldest from outbox where state = 'queued' group by kind;

grant select on outbox_waiting to qj_admin;
