-- What a label's QR code leads to: one instrument's validity for everybody, and the role that may read it and nothing else.
-- Who knows the code (128 random bits) sees this; rows that must never be seen are not in the view.

-- A 个体工商户 without a 字号 bears its operator's name: shown is the first character. The serial number keeps its ends only;
-- how long it is does not show. A view of the owner's is not held back by row-level security.
create view public_validity as
select i.public_code,
       case when e.unit_type = 'individual'
              and (e.name ~ '^[*＊]*$' or length(e.name) <= 3 or regexp_replace(e.name, '[（(]?个体工商户[）)]?$', '') = e.representative)
            then left(e.representative, 1) || '*（个体工商户）' else e.name end as unit_name,
       i.name,
       k.kind_name || case when k.variant <> '' then '（' || k.variant || '）' else '' end as kind_name,
       i.model,
       case when i.serial_number = '无' then i.serial_number
            when length(i.serial_number) <= 3 then left(i.serial_number, 1) || '****'
            else left(i.serial_number, least(3, length(i.serial_number) / 4)) || '****' ||
                 right(i.serial_number, least(3, length(i.serial_number) / 4)) end as serial_number,
       d.path as region,
       i.mode, i.state, i.last_result,
       case when i.last_result is not null then i.institution_name else '' end as institution_name,
       i.verified_on, i.valid_until
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
join catalogue_kinds k on k.id = i.kind_id
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');

grant usage on schema public to qj_query;
grant select on public_validity, settings, offices to qj_query;

-- A person's feeds in the order of their page, and how many there may be.
create index calendar_feeds_person on calendar_feeds (unit_id, user_id, id);
