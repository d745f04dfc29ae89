// See audit.h.
#include "store/administration/audit.h"

#include "base/json.h"
#include "base/json_text.h"
#include "base/number.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <map>
#include <set>

namespace store {
namespace {

constexpr int deepest = 6;
constexpr long long most_units = 500;

const std::string shown_second = "to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')";
const std::string microseconds = "(extract(epoch from a.at) * 1000000)::bigint";
// What a page asks of the time. A day is a day in Shanghai.
const std::string within =
    R"sql(
        (:from::text = '' or a.at >= nullif(:from::text, '')::date::timestamp at time zone 'Asia/Shanghai')
          and (:to::text = '' or a.at < (nullif(:to::text, '')::date + 1)::timestamp at time zone 'Asia/Shanghai')
    )sql";
const std::string place_at = "timestamptz 'epoch' + :at::bigint * interval '1 microsecond'";

std::string as_text(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  return base::json_text(value);
}

bool is_plain_list(const nlohmann::json& value) {
  if (!value.is_array()) return false;
  for (const auto& item : value)
    if (item.is_structured()) return false;
  return true;
}

// One value, or the values inside it: name → text, in the order of the names.
void flatten(const std::string& name, const nlohmann::json& value, int depth, std::map<std::string, std::string>& out) {
  const std::string inside = name.empty() ? "" : name + ".";
  if (value.is_object() && depth < deepest) {
    for (const auto& [key, item] : value.items()) flatten(inside + key, item, depth + 1, out);
  } else if (is_plain_list(value)) {
    std::string text;
    for (const auto& item : value) text += (text.empty() ? "" : "、") + as_text(item);
    out[name] = text;
  } else if (value.is_array() && depth < deepest) {
    for (std::size_t n = 0; n < value.size(); ++n) flatten(inside + std::to_string(n + 1), value[n], depth + 1, out);
  } else if (!value.is_null() || !name.empty()) {
    out[name] = as_text(value);
  }
}

std::vector<AuditChange> differences(const std::string& old_text, const std::string& new_text) {
  std::map<std::string, std::string> before, after;
  flatten("", nlohmann::json::parse(old_text, nullptr, false), 0, before);
  flatten("", nlohmann::json::parse(new_text, nullptr, false), 0, after);
  std::set<std::string> names;
  for (const auto& [name, value] : before) names.insert(name);
  for (const auto& [name, value] : after) names.insert(name);
  std::vector<AuditChange> changes;
  for (const std::string& name : names) {
    const auto was = before.find(name), is = after.find(name);
    AuditChange change{name, was == before.end() ? "" : was->second, is == after.end() ? "" : is->second, was != before.end(),
                       is != after.end()};
    if (!change.had || !change.has || change.old_value != change.new_value) changes.push_back(std::move(change));
  }
  return changes;
}

// The chains a filter's unit means, as an array literal; empty: no such unit.
std::string chains(soci::session& sql, const std::string& unit) {
  if (unit == "0") return "{0}";
  std::string found;
  sql << R"sql(
      select coalesce(array_agg(m.id)::text, '')
      from (
        select id
        from units
        where unit_code = upper(:unit) or unit_key = upper(replace(:unit, '-', '')) or id::text = :unit
          or (length(:unit) >= 2 and strpos(name, :unit) > 0)
        limit :most
      ) m
  )sql",
      soci::use(unit, "unit"), soci::use(most_units, "most"), soci::into(found);
  return found;
}

}  // namespace

std::string AuditPlace::text() const { return std::to_string(at) + "." + std::to_string(chain) + "." + std::to_string(seq); }

std::optional<AuditPlace> AuditPlace::parse(const std::string& text) {
  const auto first = text.find('.'), second = text.find('.', first + 1);
  if (first == std::string::npos || second == std::string::npos) return {};
  const auto at = base::row_id(text.substr(0, first)), chain = base::row_id(text.substr(first + 1, second - first - 1)),
             seq = base::row_id(text.substr(second + 1));
  // 16 digits of microseconds last until the year 2286; more could leave what a timestamp can hold.
  if (!at || first > 16 || !chain || !seq) return {};
  return AuditPlace{*at, *chain, *seq};
}

std::vector<AuditRow> search_audit(Db& db, const AuditFilter& f) {
  return db.run([&](soci::session& sql) {
    std::vector<AuditRow> found;
    const std::string units = f.unit.empty() ? "" : chains(sql, f.unit);
    if (!f.unit.empty() && units.empty()) return found;
    const AuditPlace before = f.before.value_or(AuditPlace{});
    std::string where =
        "where (:actor::text = '' or a.actor = :actor) and (:action::text = '' or a.action = :action) and " + within;
    // Conditions that are not asked for are left out where an index shall be found.
    where += units.empty() ? "and :units::text = '' " : "and a.unit_id = any(:units::bigint[]) ";
    where += f.before ? "and (a.at, a.unit_id, a.seq) < (" + place_at + ", :chain::bigint, :seq::bigint) "
                      : "and :at::bigint = 0 and :chain::bigint = 0 and :seq::bigint = 0 ";
    const std::string query = "select " + microseconds + ", a.unit_id, a.seq, " + shown_second +
                              R"sql(, a.actor, a.action, a.subject, coalesce(a.subject_id, 0),
                                    coalesce(a.old_values::text, 'null'), coalesce(a.new_values::text, 'null'),
                                    a.request_id, coalesce(e.name, ''), coalesce(e.unit_code, '')
                                  from audit a
                                  left join units e on e.id = a.unit_id
                              )sql" +
                              where + "order by a.at desc, a.unit_id desc, a.seq desc limit :size";
    soci::rowset<soci::row> rows =
        (sql.prepare << query, soci::use(f.actor, "actor"), soci::use(f.action, "action"), soci::use(f.from, "from"),
         soci::use(f.to, "to"), soci::use(units, "units"), soci::use(before.at, "at"), soci::use(before.chain, "chain"),
         soci::use(before.seq, "seq"), soci::use(f.size, "size"));
    for (const soci::row& row : rows) {
      AuditRow entry;
      std::string old_text, new_text;
      row >> entry.place.at >> entry.place.chain >> entry.place.seq >> entry.at >> entry.actor >> entry.action >> entry.subject >>
          entry.subject_id >> old_text >> new_text >> entry.request_id >> entry.unit_name >> entry.unit_code;
      entry.changes = differences(old_text, new_text);
      found.push_back(std::move(entry));
    }
    return found;
  });
}

std::vector<HistoryRow> instrument_history(Db& db, long long unit_id, long long instrument_id, long long before, int size) {
  return db.run([&](soci::session& sql) {
    std::vector<HistoryRow> history;
    const auto take = [&](const soci::row& row) {
      HistoryRow& entry = history.emplace_back();
      std::string old_text, new_text;
      row >> entry.row.place.seq >> entry.row.at >> entry.row.actor >> entry.row.action >> old_text >> new_text >>
          entry.actor_name;
      entry.row.place.chain = unit_id;
      entry.row.subject = "instrument";
      entry.row.subject_id = instrument_id;
      entry.row.changes = differences(old_text, new_text);
    };
    each_row(sql,
             "select a.seq, " + shown_second +
                 R"sql(, a.actor, a.action, coalesce(a.old_values::text, 'null'), coalesce(a.new_values::text, 'null'),
                       coalesce(p.name, '')
                     from audit a
                     left join own_people() p on p.id = a.actor_id
                     where a.unit_id = :unit and a.subject = 'instrument' and a.subject_id = :instrument
                       and a.seq < coalesce(nullif(:before::bigint, 0), 9223372036854775807)
                     order by a.seq desc limit :size
                 )sql",
             take, unit_id, instrument_id, before, size);
    return history;
  });
}

AuditNames names_for(Db& db, const std::vector<AuditRow>& rows) {
  std::map<std::string, std::set<std::string>> values;  // by field
  for (const AuditRow& row : rows)
    for (const AuditChange& change : row.changes) {
      const std::string field = change.field.substr(change.field.rfind('.') + 1);
      if (field == "kind_id" || field == "division_code")
        for (const std::string& value : {change.old_value, change.new_value})
          if (!value.empty()) values[field].insert(value);
    }
  AuditNames names;
  const auto look_up = [&](soci::session& sql, const std::string& field, const std::string& query) {
    const std::string wanted = joined({values[field].begin(), values[field].end()});
    if (wanted.empty()) return;
    const auto take = [&](const soci::row& row) { names[{field, row.get<std::string>(0)}] = row.get<std::string>(1); };
    each_row(sql, query, take, wanted);
  };
  db.run([&](soci::session& sql) {
    look_up(sql, "kind_id",
            R"sql(
                select id::text, shown_name
                from catalogue_kinds
                where id::text = any(string_to_array(:wanted, ','))
            )sql");
    look_up(sql, "division_code", "select code, path from divisions where code = any(string_to_array(:wanted, ','))");
  });
  return names;
}

void audit_export(Tx& tx, const std::string& subject, const nlohmann::json& conditions, long long rows) {
  nlohmann::json values = conditions;
  values["rows"] = rows;
  tx.audit(0, "audit.export", subject, 0, nullptr, std::move(values));
}

std::vector<LoginEvent> search_logins(Db& db, const LoginFilter& f) {
  return db.run([&](soci::session& sql) {
    std::vector<LoginEvent> found;
    const AuditPlace before = f.before.value_or(AuditPlace{});
    const std::string query = "select " + microseconds + ", a.id, " + shown_second +
                              R"sql(, a.login, coalesce(a.user_id, 0), a.address, a.outcome
            from login_events a
            where (:login::text = '' or lower(a.login) = lower(:login))
              and (:address::text = '' or a.address = :address) and (:outcome::text = '' or a.outcome = :outcome) and
        )sql" + within +
                              (f.before ? "and (a.at, a.id) < (" + place_at + ", :seq::bigint) "
                                        : "and :at::bigint = 0 and :seq::bigint = 0 ") +
                              "order by a.at desc, a.id desc limit :size";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(f.login, "login"), soci::use(f.address, "address"),
                                    soci::use(f.outcome, "outcome"), soci::use(f.from, "from"), soci::use(f.to, "to"),
                                    soci::use(before.at, "at"), soci::use(before.seq, "seq"), soci::use(f.size, "size"));
    for (const soci::row& row : rows) {
      LoginEvent event;
      row >> event.place.at >> event.place.seq >> event.at >> event.login >> event.user_id >> event.address >> event.outcome;
      found.push_back(std::move(event));
    }
    return found;
  });
}

}  // namespace store
