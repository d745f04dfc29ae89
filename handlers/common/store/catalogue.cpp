// See catalogue.h.
#include "store/catalogue.h"

#include <sstream>

namespace store {
namespace {

// Columns of one kind as every query here selects them.
const char* const kind_columns =
    "k.id, k.kind_name || case when k.variant <> '' then '（' || k.variant || '）' else '' end, k.mode, "
    "array_to_string(k.uses, ' '), coalesce(k.cycle_months, 0), coalesce(k.service_life_months, 0) ";

domain::Kind read_kind(const soci::row& row) {
  domain::Kind kind;
  std::string uses;
  int cycle = 0, life = 0;
  row >> kind.id >> kind.name >> kind.mode >> uses >> cycle >> life;
  std::istringstream words(uses);
  for (std::string use; words >> use;) kind.uses.push_back(use);
  if (cycle > 0) kind.cycle_months = cycle;
  if (life > 0) kind.service_life_months = life;
  return kind;
}

}  // namespace

std::vector<CatalogueKind> ledger_kinds(Db& db) {
  return db.run([&](soci::session& sql) {
    std::vector<CatalogueKind> found;
    soci::rowset<soci::row> rows =
        (sql.prepare << std::string("select ") + kind_columns +
                            ", k.item_no, k.item_name from catalogue_kinds k "
                            "where k.mode <> 'none' and k.retired_at is null order by k.item_no, k.kind_no, k.id");
    for (const soci::row& row : rows) {
      CatalogueKind entry;
      entry.kind = read_kind(row);
      row >> entry.item_no >> entry.item_name;
      found.push_back(std::move(entry));
    }
    return found;
  });
}

std::optional<domain::Kind> find_kind(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<domain::Kind> {
    soci::rowset<soci::row> rows =
        (sql.prepare << std::string("select ") + kind_columns + "from catalogue_kinds k where k.id = :id", soci::use(id));
    for (const soci::row& row : rows) return read_kind(row);
    return {};
  });
}

KindSearch search_kinds(Db& db, const std::string& word) {
  return db.run([&](soci::session& sql) {
    KindSearch found;
    soci::rowset<soci::row> rows =
        (sql.prepare
             << "with q as (select lower(normalize(:word, NFKC)) as word), "
                "said as (select s.kind_no, lower(normalize(s.word, NFKC)) as word from kind_synonyms s), "
                // The very word first; its parts, both ways, only when nobody says it so.
                "exact as (select said.kind_no from said, q where said.word = q.word), "
                "meant as (select kind_no from exact union all select said.kind_no from said, q "
                "  where not exists (select from exact) "
                "  and (position(q.word in said.word) > 0 or position(said.word in q.word) > 0)) "
                "select k.id, 1 from catalogue_kinds k, q where k.mode <> 'none' and k.retired_at is null and "
                "  (position(q.word in lower(k.kind_name || k.variant)) > 0 or position(q.word in lower(k.item_name)) > 0 "
                "   or k.kind_no in (select kind_no from meant)) "
                "union all select 0::bigint, 0 from meant where kind_no = 0 order by 1",
         soci::use(word));
    for (const soci::row& row : rows) {
      long long id = 0;
      int in_catalogue = 0;
      row >> id >> in_catalogue;
      if (in_catalogue != 0)
        found.ids.push_back(id);
      else
        found.not_in_catalogue = true;
    }
    return found;
  });
}

}  // namespace store
