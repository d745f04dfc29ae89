// See editions.h.
#include "store/catalogue/editions.h"

#include "base/crypto.h"
#include "base/json.h"
#include "store/core/joined_text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string kind_query =
    R"sql(
        select k.id, k.item_no, k.item_name, k.kind_no, k.variant, k.kind_name, k.supervision, k.mode,
          array_to_string(k.uses, ' '), k.scope, coalesce(k.cycle_months, 0), coalesce(k.service_life_months, 0),
          k.regulation, k.condition, v.notice, k.checked::int,
    )sql" +
    shown_time("k.retired_at") + ", k.version from catalogue_kinds k join catalogue_versions v on v.id = k.version_id ";

AdminKind as_kind(const soci::row& columns) {
  AdminKind kind;
  domain::CatalogueRow& row = kind.entry.row;
  std::string uses;
  int cycle = 0, life = 0, checked = 0;
  columns >> kind.entry.id >> row.item_no >> row.item_name >> row.kind_no >> row.variant >> row.kind_name >> row.supervision >>
      row.mode >> uses >> row.scope >> cycle >> life >> row.regulation >> row.condition >> row.notice >> checked >>
      kind.retired_at >> kind.version;
  row.uses = parts_of(uses, ' ');
  if (cycle > 0) row.cycle_months = cycle;
  if (life > 0) row.service_life_months = life;
  row.checked = checked != 0;
  kind.entry.retired = !kind.retired_at.empty();
  return kind;
}

std::vector<AdminKind> select_kinds(soci::session& sql) {
  std::vector<AdminKind> kinds;
  const std::string query = kind_query + "order by k.item_no, k.kind_no, k.id";
  soci::rowset<soci::row> rows = (sql.prepare << query);
  for (const soci::row& row : rows) kinds.push_back(as_kind(row));
  return kinds;
}

nlohmann::json audited(const domain::CatalogueRow& row) {
  nlohmann::json values = nlohmann::json::object();
  const base::CsvRow cells = domain::catalogue_cells(row);
  for (std::size_t n = 0; n < cells.size(); ++n)
    if (!cells[n].empty()) values[domain::catalogue_columns()[n]] = cells[n];
  return values;
}

bool set_retired(Tx& tx, const AdminKind& kind, bool retired) {
  const std::string text = std::string("update catalogue_kinds set retired_at = ") + (retired ? "now()" : "null") +
                           ", version = version + 1 where id = :id and version = :version and retired_at is " +
                           (retired ? "null" : "not null");
  if (affected(tx, text, kind.entry.id, kind.version) != 1) return false;
  tx.audit(0, retired ? "catalogue.retire" : "catalogue.restore", "kind", kind.entry.id,
           {{"kind_name", kind.entry.row.name()}, {"retired", !retired}},
           {{"kind_name", kind.entry.row.name()}, {"retired", retired}});
  return true;
}

const std::string edition_columns = "e.id, e.notice, e.file_name, coalesce(u.login, ''), " + shown_time("e.created_at") + ", " +
                                    shown_time("e.applied_at") + ", e.added, e.changed, e.retired";
const std::string edition_tables = " from catalogue_editions e left join users u on u.id = e.created_by ";

Edition as_edition(const soci::row& row) {
  Edition edition;
  row >> edition.id >> edition.notice >> edition.file_name >> edition.created_by >> edition.created_at >> edition.applied_at >>
      edition.added >> edition.changed >> edition.retired;
  return edition;
}

nlohmann::json as_json(const domain::CatalogueRow& row) {
  nlohmann::json json = {{"item_no", row.item_no},
                         {"item_name", row.item_name},
                         {"kind_no", row.kind_no},
                         {"variant", row.variant},
                         {"kind_name", row.kind_name},
                         {"supervision", row.supervision},
                         {"mode", row.mode},
                         {"uses", row.uses},
                         {"scope", row.scope},
                         {"cycle", nullptr},
                         {"life", nullptr},
                         {"regulation", row.regulation},
                         {"condition", row.condition},
                         {"notice", row.notice},
                         {"checked", row.checked}};
  if (row.cycle_months) json["cycle"] = *row.cycle_months;
  if (row.service_life_months) json["life"] = *row.service_life_months;
  return json;
}

// Adds what is new and changes what differs, by kind and variant; a row that stays as it is keeps its version.
void upsert(Tx& tx, const domain::CatalogueDifference& difference) {
  nlohmann::json rows = nlohmann::json::array();
  for (const domain::CatalogueChange& change : difference.changes)
    if (change.what != domain::CatalogueChange::What::retired) rows.push_back(as_json(change.row));
  if (rows.empty()) return;
  const std::string text = rows.dump();
  tx.sql() << R"sql(
      insert into catalogue_versions (notice)
      select distinct r.notice
      from jsonb_to_recordset(:rows::jsonb) as r(notice text)
      on conflict (notice) do nothing
  )sql",
      soci::use(text, "rows");
  tx.sql() << R"sql(
          insert into catalogue_kinds (version_id, item_no, item_name, kind_no, variant, kind_name, supervision, mode,
            uses, scope, cycle_months, service_life_months, regulation, condition, checked, version)
          select v.id, r.item_no, r.item_name, r.kind_no, r.variant, r.kind_name, r.supervision, r.mode,
            array(select jsonb_array_elements_text(r.uses)), r.scope, r.cycle, r.life, r.regulation, r.condition,
            r.checked, 2
          from jsonb_to_recordset(:rows::jsonb) as r(item_no int, item_name text, kind_no int, variant text,
            kind_name text, supervision text, mode text, uses jsonb, scope text, cycle int, life int, regulation text,
            condition text, notice text, checked boolean)
          join catalogue_versions v on v.notice = r.notice
          order by r.item_no, r.kind_no
          on conflict (kind_no, variant) do update
          set version_id = excluded.version_id, item_no = excluded.item_no, item_name = excluded.item_name,
            kind_name = excluded.kind_name, supervision = excluded.supervision, mode = excluded.mode,
            uses = excluded.uses, scope = excluded.scope, cycle_months = excluded.cycle_months,
            service_life_months = excluded.service_life_months, regulation = excluded.regulation,
            condition = excluded.condition, checked = excluded.checked, retired_at = null,
            version = catalogue_kinds.version + 1
      )sql",
      soci::use(text, "rows");
}

void retire_missing(Tx& tx, const domain::CatalogueDifference& difference) {
  nlohmann::json ids = nlohmann::json::array();
  for (const domain::CatalogueChange& change : difference.changes)
    if (change.what == domain::CatalogueChange::What::retired) ids.push_back(change.id);
  if (ids.empty()) return;
  const std::string text = ids.dump();
  tx.sql() << R"sql(
      update catalogue_kinds
      set retired_at = now(), version = version + 1
      where id in (select value::bigint from jsonb_array_elements_text(:ids::jsonb))
  )sql",
      soci::use(text, "ids");
}

void audit_changes(Tx& tx, const Edition& edition, const domain::CatalogueDifference& difference,
                   const std::vector<AdminKind>& before, const std::vector<AdminKind>& after) {
  using What = domain::CatalogueChange::What;
  tx.audit(0, "catalogue.replace", "edition", edition.id, nullptr,
           {{"file_name", edition.file_name},
            {"notice", edition.notice},
            {"added", difference.added},
            {"changed", difference.changed},
            {"retired", difference.retired}});
  const auto find = [](const std::vector<AdminKind>& kinds, const domain::CatalogueRow& row) -> const AdminKind* {
    for (const AdminKind& kind : kinds)
      if (kind.entry.row.key() == row.key()) return &kind;
    return nullptr;
  };
  for (const domain::CatalogueChange& change : difference.changes) {
    const AdminKind *old_kind = find(before, change.row), *new_kind = find(after, change.row);
    const char* action = change.what == What::added      ? "catalogue.add"
                         : change.what == What::restored ? "catalogue.restore"
                         : change.what == What::retired  ? "catalogue.retire"
                                                         : "catalogue.change";
    const nlohmann::json old_values = old_kind ? audited(old_kind->entry.row) : nlohmann::json();
    nlohmann::json new_values = audited(change.row);
    if (change.what == What::retired) new_values["retired"] = true;
    tx.audit(0, action, "kind", new_kind ? new_kind->entry.id : change.id, old_values, std::move(new_values));
  }
}

}  // namespace

std::vector<AdminKind> all_kinds(Db& db) { return db.run(select_kinds); }

std::optional<AdminKind> find_any_kind(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<AdminKind> {
    const std::string query = kind_query + "where k.id = :id";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(id));
    for (const soci::row& row : rows) return as_kind(row);
    return {};
  });
}

std::vector<domain::CatalogueRow> rows_in_use(const std::vector<AdminKind>& kinds) {
  std::vector<domain::CatalogueRow> rows;
  for (const AdminKind& kind : kinds)
    if (!kind.entry.retired) rows.push_back(kind.entry.row);
  return rows;
}

std::vector<domain::CatalogueEntry> entries(const std::vector<AdminKind>& kinds) {
  std::vector<domain::CatalogueEntry> all;
  for (const AdminKind& kind : kinds) all.push_back(kind.entry);
  return all;
}

std::string fingerprint(const std::vector<AdminKind>& kinds) {
  base::CsvWriter csv(base::CsvWriter::For::program);
  for (const AdminKind& kind : kinds) {
    base::CsvRow cells = domain::catalogue_cells(kind.entry.row);
    cells.push_back(kind.entry.retired ? "retired" : "");
    csv.row(cells);
  }
  return base::sha256_hex(csv.text());
}

bool retire_kind(Tx& tx, const AdminKind& kind) { return set_retired(tx, kind, true); }
bool restore_kind(Tx& tx, const AdminKind& kind) { return set_retired(tx, kind, false); }

std::vector<Edition> editions(Db& db, int size, int page) {
  return db.run([&](soci::session& sql) {
    std::vector<Edition> found;
    const int offset = (page - 1) * size;
    const std::string query =
        "select " + edition_columns + edition_tables + "order by e.created_at desc, e.id desc limit :size offset :offset";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(size), soci::use(offset));
    for (const soci::row& row : rows) found.push_back(as_edition(row));
    return found;
  });
}

long long count_editions(Db& db) {
  return db.run([&](soci::session& sql) {
    long long n = 0;
    sql << "select count(*) from catalogue_editions", soci::into(n);
    return n;
  });
}

std::optional<Edition> find_edition(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<Edition> {
    const std::string query = "select " + edition_columns + ", e.content" + edition_tables + "where e.id = :id";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(id));
    for (const soci::row& row : rows) {
      Edition edition = as_edition(row);
      row >> edition.content;
      return edition;
    }
    return {};
  });
}

long long draft_edition(Tx& tx, const Edition& edition) {
  long long id = 0;
  const long long actor = tx.actor().user_id;
  tx.sql() << R"sql(
      insert into catalogue_editions (notice, file_name, content, created_by)
      values (:notice, :file, :content, nullif(:actor::bigint, 0))
      returning id
  )sql",
      soci::use(edition.notice), soci::use(edition.file_name), soci::use(edition.content), soci::use(actor), soci::into(id);
  tx.audit(0, "catalogue.draft", "edition", id, nullptr, {{"file_name", edition.file_name}, {"notice", edition.notice}});
  return id;
}

bool discard_edition(Tx& tx, const Edition& edition) {
  if (affected(tx, "delete from catalogue_editions where id = :id and applied_at is null", edition.id) != 1) return false;
  tx.audit(0, "catalogue.discard", "edition", edition.id, {{"file_name", edition.file_name}, {"notice", edition.notice}},
           nullptr);
  return true;
}

Applied apply_edition(Tx& tx, const Edition& edition, const std::vector<domain::CatalogueRow>& rows, const std::string& seen,
                      domain::CatalogueDifference& difference) {
  // Any other change of the catalogue waits until this is done, and then finds that its differences are outdated.
  tx.sql() << "lock table catalogue_kinds in share row exclusive mode";
  const std::vector<AdminKind> before = select_kinds(tx.sql());
  if (fingerprint(before) != seen) return Applied::changed_meanwhile;
  difference = domain::compare(entries(before), rows);
  if (affected(tx,
               R"sql(
                   update catalogue_editions
                   set applied_at = now(), added = :added, changed = :changed, retired = :retired
                   where id = :id and applied_at is null
               )sql",
               difference.added, difference.changed, difference.retired, edition.id) != 1)
    return Applied::changed_meanwhile;
  upsert(tx, difference);
  retire_missing(tx, difference);
  audit_changes(tx, edition, difference, before, select_kinds(tx.sql()));
  return Applied::done;
}

}  // namespace store
