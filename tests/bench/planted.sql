-- Words that stand in exactly so many instruments' names, however many instruments there are, spread over all units: what a search
-- costs can then be compared between a small ledger and a large one. Run as qj_owner after scripts/generate.
\set ON_ERROR_STOP on
begin;
create temp table planted on commit drop as
select n, (array['骉羴猋鱻麤毳焱赑', '龘靐齉爩鱻麤籱灪', '飍馫驫鱼羊犇淼晶', '囍甪畾垚鑫森磊尛'])[n] as word, (array[10000, 1000, 100, 10])[n] as rows
from generate_series(1, 4) as n;
create temp table chosen on commit drop as
select unit_id, id, row_number() over (order by hashint8extended(id, 7)) as place
from (select unit_id, id from instruments where state = 'in_use' order by hashint8extended(id, 7) limit 11110) i;
update instruments i set name = p.word || '秤'
from chosen c join planted p on c.place > (select coalesce(sum(rows), 0) from planted b where b.n < p.n)
                            and c.place <= (select sum(rows) from planted b where b.n <= p.n)
where i.unit_id = c.unit_id and i.id = c.id;
commit;
do $$ begin while search_refresh(20000) > 0 loop null; end loop; end $$;
vacuum (analyze) instrument_search;
