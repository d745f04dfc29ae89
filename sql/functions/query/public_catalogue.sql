-- Divisions, the catalogue and its everyday names as everybody may read them; every area reads them here, so that regions and kinds are
-- chosen alike everywhere. What must not be seen is left out of the views named public_…, row by row and column by column: no page has to
-- remember to hide it.
create or replace view public_divisions as
select code, name, level, parent_code, selectable, valid_from, valid_to, successor, leaf, ancestors, path from divisions;

-- What everybody may know of the catalogue, read in one place by every area: kinds that may be chosen, their everyday names. The
-- catalogue also says which of its rows were compared with the notice's annex.
create or replace view public_catalogue as
select k.id, k.item_no, k.item_name, k.kind_no, k.variant, k.kind_name, k.supervision, k.mode, k.uses, k.scope, k.cycle_months,
       k.service_life_months, k.regulation, k.condition, v.notice, v.valid_from, v.valid_to, k.retired_at is null as in_force, k.checked,
       k.shown_name
from catalogue_kinds k
join catalogue_versions v on v.id = k.version_id;

create or replace view public_everyday_names as select word, kind_no from kind_synonyms;

grant select on public_divisions to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_admin,
  qj_query;
grant select on public_catalogue, public_everyday_names to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk,
  qj_supervision, qj_admin, qj_query, qj_jobs;
