-- The regions that are folded for a place: '' (the whole country), its province, and what comes below that as people see it
-- (grouping rows are nobody's). Counties below a city are counted in instruments_region itself.
create or replace view statistics_regions as
select d.code as division_code, r.region, r.depth
from divisions d
cross join lateral (
  select array_agg(a.code order by u.n) as codes
    from unnest(d.ancestors) with ordinality as u(code, n) join divisions a on a.code = u.code
   where a.selectable or a.leaf) s
cross join lateral (values ('', 0), (s.codes[1], 1), (s.codes[2], 2)) as r(region, depth)
where r.region is not null;

grant select on statistics_regions to qj_supervision;
