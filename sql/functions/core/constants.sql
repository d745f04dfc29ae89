-- Numbers that several statements share, here and in C++. Each is a function that a plan replaces by its value, so an index is used as
-- with the number itself. What the tables' own columns are made of stands beside them (sort_due_failed() … in sql/migrations).

-- So many days before its date an instrument is due soon; domain/standing has the same number.
create or replace function due_soon_days() returns int language sql immutable parallel safe as 'select 30';

-- A session ends after so long without a request, and after so long in any case.
create or replace function session_idle() returns interval language sql immutable parallel safe as $$ select interval '30 minutes' $$;
create or replace function session_life() returns interval language sql immutable parallel safe as $$ select interval '12 hours' $$;

-- Counts of what has no due date stand in this month.
create or replace function month_of_undated() returns date language sql immutable parallel safe as $$ select date '0001-01-01' $$;

-- Advisory locks: the first of two numbers says what is locked, the second which one of them. 70 is the schema's (store/core/migrations.cpp).
create or replace function lock_class_audit() returns int language sql immutable parallel safe as 'select 71';           -- a unit's chain
create or replace function lock_class_statistics() returns int language sql immutable parallel safe as 'select 72';      -- 1: the counts
create or replace function lock_class_reminders() returns int language sql immutable parallel safe as 'select 73';       -- 1: a run
create or replace function lock_class_search() returns int language sql immutable parallel safe as 'select 74';          -- 1: the rows
create or replace function lock_class_everyday_names() returns int language sql immutable parallel safe as 'select 75';  -- a kind's number
create or replace function lock_class_managers() returns int language sql immutable parallel safe as 'select 76';        -- an organisation
create or replace function lock_class_administrators() returns int language sql immutable parallel safe as 'select 77';  -- 1: all of them
create or replace function lock_class_desk_day() returns int language sql immutable parallel safe as 'select 78';        -- institution, day

grant execute on function due_soon_days() to qj_ledger, qj_appointments, qj_jobs;
grant execute on function session_idle(), session_life() to qj_accounts, qj_admin;
grant execute on function lock_class_everyday_names(), lock_class_administrators() to qj_admin;
grant execute on function lock_class_reminders() to qj_reminders, qj_admin;
grant execute on function lock_class_desk_day() to qj_desk;
