// See import_staging.h: the check's part.
#include "store/ledger/import_staging.h"

#include "base/json.h"
#include "base/json_text.h"
#include "store/core/error_json.h"
#include "store/core/sql_text.h"
#include "store/ledger/instruments.h"

#include <soci/soci.h>

#include <sstream>

namespace store {
namespace {

nlohmann::json errors_of(const StagedRow& row) {
  nlohmann::json errors = errors_json(row.checked.errors);
  for (const domain::Error& warning : row.warnings) {
    errors.push_back(error_json(warning));
    errors.back()["warning"] = true;
  }
  return errors;
}

// set: every column of the instrument; old, new: for the audit; changes: the same in words.
nlohmann::json fields_of(const StagedRow& row) {
  if (!row.checked.errors.empty()) return nlohmann::json::object();
  nlohmann::json fields = nlohmann::json::object();
  if (row.old != nullptr) {
    nlohmann::json before = audited(row.old->values), after = audited(row.checked.values);
    leave_differences(before, after);
    if (after.empty() && before.empty()) return fields;
    fields["old"] = std::move(before);
    fields["new"] = std::move(after);
    for (const domain::ImportChange& change : row.checked.changes)
      fields["changes"].push_back({{"field", change.field}, {"old", change.before}, {"new", change.after}});
  }
  fields["set"] = stored_values(row.checked.values);
  return fields;
}

void read_kinds(soci::session& sql, domain::ImportReference& reference) {
  each_row(sql,
           R"sql(
          select k.id, k.shown_name, k.mode, array_to_string(k.uses, ' '), coalesce(k.cycle_months, 0),
            coalesce(k.service_life_months, 0), k.kind_no, k.item_name, k.kind_name, (k.retired_at is not null)::int
          from catalogue_kinds k
          order by k.item_no, k.kind_no, k.id
      )sql",
           [&](const soci::row& row) {
             domain::ImportKind kind;
             std::string uses;
             int cycle = 0, life = 0, retired = 0;
             row >> kind.kind.id >> kind.kind.name >> kind.kind.mode >> uses >> cycle >> life >> kind.kind_no >> kind.item_name >>
                 kind.kind_name >> retired;
             std::istringstream words(uses);
             for (std::string use; words >> use;) kind.kind.uses.push_back(use);
             if (cycle > 0) kind.kind.cycle_months = cycle;
             if (life > 0) kind.kind.service_life_months = life;
             kind.kind.retired = retired != 0;
             reference.add(std::move(kind));
           });
  each_row(sql, "select word, kind_no from kind_synonyms", [&](const soci::row& row) {
    std::string word;
    int kind_no = 0;
    row >> word >> kind_no;
    reference.add_synonym(word, kind_no);
  });
}

}  // namespace

domain::ImportReference import_reference(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    std::string own;
    sql << "select division_code from units where id = :id", soci::use(unit_id), soci::into(own);
    domain::ImportReference reference(own);
    read_kinds(sql, reference);
    each_row(sql,
             R"sql(
                 select code, path, leaf::int
                 from divisions
                 where selectable and coalesce(valid_to >= current_date, true)
                 order by code
             )sql",
             [&](const soci::row& row) {
               domain::ImportDivision division;
               int leaf = 0;
               row >> division.code >> division.path >> leaf;
               division.choice = leaf != 0 ? domain::DivisionChoice::ok : domain::DivisionChoice::not_final;
               reference.add(std::move(division));
             });
    return reference;
  });
}

const char* StagedRow::verdict() const {
  if (!checked.errors.empty()) return "error";
  if (old == nullptr) return "new";
  return checked.changes.empty() ? "same" : "changed";
}

bool clear_staged(Tx& tx, const Job& job, long long import_id) {
  if (!lock_job(tx, job)) return false;
  affected(tx, "delete from import_rows where unit_id = :unit and import_id = :import", job.unit_id, import_id);
  return true;
}

bool stage_rows(Tx& tx, const Job& job, long long import_id, const std::vector<StagedRow>& rows) {
  if (!lock_job(tx, job)) return false;
  std::string text = "[";
  for (const StagedRow& row : rows) {
    nlohmann::json json = {{"n", row.row_no},
                           {"verdict", row.verdict()},
                           {"cells", row.cells},
                           {"fields", fields_of(row)},
                           {"errors", errors_of(row)}};
    if (row.old != nullptr) {
      json["id"] = row.old->id;
      json["version"] = row.old->version;
    }
    text += (text.size() == 1 ? "" : ",") + base::json_text(json);
  }
  text += "]";
  tx.sql() << R"sql(
      insert into import_rows (unit_id, import_id, row_no, verdict, instrument_id, version, cells, fields, errors)
      select :unit, :import, r.n, r.verdict, case when r.verdict = 'new' then nextval('instrument_ids')
        else r.id end, r.version, r.cells, r.fields, r.errors
      from jsonb_to_recordset(:rows::jsonb) as r(n int, verdict text, id bigint, version int, cells jsonb,
        fields jsonb, errors jsonb)
  )sql",
      soci::use(job.unit_id), soci::use(import_id), soci::use(text);
  return true;
}

std::vector<int> ledger_duplicates(Db& db, long long unit_id, const std::vector<StagedRow>& rows) {
  nlohmann::json asked = nlohmann::json::array();
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const domain::InstrumentValues& v = rows[n].checked.values;
    if (!rows[n].checked.errors.empty() || v.serial_number == "无") continue;
    asked.push_back({{"n", n},
                     {"kind", v.kind_id},
                     {"serial", v.serial_number},
                     {"maker", v.manufacturer},
                     {"id", rows[n].old != nullptr ? rows[n].old->id : 0}});
  }
  const std::string text = base::json_text(asked);
  std::vector<int> duplicates(rows.size());
  db.run([&](soci::session& sql) {
    each_row(
        sql,
        R"sql(
            select a.n, count(*)::int
            from jsonb_to_recordset(:rows::jsonb) as a(n int, kind bigint, serial text, maker text, id bigint)
            join instruments i on i.unit_id = :unit and i.serial_number = a.serial and i.kind_id = a.kind
              and i.manufacturer = a.maker and i.id <> a.id
            group by a.n
        )sql",
        [&](const soci::row& row) {
          int n = 0, count = 0;
          row >> n >> count;
          duplicates.at(static_cast<std::size_t>(n)) = count;
        },
        text, unit_id);
  });
  return duplicates;
}

bool finish_check(Tx& tx, const Job& job, const Import& result) {
  if (!lock_job(tx, job)) return false;
  const std::string info = base::json_text(result.info),
                    refused = result.refused.is_null() ? "" : base::json_text(result.refused);
  const std::string state = result.refused.is_null() ? "checked" : "refused";
  const int kept = affected(tx,
                            R"sql(
          update imports
          set state = :state, info = :info::jsonb, refused = nullif(:refused::text, '')::jsonb, new_rows = :new,
            changed_rows = :changed, same_rows = :same, error_rows = :error, warning_rows = :warning, file_name = ''
          where unit_id = :unit and id = :id and state = 'checking'
      )sql",
                            state, info, refused, result.new_rows, result.changed_rows, result.same_rows, result.error_rows,
                            result.warning_rows, job.unit_id, result.id);
  if (kept == 0 || state == "refused")
    affected(tx, "delete from import_rows where unit_id = :unit and import_id = :id", job.unit_id, result.id);
  finish_job(
      tx, job,
      {{"new", result.new_rows}, {"changed", result.changed_rows}, {"same", result.same_rows}, {"errors", result.error_rows}});
  return kept != 0;
}

}  // namespace store
