// See imports.h.
#include "store/ledger/imports.h"

#include "base/json.h"
#include "store/core/jobs.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

constexpr int batch = 500;

const std::string import_columns =
    "i.unit_id, i.id, i.user_id, i.file_name, i.original_name, i.sha256, i.size_bytes, i.state, i.info::text, "
    "coalesce(i.refused::text, 'null'), i.new_rows, i.changed_rows, i.same_rows, i.error_rows, i.warning_rows, "
    "coalesce(i.good_only, false)::int, coalesce(i.job_id, 0), " +
    shown_time("i.created_at") + ", " + shown_time("i.applied_at") + " ";

Import read_import(const soci::row& row) {
  Import import;
  std::string info, refused;
  int good_only = 0;
  row >> import.unit_id >> import.id >> import.user_id >> import.file_name >> import.original_name >> import.sha256 >>
      import.size >> import.state >> info >> refused >> import.new_rows >> import.changed_rows >> import.same_rows >>
      import.error_rows >> import.warning_rows >> good_only >> import.job_id >> import.created_at >> import.applied_at;
  import.info = nlohmann::json::parse(info);
  import.refused = nlohmann::json::parse(refused);
  import.good_only = good_only != 0;
  return import;
}

ImportRow read_row(const soci::row& row) {
  ImportRow read;
  std::string cells, fields, errors;
  row >> read.row_no >> read.verdict >> cells >> fields >> errors;
  read.cells = nlohmann::json::parse(cells);
  read.fields = nlohmann::json::parse(fields);
  read.errors = nlohmann::json::parse(errors);
  return read;
}

const char* const row_columns = "select r.row_no, r.verdict, r.cells::text, r.fields::text, r.errors::text from import_rows r ";

}  // namespace

long long create_import(Tx& tx, const Import& import) {
  long long id = 0;
  const long long user = tx.actor().user_id;
  tx.sql() << R"sql(
      insert into imports (unit_id, user_id, file_name, original_name, size_bytes, sha256)
      values (:unit, :user, :file, :name, :size, :hash)
      returning id
  )sql",
      soci::use(import.unit_id), soci::use(user), soci::use(import.file_name), soci::use(import.original_name),
      soci::use(import.size), soci::use(import.sha256), soci::into(id);
  const long long job = create_job(tx, import.unit_id, "import_check", {{"import", id}});
  affected(tx, "update imports set job_id = :job where unit_id = :unit and id = :id", job, import.unit_id, id);
  return id;
}

std::optional<Import> find_import(Db& db, long long unit_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<Import> found;
    each_row(
        sql, "select " + import_columns + "from imports i where i.unit_id = :unit and i.id = :id",
        [&](const soci::row& row) { found = read_import(row); }, unit_id, id);
    return found;
  });
}

std::vector<Import> recent_imports(Db& db, long long unit_id, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<Import> found;
    each_row(
        sql, "select " + import_columns + "from imports i where i.unit_id = :unit order by i.id desc limit :most",
        [&](const soci::row& row) { found.push_back(read_import(row)); }, unit_id, most);
    return found;
  });
}

std::string applied_before(Db& db, long long unit_id, const std::string& sha256) {
  return db.run([&](soci::session& sql) {
    std::string at;
    each_row(
        sql,
        "select " + shown_time("max(applied_at)") +
            " from imports where unit_id = :unit and sha256 = :hash and sha256 <> '' and state = 'applied'",
        [&](const soci::row& row) { row >> at; }, unit_id, sha256);
    return at;
  });
}

// An application whose job was given up has changed nothing: it may be decided anew.
bool begin_apply(Tx& tx, const Import& import, bool good_only) {
  const int good = good_only ? 1 : 0;
  const int begun = affected(tx,
                             R"sql(
                   update imports i
                   set state = 'applying', good_only = :good = 1
                   where i.unit_id = :unit and i.id = :id
                     and (i.state = 'checked' or (i.state = 'applying' and exists (
                     select
                     from jobs j
                     where j.unit_id = i.unit_id and j.id = i.job_id and j.state = 'failed'
                   ))) and i.new_rows + i.changed_rows > 0 and (i.error_rows = 0 or :good = 1)
               )sql",
                             good, import.unit_id, import.id, good);
  if (begun == 0) return false;
  const long long job = create_job(tx, import.unit_id, "import_apply", {{"import", import.id}});
  affected(tx, "update imports set job_id = :job where unit_id = :unit and id = :id", job, import.unit_id, import.id);
  return true;
}

bool discard_import(Tx& tx, const Import& import) {
  const int gone = affected(tx,
                            R"sql(
                   update imports i
                   set state = 'discarded', file_name = ''
                   where i.unit_id = :unit and i.id = :id
                     and (i.state in ('checking', 'checked', 'refused') or (i.state = 'applying' and exists (
                     select
                     from jobs j
                     where j.unit_id = i.unit_id and j.id = i.job_id and j.state = 'failed'
                   )))
               )sql",
                            import.unit_id, import.id);
  if (gone == 0) return false;
  affected(tx, "delete from import_rows where unit_id = :unit and import_id = :id", import.unit_id, import.id);
  return true;
}

std::vector<ImportRow> import_rows(Db& db, long long unit_id, long long id, const std::string& tab, int size, int page) {
  const int offset = (page - 1) * size;
  const bool warned = tab == "warning";
  return db.run([&](soci::session& sql) {
    std::vector<ImportRow> rows;
    const std::string where = std::string(row_columns) + "where r.unit_id = :unit and r.import_id = :id ",
                      cut = "order by r.row_no limit :size offset :offset";
    const auto take = [&](const soci::row& row) { rows.push_back(read_row(row)); };
    if (warned)
      each_row(sql, where + "and r.verdict <> 'error' and r.errors <> '[]' " + cut, take, unit_id, id, size, offset);
    else
      each_row(sql, where + "and r.verdict = :tab " + cut, take, unit_id, id, tab, size, offset);
    return rows;
  });
}

void each_error_row(Db& db, long long unit_id, long long id, const std::function<void(const ImportRow&)>& take) {
  int after = 0, read = batch;
  while (read == batch) {
    read = 0;
    db.run([&](soci::session& sql) {
      each_row(
          sql,
          std::string(row_columns) +
              R"sql(
                  where r.unit_id = :unit and r.import_id = :id and r.verdict = 'error' and r.row_no > :after
                  order by r.row_no limit :most
              )sql",
          [&](const soci::row& row) {
            const ImportRow one = read_row(row);
            after = one.row_no;
            ++read;
            take(one);
          },
          unit_id, id, after, batch);
    });
  }
}

}  // namespace store
