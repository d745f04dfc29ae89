// Nothing that is not everybody's comes out of the public's area: every text of every table is marked, then everything is looked
// at. And whatever is typed, it is looked for and never run.
'use strict';
const { Findings, assert, freshInstrument, freshUnit, pick, run, until } = require('./harness');
const { Client, approvedUnit, percent } = require('./client');
const { difference, query, restless, snapshot } = require('./database');
const { findable, logsFromHere, parameterNames, publicRoutes, rows } = require('./query');

// ------------------------------------------------------------------------------------------------- marks
// What everybody may know, column by column; every other text of every other table is marked, a new one too.
const open = ['units.name', 'units.unit_type', 'instruments.name', 'instruments.model', 'instruments.institution_name',
  'institutions.name', 'institutions.address', 'institutions.phone', 'institutions.working_hours', 'institutions.instructions', 'institutions.authorisation_number',
  'institution_kinds.measuring_range', 'institution_kinds.accuracy'];
// Tables that are everybody's, that only count, or that programs act on as soon as a row is there.
const spared = ['divisions', 'catalogue_versions', 'catalogue_kinds', 'kind_synonyms', 'offices', 'schema_migrations', 'schema_functions', 'schema_function_sets', 'search_stale', 'instrument_search', 'jobs', 'outbox',
  ...restless.filter((t) => /^statistics/.test(t))];

async function asPostgres(sql) {
  const { code, out, err } = await run('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-d', `${process.env.QJ_DATABASE} user=postgres`], { input: sql });
  assert(code === 0, () => `psql: ${err}`);
  return out.trim().split('\n').filter(Boolean).map((line) => line.split('|'));
}

// Writes the mark into the unit's and its instruments' own rows, and into one more row of every other table, which is the unit's where a
// table has units. A column takes the mark as it is, as an address, or not at all when it holds one of a few words. Without
// triggers, so that nothing follows from it. Answers what was done: made|table|condition and marked|table|column.
const marking = (unit, instrument, mark) => `
set session_replication_role = replica;
create temp table done (what text, place text, detail text);
do $do$
declare
  t record; c record; one jsonb; mine text; fields text; fresh bigint := 1900000000 + (random() * 90000000)::int; text_value text; written boolean;
begin
  for t in select r.oid, r.relname from pg_class r where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'p') and not r.relispartition
             and r.relname <> all (string_to_array('${spared}', ',')) order by r.relname loop
    if t.relname in ('units', 'instruments') then
      mine := case t.relname when 'units' then 'id = ${unit}' else 'unit_id = ${unit}' end;
    else
      execute format('select to_jsonb(x) from %I x limit 1', t.relname) into one;
      continue when one is null;
      for c in select a.attname, format_type(a.atttypid, null) as kind,
                      exists (select from pg_index i where i.indrelid = t.oid and i.indisunique and a.attnum = any (i.indkey)) as distinct_
                 from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped loop
        fresh := fresh + 1;
        one := one || case when c.attname = 'unit_id' then jsonb_build_object(c.attname, ${unit})
                           when c.attname = 'instrument_id' then jsonb_build_object(c.attname, ${instrument})
                           when not c.distinct_ then '{}'::jsonb
                           when c.kind in ('bigint', 'integer') then jsonb_build_object(c.attname, fresh)
                           when c.kind = 'uuid' then jsonb_build_object(c.attname, gen_random_uuid())
                           when c.kind = 'bytea' then jsonb_build_object(c.attname, '\\x' || md5(fresh::text) || md5(random()::text))
                           when c.kind = 'text' then
                             jsonb_build_object(c.attname, case when t.relname || '.' || c.attname = any (string_to_array('${open}', ',')) then '示范' else '${mark}' end || fresh)
                           else '{}'::jsonb end;
      end loop;
      select string_agg(quote_ident(attname), ', ') into fields from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '';
      select string_agg(format('%I::text = %L', a.attname, one ->> a.attname), ' and ') into mine
        from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey) where i.indrelid = t.oid and i.indisprimary;
      continue when mine is null;
      begin
        execute format('insert into %I (%s) overriding system value select %s from jsonb_populate_record(null::%I, $1)', t.relname, fields, fields, t.relname) using one;
      exception when check_violation or unique_violation or not_null_violation then continue;
      end;
      insert into done values ('made', t.relname, mine);
    end if;
    for c in select a.attname, format_type(a.atttypid, null) as kind from pg_attribute a
              where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
                and t.relname || '.' || a.attname <> all (string_to_array('${open}', ','))
                and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype in ('f', 'p') and a.attnum = any (k.conkey)) loop
      written := false;
      foreach text_value in array array['${mark}' || c.attname, '${mark}@example.cn'] loop
        continue when written;
        begin
          execute format('update %I set %I = ' || case c.kind when 'text' then '%L' when 'text[]' then 'array[%L]' else 'to_jsonb(%L::text)' end || ' where %s',
                         t.relname, c.attname, text_value, mine);
          written := true;
        exception when others then null;
        end;
      end loop;
      if written then insert into done values ('marked', t.relname, c.attname); end if;
    end loop;
  end loop;
end $do$;
select what, place, detail from done;`;

// Private texts that could not be marked because a rule says how they look: codes, numbers, dates of people.
const privateValues = (unit) => asPostgres(`
select distinct value from (
  select (jsonb_each_text(to_jsonb(e) - array['name'])).value from units e where id = ${unit}
  union all select (jsonb_each_text(to_jsonb(u))).value from users u where unit_id = ${unit}) v
where length(value) >= 9 and value ~ '[0-9]' and value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}';`);

// ------------------------------------------------------------------------------------------------- looking at everything
const hostileValues = ['', '%ff', '%00', "'%22%3Cb%3E", '{{X}}', '-1', '99999999999999999999', 'a'.repeat(500)];

// Every address of the area worth asking: pages, lists by every field, answers for programs, what is wrong.
async function addresses(unit, instrument, words) {
  const out = [`/query/validity?c=${instrument.code}`, '/query', '/query/', '/query/none', '/query/instruments/1', '/query/validity?c=%ff', '/query/api/none', '/query/captcha?return=x'];
  for (const route of await publicRoutes()) {
    const { address } = route;
    const names = await parameterNames(route);
    out.push(address);
    const ask = (pairs) => out.push(`${address.split('?')[0]}?ie=%E2%9C%93&${pairs.map(([n, v]) => `${n}=${v}`).join('&')}`);
    for (const word of words) ask([['q', percent(word)]]);
    ask([['unit_name', percent(words[0])]]);
    ask([['unit_name', percent(words[0])], ['name', percent(instrument.name)], ['sort', 'date'], ['standing', 'valid']]);
    ask([['q', percent(words[0])], ['size', '100'], ['page', '2']]);
    for (const name of names) for (const value of hostileValues.slice(0, 4)) ask([[name, value]]);
    for (const value of hostileValues) ask(names.map((name) => [name, value.slice(0, 100)]));
  }
  return out;
}

async function everythingIsLookedAt() {
  const findings = new Findings();
  const mark = `geheim${pick('abcdefghjkmnpqrstuvwxyz', 8)}`;
  const unit = freshUnit();
  const client = await approvedUnit(unit);
  const values = freshInstrument(40);
  const added = await client.addInstrument(values);
  assert(added.status === 303, `added: ${added.status}`);
  const [[unitId, instrumentId, code]] = await asPostgres(`select e.id, i.id, replace(i.public_code::text, '-', '') from units e join instruments i on i.unit_id = e.id where e.name = '${unit.unit_name}';`);
  const findableAgain = async (what) => {
    await query(`insert into search_stale values (${unitId}, 0);`);
    await until(async () => (await query(`select count(*) from search_stale;`))[0] === '0', `qj-jobs has written down ${what}`, 60000);
    assert((await query(`select count(*) from instrument_search where id = ${instrumentId};`))[0] === '1', 'the instrument can be found');
  };
  await findableAgain('the instrument');
  const done = await asPostgres(marking(unitId, instrumentId, mark));
  try {
    const marked = done.filter(([what]) => what === 'marked').map(([, table, column]) => `${table}.${column}`);
    for (const sure of ['instruments.place', 'instruments.management_number', 'instruments.remark', 'instruments.serial_number', 'instruments.certificate_number',
      'instruments.manufacturer', 'units.contact', 'units.representative']) findings.check(marked.includes(sure), `${sure} is not marked`);
    assert(marked.length > 60, `only ${marked.length} columns are marked: ${marked}`);
    await findableAgain('the marks');

    const secrets = [...(await privateValues(unitId)).map(([v]) => v), values.serial_number].filter((v) => !v.includes(mark) && !unit.unit_name.includes(v));
    assert(secrets.length > 2, `texts that could not be marked: ${secrets}`);
    const words = [unit.unit_name, unit.unit_name.slice(-8), `${unit.unit_name.slice(-8)} ${values.name}`];
    const log = logsFromHere();
    const nobody = new Client();
    const queue = await addresses(unit, { code, name: values.name }, words);
    const seen = new Set(queue);
    let shown = 0;
    const look = async (method, address) => {
      const answer = await nobody.request(method, address, method === 'POST' ? Buffer.from('ie=%E2%9C%93') : undefined, method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {});
      const all = `${JSON.stringify(answer.headers)}\n${answer.text}`;
      findings.check(answer.status < 500, `${method} ${address.slice(0, 100)} answers ${answer.status}`);
      findings.check(!all.toLowerCase().includes(mark), () => `${method} ${address.slice(0, 100)} shows ${new RegExp(`.{60}${mark}.{20}`, 'is').exec(all)}`);
      for (const secret of secrets) findings.check(!all.includes(secret), `${method} ${address.slice(0, 100)} shows ${secret}`);
      if (answer.text.includes(unit.unit_name) && !address.includes(percent(unit.unit_name))) shown++;  // not only said back
      if (!/html/.test(answer.headers['content-type'] || '')) return;
      for (const link of answer.links(/^\/query/)) if (!seen.has(link) && seen.size < 2500) { seen.add(link); queue.push(link); }
    };
    while (queue.length > 0) await Promise.all(queue.splice(0, 12).map((address) => look('GET', address)));
    for (const { address } of await publicRoutes()) for (const method of ['POST', 'HEAD', 'PUT']) await look(method, address);
    findings.check(shown > 0, 'the instrument is shown nowhere: nothing was looked at');
    const logged = log(['access.log', 'nginx.log', 'portal.log', 'postgres.log']);
    findings.check(!logged.includes(mark), () => `a log holds ${new RegExp(`.*${mark}.*`).exec(logged)[0].slice(0, 300)}`);
    for (const word of [...words, code].flatMap((w) => [w, percent(w), percent(w).toLowerCase(), encodeURIComponent(w)]))
      findings.check(!logged.includes(word), () => `a log says what was looked for: ${logged.split('\n').find((l) => l.includes(word)).slice(0, 300)}`);
  } finally {
    await asPostgres(['set session_replication_role = replica;', ...done.filter(([what]) => what === 'made').map(([, table, mine]) => `delete from "${table}" where ${mine};`)].join('\n'));
  }
  findings.raise();
}

// ------------------------------------------------------------------------------------------------- statements that somebody types
const injections = ["'", "''", "' or '1'='1", "' or 1=1 --", "'; drop table instruments; --", "'; update settings set value = 'x'; --", '\\', "\\' or 1=1 --", '$$', '$$; drop table users; $$', ':v0', ':v1 or 1=1', '::text',
  '%', '_', '%%', '__', '\\%', '{1,2}', '[1]', 'array[1]', '}', "') or ('1'='1", "' union select login, 1 from users --", '/*', '*/ or 1=1', ';', '--', '"', "E'\\x27'", 'null', '1 or 1=1', '1); delete from sessions; --', "x' and pg_sleep(5) --",
  '\u02bc or 1=1', '＇ or 1=1 --', "' or 1=1 --".repeat(200)];

async function nothingTypedIsRun() {
  const findings = new Findings();
  const client = new Client();
  const { unit } = await findable();
  await until(async () => (await query('select count(*) from search_stale;'))[0] === '0', 'qj-jobs has nothing more to write down', 60000);
  const absent = `zq${pick('bcdfghjklmnpqrstvwxz', 8)}`;  // a word that nothing has
  const before = await snapshot();
  const tables = await query("select count(*) from pg_class where relnamespace = 'public'::regnamespace;");
  for (const route of await publicRoutes()) {
    const { path: pattern, address } = route;
    const place = address.split('?')[0];
    const names = await parameterNames(route);
    for (const others of ['', `&q=${percent(unit)}`, `&unit_name=${percent(unit)}`]) {
      for (const name of names) {
        if (others.startsWith(`&${name}=`)) continue;
        const ask = (value) => client.get(`${place}?ie=%E2%9C%93${others}&${name}=${percent(value)}`);
        const most = rows(await ask(absent));
        const queue = others === '' ? injections.flatMap((injection) => [injection, absent + injection]) : injections.filter((_, n) => n % 5 === 0);
        while (queue.length > 0) {
          await Promise.all(queue.splice(0, 12).map(async (value) => {
            const start = Date.now();
            const answer = await ask(value);
            const where = `${pattern}?…${others.slice(0, 12)}&${name}=${value.slice(0, 40)}`;
            findings.check(answer.status < 500 && answer.status !== 429, `${where} answers ${answer.status}`);
            findings.check(!/syntax error|SQLSTATE|ERROR: |does not exist|canceling statement|libpq/.test(answer.text), `${where} speaks of its insides`);
            const anyText = value.length === 1 && !'%_'.includes(value);  // stands in what is looked through
            findings.check(anyText || answer.status !== 200 || rows(answer) <= most, `${where} shows ${rows(answer)} rows, a word that is nowhere ${most}`);
            findings.check(Date.now() - start < 4500, `${where} takes ${Date.now() - start} ms`);
          }));
        }
      }
    }
  }
  for (const injection of injections) {
    const posted = await client.request('POST', '/query/captcha', Buffer.from(['token', 'captcha', 'captcha_seal', 'return'].map((n) => `${n}=${percent(injection)}`).join('&')), { 'content-type': 'application/x-www-form-urlencoded' });
    findings.check(posted.status === 403, `a form of ${injection.slice(0, 20)} answers ${posted.status}`);
    for (const place of ['/query/', '/query/institutions/', '/query/validity/']) {
      const answer = await client.get(place + percent(injection));
      findings.check(answer.status === 404, `${place}${injection.slice(0, 20)} answers ${answer.status}`);
    }
  }
  const changed = difference(before, await snapshot());
  findings.check(!changed, `queries changed ${changed}`);
  findings.check((await query("select count(*) from pg_class where relnamespace = 'public'::regnamespace;"))[0] === tables[0], 'there are other tables than before');
  findings.raise();
}

module.exports = (test) => {
  test('of marks in every text that is not public, none comes out of the public area or into a log, and no log says what was looked for', everythingIsLookedAt);
  test('what is typed into queries is looked for and never run: no error, no row too many, nothing written', nothingTypedIsRun);
};
