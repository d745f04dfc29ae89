-- What an instrument counts as, apart from its date: pass, declared (周期检定) and rotate have a due date, the rest have none.
create or replace function statistics_class(p_state text, p_mode text, p_result text, p_due date) returns text language sql immutable as $$
  select case when p_state <> 'in_use' then p_state
              when p_result = 'fail' then case when p_mode = 'periodic' then 'failed' else 'failed_other' end
              when p_result is null then case when p_mode = 'periodic' then 'not_verified' else 'not_verified_other' end
              when p_mode = 'first_scrap' then 'first_done'
              when p_mode = 'first_rotate' then case when p_due is null then 'unlimited' else 'rotate' end
              when p_due is null then 'not_verified'
              when p_result = 'pass' then 'pass'
              else 'declared' end
$$;

-- Two arrays added, place by place; the other one when one is empty.
create or replace function statistics_add(x int[], y int[]) returns int[] language sql immutable as $$
  select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by n), '{}') from unnest(x, y) with ordinality as t(a, b, n)
$$;

-- 31 days from some of them.
create or replace function statistics_days(p_days int[], p_counts bigint[]) returns int[] language sql immutable as $$
  select array_agg(coalesce(c.n, 0)::int order by d) from generate_series(1, 31) as d
    left join unnest(p_days, p_counts) as c(day, n) on c.day = d
$$;

-- The sum of a month's days, both included.
create or replace function statistics_between(p_days int[], p_first int, p_last int) returns bigint language sql immutable as $$
  select coalesce(sum(n), 0)::bigint from unnest(p_days[p_first:p_last]) as n
$$;

-- A line that counts, and whether its answer was in time.
create or replace function line_counts(p_state text, p_limit date) returns boolean language sql immutable as $$
  select p_limit is not null and p_state not in ('draft', 'withdrawn')
$$;

create or replace function line_timely(p_answered timestamptz, p_limit date) returns int language sql stable as $$
  select case when (p_answered at time zone 'Asia/Shanghai')::date <= p_limit then 1 else 0 end
$$;

grant execute on function statistics_class(text, text, text, date), statistics_between(int[], int, int), line_counts(text, date),
  line_timely(timestamptz, date) to qj_supervision;
