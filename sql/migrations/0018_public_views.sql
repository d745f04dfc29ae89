-- What everybody may read (domain.md §7): views named public_…, and nothing else for the role that answers the public's queries.
-- What must not be seen is left out here, row by row and column by column: no page has to remember to hide it.

-- A serial number keeps its ends only; how long it is does not show.
create function public_serial_number(p_text text) returns text language sql immutable as $$
  select case when p_text = '无' then p_text
              when length(p_text) <= 3 then left(p_text, 1) || '****'
              else left(p_text, least(3, length(p_text) / 4)) || '****' || right(p_text, least(3, length(p_text) / 4)) end
$$;

-- An instrument, by the code of its label (128 random bits). A view of the owner's is not held back by row-level security.
create view public_instruments as
select i.public_code,
       public_unit_name(e.unit_type, e.name, e.representative) as unit_name,
       i.name,
       k.kind_name || case when k.variant <> '' then '（' || k.variant || '）' else '' end as kind_name,
       i.model,
       public_serial_number(i.serial_number) as serial_number,
       d.path as region,
       i.mode, i.state, i.last_result,
       case when i.last_result is not null then i.institution_name else '' end as institution_name,
       i.verified_on, i.valid_until
from instruments i
join units e on e.id = i.unit_id and e.state = 'approved'
join catalogue_kinds k on k.id = i.kind_id
join divisions d on d.code = i.division_code
where i.state in ('in_use', 'stopped');
drop view public_validity;

create view public_divisions as
select code, name, level, parent_code, selectable, valid_from, valid_to, successor, leaf, ancestors, path from divisions;

create view public_institutions as
select i.id, i.name, i.division_code, d.path as division_name, i.address, i.phone, i.working_hours, i.instructions,
       i.authorisation_number, i.authorised_until
from institutions i
join divisions d on d.code = i.division_code
where i.state = 'active';

-- 授权项目 of institutions; without a row in public_institution_regions one serves the institution's own division and what lies below.
create view public_institution_kinds as
select a.id, a.institution_id, a.kind_id, a.measuring_range, a.accuracy, a.valid_until, a.send_in, a.on_site
from institution_kinds a
join institutions i on i.id = a.institution_id and i.state = 'active';
create view public_institution_regions as
select r.institution_kind_id, r.division_code
from institution_kind_divisions r
join public_institution_kinds a on a.id = r.institution_kind_id;

create view public_catalogue as
select k.id, k.item_no, k.item_name, k.kind_no, k.variant, k.kind_name, k.supervision, k.mode, k.uses, k.scope, k.cycle_months,
       k.service_life_months, k.regulation, k.condition, v.notice, v.valid_from, v.valid_to, k.retired_at is null as in_force
from catalogue_kinds k
join catalogue_versions v on v.id = k.version_id;
create view public_everyday_names as select word, kind_no from kind_synonyms;

-- What every page's frame shows.
create view public_settings as
select key, value from settings
where key in ('title', 'system_title', 'english_title', 'organiser', 'icp_number', 'police_number', 'site_code', 'hotline', 'demo');
create view public_offices as select id, position, name, address, postcode, phone, fax, version from offices;

revoke select on settings, offices from qj_query;
grant select on public_instruments, public_divisions, public_institutions, public_institution_kinds, public_institution_regions,
  public_catalogue, public_everyday_names, public_settings, public_offices to qj_query;
grant execute on function public_serial_number(text) to qj_query;
-- Regions are chosen alike everywhere.
grant select on public_divisions to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_admin;
