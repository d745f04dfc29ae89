// See desk_file.h.
#include "store/results/desk_file.h"

#include "base/csv.h"
#include "base/xlsx_write.h"
#include "domain/appointments/appointment.h"
#include "domain/results/result_columns.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr int batch = 500;

const std::string from_where =
    R"sql(
        from appointment_lines l
        join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id
        left join catalogue_kinds k on k.id = l.kind_id
        where l.institution_id = :institution and l.state in ('accepted', 'verifying')
          and l.planned_on >= coalesce(nullif(:first::text, '')::date, '-infinity')
          and l.planned_on <= coalesce(nullif(:last::text, '')::date, 'infinity')
          and (:delivery::text = '' or a.delivery = :same)
          and (:unit::text = '' or strpos(lower(normalize(a.unit_name, NFKC)),
          lower(normalize(:name, NFKC))) > 0 or upper(replace(a.unit_code, '-', '')) ^@ :code)
    )sql";

// One of domain::line_columns(), as text.
std::string expression_of(std::string_view code) {
  for (const std::string_view of_appointment : {"unit_name", "unit_code", "contact", "phone"})
    if (code == of_appointment) return "a." + std::string(code);
  if (code == "kind") return "coalesce(k.shown_name, '')";
  return "coalesce(l." + std::string(code) + "::text, '')";
}

bool is_key(std::string_view code) { return code == "line_key" || code == "number"; }  // made of a.number and l.line_no

std::string columns() {
  std::string text = "a.number, l.line_no";
  for (const domain::Term& column : domain::line_columns())
    if (!is_key(column.code)) text += ", " + expression_of(column.code);
  return text + " ";
}

const std::string order = "order by l.planned_on, l.unit_id, l.id ";

struct Bound {  // SOCI keeps references
  Bound(long long id, const DeskFile& file)
      : institution(id),
        first(domain::iso_or_empty(file.planned_from)),
        last(domain::iso_or_empty(file.planned_to)),
        delivery(file.delivery),
        unit(file.unit),
        code(domain::normalise_code(file.unit)) {
    if (code.empty()) code = "-";  // every code begins with nothing
  }
  void exchange(soci::statement& statement) const {
    statement.exchange(soci::use(institution));
    for (const std::string* value : {&first, &last, &delivery, &delivery, &unit, &unit, &code})
      statement.exchange(soci::use(*value));
  }
  long long institution;
  std::string first, last, delivery, unit, code;
};

std::vector<std::string> cells_of(const soci::row& row) {
  std::string number;
  int line_no = 0;
  row >> number >> line_no;
  std::vector<std::string> cells{domain::line_key(number, line_no), number};
  for (const domain::Term& column : domain::line_columns()) {
    if (is_key(column.code)) continue;
    std::string text;
    row >> text;
    cells.push_back(column.code == "use" ? std::string(domain::word(domain::uses(), text)) : text);
  }
  cells.resize(domain::result_columns().size());
  return cells;
}

std::size_t planned_cell() {
  const domain::Terms& names = domain::line_columns();
  const auto at = std::find_if(names.begin(), names.end(), [](const domain::Term& t) { return t.code == "planned_on"; });
  return static_cast<std::size_t>(at - names.begin());
}

void each_line(Db& db, long long institution_id, const DeskFile& file,
               const std::function<void(const std::vector<std::string>&)>& take) {
  const Bound bound(institution_id, file);
  db.transaction({}, [&](Tx& tx) {
    soci::statement open(tx.sql());
    bound.exchange(open);
    open.alloc();
    open.prepare("declare desk_lines no scroll cursor for select " + columns() + from_where + order);
    open.define_and_bind();
    open.execute(true);
    for (bool more = true; more;) {
      int rows = 0;
      each_row(tx.sql(), "fetch " + std::to_string(batch) + " from desk_lines", [&](const soci::row& row) {
        take(cells_of(row));
        ++rows;
      });
      more = rows == batch;
    }
  });
}

std::vector<std::string> header() {
  std::vector<std::string> names;
  for (const domain::Term& column : domain::result_columns()) names.emplace_back(column.word);
  return names;
}

// Characters.
double width_of(std::string_view column) {
  if (column == "line_key" || column == "number" || column == "unit_name" || column == "place") return 26;
  if (column == "name" || column == "kind" || column == "manufacturer" || column == "unit_code") return 20;
  return 13;
}

}  // namespace

long long count_desk_lines(Db& db, long long institution_id, const DeskFile& file) {
  const Bound bound(institution_id, file);
  return db.run([&](soci::session& sql) {
    long long lines = 0;
    soci::statement statement(sql);
    bound.exchange(statement);
    statement.exchange(soci::into(lines));
    statement.alloc();
    statement.prepare("select count(*) " + from_where);
    statement.define_and_bind();
    statement.execute(true);
    return lines;
  });
}

std::vector<DeskFileLine> desk_file_lines(Db& db, long long institution_id, const DeskFile& file, const DeskFilePlace& after,
                                          int most) {
  const Bound bound(institution_id, file);
  const std::string day = domain::iso_or_empty(after.planned_on);
  return db.run([&](soci::session& sql) {
    std::vector<DeskFileLine> lines;
    soci::row row;
    soci::statement statement(sql);
    bound.exchange(statement);
    statement.exchange(soci::use(day));
    statement.exchange(soci::use(after.unit_id));
    statement.exchange(soci::use(after.line_id));
    statement.exchange(soci::use(most));
    statement.exchange(soci::into(row));
    statement.alloc();
    statement.prepare("select " + columns() + ", l.state, l.unit_id, l.id " + from_where +
                      "and (l.planned_on, l.unit_id, l.id) > (coalesce(nullif(:day::text, '')::date, '-infinity'), "
                      ":unit_id::bigint, :line_id::bigint) " +
                      order + "limit :most");
    statement.define_and_bind();
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      DeskFileLine& line = lines.emplace_back();
      line.cells = cells_of(row);
      row >> line.state >> line.place.unit_id >> line.place.line_id;
      line.place.planned_on = domain::Date::from_iso(line.cells[planned_cell()]);
    }
    return lines;
  });
}

void write_desk_csv(Db& db, long long institution_id, const DeskFile& file, bool gb18030,
                    const std::function<void(std::string_view)>& take) {
  base::CsvWriter csv(gb18030 ? base::CsvWriter::For::spreadsheet_without_mark : base::CsvWriter::For::spreadsheet);
  base::Gb18030Writer gb;
  const auto hand_on = [&] {
    const std::string text = csv.take();
    if (gb18030)
      take(gb.write(text));
    else
      take(text);
  };
  csv.row(header());
  each_line(db, institution_id, file, [&](const std::vector<std::string>& cells) {
    csv.row(cells);
    if (csv.text().size() >= piece) hand_on();
  });
  hand_on();
}

void write_desk_xlsx(Db& db, long long institution_id, const DeskFile& file, const std::string& path, const std::string& folder) {
  base::XlsxWriter xlsx(path, std::string(domain::word(domain::export_words(), "desk_lines")), folder);
  std::vector<double> widths;
  for (const domain::Term& column : domain::result_columns()) widths.push_back(width_of(column.code));
  xlsx.widths(widths);
  xlsx.header(header());
  each_line(db, institution_id, file, [&](const std::vector<std::string>& cells) { xlsx.row(cells); });
  xlsx.close();
}

base::BeyondGbk desk_unencodable(Db& db, long long institution_id, const DeskFile& file) {
  base::BeyondGbk found;
  each_line(db, institution_id, file, [&](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) found.look_at(cell);
  });
  return found;
}

}  // namespace store
