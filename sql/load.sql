-- Loads the lists that come with the product: divisions, the catalogue, everyday names. Run by psql as qj_owner in this
-- folder (paths are relative); running it again changes nothing. One transaction: all three lists or none.
-- Never removes a division or a kind: what an administrator added stays, a kind that left the list is retired. Once an
-- administrator has replaced the catalogue (an applied edition), this leaves it alone.
\set ON_ERROR_STOP on
begin;

create temp table divisions_in (
  code text primary key, name text not null, level smallint not null, parent_code text, selectable int not null,
  valid_from date, valid_to date, successor text
) on commit drop;
\copy divisions_in from 'data/divisions.csv' with (format csv, header match)

create temp table catalogue_in (
  item_no int, item_name text not null, kind_no int, variant text, kind_name text not null, supervision text not null,
  mode text not null, uses text, scope text, cycle_months int, service_life_months int, regulation text, condition text,
  notice text not null, checked int not null
) on commit drop;
\copy catalogue_in from 'data/catalogue.csv' with (format csv, header match)

create temp table synonyms_in (word text not null, kind_no int not null) on commit drop;
\copy synonyms_in from 'data/synonyms.csv' with (format csv, header match)

-- A list cut short must not retire half of the catalogue; a word must lead somewhere. kind_no 0: known not to be in it.
create temp table word_without_a_kind (word text, kind_no int, check (false)) on commit drop;
insert into word_without_a_kind
select word, kind_no from synonyms_in s
where kind_no <> 0 and not exists (select from catalogue_in c where c.kind_no = s.kind_no);
create temp table catalogue_is_empty (kinds bigint, check (kinds > 0)) on commit drop;
insert into catalogue_is_empty select count(*) from catalogue_in;

-- ---------------------------------------------------------------------------------------------- divisions
-- An end or a successor that an administrator entered stays where the list says nothing.
insert into divisions as d (code, name, level, parent_code, selectable, valid_from, valid_to, successor)
select code, name, level, parent_code, selectable = 1, valid_from, valid_to, successor
from divisions_in
order by level, code
on conflict (code) do update
  set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code, selectable = excluded.selectable,
      valid_from = coalesce(excluded.valid_from, d.valid_from), valid_to = coalesce(excluded.valid_to, d.valid_to),
      successor = coalesce(excluded.successor, d.successor)
  where (d.name, d.level, d.parent_code, d.selectable) is distinct from
        (excluded.name, excluded.level, excluded.parent_code, excluded.selectable)
     or (coalesce(excluded.valid_from, d.valid_from), coalesce(excluded.valid_to, d.valid_to),
         coalesce(excluded.successor, d.successor)) is distinct from (d.valid_from, d.valid_to, d.successor);

-- Derived columns, for all rows: an added division changes those around it. A grouping row (省直辖县级行政区划) cannot be
-- chosen but has children that can; regions outside this law cannot be chosen either, but their names are places.
with recursive tree as (
  select code, name, selectable, array[code] as ancestors, array[name] as names
  from divisions where parent_code is null
  union all
  select d.code, d.name, d.selectable, t.ancestors || d.code, t.names || d.name
  from divisions d
  join tree t on t.code = d.parent_code
),
inner_nodes as (  -- with a selectable division somewhere below
  select distinct above.code
  from tree t
  cross join lateral unnest(t.ancestors[:cardinality(t.ancestors) - 1]) as above(code)
  where t.selectable
),
grouping_rows as (
  select code from tree where not selectable and code in (select code from inner_nodes)
),
derived as (
  select t.code, t.ancestors, t.code not in (select code from inner_nodes) as leaf,
         (select string_agg(step.name, ' ' order by step.n)
            from unnest(t.ancestors, t.names) with ordinality as step(code, name, n)
           where step.code = t.code or step.code not in (select code from grouping_rows)) as path
  from tree t
)
update divisions d
   set leaf = n.leaf, ancestors = n.ancestors, path = n.path
  from derived n
 where n.code = d.code and (d.leaf, d.ancestors, d.path) is distinct from (n.leaf, n.ancestors, n.path);

-- ---------------------------------------------------------------------------------------------- catalogue
select exists (select from catalogue_editions where applied_at is not null) as catalogue_is_the_administrators \gset
\if :catalogue_is_the_administrators
\echo 目录已由管理员替换，未作更改。
\else
insert into catalogue_versions (notice)
select distinct notice from catalogue_in
on conflict (notice) do nothing;

insert into catalogue_kinds as k (version_id, item_no, item_name, kind_no, variant, kind_name, supervision, mode, uses, scope,
                                  cycle_months, service_life_months, regulation, condition, checked)
select v.id, c.item_no, c.item_name, c.kind_no, coalesce(c.variant, ''), c.kind_name,
       -- Words of the notice to codes; an unknown word stays and is refused by the column's check.
       case c.supervision when '型式批准' then 'type_approval' when '强制检定' then 'verification'
                          when '型式批准、强制检定' then 'both' else c.supervision end,
       c.mode,
       array(select u.code from unnest(string_to_array(coalesce(c.uses, ''), ';')) as u(code)
             order by array_position(array['trade', 'safety', 'medical', 'environment'], u.code)),
       coalesce(c.scope, ''), c.cycle_months, c.service_life_months, coalesce(c.regulation, ''), coalesce(c.condition, ''),
       c.checked = 1
from catalogue_in c
join catalogue_versions v on v.notice = c.notice
order by c.item_no, c.kind_no, c.variant
on conflict (kind_no, variant) do update
  set version_id = excluded.version_id, item_no = excluded.item_no, item_name = excluded.item_name,
      kind_name = excluded.kind_name, supervision = excluded.supervision, mode = excluded.mode, uses = excluded.uses,
      scope = excluded.scope, cycle_months = excluded.cycle_months, service_life_months = excluded.service_life_months,
      regulation = excluded.regulation, condition = excluded.condition, checked = excluded.checked,
      -- An administrator who retired a kind by hand (a version above 1) meant it.
      retired_at = case when k.version > 1 then k.retired_at end
  where (k.version_id, k.item_no, k.item_name, k.kind_name, k.supervision, k.mode, k.uses, k.scope, k.cycle_months,
         k.service_life_months, k.regulation, k.condition, k.checked, k.retired_at) is distinct from
        (excluded.version_id, excluded.item_no, excluded.item_name, excluded.kind_name, excluded.supervision, excluded.mode,
         excluded.uses, excluded.scope, excluded.cycle_months, excluded.service_life_months, excluded.regulation,
         excluded.condition, excluded.checked, case when k.version > 1 then k.retired_at end);

update catalogue_kinds k
   set retired_at = now()
 where retired_at is null
   and not exists (select from catalogue_in c where c.kind_no = k.kind_no and coalesce(c.variant, '') = k.variant);
\endif

-- ---------------------------------------------------------------------------------------------- everyday names
-- What an administrator added stays, and what one removed stays away.
delete from kind_synonyms k
where not by_administrator and not exists (select from synonyms_in s where s.word = k.word and s.kind_no = k.kind_no);
insert into kind_synonyms (word, kind_no)
select word, kind_no from synonyms_in s
where not exists (select from kind_synonyms_removed r where r.word = s.word and r.kind_no = s.kind_no)
on conflict do nothing;

commit;
