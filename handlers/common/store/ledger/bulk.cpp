// See bulk.h.
#include "store/ledger/bulk.h"

#include "base/json.h"
#include "store/ledger/ledger_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Act;

constexpr std::size_t batch = 1000, most_named = 100;

struct Candidate {
  long long id = 0;
  std::string name, serial_number, state, reason, why;
};

std::vector<Candidate> judge(soci::session& sql, long long unit_id, const LedgerFilter& filter, Act act, domain::Date today,
                             bool lock) {
  const LedgerWhere where = where_in_tab(filter, today);
  std::vector<Candidate> all;
  soci::row row;
  soci::statement statement(sql);
  bind(statement, where, unit_id);
  statement.exchange(soci::into(row));
  statement.alloc();
  statement.prepare(
      R"sql(
          select i.id, i.name, i.serial_number, i.state, i.state_reason, coalesce(i.last_result, ''),
            (i.appointment_id is not null)::int, i.ever_submitted::int
          from instruments i
      )sql" +
      where.text + "order by i.id" + (lock ? " for update of i" : ""));
  statement.define_and_bind();
  for (bool more = statement.execute(true); more; more = statement.fetch()) {
    Candidate& c = all.emplace_back();
    std::string result;
    int open = 0, submitted = 0;
    row >> c.id >> c.name >> c.serial_number >> c.state >> c.reason >> result >> open >> submitted;
    c.why = domain::refusal(act, {domain::state_of(c.state), domain::result_of(result), open != 0, submitted != 0});
  }
  return all;
}

BulkOutcome summed(const std::vector<Candidate>& all) {
  BulkOutcome outcome;
  for (const Candidate& c : all) {
    if (c.why.empty()) {
      ++outcome.done;
      continue;
    }
    ++outcome.refused;
    if (outcome.some.size() < most_named) outcome.some.push_back({c.id, c.name, c.serial_number, c.why});
  }
  return outcome;
}

// One statement for up to `batch` of them.
void apply(Tx& tx, long long unit_id, const std::string& ids, Act act, const std::string& reason, domain::Date today) {
  if (act == Act::remove) {
    affected(tx, "delete from instruments where unit_id = :unit and id = any(:ids::bigint[])", unit_id, ids);
    return;
  }
  const std::string state = act == Act::stop ? "stopped" : act == Act::scrap ? "scrapped" : "in_use", on = today.iso();
  affected(tx,
           R"sql(
               update instruments
               set state = :state, state_reason = :reason, state_changed_on = :on::date, updated_at = now(),
                 version = version + 1
               where unit_id = :unit and id = any(:ids::bigint[])
           )sql",
           state, reason, on, unit_id, ids);
}

void keep(Tx& tx, long long unit_id, const Candidate& c, Act act, const std::string& reason) {
  const std::string action = "instrument." + std::string(domain::code_of(act));
  nlohmann::json before = {{"state", c.state}, {"state_reason", c.reason}};
  if (act == Act::remove) {
    before["name"] = c.name;
    before["serial_number"] = c.serial_number;
    tx.audit(unit_id, action, "instrument", c.id, std::move(before), nullptr);
    return;
  }
  const char* state = act == Act::stop ? "stopped" : act == Act::scrap ? "scrapped" : "in_use";
  tx.audit(unit_id, action, "instrument", c.id, std::move(before), {{"state", state}, {"state_reason", reason}});
}

}  // namespace

nlohmann::json to_json(const BulkOutcome& outcome) {
  nlohmann::json some = nlohmann::json::array();
  for (const auto& r : outcome.some)
    some.push_back({{"id", r.id}, {"name", r.name}, {"serial_number", r.serial_number}, {"why", r.why}});
  return {{"done", outcome.done}, {"refused", outcome.refused}, {"some", std::move(some)}};
}

BulkOutcome outcome_from_json(const nlohmann::json& json) {
  BulkOutcome outcome{json.at("done"), json.at("refused"), {}};
  for (const auto& r : json.at("some")) outcome.some.push_back({r.at("id"), r.at("name"), r.at("serial_number"), r.at("why")});
  return outcome;
}

BulkOutcome bulk_preview(Db& db, long long unit_id, const LedgerFilter& filter, Act act, domain::Date today) {
  return db.run([&](soci::session& sql) { return summed(judge(sql, unit_id, filter, act, today, false)); });
}

BulkOutcome bulk_change(Tx& tx, long long unit_id, const LedgerFilter& filter, Act act, const std::string& reason,
                        domain::Date today) {
  const std::vector<Candidate> all = judge(tx.sql(), unit_id, filter, act, today, true);
  std::string ids;
  std::size_t n = 0;
  const auto flush = [&] {
    if (n > 0) apply(tx, unit_id, "{" + ids + "}", act, reason, today);
    ids.clear();
    n = 0;
  };
  for (const Candidate& c : all) {
    if (!c.why.empty()) continue;
    ids += (n == 0 ? "" : ",") + std::to_string(c.id);
    keep(tx, unit_id, c, act, reason);
    if (++n == batch) flush();
  }
  flush();
  return summed(all);
}

}  // namespace store
