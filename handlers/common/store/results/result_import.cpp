// See result_import.h.
#include "store/results/result_import.h"

#include "base/json.h"
#include "base/json_text.h"
#include "store/core/error_json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

using domain::Error;
using nlohmann::json;

std::vector<Error> errors_of(const std::string& text) {
  std::vector<Error> errors;
  for (const json& e : json::parse(text)) errors.push_back(error_of(e));
  return errors;
}

json form_json(const domain::ResultForm& form) {
  json all = json::object();
  for (const auto& [name, typed] : domain::result_fields())
    if (!(form.*typed).empty()) all[name] = form.*typed;
  return all;
}

domain::ResultForm form_of(const std::string& text) {
  const json all = json::parse(text);
  domain::ResultForm form;
  for (const auto& [name, typed] : domain::result_fields()) form.*typed = all.value(name, "");
  return form;
}

// A date beyond the cycle needs a person's confirmation, which a file cannot give.
void sort_out(StagedResult& staged, const std::vector<Error>& found) {
  for (const Error& error : found) {
    const bool known =
        std::any_of(staged.errors.begin(), staged.errors.end(), [&](const Error& e) { return e.field == error.field; });
    if (error.code == "BEYOND_CYCLE") {
      staged.warnings.push_back(error);
    } else if (!known) {
      staged.errors.push_back(error);
    }
  }
}

std::vector<StagedResult> read_rows(soci::session& sql, long long institution_id, long long id) {
  std::vector<StagedResult> rows;
  each_row(
      sql,
      R"sql(
          select row_no, cells::text, line_key, coalesce(unit_id, 0), coalesce(line_id, 0), coalesce(line_version, 0),
            unit_name, name, serial_number, form::text, errors::text, warnings::text, coalesce(result_id, 0)
          from result_import_rows
          where institution_id = :institution and import_id = :id
          order by row_no
      )sql",
      [&](const soci::row& r) {
        StagedResult s;
        std::string cells, form, errors, warnings;
        r >> s.row_no >> cells >> s.row.line_key >> s.row.line.unit_id >> s.row.line.line_id >> s.row.version >> s.unit_name >>
            s.name >> s.serial_number >> form >> errors >> warnings >> s.result_id;
        s.cells = json::parse(cells).get<std::vector<std::string>>();
        s.row.form = form_of(form);
        s.errors = errors_of(errors);
        s.warnings = errors_of(warnings);
        rows.push_back(std::move(s));
      },
      institution_id, id);
  return rows;
}

ResultImport read_import(const soci::row& row) {
  ResultImport import;
  std::string headers;
  row >> import.id >> import.original_name >> import.state >> import.created_at >> import.created_by >> import.decided_at >>
      import.decided_by >> headers >> import.blank_rows;
  import.headers = json::parse(headers).get<std::vector<std::string>>();
  return import;
}
const std::string select_imports = "select id, original_name, state, " + shown_time("created_at") + ", created_by, " +
                                   shown_time("decided_at") + ", decided_by, headers::text, blank_rows from result_imports ";

// Locks the import: the second of two transactions waits here and finds it decided.
bool decide(Tx& tx, long long institution_id, long long id, const std::string& state) {
  return affected(tx,
                  R"sql(
                      update result_imports
                      set state = :state, decided_at = now(), decided_by = :by
                      where institution_id = :institution and id = :id and state = 'checked'
                  )sql",
                  state, tx.actor().login, institution_id, id) == 1;
}

void store_outcome(Tx& tx, long long institution_id, long long id, int row_no, const ResultDone& done) {
  const std::string errors = base::json_text(errors_json(done.errors));
  affected(tx,
           R"sql(
               update result_import_rows
               set errors = :errors::jsonb, result_id = nullif(:result::bigint, 0)
               where institution_id = :institution and import_id = :id and row_no = :row
           )sql",
           errors, done.result_id, institution_id, id, row_no);
}

}  // namespace

long long stage_results(Tx& tx, long long institution_id, const ResultImport& import, std::vector<StagedResult> rows,
                        domain::Date today) {
  std::vector<ResultRow> asked;
  for (const StagedResult& staged : rows) asked.push_back(staged.row);
  const auto judged = judge_results(tx, institution_id, asked, today);
  json all = json::array();
  for (std::size_t n = 0; n < rows.size(); ++n) {
    StagedResult& s = rows[n];
    sort_out(s, judged[n].errors);
    const VerifiedLine& line = judged[n].line;
    all.push_back({{"row_no", s.row_no},
                   {"cells", s.cells},
                   {"line_key", s.row.line_key},
                   {"unit_id", line.unit_id},
                   {"line_id", line.id},
                   {"line_version", line.version},
                   {"unit_name", line.unit_name},
                   {"name", line.name},
                   {"serial_number", line.serial_number},
                   {"form", form_json(s.row.form)},
                   {"errors", errors_json(s.errors)},
                   {"warnings", errors_json(s.warnings)}});
  }
  const std::string headers = base::json_text(json(import.headers)), text = base::json_text(all);
  long long id = 0;
  tx.sql() << R"sql(
      insert into result_imports (institution_id, original_name, headers, blank_rows, created_by)
      values (:institution, :name, :headers::jsonb, :blank, :by)
      returning id
  )sql",
      soci::use(institution_id), soci::use(import.original_name), soci::use(headers), soci::use(import.blank_rows),
      soci::use(tx.actor().login), soci::into(id);
  affected(tx,
           R"sql(
               insert into result_import_rows (import_id, institution_id, row_no, cells, line_key, unit_id, line_id,
                 line_version, unit_name, name, serial_number, form, errors, warnings)
               select :id, :institution, r.row_no, r.cells, r.line_key, nullif(r.unit_id, 0), nullif(r.line_id, 0),
                 nullif(r.line_version, 0), r.unit_name, r.name, r.serial_number, r.form, r.errors, r.warnings
               from jsonb_to_recordset(:rows::jsonb) as r(row_no int, cells jsonb, line_key text, unit_id bigint,
                 line_id bigint, line_version int, unit_name text, name text, serial_number text, form jsonb,
                 errors jsonb, warnings jsonb)
           )sql",
           id, institution_id, text);
  return id;
}

std::optional<ResultImport> find_result_import(Db& db, long long institution_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<ResultImport> found;
    each_row(
        sql, select_imports + "where institution_id = :institution and id = :id",
        [&](const soci::row& row) { found = read_import(row); }, institution_id, id);
    return found;
  });
}

std::vector<StagedResult> staged_results(Db& db, long long institution_id, long long id) {
  return db.run([&](soci::session& sql) { return read_rows(sql, institution_id, id); });
}

std::vector<ResultImport> recent_result_imports(Db& db, long long institution_id, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<ResultImport> imports;
    each_row(
        sql, select_imports + "where institution_id = :institution order by id desc limit :most",
        [&](const soci::row& row) { imports.push_back(read_import(row)); }, institution_id, most);
    return imports;
  });
}

bool apply_results(Tx& tx, long long institution_id, long long id, bool all_or_nothing, domain::Date today) {
  if (!decide(tx, institution_id, id, "applied")) return false;
  std::vector<ResultRow> rows;
  std::vector<int> numbers;
  for (StagedResult& staged : read_rows(tx.sql(), institution_id, id)) {
    if (!staged.errors.empty()) continue;
    staged.row.form.beyond_cycle = true;  // the page asked
    rows.push_back(std::move(staged.row));
    numbers.push_back(staged.row_no);
  }
  const auto done = record_results(tx, institution_id, rows, today, all_or_nothing);
  for (std::size_t n = 0; n < done.size(); ++n) store_outcome(tx, institution_id, id, numbers[n], done[n]);
  return true;
}

bool discard_results(Tx& tx, long long institution_id, long long id) { return decide(tx, institution_id, id, "discarded"); }

void note_refused(Tx& tx, long long institution_id, long long id, const std::vector<ResultDone>& done) {
  std::size_t n = 0;
  for (const StagedResult& staged : read_rows(tx.sql(), institution_id, id)) {
    if (!staged.errors.empty()) continue;
    if (n < done.size() && !done[n].done()) store_outcome(tx, institution_id, id, staged.row_no, done[n]);
    ++n;
  }
}

}  // namespace store
