-- Fills a test database with units and instruments in realistic proportions (scripts/generate calls it). Never for a database
-- that people use. Run by psql as qj_owner after load.sql, with -v units= -v instruments= [-v seed=] [-v today=YYYY-MM-DD].
-- Everything follows from the seed and the number of the unit (hashes, no random()): the same call on a fresh database gives
-- the same rows; on a database that has generated units already it adds the next ones.
-- Sizes: most units have 3–50 instruments, a few hundreds or thousands, and the first one 2 % of all (5,000 at least, where
-- there are that many). Instruments go in unit by unit, which keeps both indexes of the table growing at their right end.
\set ON_ERROR_STOP on
\if :{?seed}
\else
  \set seed 1
\endif
\if :{?today}
\else
select (now() at time zone 'Asia/Shanghai')::date as today \gset
\endif
begin;
set local work_mem = '64MB';

-- ---------------------------------------------------------------------------------------------- codes
-- Check character of a 主体标识码 (GB 11714-1997), then of the whole 统一社会信用代码 (GB 32100-2015).
create function pg_temp.with_key_check(body text) returns text language sql immutable as $$
  select body || case 11 - sum % 11 when 10 then 'X' when 11 then '0' else (11 - sum % 11)::text end
  from (select sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(body, i, 1)) - 1) *
                   (array[3, 7, 9, 10, 5, 8, 4, 2])[i]) from generate_series(1, 8) as i) as s
$$;
create function pg_temp.with_code_check(body text) returns text language sql immutable as $$
  select body || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - sum % 31) % 31)::int + 1, 1)
  from (select sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(body, i, 1)) - 1) *
                   (array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[i])
        from generate_series(1, 17) as i) as s
$$;

-- A unit's name as they are: a place (hundreds), a 字号 of two characters (576), what it does, and its number.
create function pg_temp.unit_name(n bigint, h bigint, trade int, place text) returns text language sql immutable as $$
  select '示范' || place || substr('永兴华恒金鑫宏盛德隆瑞福安泰康顺达美佳嘉万丰源利', 1 + (h & 1023)::int % 24, 1)
         || substr('昌发祥和通海天成信诚茂荣益民光明远博雅居乐家康联', 1 + (h >> 10 & 1023)::int % 24, 1)
         || ('{{超市,农贸市场,水果店,百货商行,珠宝行,生鲜配送中心}, {卫生院,人民医院,口腔诊所,中医馆,社区卫生服务站,体检中心},
               {加油站,加气站,石油销售公司,能源服务站,充电站,油气公司}, {机械厂,化工有限公司,食品厂,造纸有限公司,纺织厂,制药有限公司},
               {饭店,酒楼,餐饮管理有限公司,火锅店,快餐店,食堂}, {物业服务有限公司,热力公司,自来水公司,供电所,燃气公司,房产管理处}}'::text[]
            )[trade][1 + (h >> 44 & 1023)::int % 6] || n
$$;

-- ---------------------------------------------------------------------------------------------- units
-- Trades: 1 markets and shops, 2 clinics, 3 filling stations, 4 factories, 5 restaurants, 6 property and utilities.
create temp table new_units on commit drop as
with numbered as (
  select first.n + i as n, i = 1 as largest, hashint8extended(first.n + i, :seed) as h
  from (select coalesce(max(substr(login, 5)::bigint), 0) as n from users where login ~ '^gen-[0-9]+$') as first,
       generate_series(1, :units::bigint) as i
),
shares as (  -- Pareto: many small ones, a long tail, cut so that the first stays the largest
  select n, largest, h,
         case when largest and :units::bigint >= 10 then 0 else least(300, power(1 - (h & 1048575) / 1048576.0, -1 / 1.15)) end as weight
  from numbered
),
plan as (
  select case when :units::bigint < 10 then 0
              else greatest(:instruments::bigint / 50, least(5000, :instruments::bigint / 5)) end as of_largest
),
amounts as (
  select of_largest, least(3, (:instruments::bigint - of_largest) / :units::bigint) as base from plan
),
summed as (
  select s.*, a.of_largest, a.base, sum(weight) over (order by n) as upto, sum(weight) over () as total,
         :instruments::bigint - a.of_largest - a.base * :units::bigint as rest
  from shares s, amounts a
)
select n, h, (array[1,1,1,1,1,1,1,1,2,2,2,3,3,4,4,4,5,5,6,6])[1 + (h >> 20 & 1023) % 20] as trade,
       (base + case when largest then of_largest else 0 end +
        case when n = (select max(n) from summed) then rest - floor(lag(upto, 1, 0) over (order by n) / total * rest)
             else floor(upto / total * rest) - floor(lag(upto, 1, 0) over (order by n) / total * rest) end)::int as size
from summed;

insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact,
                         mobile, email, state, submitted_at, reviewed_at, terms_version, consented_at)
select k.key, pg_temp.with_code_check(case when trade = 2 then '12' else '91' end || '990100' || k.key),
       pg_temp.unit_name(n, h, trade, place.name),
       case when trade = 2 then 'public_institution' when (h >> 30 & 3) = 0 then 'individual' else 'enterprise' end,
       place.code,
       '示范负责人', 'id_card', '990101********0019', '示范联系人', '138' || lpad((n % 100000000)::text, 8, '0'), '', 'approved',
       at.submitted, at.submitted + interval '1 day', 'demo', at.submitted
from new_units
cross join lateral (select pg_temp.with_key_check('N' || lpad(n::text, 7, '0')) as key) as k
cross join lateral (select (:'today'::date - (300 + (h >> 40 & 511))::int + time '09:30') at time zone 'Asia/Shanghai' as submitted) as at
cross join (select array_agg(code order by code) as codes, array_agg(name order by code) as names from divisions
            where selectable and leaf) as places
cross join lateral (select codes[at] as code, names[at] as name
                    from (select (1 + (h >> 32 & 1048575) % cardinality(codes))::int as at) as a) as place
order by n;

insert into users (login, name, user_type, unit_id, password_hash)
select 'gen-' || lpad(u.n::text, greatest(6, length(u.n::text)), '0'), '示范用户', 'unit', e.id, '!'
from new_units u
join units e on e.unit_key = pg_temp.with_key_check('N' || lpad(u.n::text, 7, '0'))
order by u.n;

-- ---------------------------------------------------------------------------------------------- what stands where
-- weights: how often among 100 instruments of each trade. months: the cycle or service life where the catalogue leaves it open.
create temp table samples (
  sample int generated always as identity, weights int[], kind_no int, variant text, name text, model text, measuring_range text,
  accuracy text, manufacturer text, delivery text, months int
) on commit drop;
insert into samples (weights, kind_no, variant, name, model, measuring_range, accuracy, manufacturer, delivery, months) values
  ('{46,2,2,3,8,2}', 2, '', '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '示范衡器', 'on_site', null),
  ('{14,0,0,1,2,0}', 2, '', '条码打印计价秤', 'TM-30A', '100 g~15 kg', 'Ⅲ', '示范电子衡器', 'send_in', null),
  ('{12,1,1,9,4,2}', 2, '', '电子台秤', 'TCS-150', '1 kg~150 kg', 'Ⅲ', '示范衡器', 'on_site', null),
  ('{2,0,1,4,0,1}', 2, '', '电子汽车衡', 'SCS-100', '400 kg~100 t', 'Ⅲ', '示范重型衡器', 'on_site', null),
  ('{3,0,0,2,0,0}', 2, '', '电子天平', 'JA2003', '1 mg~200 g', 'Ⅱ', '示范天平仪器', 'send_in', null),
  ('{0,0,0,2,0,0}', 3, '', '电子皮带秤', 'ICS-17', '(50~500) t/h', '1.0 级', '示范重型衡器', 'on_site', null),
  ('{0,0,42,1,0,0}', 10, '', '燃油加油机', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '示范加油设备', 'on_site', null),
  ('{0,0,6,0,0,0}', 12, '', '压缩天然气加气机', 'JQD-30', '(2~30) kg/min', '±0.5 %', '示范加气设备', 'on_site', null),
  ('{0,0,3,0,0,0}', 13, '', '液化天然气加气机', 'LNG-80', '(3~80) kg/min', '±1.0 %', '示范加气设备', 'on_site', null),
  ('{0,0,2,0,0,0}', 7, '', '立式金属罐', 'LJ-500', '500 m³', '±0.2 %', '示范储罐制造', 'on_site', null),
  ('{2,10,12,44,10,20}', 21, '', '压力表', 'Y-100', '(0~1.6) MPa', '1.6 级', '示范仪表', 'send_in', null),
  ('{0,2,2,8,2,4}', 21, '', '电接点压力表', 'YX-150', '(0~2.5) MPa', '1.6 级', '示范仪表', 'send_in', null),
  ('{0,5,0,1,0,0}', 21, '', '氧气压力表', 'YO-60', '(0~25) MPa', '2.5 级', '示范仪表', 'send_in', null),
  ('{1,2,18,10,36,6}', 61, '', '可燃气体检测报警器', 'GT-700EX', '(0~100) %LEL', '±5 %FS', '示范安防仪表', 'on_site', null),
  ('{0,0,1,3,0,0}', 56, '', '一氧化碳检测报警器', 'CO-200', '(0~1000) μmol/mol', '±5 μmol/mol', '示范安防仪表', 'on_site', null),
  ('{0,0,0,2,0,0}', 55, '', '硫化氢气体检测仪', 'HS-100', '(0~100) μmol/mol', '±5 μmol/mol', '示范安防仪表', 'send_in', null),
  ('{0,24,0,0,0,0}', 18, '', '无创自动测量血压计', 'HBP-1300', '(0~280) mmHg', '±3 mmHg', '示范医疗器械', 'send_in', null),
  ('{0,16,0,0,0,0}', 19, '', '台式水银血压计', 'XJ300/40-1', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', '示范医疗设备', 'send_in', null),
  ('{0,6,0,0,0,0}', 50, '', '心电图机', 'ECG-1200G', '0.5 mV~5 mV，输入阻抗 ≥50 MΩ', '±5 %', '示范医疗电子', 'on_site', null),
  ('{0,12,0,0,0,0}', 52, '', '多参数监护仪', 'iPM-12', '心率 (15~300) 次/min', '±1 %', '示范医疗电子', 'on_site', null),
  ('{0,4,0,0,0,0}', 1, '玻璃体温计', '玻璃体温计', 'CRW-11', '(35~42) ℃', '+0.10 ℃，-0.15 ℃', '示范体温计', 'send_in', null),
  ('{0,4,0,0,0,0}', 1, '其他体温计', '红外耳温计', 'IRT-6020', '(34~42.2) ℃', '±0.2 ℃', '示范医疗器械', 'send_in', null),
  ('{0,2,0,0,0,0}', 20, '', '非接触式眼压计', 'NT-510', '(7~60) mmHg', '±2 mmHg', '示范光学仪器', 'on_site', null),
  ('{1,1,0,0,0,0}', 30, '', '电脑验光仪', 'RM-800', '(-20~+20) m⁻¹', '±0.25 m⁻¹', '示范光学仪器', 'on_site', null),
  ('{1,1,0,0,0,0}', 29, '', '焦度计', 'LM-900', '(-25~+25) m⁻¹', '±0.06 m⁻¹', '示范光学仪器', 'on_site', null),
  ('{0,2,0,0,0,0}', 48, '', '医用诊断 X 射线设备', 'DR-F', '(40~150) kV', '±10 %', '示范影像设备', 'on_site', null),
  ('{0,1,0,0,0,0}', 27, '', '纯音听力计', 'AC-40', '(-10~120) dB HL', '1 型', '示范医疗电子', 'send_in', null),
  ('{8,2,2,3,20,30}', 14, 'DN15～DN25', '冷水水表', 'LXS-20E', 'DN20，Q₃=2.5 m³/h', '2 级', '示范水表', 'send_in', null),
  ('{1,1,1,1,2,6}', 14, 'DN32～DN50', '冷水水表', 'LXS-40E', 'DN40，Q₃=10 m³/h', '2 级', '示范水表', 'send_in', null),
  ('{1,0,0,0,14,3}', 15, '', '膜式燃气表', 'G4', '(0.04~6) m³/h', '1.5 级', '示范燃气表具', 'send_in', null),
  ('{8,1,2,1,2,18}', 25, '', '电子式电能表', 'DDS-220', '220 V，5(60) A', '2 级', '示范电表', 'send_in', 96),
  ('{0,0,0,0,0,4}', 16, '', '超声波热量表', 'DN20', '(0.05~5) m³/h，(4~95) ℃', '2 级', '示范热表', 'send_in', 72),
  ('{0,0,0,2,0,2}', 17, '', '电磁流量计', 'LDE-100', 'DN100，(8~280) m³/h', '0.5 级', '示范流量仪表', 'on_site', 24),
  ('{0,0,5,0,0,2}', 46, '', '非车载充电机', 'DC-120kW', '(200~750) V，(0~250) A', '2 级', '示范新能源设备', 'on_site', null),
  ('{0,0,0,2,0,0}', 26, '', '声级计', 'AWA-5688', '(30~130) dB', '2 级', '示范声学仪器', 'send_in', null),
  ('{0,0,0,1,0,0}', 58, '', '烟气分析仪', 'GA-350', '(0~2000) mg/m³', '±5 %', '示范环保仪器', 'send_in', null);

-- Each trade's weights laid out as slots, so that a hash picks one with a single join.
create temp table slots on commit drop as
select trade, (row_number() over (partition by trade order by sample, copy) - 1)::int as slot,
       (count(*) over (partition by trade))::int as slots, sample
from samples, generate_series(1, 6) as trade, lateral generate_series(1, weights[trade]) as copy;
create temp table trades on commit drop as
select distinct trade, slots,
       (array['市场 %s 号摊位', '门诊楼 %s 诊室', '加油区 %s 号岛', '车间 %s 号工位', '后厨 %s 号灶台', '%s 号楼表井'])[trade] as place
from slots;
-- A sample whose kind the catalogue lacks is refused by a null, not left out in silence.
create temp table ready_samples on commit drop as
select s.*, k.id as kind_id, k.mode, k.uses[1] as use,
       case when k.mode = 'periodic' then coalesce(k.cycle_months, s.months) end as cycle_months,
       coalesce(s.months, k.cycle_months, k.service_life_months, 12) as span
from samples s
left join catalogue_kinds k on k.kind_no = s.kind_no and k.variant = s.variant and k.retired_at is null;
analyze new_units, slots, trades, ready_samples;

-- ---------------------------------------------------------------------------------------------- instruments
-- Of 100: 70 valid, 10 due soon, 8 overdue, 4 not verified, 2 failed, 6 stopped or scrapped.
insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin,
                         division_code, place, holder, sub_number, quantity, use, delivery, management_number, cycle_months, last_result, verified_on,
                         valid_until, certificate_number, institution_name, remark, state, created_at, updated_at)
select e.id, s.name || case when h1 >> 10 & 3 = 0 then '（' || i || ' 号）' else '' end,
       s.kind_id, s.mode, s.model, s.measuring_range, s.accuracy,
       case when d.quantity > 1 then d.serial || '~' || right('000' || d.quantity, 4) else d.serial end,
       s.manufacturer || (array['有限公司', '厂', '集团有限公司', '科技股份有限公司'])[1 + (h1 >> 12 & 3)],
       case when h1 >> 14 & 31 = 0 then 'imported' else 'domestic' end,
       e.division_code, format(t.place, i), case when t.trade = 1 then '示范摊主 ' || i else '' end,
       case when s.kind_no = 10 then (i % 16 + 1)::text else '' end, d.quantity, s.use, s.delivery,
       case when h1 >> 19 & 1 = 0 then '' else 'GL-' || right('00000' || i, 6) end,
       s.cycle_months, d.result, d.verified_on, d.due,
       case when d.result is null then '' else 'SF' || (h2 & 268435455) end,
       case when d.result is null then '' else '示范市计量测试所' end,
       '', d.state, d.entered, d.entered
from (select n, trade, i, hashint8extended(n * 1000000 + i, :seed + 1) as h1, hashint8extended(n * 1000000 + i, :seed + 2) as h2
      from (select n, trade, size from new_units order by n offset 0) as u, generate_series(1, u.size) as i) as j
join trades t on t.trade = j.trade
join slots on slots.trade = j.trade and slots.slot = (h1 & 1023) % t.slots
join ready_samples s on s.sample = slots.sample
join (select u.n, e.id, e.division_code from new_units u
      join units e on e.unit_key = pg_temp.with_key_check('N' || lpad(u.n::text, 7, '0'))) as e on e.n = j.n
cross join lateral (select (h2 >> 28 & 1023) % 100 as standing, (h2 >> 38 & 1048575)::int as spread offset 0) as r
cross join lateral (
  select case when standing between 88 and 91 then null when standing in (92, 93) then 'fail'
              when s.mode <> 'periodic' or h1 >> 20 & 7 < 3 then 'declared' else 'pass' end as result,
         case when standing >= 97 then 'scrapped' when standing >= 94 then 'stopped' else 'in_use' end as state,
         case when standing between 88 and 93 or s.mode = 'first_scrap' then null
              when standing < 70 then :'today'::date + 31 + spread % (s.span * 30 - 31)
              when standing < 80 then :'today'::date + spread % 31
              when standing < 88 then :'today'::date - 1 - (spread & 511) * (spread >> 9 & 511) / 512
              when standing < 97 then :'today'::date + s.span * 30 - 1 - spread % (s.span * 30 + 300)
              else :'today'::date - 1 - spread % 900 end as due
  offset 0) as o
cross join lateral (
  select o.*,
         case when o.due is not null then (o.due + (s.mode = 'periodic')::int - make_interval(months => s.span))::date
              when o.result is not null then :'today'::date - spread % 170 end as verified_on,
         case when s.mode <> 'periodic' and h1 >> 23 & 3 = 0 then 2 + (h1 >> 25 & 31)::int else 1 end as quantity,
         2015 + (h1 >> 30 & 1023) % 11 || right('000000' || (h1 >> 40 & 1048575), 7) as serial,
         :'today'::date - (spread & 1023) * interval '7 hours' as entered
  offset 0) as d;

commit;

call search_fill();
vacuum (analyze) units;
vacuum (analyze) users;
vacuum (analyze) instruments;
