// The database's own code, looked at by plpgsql_check as a compiler would: wrong names, types that do not fit, code that is
// never reached. And an index behind whatever refers to rows that this product deletes: without, the database reads a unit's
// rows through for each of them.
#include "common/database.h"
#include "domain/ledger/standing.h"
#include "store/core/constraints.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <string>

namespace {

using namespace tests;

// What the superuser's connection, in which the extension is there until it rolls back, says to a query.
class Checker {
 public:
  Checker() { db_.execute_script("begin; create schema checking; create extension plpgsql_check schema checking;"); }
  ~Checker() { db_.execute_script("rollback"); }
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  std::string operator()(const std::string& query) {
    return db_.run([&](soci::session& sql) {
      std::string text;
      sql << query, soci::into(text);
      return text;
    });
  }

 private:
  store::Db db_ = connection("postgres");
};

}  // namespace

BOOST_AUTO_TEST_SUITE(functions)

// A trigger's function is looked at with each table it hangs on, with the names under which it sees the changed rows.
BOOST_AUTO_TEST_CASE(every_function_is_sound) {
  Checker check;
  const std::string all = R"sql(
    from pg_proc p
    left join (select tgfoid, tgrelid, max(tgoldtable::text)::name as old_rows, max(tgnewtable::text)::name as new_rows
                 from pg_trigger where not tgisinternal group by tgfoid, tgrelid) t on t.tgfoid = p.oid
    where p.pronamespace = 'public'::regnamespace and p.prolang = (select oid from pg_language where lanname = 'plpgsql')
  )sql";
  BOOST_TEST(std::stoi(check("select count(*)::text" + all)) >= 35);
  BOOST_TEST(check("select coalesce(string_agg(p.oid::regprocedure::text, ' '), '')" + all +
                   "and p.prorettype = 'trigger'::regtype and t.tgrelid is null") == "");  // a trigger nobody set
  const std::string found = check(R"sql(
    select coalesce(string_agg(format('%s line %s: %s %s %s', f.name, c.lineno, c.level, c.message, c.detail), e'\n'), '')
    from (select p.oid, coalesce(t.tgrelid, 0) as relation, t.old_rows, t.new_rows,
                 p.oid::regprocedure || coalesce(' on ' || t.tgrelid::regclass, '') as name
  )sql" + all + R"sql(
    ) f, checking.plpgsql_check_function_tb(f.oid, f.relation::regclass, fatal_errors => false, all_warnings => true,
                                            oldtable => f.old_rows, newtable => f.new_rows) c
  )sql");
  BOOST_TEST(found == "", found);
}

// Deleting a row looks for those that refer to it. Whatever is never deleted may be referred to without an index.
BOOST_AUTO_TEST_CASE(what_refers_to_rows_that_are_deleted_has_an_index) {
  const std::string kept =
      "array['units', 'users', 'institutions', 'departments', 'divisions', 'catalogue_versions', 'catalogue_kinds', "
      "'results']::regclass[]";
  const std::string unindexed = text_of(R"sql(
    select coalesce(string_agg(f.conrelid::regclass || ' ' || f.conname, e'\n'), '')
    from pg_constraint f
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.confrelid <> all ()sql" +
                                        kept + R"sql()
      and not exists (
        select from pg_index i
         where i.indrelid = f.conrelid and i.indisvalid and cardinality(f.conkey) = (
             select count(*) from unnest(i.indkey::int2[]) with ordinality as k(attnum, n)
              where k.n <= cardinality(f.conkey) and k.attnum = any (f.conkey))
           and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (
             select format('(%I IS NOT NULL)', a.attname) from pg_attribute a
              where a.attrelid = f.conrelid and a.attnum = any (f.conkey))))
  )sql");
  BOOST_TEST(unindexed == "", unindexed);
  // Nobody may delete those, and no function does.
  BOOST_TEST(text_of("select coalesce(string_agg(r.rolname || ' ' || t, ' '), '') from unnest(" + kept +
                     ") t, pg_roles r where r.rolname ~ '^qj_' and r.rolname <> 'qj_owner' and "
                     "has_table_privilege(r.oid, t, 'delete, truncate')") == "");
  BOOST_TEST(text_of("select coalesce(string_agg(p.oid::regprocedure::text, ' '), '') from unnest(" + kept +
                     ") t, pg_proc p where p.pronamespace = 'public'::regnamespace and "
                     "p.prosrc ~ ('delete from ' || t || '\\M')") == "");
}

BOOST_AUTO_TEST_CASE(no_two_uses_of_advisory_locks_share_a_class) {
  const std::string classes =
      "from pg_proc p where p.proname like 'lock\\_class\\_%' and p.pronamespace = 'public'::regnamespace";
  const long long all = count("select count(*) " + classes);
  BOOST_TEST(all >= 8);
  BOOST_TEST(count("select count(distinct p.prosrc) " + classes) == all);
  BOOST_TEST(count("select count(*) " + classes + " and p.prosrc = 'select 70'") == 0);  // the schema's
}

BOOST_AUTO_TEST_CASE(constants_are_the_same_here_and_there_and_plans_have_them_as_values) {
  BOOST_TEST(count("select due_soon_days()") == domain::soon_days);
  for (const char* role : {"qj_ledger", "qj_supervision", "qj_reminders"}) {
    store::Db db = connection(role);
    std::string plan;
    db.run([&](soci::session& sql) {
      soci::rowset<std::string> lines = (sql.prepare << "explain (costs off) select sort_due from instruments where unit_id = 1 "
                                                        "and sort_due > sort_due_failed() and sort_due < sort_due_undated()");
      for (const std::string& line : lines) plan += line + "\n";
    });
    // As values they fit any index; which one the planner takes depends on what the table holds just now.
    BOOST_TEST(plan.find("(sort_due > '0001-01-01'::date) AND (sort_due < '9999-12-30'::date)") != std::string::npos,
               role << " " << plan);
    BOOST_TEST(plan.find("sort_due_") == std::string::npos, role << " " << plan);
  }
}

BOOST_AUTO_TEST_CASE(the_database_has_every_constraint_that_pages_know) {
  for (const char* const name : store::constraint::all)
    BOOST_TEST(
        count("select (exists (select from pg_constraint where conname = '" + std::string(name) +
              "') or exists (select from pg_class where relkind = 'i' and relname = '" + name +
              "') or exists (select from pg_proc where pronamespace = 'public'::regnamespace and prosrc like '%constraint \"" +
              name + "\"%'))::int") == 1,
        name);
}

BOOST_AUTO_TEST_SUITE_END()
