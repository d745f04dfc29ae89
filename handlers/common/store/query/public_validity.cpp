// See public_validity.h.
#include "store/query/public_validity.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

namespace {

constexpr std::size_t rows_at_once = 101;

// Every query shows rows: kept, because planning its four tables takes longer than reading them.
struct RowsStatement {
  explicit RowsStatement(soci::session& sql)
      : statement((sql.prepare << R"sql(
                     select replace(v.public_code::text, '-', ''), v.unit_name, v.name, v.kind_name, v.model,
                       v.serial_number, v.sub_number, v.region, v.mode, v.state, coalesce(v.last_result, ''), v.institution_name,
                       coalesce(v.verified_on::text, ''), coalesce(v.valid_until::text, ''), v.changed::int
                     from unnest(string_to_array(:codes, ',')::uuid[]) with ordinality as asked(code, n)
                     join public_instruments v on v.public_code = asked.code
                     order by asked.n
                 )sql",
                   soci::use(codes, "codes"), soci::into(code), soci::into(unit_name), soci::into(name), soci::into(kind_name),
                   soci::into(model), soci::into(serial_number), soci::into(sub_number), soci::into(region), soci::into(mode),
                   soci::into(state), soci::into(last_result), soci::into(institution_name), soci::into(verified_on),
                   soci::into(valid_until), soci::into(changed))) {}
  void resize(std::size_t rows) {
    for (auto* column : {&code, &unit_name, &name, &kind_name, &model, &serial_number, &sub_number, &region, &mode, &state,
                         &last_result, &institution_name, &verified_on, &valid_until})
      column->resize(rows);
    changed.resize(rows);
  }
  PublicValidity row(std::size_t n) const {
    PublicValidity v;
    v.code = code[n];
    v.unit_name = unit_name[n];
    v.name = name[n];
    v.kind_name = kind_name[n];
    v.model = model[n];
    v.serial_number = serial_number[n];
    v.sub_number = sub_number[n];
    v.region = region[n];
    v.mode = mode[n];
    v.state = state[n];
    v.last_result = last_result[n];
    v.institution_name = institution_name[n];
    v.verified_on = domain::Date::from_iso(verified_on[n]);
    v.valid_until = domain::Date::from_iso(valid_until[n]);
    v.changed = changed[n] != 0;
    return v;
  }
  std::string codes;
  std::vector<std::string> code = std::vector<std::string>(rows_at_once), unit_name = code, name = code, kind_name = code,
                           model = code, serial_number = code, sub_number = code, region = code, mode = code, state = code,
                           last_result = code, institution_name = code, verified_on = code, valid_until = code;
  std::vector<int> changed = std::vector<int>(rows_at_once);
  soci::statement statement;
};

}  // namespace

domain::Judgement PublicValidity::judge(domain::Date today) const {
  return domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(last_result), valid_until, today);
}

std::vector<PublicValidity> find_public_rows(Db& db, const std::vector<std::string>& codes) {
  std::vector<PublicValidity> found;
  if (codes.empty()) return found;
  db.run([&](soci::session& sql) {
    RowsStatement& rows = db.kept<RowsStatement>(sql);
    rows.codes = joined(codes);
    rows.resize(rows_at_once);
    for (bool more = rows.statement.execute(true); more; more = rows.statement.fetch()) {
      for (std::size_t n = 0; n < rows.code.size(); ++n) found.push_back(rows.row(n));
      rows.resize(rows_at_once);
    }
  });
  return found;
}

std::optional<PublicValidity> find_public_validity(Db& db, const std::string& code) {
  auto found = find_public_rows(db, {code});
  if (found.empty()) return {};
  return std::move(found.front());
}

}  // namespace store
