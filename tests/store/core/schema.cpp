// The schema's files: applied once, all or nothing, by one operator at a time; and what a program asks of it at its start.
#include "common/database.h"
#include "store/core/functions.h"
#include "store/core/migrations.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

using namespace tests;
namespace fs = std::filesystem;

// A copy of sql/ to be changed; what it did to the database's functions is undone at the end.
struct Copy {
  fs::path folder = fs::temp_directory_path() / unique("qj-sql-");

  Copy() {
    fs::create_directory(folder);
    for (const char* part : {"migrations", "functions"})
      fs::copy(fs::path(env("QJ_SQL")) / part, folder / part, fs::copy_options::recursive);
  }
  ~Copy() {
    fs::remove_all(folder);
    sql("delete from schema_migrations where number > " + std::to_string(store::known_schema));
    store::Db db = connection("qj_owner");
    store::migrate(db, env("QJ_SQL"));
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  void append(const std::string& file, const std::string& text) const { std::ofstream(folder / file, std::ios::app) << text; }
  void list(const std::string& name) const { append("functions/order", name + "\n"); }
  store::Applied migrate() const {
    store::Db db = connection("qj_owner");
    return store::migrate(db, folder);
  }
  std::string refused() const {
    try {
      migrate();
    } catch (const store::MigrationError& e) {
      return e.what();
    }
    return "";
  }
};

bool starts_with(const std::string& text, const std::string& begin) { return text.compare(0, begin.size(), begin) == 0; }

// Who may what with functions, views and their columns; which triggers there are.
std::string rights_and_triggers() {
  return text_of(
      "select md5(string_agg(line, e'\\n' order by line)) from ("
      "select oid::regprocedure || ' ' || coalesce(proacl::text, '') from pg_proc where pronamespace = 'public'::regnamespace "
      "union all select oid::regclass || ' ' || coalesce(relacl::text, '') || coalesce(pg_get_viewdef(oid), '') from pg_class "
      "where relkind = 'v' and relnamespace = 'public'::regnamespace "
      "union all select attrelid::regclass || '.' || attname || ' ' || attacl::text from pg_attribute "
      "where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) "
      "union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal) as t(line)");
}

std::string starts() {  // what a program is told when it starts
  try {
    store::require_schema(env("QJ_DATABASE"), "qj_query");
    return "";
  } catch (const store::MigrationError& e) {
    return e.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(everything_is_applied_and_once) {
  store::Db db = connection("qj_owner");
  const std::string folder = env("QJ_SQL");
  for (const auto& m : store::migrations(db, folder)) BOOST_TEST((m.applied && !m.changed), m.name);
  BOOST_TEST(store::schema_version(db) == store::known_schema);
  const auto files = store::function_files(db, folder);
  BOOST_TEST(files.size() > 30);
  for (const auto& f : files) BOOST_TEST((f.state == f.applied), f.name);
  const store::Applied again = store::migrate(db, folder);
  BOOST_TEST(again.migrations == 0);
  BOOST_TEST(!again.functions);
}

BOOST_AUTO_TEST_CASE(a_migration_that_was_applied_and_then_changed_is_refused) {
  const Copy copy;
  copy.append("migrations/0001_core.sql", "-- changed\n");
  BOOST_TEST(starts_with(copy.refused(), "0001_core.sql: "));
}

BOOST_AUTO_TEST_CASE(a_migration_that_fails_leaves_nothing_behind_and_frees_the_lock) {
  const Copy copy;
  copy.append("migrations/9999_broken.sql", "create table half_made (n int);\nselect 1 / 0;\n");
  store::Db db = connection("qj_owner");
  BOOST_CHECK_EXCEPTION(store::migrate(db, copy.folder), store::MigrationError, [](const store::MigrationError& e) {
    return starts_with(e.what(), "9999_broken.sql: ") && std::string(e.what()).find("division by zero") != std::string::npos;
  });
  BOOST_TEST(db.ready());  // the same connection, outside of any transaction
  BOOST_TEST(count("select count(*) from pg_class where relname = 'half_made'") == 0);
  BOOST_TEST(count("select count(*) from pg_locks where locktype = 'advisory' and classid = 70") == 0);
}

BOOST_AUTO_TEST_CASE(functions_are_made_anew_all_at_once_when_one_has_changed_and_keep_their_rights) {
  const std::string before = rights_and_triggers();
  const Copy copy;
  copy.append("functions/people/own_people.sql", "-- changed\n");
  store::Db db = connection("qj_owner");
  for (const auto& f : store::function_files(db, copy.folder))
    BOOST_TEST((f.state == f.applied) == (f.name != "functions/people/own_people.sql"), f.name);
  const store::Applied first = copy.migrate(), second = copy.migrate();
  BOOST_TEST(first.migrations == 0);
  BOOST_TEST(first.functions);
  BOOST_TEST(!second.functions);
  BOOST_TEST(rights_and_triggers() == before);
}

BOOST_AUTO_TEST_CASE(functions_follow_a_migration_because_it_may_have_dropped_a_view) {
  const std::string before = rights_and_triggers();
  const Copy copy;
  copy.append("migrations/9999_drops_a_view.sql", "drop view public_search;\n");
  const store::Applied done = copy.migrate();
  BOOST_TEST(done.migrations == 1);
  BOOST_TEST(done.functions);
  BOOST_TEST(rights_and_triggers() == before);
}

BOOST_AUTO_TEST_CASE(a_file_that_fails_is_named_and_none_of_them_is_applied) {
  const Copy copy;
  copy.append("functions/people/own_people.sql",
              "create or replace function half_made() returns int language sql as 'select 1';\n");
  copy.append("functions/mail/broken.sql", "create view broken as select nothing from nowhere;\n");
  copy.list("mail/broken.sql");
  const std::string told = copy.refused();
  BOOST_TEST(starts_with(told, "functions/mail/broken.sql: "), told);
  BOOST_TEST(count("select count(*) from pg_proc where proname = 'half_made'") == 0);
}

BOOST_AUTO_TEST_CASE(the_order_lists_every_file_once) {
  const Copy copy;
  copy.append("functions/mail/forgotten.sql", "select 1;\n");
  BOOST_TEST(starts_with(copy.refused(), "functions/mail/forgotten.sql: "));
  copy.list("mail/forgotten.sql");
  copy.list("mail/forgotten.sql");
  BOOST_TEST(copy.refused() == "functions/order: listed twice: mail/forgotten.sql");
  fs::remove(copy.folder / "functions/mail/forgotten.sql");
  BOOST_TEST(copy.refused() == "functions/order: no such file: mail/forgotten.sql");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_is_shown_until_the_rest_was_applied) {
  const Copy copy;
  copy.append("functions/mail/short_lived.sql", "select 1;\n");
  copy.list("mail/short_lived.sql");
  copy.migrate();
  store::Db db = connection("qj_owner");
  const auto is_shown = [&] {
    const auto files = store::function_files(db, env("QJ_SQL"));
    return std::any_of(files.begin(), files.end(), [](const auto& f) {
      return f.name == "functions/mail/short_lived.sql" && f.state == store::FunctionFile::gone;
    });
  };
  BOOST_TEST(is_shown());
  BOOST_TEST(store::migrate(db, env("QJ_SQL")).functions);
  BOOST_TEST(!is_shown());
}

BOOST_AUTO_TEST_CASE(of_two_operators_at_once_one_does_it) {
  const Copy copy;
  copy.append("functions/people/own_people.sql", "select pg_sleep(0.3);\n");
  copy.append("migrations/9999_slow.sql", "select pg_sleep(0.3);\n");
  std::atomic<int> migrations{0}, functions{0}, failed{0};
  std::vector<std::thread> operators;
  for (int i = 0; i < 3; ++i)
    operators.emplace_back([&] {
      try {
        const store::Applied done = copy.migrate();
        migrations += done.migrations;
        functions += done.functions ? 1 : 0;
      } catch (const std::exception&) {
        ++failed;
      }
    });
  for (std::thread& one : operators) one.join();
  BOOST_TEST(failed == 0);
  BOOST_TEST(migrations == 1);
  BOOST_TEST(functions == 1);
}

BOOST_AUTO_TEST_CASE(a_program_starts_on_its_own_functions_and_on_newer_ones_but_not_on_older_ones) {
  BOOST_TEST(starts() == "");
  {
    const Copy copy;
    copy.append("functions/people/own_people.sql", "-- of a newer version\n");
    copy.migrate();
    BOOST_TEST(starts() == "");
  }
  const std::string known = store::known_functions;
  sql("update schema_function_sets set checksum = 'older' where checksum = '" + known + "'");
  const std::string told = starts();
  sql("update schema_function_sets set checksum = '" + known + "' where checksum = 'older'");
  BOOST_TEST(told.find("run `qjctl migrate`") != std::string::npos, told);
  BOOST_TEST(starts() == "");
}

BOOST_AUTO_TEST_SUITE_END()
