-- The database's roles: one for the schema's owner, one for each area. Run once per cluster, by a superuser, before the
-- first migration; running it again changes nothing. Who may log in as which role is pg_ident.conf's business (peer map).
select format('create role %I login', name) as statement
from unnest(array['qj_owner', 'qj_portal', 'qj_accounts', 'qj_ledger', 'qj_admin', 'qj_mailer', 'qj_jobs', 'qj_query', 'qj_appointments', 'qj_desk',
                 'qj_supervision', 'qj_reminders']) as name
where not exists (select from pg_roles where rolname = name)
\gexec
-- Pages run kept statements: a generic plan spares planning (×1.47). The administrator's searches are planned with their values.
alter role qj_portal set plan_cache_mode = force_generic_plan;
alter role qj_accounts set plan_cache_mode = force_generic_plan;
alter role qj_ledger set plan_cache_mode = force_generic_plan;
alter role qj_admin set plan_cache_mode = force_custom_plan;
-- No statement of a page may hold a worker for long.
alter role qj_portal set statement_timeout = '10s';
alter role qj_accounts set statement_timeout = '10s';
alter role qj_ledger set statement_timeout = '20s';
alter role qj_admin set statement_timeout = '20s';
alter role qj_mailer set plan_cache_mode = force_custom_plan;
alter role qj_mailer set statement_timeout = '20s';
alter role qj_mailer set jit = off;
-- Long work: planned with its values; a statement over a whole import may take its time. Its connection says whose rows it may see.
alter role qj_jobs set plan_cache_mode = force_custom_plan;
alter role qj_jobs set statement_timeout = '300s';
-- Reminders look at everything once a day; each statement at a few hundred units.
alter role qj_reminders set plan_cache_mode = force_custom_plan;
alter role qj_reminders set statement_timeout = '60s';
alter role qj_reminders set jit = off;
-- The public's queries: nothing is ever written, nothing holds a worker. A search is prepared anew each time, so planned with its
-- values; what every page asks is kept.
alter role qj_query set plan_cache_mode = auto;
alter role qj_query set statement_timeout = '1s';
alter role qj_query set default_transaction_read_only = on;
alter role qj_query set jit = off;
-- A unit's appointments and an institution's desk: kept statements as in the ledger. Supervision searches and counts over regions: a
-- plan for a single county must not be taken for a country.
alter role qj_appointments set plan_cache_mode = force_generic_plan;
alter role qj_appointments set statement_timeout = '20s';
alter role qj_desk set plan_cache_mode = force_custom_plan;
alter role qj_desk set statement_timeout = '20s';
alter role qj_supervision set plan_cache_mode = force_custom_plan;
alter role qj_supervision set statement_timeout = '20s';
-- A region's rows are estimated in the thousands and counted in milliseconds: compiling the statement took ten times as long.
alter role qj_supervision set jit = off;
