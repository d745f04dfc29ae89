-- Working days after p_from up to p_to: weekends are skipped, as in domain/appointment's limit. 0001-01-01 was a Monday.
create or replace function working_days(p_from date, p_to date) returns int language sql immutable as $$
  select greatest(0, t.d / 7 * 5 + least(t.d % 7, 5) - f.d / 7 * 5 - least(f.d % 7, 5))
    from (select p_from + 1 - date '0001-01-01' as d) f, (select p_to + 1 - date '0001-01-01' as d) t
$$;

grant execute on function working_days(date, date) to qj_supervision;
