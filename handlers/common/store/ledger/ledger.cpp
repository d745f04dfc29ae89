// See ledger.h. A list with a filter is materialized once, because folding 5,000 texts twice takes twice as long; one without a
// filter is read twice (rows and counts), because both come from an index only.
#include "store/ledger/ledger.h"

#include "base/json.h"
#include "store/ledger/instrument_row.h"
#include "store/ledger/ledger_sql.h"

#include <soci/soci.h>

#include <algorithm>
#include <iterator>

namespace store {
namespace {

using domain::Date;
using domain::LedgerRow;

constexpr std::size_t most_rows = 100;
constexpr int batch = 500;
const char* const tab_names[] = {"all",          "due_soon", "overdue", "rotate",  "failed",
                                 "not_verified", "booked",   "stopped", "scrapped"};
constexpr std::size_t tab_count = std::size(tab_names);

std::string counts_text() {
  std::string text = "coalesce(sum(q), 0)::bigint as q0";
  for (std::size_t n = 1; n < tab_count; ++n)
    text += ", coalesce(sum(q) filter (where tab = '" + std::string(tab_names[n]) + "'), 0)::bigint as q" + std::to_string(n);
  return text;
}

std::string list_text(const LedgerWhere& where, const LedgerOrder& order) {
  const std::string wanted = tab_wanted("tab", ":tab"), by = order.expression.empty() ? "sort_due" : "sort_value";
  const std::string sorted = order.expression.empty() ? "" : ", " + order.expression + " as sort_value";
  // The whole ledger is read off its index, twice, for counts and page; a filter costs more than keeping what it found.
  const std::string kept = where.values.empty() && sorted.empty() ? "not materialized" : "materialized";
  return "with marked as " + kept + " (select i.id, i.sort_due, i.quantity, " + tab_of(":today") + " as tab" + sorted +
         " from instruments i " + order.join + where.text +
         "), "
         // One row a tab first: the rule is then evaluated once for each instrument, not once for each count.
         "tabs as (select tab, count(*) as n, sum(quantity) as q from marked group by tab), "
         "counts as materialized (select coalesce(sum(n) filter (where " +
         wanted + "), 0)::bigint as matched, " + counts_text() +
         " from tabs), "
         "page as (select id, row_number() over () as place from (select id from marked where " +
         wanted + " order by " + by + order.direction + ", id limit :size offset :offset) as cut) select c.*, " +
         row_columns(RowOf::unit) +
         "from counts c left join page p on true left join instruments i on i.unit_id = :unit and i.id = p.id " + row_joins +
         "order by p.place";
}

// Counts and rows of one list, fetched in bulk. The default list's statement is kept prepared, because it is asked for most.
struct ListStatement {
  explicit ListStatement(soci::session& sql) : ListStatement(sql, LedgerFilter{}) {}
  ListStatement(soci::session& sql, const LedgerFilter& filter) : where(where_of(filter)), rows(most_rows), statement(sql) {
    for (auto& column : counts) column.resize(most_rows);
    matched.resize(most_rows);
    bind(statement, where, unit);
    statement.exchange(soci::use(today, "today"));
    statement.exchange(soci::use(tab, "tab"));
    statement.exchange(soci::use(size, "size"));
    statement.exchange(soci::use(offset, "offset"));
    statement.exchange(soci::into(matched));
    for (auto& column : counts) statement.exchange(soci::into(column));
    rows.exchange(statement);
    statement.alloc();
    statement.prepare(list_text(where, order_of(filter)));
    statement.define_and_bind();
  }

  LedgerPage run(long long unit_id, const LedgerFilter& filter, Date on) {
    unit = unit_id;
    today = on.iso();
    tab = filter.tab;
    size = filter.size;
    offset = (filter.page - 1) * filter.size;
    matched.resize(most_rows);
    for (auto& column : counts) column.resize(most_rows);
    rows.resize(most_rows);
    statement.execute(true);
    LedgerPage page;
    page.matched = matched.at(0);
    for (std::size_t n = 0; n < tab_count; ++n) page.counts[tab_names[n]] = counts[n].at(0);
    for (std::size_t n = 0; n < rows.size() && rows.there(n); ++n) page.rows.push_back(rows.row(n));
    return page;
  }

  LedgerWhere where;
  long long unit = 0;
  std::string today, tab;
  int size = 0, offset = 0;
  std::vector<long long> matched, counts[tab_count];
  RowColumns rows;
  soci::statement statement;
};

// Rows alone, by a condition, in an order.
std::string rows_text(const std::string& where, const LedgerOrder& order) {
  return "select " + row_columns(RowOf::unit) + "from instruments i " + row_joins + where + "order by " +
         (order.expression.empty() ? "i.sort_due" : order.expression) + order.direction + ", i.id";
}

std::vector<std::string> filters(bool texts) {
  std::vector<std::string> codes;
  for (const domain::Column& column : domain::ledger_columns())
    if (column.filtering != domain::Filtering::none && (column.content == domain::Content::text) == texts)
      codes.emplace_back(column.code);
  return codes;
}

}  // namespace

bool LedgerFilter::narrowed() const { return !texts.empty() || !choices.empty() || due_from || due_to || !ids.empty(); }

const std::vector<std::string>& ledger_texts() {
  static const std::vector<std::string> columns = filters(true);
  return columns;
}

const std::vector<std::string>& ledger_choices() {
  static const std::vector<std::string> choices = filters(false);
  return choices;
}

bool is_ledger_tab(const std::string& tab) {
  return tab == "due" || std::find(std::begin(tab_names), std::end(tab_names), tab) != std::end(tab_names);
}

nlohmann::json to_json(const LedgerFilter& filter) {
  return {{"tab", filter.tab},
          {"texts", filter.texts},
          {"choices", filter.choices},
          {"due_from", domain::iso_or_empty(filter.due_from)},
          {"due_to", domain::iso_or_empty(filter.due_to)},
          {"ids", filter.ids},
          {"sort", filter.sort},
          {"descending", filter.descending}};
}

LedgerFilter filter_from_json(const nlohmann::json& json) {
  LedgerFilter filter;
  filter.tab = json.at("tab");
  filter.texts = json.at("texts").get<std::map<std::string, std::string>>();
  filter.choices = json.at("choices").get<std::map<std::string, std::string>>();
  filter.due_from = Date::from_iso(json.at("due_from").get<std::string>());
  filter.due_to = Date::from_iso(json.at("due_to").get<std::string>());
  filter.ids = json.at("ids").get<std::vector<long long>>();
  filter.sort = json.at("sort");
  filter.descending = json.at("descending");
  return filter;
}

LedgerPage list_ledger(Db& db, long long unit_id, const LedgerFilter& filter, Date today) {
  return db.run([&](soci::session& sql) {
    if (!filter.narrowed() && filter.sort.empty() && !filter.descending)
      return db.kept<ListStatement>(sql).run(unit_id, filter, today);
    return ListStatement(sql, filter).run(unit_id, filter, today);
  });
}

long long count_ledger(Db& db, long long unit_id, const LedgerFilter& filter, Date today) {
  return db.run([&](soci::session& sql) {
    const LedgerWhere where = where_in_tab(filter, today);
    long long rows = 0;
    soci::statement statement(sql);
    bind(statement, where, unit_id);
    statement.exchange(soci::into(rows));
    statement.alloc();
    statement.prepare("select count(*) from instruments i " + where.text);
    statement.define_and_bind();
    statement.execute(true);
    return rows;
  });
}

void each_ledger_row(Db& db, long long unit_id, const LedgerFilter& filter, Date today,
                     const std::function<void(const LedgerRow&)>& take) {
  db.transaction({}, [&](Tx& tx) {
    const LedgerWhere where = where_in_tab(filter, today);
    soci::statement open(tx.sql());
    bind(open, where, unit_id);
    open.alloc();
    open.prepare("declare ledger_rows no scroll cursor for " + rows_text(where.text, order_of(filter)));
    open.define_and_bind();
    open.execute(true);
    RowColumns rows(batch);
    soci::statement fetch(tx.sql());
    rows.exchange(fetch);
    fetch.alloc();
    fetch.prepare("fetch " + std::to_string(batch) + " from ledger_rows");
    fetch.define_and_bind();
    for (bool more = true; more;) {
      rows.resize(batch);
      if (!fetch.execute(true)) rows.resize(0);
      for (std::size_t n = 0; n < rows.size(); ++n) take(rows.row(n));
      more = rows.size() == static_cast<std::size_t>(batch);
    }
  });
}

std::vector<LedgerRow> find_ledger_rows(Db& db, long long unit_id, const std::vector<long long>& ids) {
  return db.run([&](soci::session& sql) {
    std::vector<LedgerRow> found;
    if (ids.empty()) return found;
    LedgerFilter only;
    only.ids = ids;
    const LedgerWhere where = where_of(only);
    RowColumns rows(ids.size());
    soci::statement statement(sql);
    bind(statement, where, unit_id);
    rows.exchange(statement);
    statement.alloc();
    statement.prepare(rows_text(where.text, {}));
    statement.define_and_bind();
    if (!statement.execute(true)) rows.resize(0);
    for (std::size_t n = 0; n < rows.size(); ++n) found.push_back(rows.row(n));
    return found;
  });
}

std::vector<DueMonth> due_by_month(Db& db, long long unit_id, Date today) {
  return db.run([&](soci::session& sql) {
    const Date first = *Date::of(today.year(), today.month(), 1);
    const std::string from = first.iso(), to = first.plus_months(12).iso();
    std::vector<DueMonth> months;
    for (int n = 0; n < 12; ++n) months.push_back({first.plus_months(n)});
    const auto take = [&](const soci::row& row) {
      int place = 0;
      long long verify = 0, rotate = 0;
      row >> place >> verify >> rotate;
      months.at(static_cast<std::size_t>(place)).verify = verify;
      months.at(static_cast<std::size_t>(place)).rotate = rotate;
    };
    each_row(sql,
             R"sql(
                 select ((extract(year from valid_until) - extract(year from p.first)) * 12 +
                   extract(month from valid_until) - extract(month from p.first))::int,
                   coalesce(sum(quantity) filter (where mode = 'periodic'), 0)::bigint,
                   coalesce(sum(quantity) filter (where mode = 'first_rotate'), 0)::bigint
                 from (select :first::date as first, :behind::date as behind) p, instruments
                 where unit_id = :unit and state = 'in_use' and mode <> 'first_scrap' and valid_until >= p.first
                   and valid_until < p.behind
                 group by 1
             )sql",
             take, from, to, unit_id);
    return months;
  });
}

}  // namespace store
