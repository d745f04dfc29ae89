-- Institutions that take orders, as everybody may know them.
create or replace view public_institutions as
select i.id, i.name, i.division_code, d.path as division_name, i.address, i.phone, i.working_hours, i.instructions,
       i.authorisation_number, i.authorised_until
from institutions i
join divisions d on d.code = i.division_code
where i.state = 'active';

-- 授权项目 of institutions; without a row in public_institution_regions one serves the institution's own division and what lies below.
create or replace view public_institution_kinds as
select a.id, a.institution_id, a.kind_id, a.measuring_range, a.accuracy, a.valid_until, a.send_in, a.on_site
from institution_kinds a
join institutions i on i.id = a.institution_id and i.state = 'active';

create or replace view public_institution_regions as
select r.institution_kind_id, r.division_code
from institution_kind_divisions r
join public_institution_kinds a on a.id = r.institution_kind_id;

grant select on public_institutions, public_institution_kinds, public_institution_regions to qj_query;
