-- What scripts/bench-search asks: a line a query, label|parameters (name=value, parted by &; values as they are). Lines of one label
-- take turns. Run as qj_owner.
with words(label, list) as (values
  ('very common, 2', array['压力', '公司']), ('very common, 3', array['压力表', '公司集']), ('very common, 4', array['有限公司', '示范仪表']),
  ('very common, 8', array['示范仪表有限公司', '示范仪表集团有限']),
  ('common, 2', array['血压', '超市', '永昌', '利家']), ('common, 3', array['血压计', '加油站', '华发超']), ('common, 4', array['水银血压', '口腔诊所', '农贸市场']),
  ('common, 8', array['可燃气体检测报警', '无创自动测量血压']),
  ('10,000 rows, 2', array['骉羴']), ('10,000 rows, 3', array['骉羴猋']), ('10,000 rows, 4', array['骉羴猋鱻']), ('10,000 rows, 8', array['骉羴猋鱻麤毳焱赑']),
  ('1,000 rows, 2', array['龘靐']), ('1,000 rows, 3', array['龘靐齉']), ('1,000 rows, 4', array['龘靐齉爩']), ('1,000 rows, 8', array['龘靐齉爩鱻麤籱灪']),
  ('100 rows, 2', array['飍馫']), ('100 rows, 3', array['飍馫驫']), ('100 rows, 4', array['飍馫驫鱼']), ('100 rows, 8', array['飍馫驫鱼羊犇淼晶']),
  ('10 rows, 2', array['囍甪']), ('10 rows, 3', array['囍甪畾']), ('10 rows, 4', array['囍甪畾垚']), ('10 rows, 8', array['囍甪畾垚鑫森磊尛']),
  ('absent, 2', array['飞碟', '魍魉']), ('absent, 3', array['飞碟机', '魍魉秤']), ('absent, 4', array['飞碟检测', '魍魉衡器']), ('absent, 8', array['飞碟检测报警仪器']),
  ('absent, of common parts, 3', array['式电子', '市超市', '公司压']), ('absent, of common parts, 4', array['力表有限', '单位压力', '电子式电']),
  ('absent, of common parts, 8', array['压力表有限公司集', '可燃气体检测报表']),
  ('two words', array['永昌 压力表', '加油站 报警器', '超市 计价秤']), ('three words', array['加油站 可燃气体 集团', '口腔诊所 监护仪 有限公司']),
  ('one absent among common ones', array['压力表 飞碟', '有限公司 魍魉']))
select label || '|q=' || word from words, unnest(list) as word;

select 'unit code|q=' || unit_code from (select e.unit_code from units e join users u on u.unit_id = e.id where u.login ~ '^gen-'
  order by hashint8extended(e.id, 3) limit 20) u;
select 'unit code of the largest|q=' || e.unit_code from units e join users u on u.unit_id = e.id where u.login = 'gen-000001';
select 'serial number|q=' || serial_number from (select serial_number from instruments where state = 'in_use' and quantity = 1
  order by unit_id desc, id limit 20) i;
select 'certificate number|q=' || certificate_number from (select certificate_number from instruments where state = 'in_use' and certificate_number <> ''
  order by unit_id desc, id limit 20) i;
select 'absent serial number|q=ABSENT-' || n from generate_series(1, 10) as n;
select 'a field: serial number|serial_number=' || serial_number from (select serial_number from instruments where state = 'in_use' and quantity = 1
  order by unit_id desc, id limit 20) i;
select 'a field: unit name|unit_name=' || name from (select name from units where name ~ '^示范' order by hashint8extended(id, 5) limit 10) e;
select 'a field: part of a unit name|unit_name=' || word from unnest(array['永昌超市', '压力表', '海淀', '利家珠宝']) as word;
select 'a field: instrument name|name=' || word from unnest(array['压力表', '血压计', '超声波热量表']) as word;
select 'very common word in a county|q=压力表&division=' || code from (select code from divisions where leaf and selectable order by code desc limit 10) d;
select 'very common word in a province|q=压力表&division=' || code from (select code from divisions where level = 1 and selectable order by code limit 10) d;
select 'common word in a county|q=超市&division=' || code from (select code from divisions where leaf and selectable order by code limit 10) d;
select '10,000 rows in a province|q=骉羴&division=' || code from (select code from divisions where level = 1 and selectable order by code limit 10) d;
select 'absent word in a county|q=飞碟&division=' || code from (select code from divisions where leaf and selectable order by code limit 10) d;
select 'very common word, overdue|q=压力表&standing=overdue';
select 'very common word, failed|q=压力表&standing=failed';
select 'very common word, by date|q=压力表&sort=due';
select 'kind in a county|kind=' || id || '&division=' || code from (select id from catalogue_kinds where retired_at is null and kind_no = 21 limit 1) k,
  (select code from divisions where leaf and selectable order by code desc limit 10) d;
