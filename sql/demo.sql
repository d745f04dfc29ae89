-- A small demonstration: three approved units with a ledger in every standing, one unit under review, one refused, two
-- institutions, a department, announcements. Run once by psql as qj_owner after load.sql; where a demonstration stands
-- already, nothing happens. Every name, number and code is made up (示范…; region 990100 does not exist). Nobody can log in
-- until a password is set. Dates are relative to the variable `today` (psql -v today=2026-03-05), else to the day in Shanghai.
\set ON_ERROR_STOP on
\if :{?today}
\else
select (now() at time zone 'Asia/Shanghai')::date as today \gset
\endif
select exists (select from settings where key = 'demo' and value <> '') as demo_stands \gset
\if :demo_stands
  \echo 演示数据已存在，未作更改。
\else
begin;

create temp table load_the_lists_first (kinds bigint, check (kinds > 0)) on commit drop;
insert into load_the_lists_first select count(*) from catalogue_kinds;

insert into settings (key, value) values ('demo', '演示系统'), ('organiser', '示范市市场监督管理局')
on conflict (key) do update set value = excluded.value;

insert into offices (position, name, address, postcode, phone, fax) values
  (1, '示范市市场监督管理局计量科', '示范省示范市示范大道 1 号 3 楼 305 室', '000000', '010-00000000', '010-00000001'),
  (2, '示范市计量测试所业务受理大厅', '示范省示范市检定路 8 号 1 楼', '000000', '010-00000002', '');

insert into announcements (title, body, place, shown_from, shown_to) values
  ('本系统为演示系统',
   '本系统中的单位、人员、电话和器具均为虚构，仅供了解功能使用，请勿填写真实的个人信息。' || e'\n\n' ||
   '演示数据可能随时恢复为初始状态。', 'home', :'today'::date - 60, null),
  ('关于强制检定工作计量器具网上登记的说明',
   '用于贸易结算、安全防护、医疗卫生、环境监测，并列入《实施强制管理的计量器具目录》（以市场监管总局公告2020年第42号附件为准）的工作计量器具，使用单位应当登记，并在有效期届满前申请检定。' || e'\n\n' ||
   '注册企业用户后，审核人员每个工作日 9:00、14:00、17:00 集中审核。审核通过后，请在“强检器具台账维护”中逐台登记器具。' || e'\n\n' ||
   '不清楚器具属于哪个项别、种别时，可按日常叫法查找，例如“电子秤”“加油机”“血压计”“燃气报警器”。', 'home', :'today'::date - 45, null),
  ('强制检定不收取费用',
   '自 2017 年 4 月 1 日起，强制检定不收取检定费。如遇以强制检定名义收费的，可拨打 12315 反映。', 'home', :'today'::date - 30, null),
  ('年末检定工作安排',
   '年末送检集中，请有器具即将到期的单位提前申请，避免超期使用。大型衡器、燃油加油机实行现场检定，请预留作业场地。', 'home', :'today'::date - 7, :'today'::date + 60),
  ('业务受理大厅搬迁通知（已结束）',
   '业务受理大厅已迁至检定路 8 号 1 楼。', 'home', :'today'::date - 120, :'today'::date - 30),
  ('办理须知',
   '请使用单位核对台账中的出厂编号、型号规格和使用地点，与器具铭牌一致后再申请检定。' || e'\n\n' ||
   '台账中黄色表示 30 天内到期，红色表示已超期或检定不合格。红色的器具请立即停止使用并申请检定。', 'service', :'today'::date - 60, null);

insert into institutions (name, division_code, address, phone, contact, email, working_hours, instructions,
                          authorisation_number, authorised_until) values
  ('示范市计量测试所', '320102', '示范省示范市检定路 8 号', '010-00000002', '陈检定', 'shoujian@example.com',
   '周一至周五 8:30～11:30，13:30～17:00',
   e'1. 送检前请清洁器具，并带齐附件、说明书和上一次的检定证书。\n2. 预约受理后，请按约定的日期送到 1 楼受理大厅。\n3. 大型衡器、燃油加油机实行现场检定，请预留作业场地。',
   '（示）法计（2024）0001 号', :'today'::date + 900),
  ('示范市医学计量检定站', '320104', '示范省示范市健康路 6 号', '010-00000003', '孙检定', '',
   '周一至周五 9:00～12:00，14:00～17:30',
   e'血压计、体温计请成批送检，并附清单。\n多参数监护仪等大型医用器具实行现场检定。',
   '（示）法计（2023）0006 号', :'today'::date + 400),
  ('示范区计量质量检测所', '330106', '示范省示范区质量路 12 号', '0571-00000004', '吴检定', '',
   '周一至周五 8:30～12:00，14:00～17:30', '', '（示）法计（2025）0021 号', null),
  ('示范县计量检定所', '429004', '示范省示范县计量巷 3 号', '0728-00000005', '郑检定', '',
   '周一至周五 8:30～12:00，14:30～17:30', '请先电话预约。', '（示）法计（2021）0033 号', :'today'::date - 20);

-- What they may verify: whole kinds by number; variants of one kind together. Without a region it serves
-- its own one.
with authorised (institution, kind_no, measuring_range, accuracy, days, send_in, on_site, regions) as (values
  ('示范市计量测试所', 2, '（0～150）t', 'Ⅲ、Ⅳ', 900, true, true, '{320100}'::text[]),
  ('示范市计量测试所', 7, '（20～10000）m³', '±0.2 %', 900, false, true, '{320000}'),
  ('示范市计量测试所', 10, '（5～90）L/min', '±0.30 %', 900, false, true, '{320100}'),
  ('示范市计量测试所', 14, '', '2 级', 900, true, false, '{}'),
  ('示范市计量测试所', 15, '（0.016～10）m³/h', '1.5 级', 900, true, false, '{}'),
  ('示范市计量测试所', 21, '（-0.1～60）MPa', '1.6 级及以下', 200, true, false, '{320100,429004}'),
  ('示范市计量测试所', 46, '（200～1000）V，（0～400）A', '2 级', 900, false, true, '{320100}'),
  ('示范市计量测试所', 61, '（0～100）%LEL', '±5 %FS', -10, true, true, '{320100}'),
  ('示范市医学计量检定站', 1, '（34～43）℃', '', 400, true, false, '{320100}'),
  ('示范市医学计量检定站', 19, '（0～300）mmHg', '±3.75 mmHg', 400, true, true, '{320100}'),
  ('示范市医学计量检定站', 52, '', '', 400, false, true, '{320100}'),
  ('示范区计量质量检测所', 2, '（0～3000）kg', 'Ⅲ、Ⅳ', 700, true, true, '{}'),
  ('示范区计量质量检测所', 10, '（5～60）L/min', '±0.30 %', 700, false, true, '{330100}'),
  ('示范区计量质量检测所', 19, '（0～300）mmHg', '±3.75 mmHg', 700, true, false, '{}'),
  ('示范县计量检定所', 2, '（0～1000）kg', 'Ⅳ', -20, true, true, '{}')),
added as (
  insert into institution_kinds (institution_id, kind_id, measuring_range, accuracy, valid_until, send_in, on_site)
  select i.id, k.id, a.measuring_range, a.accuracy, :'today'::date + a.days, a.send_in, a.on_site
  from authorised a
  join institutions i on i.name = a.institution
  join catalogue_kinds k on k.kind_no = a.kind_no and k.mode <> 'none' and k.retired_at is null
  order by a.institution, k.id
  returning id, institution_id, kind_id)
insert into institution_kind_divisions (institution_kind_id, division_code)
select added.id, region.code
from added
join institutions i on i.id = added.institution_id
join catalogue_kinds k on k.id = added.kind_id
join authorised a on a.institution = i.name and a.kind_no = k.kind_no
cross join unnest(a.regions) as region(code);

with department as (
  insert into departments (name, contact, phone, address, email) values
    ('示范市市场监督管理局', '周监管', '010-00000000', '示范省示范市示范大道 1 号', '') returning id
)
insert into department_divisions (department_id, division_code)
select id, code from department, unnest(array['320100', '429004']) as code;

-- ---------------------------------------------------------------------------------------------- people
-- '!' is no password hash: it never matches.
insert into users (login, name, user_type, password_hash) values ('demo-admin', '系统管理员', 'administrator', '!');
insert into users (login, name, user_type, institution_id, password_hash)
select login, person, 'institution', i.id, '!'
from (values ('demo-institution-1', '陈检定', '示范市计量测试所'), ('demo-institution-2', '孙检定', '示范市医学计量检定站'))
  as v(login, person, institution)
join institutions i on i.name = v.institution;
insert into users (login, name, user_type, department_id, password_hash)
select 'demo-supervisor', '周监管', 'supervisor', id, '!' from departments where name = '示范市市场监督管理局';

create temp table demo_units on commit drop as
select * from (values
  ('demo-market', '91990100DEM000014A', '示范农贸市场有限公司', 'enterprise', '320102', '王示范', '990101********0019', '张登记', '13800000001', 'market@example.com', 'approved', 58, ''),
  ('demo-hospital', '12990100DEM000022A', '示范医院', 'public_institution', '320104', '李示范', '990101********0027', '刘设备', '13800000002', 'hospital@example.com', 'approved', 51, ''),
  ('demo-station', '91990100DEM0000300', '示范加油站有限公司', 'enterprise', '320106', '赵示范', '990101********0035', '钱站长', '13800000003', 'station@example.com', 'approved', 44, ''),
  ('demo-pending', '92990100DEM000049R', '示范街道示范便民超市', 'individual', '429004', '孙示范', '990101********0043', '孙示范', '13800000004', '', 'pending', 1, ''),
  ('demo-rejected', '91990100DEM000057P', '示范物业服务有限公司示范分公司', 'branch', '441900', '周示范', '990101********0051', '吴登记', '13800000005', 'property@example.com', 'rejected', 3,
   '上传的证照照片不清晰，无法核对统一社会信用代码，请重新上传后再次提交。'))
  as v(login, unit_code, name, unit_type, division_code, representative, masked, contact, mobile, email, state, days_ago, reason);

insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_sealed,
                         id_number_masked, contact, mobile, email, state, submitted_at, reviewed_at, reviewed_by, review_reason,
                         terms_version, consented_at)
select substr(u.unit_code, 9, 9), u.unit_code, u.name, u.unit_type, u.division_code, u.representative, 'id_card', null,
       u.masked, u.contact, u.mobile, u.email, u.state, at.submitted,
       case when u.state <> 'pending' then at.submitted + interval '4 hours' end,
       case when u.state <> 'pending' then (select id from users where login = 'demo-admin') end, u.reason,
       'demo', at.submitted
from demo_units u
cross join lateral (select (:'today'::date - u.days_ago + time '10:05') at time zone 'Asia/Shanghai' as submitted) at
order by u.days_ago desc;

insert into unit_reviews (unit_id, at, decision)
select e.id, e.submitted_at, 'submitted' from units e join demo_units u on u.unit_code = e.unit_code;
insert into unit_reviews (unit_id, at, decision, reason, actor_id)
select e.id, e.reviewed_at, e.state, e.review_reason, e.reviewed_by from units e join demo_units u on u.unit_code = e.unit_code
where e.reviewed_at is not null;

insert into users (login, name, user_type, unit_id, password_hash)
select u.login, u.contact, 'unit', e.id, '!'
from demo_units u join units e on e.unit_code = u.unit_code
order by u.days_ago desc;

-- Colleagues, so that the parts in a unit can be seen.
insert into users (login, name, user_type, unit_id, password_hash, role)
select v.login, v.name, 'unit', e.id, '!', v.role
from (values ('demo-market-clerk', '郑经办', 'worker'), ('demo-market-viewer', '冯查看', 'viewer')) as v(login, name, role),
     units e
where e.unit_code = '91990100DEM000014A';

-- Outside the department's divisions, supervised by name.
insert into department_units (department_id, unit_id)
select d.id, e.id from departments d, units e
where d.name = '示范市市场监督管理局' and e.unit_code = '91990100DEM000057P';

-- ---------------------------------------------------------------------------------------------- instruments
-- due_in: days from today to the due date. verified_ago: days since the last verification where no due date follows from it
-- (failed, first verification only). months: the cycle or service life where the catalogue leaves it open.
-- A list of its own, because it is read and kept as a table of text.
create temp table demo_instruments (
  n int generated always as identity, login text not null, kind_no int not null, variant text not null default '',
  name text not null, model text not null, measuring_range text not null, accuracy text not null, serial_number text not null,
  manufacturer text not null, place text not null, delivery text not null, state text not null, result text,
  due_in int, verified_ago int, months int, quantity int not null default 1, origin text not null default 'domestic',
  management_number text not null default '', remark text not null default ''
) on commit drop;

insert into demo_instruments (login, kind_no, name, model, measuring_range, accuracy, serial_number, manufacturer, place,
                              delivery, state, result, due_in, management_number) values
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012301', '示范衡器有限公司', '蔬菜区 1 号摊位', 'on_site', 'in_use', 'pass', 214, 'SC-001'),
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012302', '示范衡器有限公司', '蔬菜区 2 号摊位', 'on_site', 'in_use', 'pass', 214, 'SC-002'),
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012303', '示范衡器有限公司', '蔬菜区 3 号摊位', 'on_site', 'in_use', 'pass', 30, 'SC-003'),
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012304', '示范衡器有限公司', '蔬菜区 4 号摊位', 'on_site', 'in_use', 'pass', 31, 'SC-004'),
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012305', '示范衡器有限公司', '水果区 1 号摊位', 'on_site', 'in_use', 'pass', 0, 'SG-001'),
  ('demo-market', 2, '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012306', '示范衡器有限公司', '水果区 2 号摊位', 'on_site', 'in_use', 'pass', 9, 'SG-002'),
  ('demo-market', 2, '电子计价秤', 'ACS-15Z', '100 g~15 kg', 'Ⅲ', '00012307', '示范衡器有限公司', '水果区 3 号摊位', 'on_site', 'in_use', 'declared', 120, 'SG-003'),
  ('demo-market', 2, '防水电子计价秤', 'ACS-30F', '200 g~30 kg', 'Ⅲ', 'F2023-0088', '示范衡器有限公司', '水产区 1 号摊位', 'on_site', 'in_use', 'pass', -1, 'SCH-01'),
  ('demo-market', 2, '防水电子计价秤', 'ACS-30F', '200 g~30 kg', 'Ⅲ', 'F2023-0089', '示范衡器有限公司', '水产区 2 号摊位', 'on_site', 'in_use', 'pass', -12, 'SCH-02'),
  ('demo-market', 2, '防水电子计价秤', 'ACS-30F', '200 g~30 kg', 'Ⅲ', 'F2023-0090', '示范衡器有限公司', '水产区 3 号摊位', 'on_site', 'in_use', 'declared', -95, 'SCH-03'),
  ('demo-market', 2, '条码打印计价秤', 'TM-30A', '100 g~15 kg', 'Ⅲ', 'TM30A-210045', '示范电子衡器厂', '肉类区 1 号摊位', 'send_in', 'in_use', 'pass', 166, 'RL-001'),
  ('demo-market', 2, '条码打印计价秤', 'TM-30A', '100 g~15 kg', 'Ⅲ', 'TM30A-210046', '示范电子衡器厂', '肉类区 2 号摊位', 'send_in', 'in_use', 'pass', 15, 'RL-002'),
  ('demo-market', 2, '条码打印计价秤', 'TM-30A', '100 g~15 kg', 'Ⅲ', 'TM30A-210047', '示范电子衡器厂', '熟食区收银台', 'send_in', 'in_use', null, null, 'RL-003'),
  ('demo-market', 2, '电子台秤', 'TCS-150', '1 kg~150 kg', 'Ⅲ', 'T150-3301', '示范衡器有限公司', '批发大厅 A 区', 'on_site', 'in_use', 'pass', 300, 'PF-001'),
  ('demo-market', 2, '电子台秤', 'TCS-300', '2 kg~300 kg', 'Ⅲ', 'T300-3307', '示范衡器有限公司', '批发大厅 B 区', 'on_site', 'in_use', 'pass', 301, 'PF-002'),
  ('demo-market', 2, '电子台秤', 'TCS-300', '2 kg~300 kg', 'Ⅲ', 'T300-3308', '示范衡器有限公司', '批发大厅 C 区', 'on_site', 'stopped', 'pass', -40, 'PF-003'),
  ('demo-market', 2, '弹簧度盘秤', 'ATZ-8', '40 g~8 kg', 'Ⅲ', '2019-0551', '示范弹簧秤厂', '仓库', 'send_in', 'scrapped', 'pass', -420, 'JX-001'),
  ('demo-market', 2, '电子汽车衡', 'SCS-60', '400 kg~60 t', 'Ⅲ', '0600123', '示范重型衡器有限公司', '市场东门过磅房', 'on_site', 'in_use', 'pass', 88, 'DB-001'),
  ('demo-market', 2, '电子吊秤', 'OCS-3', '20 kg~3 t', 'Ⅲ', 'OCS3-7715', '示范重型衡器有限公司', '冷库月台', 'on_site', 'in_use', 'declared', 22, 'DC-001'),
  ('demo-market', 2, '电子天平', 'JA2003', '1 mg~200 g', 'Ⅱ', 'JA-0019', '示范天平仪器厂', '干货区参茸柜台', 'send_in', 'in_use', null, null, 'TP-001'),
  ('demo-market', 41, '谷物水分测定仪', 'LDS-1G', '3 %~35 %', '±0.5 %', 'LDS-22091', '示范粮油仪器厂', '粮油区检测台', 'send_in', 'in_use', 'pass', 47, 'LY-001'),
  ('demo-market', 61, '可燃气体报警控制器', 'KB-5000', '(0~100) %LEL', '±5 %FS', 'KB-21030007', '示范安防仪表有限公司', '熟食加工间', 'on_site', 'in_use', 'pass', 5, 'RQ-001');

insert into demo_instruments (login, kind_no, name, model, measuring_range, accuracy, serial_number, manufacturer, place,
                              delivery, state, result, due_in, management_number, origin) values
  ('demo-hospital', 18, '医用电子血压计', 'HBP-1300', '(0~280) mmHg', '±3 mmHg', '20230401001', '示范医疗器械有限公司', '门诊楼 1 层 内科 1 诊室', 'send_in', 'in_use', 'pass', 133, 'YX-0001', 'domestic'),
  ('demo-hospital', 18, '医用电子血压计', 'HBP-1300', '(0~280) mmHg', '±3 mmHg', '20230401002', '示范医疗器械有限公司', '门诊楼 1 层 内科 2 诊室', 'send_in', 'in_use', 'pass', 133, 'YX-0002', 'domestic'),
  ('demo-hospital', 18, '全自动血压计（臂筒式）', 'RBP-9000', '(0~300) mmHg', '±3 mmHg', 'RBP9K-0417', '示范医疗器械有限公司', '门诊楼 1 层 大厅自助区', 'on_site', 'in_use', 'pass', 0, 'YX-0003', 'domestic'),
  ('demo-hospital', 19, '台式水银血压计', 'XJ300/40-1', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', '0079215', '示范医疗设备厂', '住院部 3 层 护士站', 'send_in', 'in_use', 'pass', 18, 'YX-0011', 'domestic'),
  ('demo-hospital', 19, '台式水银血压计', 'XJ300/40-1', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', '0079216', '示范医疗设备厂', '住院部 4 层 护士站', 'send_in', 'in_use', 'pass', -6, 'YX-0012', 'domestic'),
  ('demo-hospital', 19, '台式水银血压计', 'XJ300/40-1', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', '0079217', '示范医疗设备厂', '设备科库房', 'send_in', 'stopped', 'pass', -70, 'YX-0013', 'domestic'),
  ('demo-hospital', 19, '表式血压计', 'BX-2', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', 'B-5502', '示范医疗设备厂', '设备科库房', 'send_in', 'scrapped', 'pass', -380, 'YX-0014', 'domestic'),
  ('demo-hospital', 50, '数字式心电图机', 'ECG-1200G', '0.5 mV~5 mV，输入阻抗 ≥50 MΩ', '±5 %', 'ECG12-00871', '示范医疗电子有限公司', '门诊楼 2 层 心电图室', 'on_site', 'in_use', 'pass', 251, 'XD-0001', 'domestic'),
  ('demo-hospital', 50, '数字式心电图机', 'ECG-1200G', '0.5 mV~5 mV，输入阻抗 ≥50 MΩ', '±5 %', 'ECG12-00872', '示范医疗电子有限公司', '急诊楼 1 层 抢救室', 'on_site', 'in_use', 'pass', -33, 'XD-0002', 'domestic'),
  ('demo-hospital', 50, '动态心电图记录仪', 'DMS-300', '0.1 mV~10 mV', '±10 %', 'H-30099', '示范进口医疗贸易有限公司', '门诊楼 2 层 心电图室', 'send_in', 'in_use', 'declared', 62, 'XD-0003', 'imported'),
  ('demo-hospital', 51, '数字脑电图仪', 'NT-19', '(10~1000) μV，(0.5~60) Hz', '±10 %', 'NT19-0042', '示范医疗电子有限公司', '门诊楼 3 层 脑电图室', 'on_site', 'in_use', 'pass', 90, 'ND-0001', 'domestic'),
  ('demo-hospital', 52, '多参数监护仪', 'iPM-12', '心率 (15~300) 次/min，血氧 (70~100) %', '±1 %；±2 %', 'KN-1A0001', '示范医疗电子有限公司', '住院部 5 层 ICU 1 床', 'on_site', 'in_use', 'pass', 177, 'JH-0001', 'domestic'),
  ('demo-hospital', 52, '多参数监护仪', 'iPM-12', '心率 (15~300) 次/min，血氧 (70~100) %', '±1 %；±2 %', 'KN-1A0002', '示范医疗电子有限公司', '住院部 5 层 ICU 2 床', 'on_site', 'in_use', 'pass', 177, 'JH-0002', 'domestic'),
  ('demo-hospital', 52, '多参数监护仪', 'iPM-12', '心率 (15~300) 次/min，血氧 (70~100) %', '±1 %；±2 %', 'KN-1A0003', '示范医疗电子有限公司', '住院部 5 层 ICU 3 床', 'on_site', 'in_use', 'pass', 3, 'JH-0003', 'domestic'),
  ('demo-hospital', 52, '多参数监护仪', 'B40', '心率 (30~250) 次/min，血氧 (70~100) %', '±1 %；±2 %', 'SG-0417X', '示范进口医疗贸易有限公司', '手术室 2 间', 'on_site', 'in_use', null, null, 'JH-0004', 'imported'),
  ('demo-hospital', 20, '非接触式眼压计', 'NT-510', '(7~60) mmHg', '±2 mmHg', 'NT5-88123', '示范光学仪器有限公司', '门诊楼 3 层 眼科', 'on_site', 'in_use', 'pass', 140, 'YK-0001', 'domestic'),
  ('demo-hospital', 30, '电脑验光仪', 'RM-800', '(-20~+20) m⁻¹', '±0.25 m⁻¹', 'RM8-2207', '示范光学仪器有限公司', '门诊楼 3 层 眼科', 'on_site', 'in_use', 'pass', 28, 'YK-0002', 'domestic'),
  ('demo-hospital', 27, '纯音听力计', 'AC-40', '(-10~120) dB HL，(125~8000) Hz', '1 型', 'AC40-1193', '示范进口医疗贸易有限公司', '门诊楼 3 层 耳鼻喉科', 'send_in', 'in_use', 'declared', -180, 'TL-0001', 'imported'),
  ('demo-hospital', 48, '医用诊断 X 射线设备（DR）', 'DR-F', '(40~150) kV，(10~500) mA', '±10 %', 'DRF-0007', '示范影像设备有限公司', '影像楼 1 层 DR 室', 'on_site', 'in_use', 'pass', 205, 'FS-0001', 'domestic'),
  ('demo-hospital', 48, '医用诊断 X 射线设备（CT）', 'CT-64', '(80~140) kV，层厚 (0.6~10) mm', '±10 %', 'CT64-0003', '示范影像设备有限公司', '影像楼 1 层 CT 室', 'on_site', 'in_use', 'pass', 11, 'FS-0002', 'domestic'),
  ('demo-hospital', 21, '压力蒸汽灭菌器压力表', 'Y-100', '(0~0.6) MPa', '1.6 级', 'Y100-20388', '示范仪表厂', '消毒供应室 1 号灭菌器', 'send_in', 'in_use', 'pass', -2, 'YL-0001', 'domestic'),
  ('demo-hospital', 21, '氧气压力表', 'YO-60', '(0~25) MPa', '2.5 级', '060551', '示范仪表厂', '氧气站汇流排', 'send_in', 'in_use', 'pass', 74, 'YL-0002', 'domestic');

insert into demo_instruments (login, kind_no, name, model, measuring_range, accuracy, serial_number, manufacturer, place,
                              delivery, state, result, due_in, management_number) values
  ('demo-station', 10, '燃油加油机（1 号机 92# 枪）', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '3200117-1', '示范加油设备有限公司', '加油区 1 号岛', 'on_site', 'in_use', 'pass', 102, 'JY-1-92'),
  ('demo-station', 10, '燃油加油机（1 号机 95# 枪）', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '3200117-2', '示范加油设备有限公司', '加油区 1 号岛', 'on_site', 'in_use', 'pass', 102, 'JY-1-95'),
  ('demo-station', 10, '燃油加油机（2 号机 92# 枪）', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '3200118-1', '示范加油设备有限公司', '加油区 2 号岛', 'on_site', 'in_use', 'pass', 7, 'JY-2-92'),
  ('demo-station', 10, '燃油加油机（2 号机 95# 枪）', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '3200118-2', '示范加油设备有限公司', '加油区 2 号岛', 'on_site', 'in_use', 'pass', 7, 'JY-2-95'),
  ('demo-station', 10, '燃油加油机（4 号机 0# 枪）', 'CS30J1110F', '(5~90) L/min', '±0.30 %', '3000064-1', '示范加油设备有限公司', '加油区 4 号岛', 'on_site', 'in_use', 'pass', -4, 'JY-4-0'),
  ('demo-station', 10, '燃油加油机（5 号机 0# 枪）', 'CS30J1110F', '(5~90) L/min', '±0.30 %', '3000065-1', '示范加油设备有限公司', '加油区 5 号岛', 'on_site', 'stopped', 'pass', 20, 'JY-5-0'),
  ('demo-station', 21, '压力表', 'Y-100', '(0~1.6) MPa', '1.6 级', 'Y100-31107', '示范仪表厂', '空压机储气罐', 'send_in', 'in_use', 'pass', 29, 'YL-001'),
  ('demo-station', 21, '压力表', 'YN-60', '(0~2.5) MPa', '2.5 级', '00031108', '示范仪表厂', '洗车房水泵', 'send_in', 'in_use', null, null, 'YL-002'),
  ('demo-station', 61, '点型可燃气体探测器', 'GT-700EX', '(0~100) %LEL', '±5 %FS', 'GT7-0101', '示范安防仪表有限公司', '卸油口', 'on_site', 'in_use', 'pass', 154, 'BJ-01'),
  ('demo-station', 61, '点型可燃气体探测器', 'GT-700EX', '(0~100) %LEL', '±5 %FS', 'GT7-0102', '示范安防仪表有限公司', '1 号罐区操作井', 'on_site', 'in_use', 'pass', 154, 'BJ-02'),
  ('demo-station', 61, '点型可燃气体探测器', 'GT-700EX', '(0~100) %LEL', '±5 %FS', 'GT7-0103', '示范安防仪表有限公司', '2 号罐区操作井', 'on_site', 'in_use', 'declared', -15, 'BJ-03'),
  ('demo-station', 46, '直流充电桩（非车载充电机）', 'DC-120kW', '(200~750) V，(0~250) A', '2 级', 'EV120-000231', '示范新能源设备有限公司', '充电区 1 号车位', 'on_site', 'in_use', 'pass', 640, 'CD-01'),
  ('demo-station', 46, '直流充电桩（非车载充电机）', 'DC-120kW', '(200~750) V，(0~250) A', '2 级', 'EV120-000232', '示范新能源设备有限公司', '充电区 2 号车位', 'on_site', 'in_use', null, null, 'CD-02');

-- Failed ones, first verification only, meters that are rotated, identical ones counted together.
insert into demo_instruments (login, kind_no, variant, name, model, measuring_range, accuracy, serial_number, manufacturer, place,
                              delivery, state, result, due_in, verified_ago, months, quantity, management_number, remark) values
  ('demo-market', 2, '', '电子计价秤', 'ACS-30', '200 g~30 kg', 'Ⅲ', '00012308', '示范衡器有限公司', '禽蛋区 1 号摊位', 'on_site', 'in_use', 'fail', null, 3, null, 1, 'QD-001', '示值超差，待修复后复检'),
  ('demo-market', 14, 'DN15～DN25', '冷水水表', 'LXS-20E', 'DN20，Q₃=2.5 m³/h', '2 级', 'W1901~W1932', '示范水表厂', '蔬菜区摊位分表', 'send_in', 'in_use', 'declared', 400, null, null, 32, 'SB-001', '同批次 32 只'),
  ('demo-market', 14, 'DN15～DN25', '冷水水表', 'LXS-15E', 'DN15，Q₃=1.6 m³/h', '2 级', 'W1701~W1712', '示范水表厂', '水产区摊位分表', 'send_in', 'in_use', 'declared', 25, null, null, 12, 'SB-002', '同批次 12 只'),
  ('demo-market', 14, 'DN32～DN50', '冷水水表', 'LXS-40E', 'DN40，Q₃=10 m³/h', '2 级', '4000719', '示范水表厂', '市场总进水井', 'send_in', 'in_use', 'declared', -50, null, null, 1, 'SB-003', ''),
  ('demo-market', 25, '', '单相电子式电能表', 'DDS-220', '220 V，5(60) A', '2 级', '2016-00001~2016-00040', '示范电表厂', '蔬菜区配电间', 'send_in', 'in_use', 'declared', 900, null, 96, 40, 'DB-101', '同批次 40 只'),
  ('demo-market', 15, '', '膜式燃气表', 'G4', '(0.04~6) m³/h', '1.5 级', '无', '示范燃气表具厂', '熟食加工间', 'send_in', 'in_use', null, null, null, null, 1, 'RQ-101', '铭牌磨损，编号无法辨认'),
  ('demo-hospital', 1, '玻璃体温计', '玻璃体温计', 'CRW-11', '(35~42) ℃', '+0.10 ℃，-0.15 ℃', '无', '示范体温计厂', '住院部各护士站', 'send_in', 'in_use', 'declared', null, 260, null, 200, 'TW-0001', '同批次 200 支，无单支编号'),
  ('demo-hospital', 1, '玻璃体温计', '玻璃体温计', 'CRW-11', '(35~42) ℃', '+0.10 ℃，-0.15 ℃', '无', '示范体温计厂', '门诊楼分诊台', 'send_in', 'in_use', null, null, null, null, 50, 'TW-0002', '新购 50 支，无单支编号，待首次检定'),
  ('demo-hospital', 1, '其他体温计', '红外耳温计', 'IRT-6020', '(34~42.2) ℃', '±0.2 ℃', 'IRT-77012', '示范医疗器械有限公司', '急诊楼预检台', 'send_in', 'in_use', 'pass', 66, null, null, 1, 'TW-0003', ''),
  ('demo-hospital', 19, '', '台式水银血压计', 'XJ300/40-1', '(0~300) mmHg', '±3.75 mmHg (±0.5 kPa)', '0079218', '示范医疗设备厂', '体检中心', 'send_in', 'in_use', 'fail', null, 10, null, 1, 'YX-0015', ''),
  ('demo-hospital', 52, '', '多参数监护仪', 'iPM-12', '心率 (15~300) 次/min，血氧 (70~100) %', '±1 %；±2 %', 'KN-1A0004', '示范医疗电子有限公司', '设备科维修间', 'on_site', 'stopped', 'fail', null, 45, null, 1, 'JH-0005', '血氧示值不合格，返修中'),
  ('demo-station', 10, '', '燃油加油机（3 号机 95# 枪）', 'CS32J2220G', '(5~50) L/min', '±0.30 %', '3200119-1', '示范加油设备有限公司', '加油区 3 号岛', 'on_site', 'in_use', 'fail', null, 5, null, 1, 'JY-3-95', '检定不合格，已停枪'),
  ('demo-station', 14, 'DN15～DN25', '冷水水表', 'LXS-25E', 'DN25，Q₃=4 m³/h', '2 级', '0250033', '示范水表厂', '站房东侧水表井', 'send_in', 'in_use', 'declared', 12, null, null, 1, 'SB-01', ''),
  ('demo-station', 14, 'DN32～DN50', '冷水水表', 'LXS-32E', 'DN32，Q₃=6.3 m³/h', '2 级', '0320008', '示范水表厂', '洗车房', 'send_in', 'in_use', 'declared', 0, null, null, 1, 'SB-02', ''),
  ('demo-station', 14, 'DN15～DN25', '冷水水表', 'LXS-20E', 'DN20，Q₃=2.5 m³/h', '2 级', '0200711', '示范水表厂', '便利店', 'send_in', 'in_use', 'declared', -9, null, null, 1, 'SB-03', ''),
  ('demo-station', 14, 'DN15～DN25', '冷水水表', 'LXS-20E', 'DN20，Q₃=2.5 m³/h', '2 级', '0200699', '示范水表厂', '便利店（旧表）', 'send_in', 'scrapped', 'declared', -40, null, null, 1, 'SB-04', '到期轮换'),
  ('demo-station', 7, '', '立式金属罐', 'LJ-100', '100 m³', '±0.2 %', 'G-0002', '示范储罐制造有限公司', '库区 2 号罐', 'on_site', 'in_use', 'pass', 500, null, null, 1, 'YG-02', '');

insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer, origin,
                         division_code, place, quantity, use, delivery, management_number, cycle_months, last_result, verified_on,
                         valid_until, certificate_number, institution_name, remark, state, created_at, updated_at)
select e.id, i.name, k.id, k.mode, i.model, i.measuring_range, i.accuracy, i.serial_number, i.manufacturer, i.origin,
       e.division_code, i.place, i.quantity, k.uses[1], i.delivery, i.management_number,
       case when k.mode = 'periodic' then k.cycle_months end, i.result, d.verified_on, d.due,
       case when d.verified_on is null then '' else 'SF' || to_char(d.verified_on, 'YYYYMMDD') || lpad(i.n::text, 4, '0') end,
       case when d.verified_on is null then '' when k.uses = '{medical}' then '示范市医学计量检定站' else '示范市计量测试所' end,
       i.remark, i.state, at.entered, at.entered
from demo_instruments i
join demo_units u on u.login = i.login
join units e on e.unit_code = u.unit_code
left join catalogue_kinds k on k.kind_no = i.kind_no and k.variant = i.variant and k.retired_at is null  -- missing: refused as null
cross join lateral (
  select :'today'::date + i.due_in as due,
         coalesce(:'today'::date - i.verified_ago,
                  (:'today'::date + i.due_in + (k.mode = 'periodic')::int -
                   make_interval(months => coalesce(i.months, k.cycle_months, k.service_life_months)))::date) as verified_on) d
cross join lateral (select e.reviewed_at + i.n * interval '3 minutes' as entered) at
order by i.n;

update instruments i set holder = c.holder, sub_number = c.sub_number
from (values ('SC-001', '示范摊主甲', ''), ('SC-002', '示范摊主乙', ''), ('SG-001', '示范果行', ''), ('SCH-01', '示范水产行', ''),
             ('RL-001', '示范肉铺', ''), ('JY-1-92', '', '1-92'), ('JY-1-95', '', '1-95'), ('JY-2-92', '', '2-92'),
             ('JY-2-95', '', '2-95'), ('JY-3-95', '', '3-95'), ('JY-4-0', '', '4-0'), ('JY-5-0', '', '5-0'))
     as c(management_number, holder, sub_number),
     units e
where e.id = i.unit_id and e.unit_code in (select unit_code from demo_units) and i.management_number = c.management_number;

-- What was on record before: the two cycles behind each periodic verification.
insert into certificates (unit_id, instrument_id, result, verified_on, valid_until, number, institution_name, superseded_at)
select i.unit_id, i.id, case i.last_result when 'fail' then 'pass' else i.last_result end, d.verified_on,
       d.verified_on + make_interval(months => i.cycle_months) - interval '1 day',
       'SF' || to_char(d.verified_on, 'YYYYMMDD') || right(i.certificate_number, 4), i.institution_name, i.created_at
from instruments i
join units e on e.id = i.unit_id
join (select distinct unit_code from demo_units) u on u.unit_code = e.unit_code
cross join generate_series(1, 2) as back(n)
cross join lateral (select (i.verified_on - make_interval(months => i.cycle_months * back.n))::date as verified_on) d
where i.mode = 'periodic' and i.verified_on is not null and i.cycle_months is not null
order by i.id, back.n;

-- ---------------------------------------------------------------------------------------------- appointments
-- In every state: being written, waiting (one past its limit), answered in part, being verified, done, taken back. A line begins
-- in a draft and goes its way step by step, as the triggers want it. What was verified is what the ledger says already.
create temp table demo_lines (unit text, institution text, appointment int, delivery text, days_ago int, management_number text, way text)
  on commit drop;
insert into demo_lines values
  ('demo-market', '示范市计量测试所', 1, 'on_site', 0, 'SG-002', 'draft'),
  ('demo-market', '示范市计量测试所', 1, 'on_site', 0, 'DC-001', 'draft'),
  ('demo-market', '示范市计量测试所', 2, 'send_in', 1, 'RL-001', 'waiting'),
  ('demo-market', '示范市计量测试所', 2, 'send_in', 1, 'RL-003', 'waiting'),
  ('demo-market', '示范市计量测试所', 3, 'on_site', 12, 'PF-002', 'accepted'),
  ('demo-market', '示范市计量测试所', 3, 'on_site', 12, 'TP-001', 'refused'),
  ('demo-market', '示范市计量测试所', 4, 'on_site', 80, 'PF-001', 'passed'),
  ('demo-market', '示范市计量测试所', 4, 'on_site', 80, 'SG-001', 'passed'),
  ('demo-market', '示范市计量测试所', 4, 'on_site', 80, 'DB-001', 'returned'),
  ('demo-market', '示范市计量测试所', 5, 'on_site', 9, 'QD-001', 'failed'),
  ('demo-hospital', '示范市医学计量检定站', 6, 'on_site', 15, 'JH-0001', 'verifying'),
  ('demo-hospital', '示范市医学计量检定站', 6, 'on_site', 15, 'JH-0002', 'verifying'),
  ('demo-hospital', '示范市医学计量检定站', 6, 'on_site', 15, 'YX-0015', 'failed'),
  ('demo-hospital', '示范市医学计量检定站', 7, 'send_in', 20, 'YX-0011', 'cancelled'),
  ('demo-hospital', '示范市医学计量检定站', 7, 'send_in', 20, 'YX-0012', 'withdrawn'),
  ('demo-station', '示范市计量测试所', 8, 'on_site', 13, 'CD-02', 'waiting'),
  ('demo-station', '示范市计量测试所', 9, 'on_site', 40, 'JY-1-92', 'passed'),
  ('demo-station', '示范市计量测试所', 9, 'on_site', 40, 'JY-1-95', 'passed');
create temp table demo_ways on commit drop as
select l.*, i.unit_id, i.id as instrument_id, n.id as institution_id,
       (:'today'::date - l.days_ago + time '09:20') at time zone 'Asia/Shanghai' as sent,
       (:'today'::date - l.days_ago / 2 + time '15:40') at time zone 'Asia/Shanghai' as ended
  from demo_lines l
  join demo_units u on u.login = l.unit
  join units e on e.unit_code = u.unit_code
  join instruments i on i.unit_id = e.id and i.management_number = l.management_number
  join institutions n on n.name = l.institution;

insert into appointments (unit_id, number, institution_id, delivery, contact, phone, address, expected_on, remark, unit_name, unit_code,
                          unit_division, created_at, created_by)
select e.id, to_char(:'today'::date - w.days_ago, 'YYYYMMDD') || e.division_code || lpad(nextval('appointment_numbers')::text, 6, '0'),
       w.institution_id, w.delivery, e.contact, e.mobile, '示范省示范市示范大道 ' || w.appointment || ' 号', :'today'::date - w.days_ago + 10, '',
       e.name, e.unit_code, d.path, w.sent - interval '20 minutes', e.contact
  from (select distinct unit, appointment, unit_id, institution_id, delivery, days_ago, sent from demo_ways) w
  join units e on e.id = w.unit_id
  join divisions d on d.code = e.division_code
 order by w.appointment;
insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id)
select w.unit_id, a.id, row_number() over (partition by a.id order by w.instrument_id), w.institution_id, w.instrument_id
  from demo_ways w
  join appointments a on a.unit_id = w.unit_id and a.created_at = w.sent - interval '20 minutes' and
                         a.address like '% ' || w.appointment || ' 号';
create temp table demo_steps on commit drop as
select w.*, l.id from demo_ways w join appointment_lines l on l.unit_id = w.unit_id and l.instrument_id = w.instrument_id;

-- 提交. The limit: five working days.
update appointment_lines l
   set state = 'waiting', name = i.name, kind_id = i.kind_id, mode = i.mode, model = i.model, measuring_range = i.measuring_range,
       accuracy = i.accuracy, serial_number = i.serial_number, manufacturer = i.manufacturer, management_number = i.management_number,
       holder = i.holder, sub_number = i.sub_number, seal_number = i.seal_number,
       quantity = i.quantity, division_code = i.division_code, place = i.place, use = i.use, cycle_months = i.cycle_months,
       last_result = i.last_result, valid_until = i.valid_until, submitted_at = s.sent, version = l.version + 1,
       answer_by = (select max(day) from (select day::date from generate_series(:'today'::date - s.days_ago + 1, :'today'::date, interval '1 day') day
                     where extract(isodow from day) < 6 union all
                     select day::date from generate_series(:'today'::date + 1, :'today'::date + 14, interval '1 day') day
                     where extract(isodow from day) < 6 order by 1 limit 5) working)
  from demo_steps s join instruments i on i.unit_id = s.unit_id and i.id = s.instrument_id
 where l.unit_id = s.unit_id and l.id = s.id and s.way <> 'draft';
-- 受理, 不予受理, 撤回.
update appointment_lines l
   set state = case when s.way in ('refused', 'withdrawn') then s.way else 'accepted' end,
       answered_at = case when s.way <> 'withdrawn' then s.sent + interval '26 hours' end,
       answered_by = case when s.way <> 'withdrawn' then n.contact else '' end,
       planned_on = case when s.way not in ('refused', 'withdrawn') then greatest(:'today'::date - s.days_ago / 2,
                                                                     case when s.way = 'accepted' then :'today'::date + 3 end) end,
       planned_place = case when s.way in ('refused', 'withdrawn') then '' when s.delivery = 'on_site' then l.place else n.address end,
       planned_contact = case when s.way in ('refused', 'withdrawn') then '' else n.contact || ' ' || n.phone end,
       planned_bring = case when s.way in ('refused', 'withdrawn') then '' when s.delivery = 'on_site' then '请预留作业场地' else '请带齐附件和说明书' end,
       reason_code = case when s.way = 'refused' then 'out_of_scope' else '' end,
       reason = case when s.way = 'withdrawn' then '本月另有安排' else '' end,
       ended_at = case when s.way in ('refused', 'withdrawn') then s.sent + interval '26 hours' end,
       ended_by = case s.way when 'refused' then 'institution' when 'withdrawn' then 'unit' else '' end, version = l.version + 1
  from demo_steps s join institutions n on n.id = s.institution_id
 where l.unit_id = s.unit_id and l.id = s.id and s.way not in ('draft', 'waiting');
-- 检定中, and how it ended.
update appointment_lines l set state = 'verifying', received_at = s.ended - interval '2 hours', version = l.version + 1
  from demo_steps s where l.unit_id = s.unit_id and l.id = s.id and s.way in ('verifying', 'passed', 'failed', 'returned');
update appointment_lines l
   set state = s.way, ended_at = s.ended, ended_by = case s.way when 'cancelled' then 'unit' else 'institution' end,
       reason = case s.way when 'returned' then '雨天积水，无法作业，请另约日期' when 'cancelled' then '器具已送修' else '' end, version = l.version + 1
  from demo_steps s where l.unit_id = s.unit_id and l.id = s.id and s.way in ('passed', 'failed', 'returned', 'cancelled');
insert into results (unit_id, instrument_id, institution_id, line_id, passed, failed, mark, number, notice_number, seal_number, verified_on,
                     valid_until, verifier, checker, unit_name, name, kind_id, model, measuring_range, accuracy,
                     serial_number, manufacturer, division_code, recorded_at, recorded_by)
select s.unit_id, s.instrument_id, s.institution_id, s.id, case s.way when 'passed' then i.quantity else 0 end,
       case s.way when 'failed' then i.quantity else 0 end, case s.way when 'passed' then 'certificate' else '' end,
       case s.way when 'passed' then i.certificate_number else '' end, case s.way when 'failed' then i.certificate_number else '' end,
       case s.way when 'passed' then 'F' || lpad(s.id::text, 6, '0') else '' end, i.verified_on, i.valid_until, '郑示范', '褚示范', e.name, i.name, i.kind_id, i.model, i.measuring_range, i.accuracy,
       i.serial_number, i.manufacturer, i.division_code, s.ended, n.contact
  from demo_steps s
  join instruments i on i.unit_id = s.unit_id and i.id = s.instrument_id
  join units e on e.id = s.unit_id
  join institutions n on n.id = s.institution_id
 where s.way in ('passed', 'failed')
 order by s.id;
update appointments a set answered_at = s.sent + interval '26 hours'
  from demo_steps s join appointment_lines l on l.unit_id = s.unit_id and l.id = s.id
 where a.unit_id = l.unit_id and a.id = l.appointment_id and a.state = 'answered';
update instruments i set result_id = r.id, seal_number = r.seal_number from results r
 where r.unit_id = i.unit_id and r.instrument_id = i.id and i.unit_id in (select unit_id from demo_steps);

commit;
\endif
