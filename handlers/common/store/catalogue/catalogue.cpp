// See catalogue.h.
#include "store/catalogue/catalogue.h"

#include "store/core/joined_text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

// Columns of one kind as every query here selects them.
const char* const kind_columns =
    "k.id, k.shown_name, k.mode, "
    "array_to_string(k.uses, ' '), coalesce(k.cycle_months, 0), coalesce(k.service_life_months, 0), k.scope ";

constexpr std::size_t kinds_at_once = 100;  // more than the national catalogue has

domain::Kind kind_of(long long id, const std::string& name, const std::string& mode, const std::string& uses, int cycle, int life,
                     const std::string& scope) {
  domain::Kind kind;
  kind.id = id;
  kind.name = name;
  kind.mode = mode;
  kind.scope = scope;
  kind.uses = parts_of(uses, ' ');
  if (cycle > 0) kind.cycle_months = cycle;
  if (life > 0) kind.service_life_months = life;
  return kind;
}

domain::Kind read_kind(const soci::row& row) {
  long long id = 0;
  std::string name, mode, uses, scope;
  int cycle = 0, life = 0;
  row >> id >> name >> mode >> uses >> cycle >> life >> scope;
  return kind_of(id, name, mode, uses, cycle, life, scope);
}

// Read by every list and every form: a prepared statement, fetched in bulk.
struct KindsStatement {
  explicit KindsStatement(soci::session& sql)
      : statement((sql.prepare << std::string("select ") + kind_columns +
                                      R"sql(, k.item_no, k.item_name
                                          from public_catalogue k
                                          where k.mode <> 'none' and k.in_force
                                          order by k.item_no, k.kind_no, k.id
                                      )sql",
                   soci::into(id), soci::into(name), soci::into(mode), soci::into(uses), soci::into(cycle), soci::into(life),
                   soci::into(scope), soci::into(item_no), soci::into(item_name))) {}
  void resize(std::size_t rows) {
    id.resize(rows);
    for (auto* column : {&name, &mode, &uses, &scope, &item_name}) column->resize(rows);
    for (auto* column : {&cycle, &life, &item_no}) column->resize(rows);
  }
  std::vector<long long> id = std::vector<long long>(kinds_at_once);
  std::vector<std::string> name = std::vector<std::string>(kinds_at_once), mode = name, uses = name, scope = name,
                           item_name = name;
  std::vector<int> cycle = std::vector<int>(kinds_at_once), life = cycle, item_no = cycle;
  soci::statement statement;
};

}  // namespace

std::vector<CatalogueKind> ledger_kinds(Db& db) {
  return db.run([&](soci::session& sql) {
    auto& s = db.kept<KindsStatement>(sql);
    std::vector<CatalogueKind> found;
    s.resize(kinds_at_once);
    for (bool more = s.statement.execute(true); more; more = s.statement.fetch()) {
      for (std::size_t n = 0; n < s.id.size(); ++n)
        found.push_back(
            {kind_of(s.id[n], s.name[n], s.mode[n], s.uses[n], s.cycle[n], s.life[n], s.scope[n]), s.item_no[n], s.item_name[n]});
      s.resize(kinds_at_once);
    }
    return found;
  });
}

std::optional<CatalogueKind> find_catalogue_kind(Db& db, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<CatalogueKind> found;
    each_row(
        sql,
        std::string("select ") + kind_columns +
            ", (not k.in_force)::int, k.item_no, k.item_name from public_catalogue k where k.id = :id",
        [&](const soci::row& row) {
          CatalogueKind& kind = found.emplace();
          int retired = 0;
          kind.kind = read_kind(row);
          row >> retired >> kind.item_no >> kind.item_name;
          kind.kind.retired = retired != 0;
        },
        id);
    return found;
  });
}

std::optional<domain::Kind> find_kind(Db& db, long long id) {
  auto found = find_catalogue_kind(db, id);
  if (!found) return {};
  return std::move(found->kind);
}

KindSearch search_kinds(Db& db, const std::string& word, Kinds which) {
  const int all = which == Kinds::all ? 1 : 0;
  return db.run([&](soci::session& sql) {
    KindSearch found;
    soci::rowset<soci::row> rows =
        (sql.prepare << R"sql(
                 with q as (select lower(normalize(:word, NFKC)) as word), said as (
                   select s.kind_no, lower(normalize(s.word, NFKC)) as word
                   from public_everyday_names s
                 ),
             )sql"
                        // The exact word first; parts of it, both ways, only when no name is that word.
                        R"sql(
                    exact as (select said.kind_no from said, q where said.word = q.word), meant as (
                      select kind_no
                      from exact
                      union all
                      select said.kind_no
                      from said, q
                      where not exists (select from exact)
                        and (position(q.word in said.word) > 0 or position(said.word in q.word) > 0)
                    )
                    select k.id, 1
                    from public_catalogue k, q
                    where (k.mode <> 'none' or :all = 1) and k.in_force
                      and (position(q.word in lower(k.kind_name || k.variant)) > 0
                      or position(q.word in lower(k.item_name)) > 0 or k.kind_no in (select kind_no from meant))
                    union all
                    select 0::bigint, 0
                    from meant
                    where kind_no = 0
                    order by 1
                )sql",
         soci::use(word, "word"), soci::use(all, "all"));
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
