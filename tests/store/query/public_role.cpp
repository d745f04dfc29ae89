// What the role of the public's area may do in the database, asked of the database itself: read the views named public_…, run its
// own functions, and nothing else, whatever statement somebody might smuggle in.
#include "common/database.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using namespace tests;

// Everything outside PostgreSQL's own schemas.
const std::string ours = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)' ";

std::string names_of(const std::string& from) {
  return text_of("select coalesce(string_agg(distinct name, ' ' order by name), '') from (" + from + ") x(name)");
}

// What its connection gets to do. Each try has a connection of its own.
bool may(const std::string& statement) {
  store::Db db = connection("qj_query");
  try {
    db.execute_script(statement);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(public_role)

BOOST_AUTO_TEST_CASE(it_reads_views_named_public_and_the_schemas_version_and_nothing_else) {
  const std::string readable =
      "from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + ours +
      "and c.relkind in ('r', 'v', 'm', 'p', 'f') and has_any_column_privilege('qj_query', c.oid, 'select') ";
  BOOST_TEST(names_of("select n.nspname || '.' || c.relname " + readable +
                      "and not (n.nspname = 'public' and c.relkind = 'v' and c.relname like 'public\\_%')") ==
             "public.schema_function_sets public.schema_migrations");  // which its parent looks at when it starts
  BOOST_TEST(count("select count(*) " + readable) >= 10);
  BOOST_TEST(may("select * from public_instruments limit 1"));
  // A view that read with the reader's rights would need grants on tables.
  BOOST_TEST(names_of("select c.relname from pg_class c where c.relname like 'public\\_%' and c.relkind = 'v' and "
                      "'security_invoker=true' = any (c.reloptions)") == "");
  for (const std::string& table :
       {std::string("instruments"), std::string("units"), std::string("users"), std::string("sessions"), std::string("audit"),
        std::string("certificates"), std::string("instrument_search"), std::string("settings"), std::string("institutions")})
    BOOST_TEST(!may("select * from " + table + " limit 1"), table);
}

BOOST_AUTO_TEST_CASE(it_writes_nothing_anywhere) {
  BOOST_TEST(
      names_of("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where " +
               ours +
               "and c.relkind in ('r', 'v', 'm', 'p', 'f') and (has_table_privilege('qj_query', c.oid, "
               "'insert, update, delete, truncate, references, trigger') or "
               "has_any_column_privilege('qj_query', c.oid, 'insert, update, references'))") == "");
  BOOST_TEST(
      names_of("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + ours +
               "and case when c.relkind = 'S' then has_sequence_privilege('qj_query', c.oid, 'usage, select, update') end") ==
      "");
  const std::string before = text_of("select md5(string_agg(key || value, ',' order by key)) from settings");
  for (const std::string& begin : {std::string(), std::string("set default_transaction_read_only = off; "),
                                   std::string("begin read write; "), std::string("begin; set transaction read write; "),
                                   std::string("set session characteristics as transaction read write; ")})
    for (const std::string& change :
         {std::string("update public_settings set value = 'x'"), std::string("insert into public_settings values ('x', 'y')"),
          std::string("delete from public_everyday_names"), std::string("delete from settings"),
          std::string("insert into search_stale values (1, 0)"), std::string("truncate audit"),
          std::string("create table t (n int)"), std::string("create temp table t (n int)"), std::string("create schema s"),
          std::string("create function f() returns int language sql as 'select 1'"), std::string("drop view public_settings"),
          std::string("alter view public_settings rename to x"), std::string("create view v as select 1"),
          std::string("comment on view public_settings is 'x'"), std::string("create extension pg_trgm")})
      BOOST_TEST(!may(begin + change), begin + change);
  BOOST_TEST(text_of("select md5(string_agg(key || value, ',' order by key)) from settings") == before);
}

BOOST_AUTO_TEST_CASE(it_runs_its_own_functions_and_no_others) {
  BOOST_TEST(names_of("select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where " +
                      ours + "and has_function_privilege('qj_query', p.oid, 'execute')") ==
             "public.bigrams public.public_serial_number public.public_sub_number public.public_unit_name public.search_code "
             "public.search_folded public.search_parts "
             "public.search_tag "
             "public.search_tokens public.sort_due_failed public.sort_due_not_in_use public.sort_due_undated");
  // None of them acts with its owner's rights.
  BOOST_TEST(names_of("select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where " + ours +
                      "and p.prosecdef and has_function_privilege('qj_query', p.oid, 'execute')") == "");
  BOOST_TEST(names_of("select proname from pg_proc where pronamespace = 'pg_catalog'::regnamespace and "
                      "proname ~ '^lo(_|read$|write$)' and has_function_privilege('qj_query', oid, 'execute')") == "");
  for (const std::string& call :
       {std::string("select * from session_find('\\x00', current_date)"), std::string("select * from feed_find('\\x00')"),
        std::string("select search_refresh(1)"), std::string("call search_rebuild()"), std::string("select lo_create(0)"),
        std::string("select pg_read_file('/etc/passwd')"), std::string("select pg_ls_dir('/')"),
        std::string("copy (select 1) to program 'true'"), std::string("copy (select 1) to '/tmp/x'"),
        "select pg_terminate_backend(" + text_of("select pg_backend_pid()") + ")", std::string("select pg_reload_conf()"),
        std::string("select query_to_xml('select * from users', true, true, '')"), std::string("select * from pg_authid"),
        std::string("select nextval('instrument_ids')")})
    BOOST_TEST(!may(call), call);
}

BOOST_AUTO_TEST_CASE(it_has_no_room_of_its_own_and_no_way_to_be_somebody_else) {
  BOOST_TEST(names_of("select datname from pg_database where has_database_privilege('qj_query', datname, 'create, temp') and "
                      "datname = current_database()") == "");
  BOOST_TEST(names_of("select nspname from pg_namespace n where has_schema_privilege('qj_query', oid, 'create') and " + ours) ==
             "");
  BOOST_TEST(names_of("select nspname from pg_namespace n where has_schema_privilege('qj_query', oid, 'usage') and " + ours) ==
             "public");
  BOOST_TEST(names_of("select lanname from pg_language where lanname not in ('sql', 'internal', 'c') and "
                      "has_language_privilege('qj_query', oid, 'usage')") == "");
  BOOST_TEST(text_of("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles "
                     "where rolname = 'qj_query'") == "false");
  BOOST_TEST(names_of("select rolname from pg_roles where rolname <> 'qj_query' and pg_has_role('qj_query', oid, 'member')") ==
             "");
  for (const std::string& change :
       {std::string("set role qj_owner"), std::string("set role qj_admin"), std::string("set session authorization qj_owner"),
        std::string("alter role qj_query superuser"), std::string("grant qj_owner to qj_query"),
        std::string("do $$ begin end $$"), std::string("set row_security = off; select * from instruments")})
    BOOST_TEST(!may(change), change);
  const auto begins_with = [](const std::string& setting, const std::string& value) {
    return may("select 1 / (current_setting('" + setting + "') = '" + value + "')::int");
  };
  BOOST_TEST(begins_with("statement_timeout", "1s"));
  BOOST_TEST(begins_with("default_transaction_read_only", "on"));
  BOOST_TEST(!begins_with("statement_timeout", "2s"));
}

BOOST_AUTO_TEST_SUITE_END()
