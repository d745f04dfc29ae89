-- For the bench: an institution with :lines lines behind it, in appointments of 1 to 500 lines and in every state, as years of work leave
-- them; and a unit with 500 overdue scales beside it that another institution may verify. Run by a superuser: the triggers that follow each
-- line are what the product does to one appointment, not to a million lines.
\set ON_ERROR_STOP on
begin;
set local session_replication_role = replica;
insert into institutions (name, division_code) values ('示范测速计量院', '320102'), ('示范测速计量站', '110105');
insert into users (login, name, user_type, institution_id, password_hash)
select 'bench-' || case name when '示范测速计量院' then 'desk' else 'small-desk' end, 'bench', 'institution', id, '!' from institutions where name like '示范测速计量%';
insert into institution_kinds (institution_id, kind_id, send_in, on_site)
select i.id, k.id, true, true from institutions i, catalogue_kinds k where i.name = '示范测速计量站' and k.kind_no = 2 and k.retired_at is null;
create temp table drawn as
select n, e.id as unit_id, size, sum(size) over (order by n) as upto, now() - n * interval '50 minutes' as at
from (select n, 1 + (hashint4(n) & 2147483647) % 20000 as place,
             case when (hashint4(n * 7) & 127) < 90 then 1 + (hashint4(n * 3) & 7)
                  when (hashint4(n * 7) & 127) < 122 then 10 + (hashint4(n * 3) & 2147483647) % 90
                  else 100 + (hashint4(n * 3) & 2147483647) % 401 end as size
        from generate_series(1, :lines / 25) n) d
join (select id, row_number() over (order by id) as place from units limit 20000) e on e.place = 1 + (d.place - 1) % (select least(20000, count(*)) from units);
delete from drawn where upto - size >= :lines;
insert into appointments (unit_id, id, number, institution_id, delivery, contact, phone, state, line_count, waiting_count, open_count, submitted_at, answered_at,
  unit_name, unit_code, unit_division)
select d.unit_id, 100000000 + n, to_char(at, 'YYYYMMDD') || '320102' || (1000000 + n), i.id, case when n % 5 = 0 then 'on_site' else 'send_in' end, '示范联系人',
  '13800000000', case when n <= 800 then 'submitted' else 'answered' end, size, case when n <= 800 then size else 0 end, case when n <= 3000 then size else 0 end, at,
  case when n > 800 then at + interval '2 days' end, e.name, e.unit_code, '示范市'
from drawn d join units e on e.id = d.unit_id, institutions i where i.name = '示范测速计量院';
insert into appointment_lines (unit_id, id, appointment_id, line_no, institution_id, instrument_id, state, name, kind_id, mode, model, measuring_range, accuracy,
  serial_number, manufacturer, quantity, division_code, place, use, cycle_months, submitted_at, answer_by, answered_at, answered_by, planned_on, ended_at, ended_by)
select unit_id, 100000000000 + upto - line, 100000000 + n, line, i.id, 100000000 + upto - line,
  case when n <= 800 then 'waiting' when n <= 3000 then case line % 3 when 0 then 'verifying' else 'accepted' end
       else (array['passed', 'passed', 'passed', 'passed', 'passed', 'passed', 'passed', 'failed', 'refused', 'returned'])[1 + (line + n) % 10] end,
  (array['电子计价秤', '燃油加油机', '无创自动测量血压计', '压力表', '可燃气体检测报警器', '非车载充电机'])[1 + n % 6], k.id, 'periodic', 'ACS-30', '（0～30）kg', 'Ⅲ',
  'B' || n || '-' || line, '示范衡器有限公司', 1, '320102', '示范大厅', 'trade', 12, at, at::date + 7, case when n > 800 then at + interval '2 days' end,
  case when n > 800 then '示范人' else '' end, case when n between 801 and 3000 then current_date + ((n + line) % 120)::int end,
  case when n > 3000 then at + interval '9 days' end, case when n > 3000 then 'institution' else '' end
from drawn, generate_series(1, size) as line, institutions i, (select min(id) as id from catalogue_kinds where kind_no = 2) k where i.name = '示范测速计量院';
insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact, mobile, state)
values ('BENCH0002', 'BENCH0002', '示范预约单位', 'enterprise', '110105', '', 'id_card', '', '示范联系人', '13800000000', 'approved');
insert into users (login, name, user_type, unit_id, password_hash) select 'bench-books', 'bench', 'unit', id, '!' from units where unit_key = 'BENCH0002';
commit;
insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin, division_code, place, use, delivery,
  cycle_months, last_result, verified_on, valid_until)
select e.id, '电子计价秤', k.id, 'periodic', 'ACS-30', '（0～30）kg', 'Ⅲ', 'V' || n, '示范衡器有限公司', 'domestic', '110105', '示范大厅', 'trade', 'send_in', 12, 'declared',
  current_date - 400, current_date - 35
from units e, (select min(id) as id from catalogue_kinds where kind_no = 2) k, generate_series(1, 500) n where e.unit_key = 'BENCH0002';
vacuum (analyze) appointments;
vacuum (analyze) appointment_lines;
vacuum (analyze) instruments;
