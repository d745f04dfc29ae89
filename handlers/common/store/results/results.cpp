// See results.h. Lock order: headers, lines, then instruments (inside result_apply), each by id.
#include "store/results/results.h"

#include "base/json.h"
#include "domain/appointments/appointment.h"
#include "store/appointments/institution_choice.h"
#include "store/core/sql_text.h"
#include "store/people/notices.h"
#include "store/results/result_sql.h"

#include <soci/soci.h>

#include <algorithm>
#include <map>
#include <set>

namespace store {
namespace {

using domain::Error;

struct Applied {
  std::string refused;
  long long result_id = 0, unit_id = 0, instrument_id = 0, appointment_id = 0, split_id = 0;
  nlohmann::json before, after;
};

nlohmann::json entry_json(const Tx& tx, const ResultEntry& e) {
  const domain::ResultValues& v = e.values;
  nlohmann::json json = {{"unit_id", e.unit_id},
                         {"line_id", e.line_id},
                         {"instrument_id", e.instrument_id},
                         {"corrects", e.corrects},
                         {"version", e.version},
                         {"reason", v.reason},
                         {"passed", v.passed},
                         {"failed", v.failed},
                         {"mark", v.mark},
                         {"number", v.number},
                         {"notice_number", v.notice_number},
                         {"seal_number", v.seal_number},
                         {"verified_on", v.verified_on.iso()},
                         {"valid_until", domain::iso_or_empty(v.valid_until)},
                         {"cycle_months", v.cycle_months.value_or(0)},
                         {"verifier", v.verifier},
                         {"checker", v.checker},
                         {"remark", v.remark},
                         {"recorded_by", tx.actor().login}};
  if (!e.file.file_name.empty())
    json["file"] = {{"file_name", e.file.file_name},
                    {"thumb_name", e.file.thumb_name},
                    {"original_name", e.file.original_name},
                    {"size_bytes", e.file.size}};
  return json;
}

Applied apply(Tx& tx, const ResultEntry& entry) {
  const std::string text = entry_json(tx, entry).dump();
  Applied a;
  std::string before, after;
  tx.sql() << R"sql(
      select refused, coalesce(result_id, 0), coalesce(unit_id, 0), coalesce(instrument_id, 0),
        coalesce(appointment_id, 0), coalesce(split_id, 0), coalesce(before::text, '{}'), coalesce(after::text, '{}')
      from result_apply(:p::jsonb)
  )sql",
      soci::use(text), soci::into(a.refused), soci::into(a.result_id), soci::into(a.unit_id), soci::into(a.instrument_id),
      soci::into(a.appointment_id), soci::into(a.split_id), soci::into(before), soci::into(after);
  a.before = nlohmann::json::parse(before);
  a.after = nlohmann::json::parse(after);
  return a;
}

// Why not, as a message beside a field. What concerns the line as a whole stands beside "line_key".
Error refusal(const std::string& code) {
  if (code == "VERSION") return {"line_key", "CHANGED_MEANWHILE"};
  if (code == "SCRAPPED") return {"line_key", "IS_SCRAPPED"};
  if (code == "QUANTITY" || code == "SPLIT" || code == "OLDER" || code == "BOOKED") return {"passed", "RESULT_" + code};
  return {"line_key", "RESULT_" + code};
}

void audit(Tx& tx, const ResultEntry& entry, const Applied& a) {
  const domain::ResultValues& v = entry.values;
  nlohmann::json after = a.after;
  if (v.passed + v.failed > 1) {
    after["passed"] = v.passed;
    after["failed"] = v.failed;
  }
  // The number of what is in force stands among the ledger's own fields already.
  const std::string shown = after.value("certificate_number", "");
  for (const auto& [name, value] :
       {std::pair("mark", &v.mark), std::pair("result_number", &v.number), std::pair("notice_number", &v.notice_number),
        std::pair("verifier", &v.verifier), std::pair("checker", &v.checker), std::pair("correction_reason", &v.reason)})
    if (!value->empty() && *value != shown) after[name] = *value;
  if (v.cycle_months) after["cycle_months"] = *v.cycle_months;
  tx.audit(a.unit_id, entry.corrects != 0 ? "instrument.correct_result" : "instrument.result", "instrument", a.instrument_id,
           a.before, after);
  if (a.split_id != 0 && entry.corrects == 0)
    tx.audit(a.unit_id, "instrument.split", "instrument", a.split_id, nullptr,
             {{"quantity", v.failed},
              {"last_result", "fail"},
              {"verified_on", v.verified_on.iso()},
              {"certificate_number", v.notice_number},
              {"institution_name", a.after.value("institution_name", "")}});
}

// What one act did to one appointment; the unit reads one sentence about it.
struct NoticeCounts {
  int passed = 0, failed = 0, returned = 0;
  std::string instrument, serial_number;  // of the first
};
using Notices = std::map<std::pair<long long, long long>, NoticeCounts>;  // by unit and appointment

void tell(Tx& tx, const Notices& notices) {
  for (const auto& [whose, counts] : notices)
    notify_unit(tx, "results", whose.first, whose.second,
                {{"passed", counts.passed},
                 {"failed", counts.failed},
                 {"returned", counts.returned},
                 {"instrument", counts.instrument},
                 {"serial_number", counts.serial_number}});
}

void count(Notices& notices, const Applied& a, const domain::ResultValues& v, const std::string& name,
           const std::string& serial) {
  NoticeCounts& counts = notices[{a.unit_id, a.appointment_id}];
  if (counts.passed + counts.failed == 0) counts.instrument = name, counts.serial_number = serial;
  ++(v.passed > 0 ? counts.passed : counts.failed);
}

// Lock order: headers, then lines. The second of two transactions waits here and then sees what the first did.
void hold(Tx& tx, long long institution_id, const std::vector<LineId>& ids) {
  const IdLists lists(ids);
  lock_rows(tx,
            R"sql(
                select
                from appointments a
                where a.institution_id = :institution and a.state <> 'draft' and (a.unit_id, a.id) in (
                  select l.unit_id, l.appointment_id
                  from appointment_lines l
                  join unnest(:units::bigint[], :lines::bigint[]) as w(unit, line) on l.unit_id = w.unit
                    and l.id = w.line
                )
                order by a.unit_id, a.id
                for update
            )sql",
            institution_id, lists.units, lists.lines);
  lock_rows(tx,
            R"sql(
                select
                from appointment_lines l
                join unnest(:units::bigint[], :lines::bigint[]) as w(unit, line) on l.unit_id = w.unit
                  and l.id = w.line
                where l.institution_id = :institution
                order by l.unit_id, l.id
                for update of l
            )sql",
            lists.units, lists.lines, institution_id);
}

// The ids that the rows' keys name; zeros where there is no such line.
std::vector<LineId> resolve(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows) {
  std::vector<LineId> ids;
  std::map<std::pair<std::string, int>, LineId> by_key;
  nlohmann::json asked = nlohmann::json::array();
  for (const ResultRow& row : rows)
    if (const auto key = domain::parse_line_key(row.line_key); key && !row.line_key.empty())
      asked.push_back({{"number", key->number}, {"line_no", key->line_no}});
  const std::string text = asked.dump();
  if (!asked.empty())
    each_row(
        tx.sql(),
        R"sql(
            select a.number, l.line_no, l.unit_id, l.id
            from jsonb_to_recordset(:asked::jsonb) as k(number text, line_no int)
            join appointments a on a.number = k.number and a.institution_id = :institution and a.state <> 'draft'
            join appointment_lines l on l.unit_id = a.unit_id and l.appointment_id = a.id and l.line_no = k.line_no
        )sql",
        [&](const soci::row& r) {
          std::string number;
          int line_no = 0;
          LineId id;
          r >> number >> line_no >> id.unit_id >> id.line_id;
          by_key[{number, line_no}] = id;
        },
        text, institution_id);
  for (const ResultRow& row : rows) {
    if (row.line_key.empty()) {
      ids.push_back(row.line);
      continue;
    }
    const auto key = domain::parse_line_key(row.line_key);
    const auto found = key ? by_key.find({key->number, key->line_no}) : by_key.end();
    ids.push_back(found == by_key.end() ? LineId{} : found->second);
  }
  return ids;
}

using ById = std::map<std::pair<long long, long long>, VerifiedLine>;

// Checks before anything is written.
std::vector<Error> judge(const ResultRow& row, LineId id, const ById& lines, std::set<std::pair<long long, long long>>& seen,
                         domain::Date today, domain::ResultValues& values) {
  const auto found = lines.find({id.unit_id, id.line_id});
  if (found == lines.end())
    return {{"line_key", row.line_key.empty() || domain::parse_line_key(row.line_key) ? "LINE_UNKNOWN" : "LINE_KEY_FORMAT"}};
  const VerifiedLine& line = found->second;
  if (!seen.insert(found->first).second) return {{"line_key", "LINE_TWICE"}};
  const auto state = domain::line_state_of(line.state);
  if (!state || !domain::after(*state, domain::LineAct::record_pass, domain::Side::institution))
    return {{"line_key", "LINE_CLOSED", std::string(domain::word(domain::line_words(), line.state))}};
  if (row.version != 0 && row.version != line.version) return {{"line_key", "CHANGED_MEANWHILE"}};
  auto checked = domain::check_result(row.form, line.subject, today);
  values = std::move(checked.value);
  return checked.errors;
}

CoverAsked asked_of(const VerifiedLine& line, domain::Date day) {
  return {line.kind_id, line.measuring_range, line.accuracy, line.division_code, line.delivery, day};
}

Error not_covered(const domain::Cover& cover) {
  if (cover.ended) return {"line_key", "RESULT_AUTHORISATION_ENDED", cover.ended->iso()};
  return {"line_key", "RESULT_NOT_AUTHORISED"};
}

struct Judged {
  std::vector<std::vector<Error>> errors;  // these three: by row
  std::vector<domain::ResultValues> values;
  std::vector<const VerifiedLine*> lines;  // null: there is none
  bool all_good() const {
    return std::all_of(errors.begin(), errors.end(), [](const auto& found) { return found.empty(); });
  }
};

// Everything that can be said before anything is written.
Judged judge_all(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows, const std::vector<LineId>& ids,
                 const ById& lines, domain::Date today) {
  Judged judged;
  judged.values.resize(rows.size());
  std::set<std::pair<long long, long long>> seen;
  std::vector<CoverAsked> asked;
  std::vector<std::size_t> askers;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    judged.errors.push_back(judge(rows[n], ids[n], lines, seen, today, judged.values[n]));
    const auto found = lines.find({ids[n].unit_id, ids[n].line_id});
    judged.lines.push_back(found == lines.end() ? nullptr : &found->second);
    if (!judged.errors[n].empty()) continue;
    asked.push_back(asked_of(found->second, judged.values[n].verified_on));
    askers.push_back(n);
  }
  const auto covers = covers_of(tx, institution_id, asked);
  for (std::size_t n = 0; n < covers.size(); ++n)
    if (!covers[n].covered) judged.errors[askers[n]].push_back(not_covered(covers[n]));
  return judged;
}

ById lines_by_id(Tx& tx, long long institution_id, const std::vector<LineId>& ids) {
  ById lines;
  for (VerifiedLine& line : read_lines(tx.sql(), institution_id, ids)) lines[{line.unit_id, line.id}] = std::move(line);
  return lines;
}

// Of one line, or of an instrument without appointment.
std::optional<Error> refuse_uncovered(Tx& tx, long long institution_id, const ResultEntry& entry) {
  CoverAsked asked = entry.walk_in;
  asked.day = entry.values.verified_on;
  if (entry.line_id != 0) {
    const auto lines = read_lines(tx.sql(), institution_id, {{entry.unit_id, entry.line_id}});
    if (lines.empty()) return Error{"line_key", "RESULT_GONE"};
    asked = asked_of(lines.front(), entry.values.verified_on);
  }
  const domain::Cover cover = covers_of(tx, institution_id, {asked}).front();
  if (cover.covered) return {};
  return not_covered(cover);
}

}  // namespace

std::vector<ResultDone> record_results(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows, domain::Date today,
                                       bool all_or_nothing) {
  const std::vector<LineId> ids = resolve(tx, institution_id, rows);
  hold(tx, institution_id, ids);
  const ById lines = lines_by_id(tx, institution_id, ids);
  const Judged judged = judge_all(tx, institution_id, rows, ids, lines, today);
  std::vector<ResultDone> done(rows.size());
  for (std::size_t n = 0; n < rows.size(); ++n) done[n].errors = judged.errors[n];
  if (all_or_nothing && !judged.all_good()) throw ResultsRefused{done};
  std::vector<std::size_t> order(rows.size());
  for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {  // by instrument, as everybody locks them
    const auto key = [&](std::size_t n) {
      return std::pair(ids[n].unit_id, judged.lines[n] == nullptr ? 0 : judged.lines[n]->instrument_id);
    };
    return key(x) < key(y);
  });
  Notices notices;
  for (const std::size_t n : order) {
    if (!done[n].done()) continue;
    const VerifiedLine& line = *judged.lines[n];
    const ResultEntry entry{line.unit_id, line.id, 0, 0, line.version, judged.values[n], {}, line.name, line.serial_number, {}};
    const Applied a = apply(tx, entry);
    if (!a.refused.empty()) {
      done[n].errors.push_back(refusal(a.refused));
      if (all_or_nothing) throw ResultsRefused{done};
      continue;
    }
    done[n].result_id = a.result_id;
    audit(tx, entry, a);
    count(notices, a, entry.values, line.name, line.serial_number);
  }
  tell(tx, notices);
  return done;
}

std::vector<JudgedResult> judge_results(Tx& tx, long long institution_id, const std::vector<ResultRow>& rows,
                                        domain::Date today) {
  const std::vector<LineId> ids = resolve(tx, institution_id, rows);
  const ById lines = lines_by_id(tx, institution_id, ids);
  Judged judged = judge_all(tx, institution_id, rows, ids, lines, today);
  std::vector<JudgedResult> told(rows.size());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    told[n].errors = std::move(judged.errors[n]);
    if (judged.lines[n] != nullptr) told[n].line = *judged.lines[n];
  }
  return told;
}

ResultDone record_result(Tx& tx, long long institution_id, const ResultEntry& entry) {
  if (entry.corrects == 0)
    if (const auto refused = refuse_uncovered(tx, institution_id, entry)) return {0, {*refused}};
  const Applied a = apply(tx, entry);
  if (!a.refused.empty()) return {0, {refusal(a.refused)}};
  audit(tx, entry, a);
  if (entry.corrects != 0) {
    notify_unit(tx, "corrected", a.unit_id, a.appointment_id,
                {{"instrument", entry.name}, {"serial_number", entry.serial}, {"reason", entry.values.reason}});
  } else {
    Notices notices;
    count(notices, a, entry.values, entry.name, entry.serial);
    tell(tx, notices);
  }
  return {a.result_id, {}};
}

int begin_lines(Tx& tx, long long institution_id, const std::vector<LineId>& ids) {
  hold(tx, institution_id, ids);
  int begun = 0;
  for (const VerifiedLine& line : read_lines(tx.sql(), institution_id, ids)) {
    if (line.state != "accepted") continue;
    affected(tx,
             R"sql(
                 update appointment_lines
                 set state = 'verifying', received_at = now(), version = version + 1
                 where unit_id = :unit and id = :id
             )sql",
             line.unit_id, line.id);
    tx.audit(line.unit_id, "appointment.begin", "appointment", line.appointment_id, nullptr,
             {{"line_no", line.line_no}, {"instrument", line.name}, {"serial_number", line.serial_number}});
    ++begun;
  }
  return begun;
}

int give_back_lines(Tx& tx, long long institution_id, const std::vector<LineId>& ids, const std::string& reason) {
  hold(tx, institution_id, ids);
  Notices notices;
  int returned = 0;
  for (const VerifiedLine& line : read_lines(tx.sql(), institution_id, ids)) {
    if (line.state != "accepted" && line.state != "verifying") continue;
    affected(tx,
             R"sql(
                 update appointment_lines
                 set state = 'returned', reason = :reason, ended_at = now(), ended_by = 'institution',
                   version = version + 1
                 where unit_id = :unit and id = :id
             )sql",
             reason, line.unit_id, line.id);
    tx.audit(line.unit_id, "appointment.give_back", "appointment", line.appointment_id, nullptr,
             {{"line_no", line.line_no}, {"instrument", line.name}, {"serial_number", line.serial_number}, {"reason", reason}});
    NoticeCounts& counts = notices[{line.unit_id, line.appointment_id}];
    if (counts.returned++ == 0) counts.instrument = line.name, counts.serial_number = line.serial_number;
    ++returned;
  }
  tell(tx, notices);
  return returned;
}

}  // namespace store
