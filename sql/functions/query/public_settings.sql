-- What every page's frame shows.
create or replace view public_settings as
select key, value from settings
where key in ('title', 'system_title', 'english_title', 'organiser', 'icp_number', 'police_number', 'site_code', 'hotline', 'demo');

create or replace view public_offices as select id, position, name, address, postcode, phone, fax, version from offices;

grant select on public_settings, public_offices to qj_query;
