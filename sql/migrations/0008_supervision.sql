-- Supervision (domain.md §9): the counts behind the figures of provinces and the whole country.
--
-- Counts are kept by region, kind, use, class and due date, a row a month with its days in an array: where an instrument stands
-- (超期, 30 天内到期 …) is computed when it is read, so nothing goes wrong at midnight. Whoever changes instruments appends what was added
-- and taken away (statistics_deltas, by triggers); qj-jobs folds that into the counts each minute. A delta is deleted in the very
-- transaction that counts it: a fold that is killed has done nothing, and nothing is counted twice.

create table statistics_deltas (
  division_code text not null, kind_id bigint not null, use text not null, class text not null, due date, quantity bigint not null
);

-- kind_id 0, use '': all together. Provinces and the country have both, what is below them only these. month: the first day of the
-- due date's; 0001-01-01 for what has none, days is empty then.
create table statistics_cells (
  region text not null,
  kind_id bigint not null,
  use text not null,
  class text not null,
  month date not null,
  total bigint not null,
  days int[] not null,
  primary key (region, kind_id, use, class, month)
);

-- What institutions did with lines (not 数量), by the day it counts for. first: results of lines, by 检定日期; whole: all, part: 合格.
-- timely: answers, by their limit; whole: all but those taken back, part: those in time.
create table statistics_service_deltas (
  division_code text not null, what text not null, day date not null, whole bigint not null, part bigint not null
);

create table statistics_service (
  region text not null,
  what text not null check (what in ('first', 'timely')),
  day date not null,
  whole bigint not null,
  part bigint not null,
  primary key (region, what, day)
);

create table statistics_state (
  one boolean primary key default true check (one),
  folded_at timestamptz not null,
  rebuild boolean not null default false     -- the tree of divisions has changed
);

-- Nothing is there, so everything is counted.
insert into statistics_state (folded_at) values (now());

-- ---------------------------------------------------------------------------------------------- who may what
grant select on statistics_cells, statistics_service, statistics_state to qj_supervision;
