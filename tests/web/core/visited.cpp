// See visited.h.
#include "web/core/visited.h"

#include "base/crypto.h"
#include "common/desk.h"
#include "common/sent.h"
#include "store/people/sessions.h"
#include "store/people/users.h"

#include <regex>
#include <stdexcept>

namespace tests {
namespace {

std::string text(long long id) { return std::to_string(id); }
std::string file_name(const std::string& ending) { return text_of("select md5(random()::text)") + "." + ending; }
// What an insert made.
std::string added(const std::string& table, const std::string& columns, const std::string& values) {
  sql("insert into " + table + " (" + columns + ") values (" + values + ")");
  return text_of("select max(id) from " + table);
}

// Of the same institution or department, with a session.
Person colleague(const Person& person, const std::string& role) {
  const std::string of_person = " from users where id = " + user_id_of(person);
  Person made;
  store::NewUser user{unique("colleague"), "示范人", text_of("select user_type" + of_person), "!"};
  user.institution_id = count("select coalesce(institution_id, 0)" + of_person);
  user.department_id = count("select coalesce(department_id, 0)" + of_person);
  user.role = role;
  made.login = user.login;
  made.cookie = base::to_hex(base::random_bytes(32));
  owner().transaction({0, "test", "test"}, [&](store::Tx& tx) {
    made.user_id = store::create_user(tx, user);
    store::create_session(tx, {made.user_id, base::sha256_hex(made.cookie), "127.0.0.1", "test", ""});
  });
  return made;
}

}  // namespace

Visited::Visited() {
  add_visitors();
  add_instruments();
  add_work();
  add_appointments();
  add_results();
  add_administration();
}

// Of an organisation everybody's name begins with its kind; "unit", "institution", "supervisor" are its 负责人.
void Visited::add_visitors() {
  people_["unit"] = make_unit();
  people_["unit_worker"] = make_member(people_["unit"], "worker");
  people_["unit_viewer"] = make_member(people_["unit"], "viewer");
  people_["unit_unfinished"] = make_member(people_["unit"], "manager");
  sql("update sessions set pending = 'password' where user_id = " + user_id_of(people_["unit_unfinished"]));
  for (const char* state : {"pending", "rejected", "suspended"}) people_[state] = make_unit(state);
  people_["institution"] = make_institution().person;
  people_["supervisor"] = make_user("supervisor");
  for (const char* kind : {"institution", "supervisor"}) {
    people_[std::string(kind) + "_worker"] = colleague(people_[kind], "worker");
    people_[std::string(kind) + "_viewer"] = colleague(people_[kind], "viewer");
    people_[std::string(kind) + "_suspended"] = make_user(kind);
  }
  sql("update institutions set state = 'suspended' where id = (select institution_id from users where id = " +
      user_id_of(people_["institution_suspended"]) + ")");
  sql("update departments set state = 'suspended' where id = (select department_id from users where id = " +
      user_id_of(people_["supervisor_suspended"]) + ")");
  people_["administrator"] = make_user("administrator");
  visitors_ = {{"nobody", {}}};
  for (const auto& [who, person] : people_) visitors_.push_back({who, person});
  unit_ = text(people_["unit"].unit_id);
  institution_ = text(institution_of(people_["institution"]));
  department_ = text_of("select department_id from users where id = " + user_id_of(people_["supervisor"]));
  sql("insert into department_divisions values (" + department_ + ", '" + leaf_division() + "')");
}

void Visited::add_instruments() {
  const long long unit = people_["unit"].unit_id;
  auto values = scale();
  values.verified_on = today().plus_days(-30);
  values.valid_until = today().plus_days(330);
  instrument_ = text(add_instrument(unit, values));
  values = scale();
  values.mode = "first_rotate";
  values.kind_id = count("select id from catalogue_kinds where mode = 'first_rotate' order by id limit 1");
  const std::string rotated = text(add_instrument(unit, values));
  const std::string record = added("certificates", "unit_id, instrument_id, result, verified_on",
                                   unit_ + ", " + instrument_ + ", 'declared', '2020-01-02'");
  const std::string file =
      added("attachments", "unit_id, instrument_id, kind, file_name, thumb_name, original_name, size_bytes, added_by",
            unit_ + ", " + instrument_ + ", 'photo', '" + file_name("jpg") + "', '" + file_name("jpg") + "', 'a.jpg', 1, 'x'");
  const std::string own = "/ledger/" + instrument_;
  for (const char* page : {"", "/edit", "/copy", "/history", "/certificates/new", "/certificates/current/remove"})
    places_[std::string("/ledger/{id}") + page] = own + page;
  places_["/ledger/{id}/rotate"] = "/ledger/" + rotated + "/rotate";
  places_["/ledger/{id}/certificates/{id}/remove"] = own + "/certificates/" + record + "/remove";
  for (const char* page : {"", "/thumb", "/remove"})
    places_[std::string("/ledger/{id}/attachments/{id}") + page] = own + "/attachments/" + file + page;
  places_["/ledger/bulk"] = "/ledger/bulk?id=" + instrument_ + "&op_stop=x";
  places_["/supervision/units/{id}"] = "/supervision/units/" + unit_;
  places_["/supervision/units/{id}/instruments/{id}"] = places_["/supervision/units/{id}"] + "/instruments/" + instrument_;
}

void Visited::add_work() {
  const std::string user = user_id_of(people_["unit"]);
  const std::string job = added("jobs", "unit_id, user_id, login, kind, state, file_name, file_shown, params",
                                unit_ + ", " + user + ", 'x', 'export', 'done', '" + file_name("csv") + "', 'x', '{}'");
  places_["/ledger/jobs/{id}"] = "/ledger/jobs/" + job;
  places_["/ledger/jobs/{id}/file"] = "/ledger/jobs/" + job + "/file";
  const std::string import = added("imports", "unit_id, user_id, original_name, size_bytes, state, error_rows",
                                   unit_ + ", " + user + ", 'a.csv', 1, 'checked', 1");
  sql("insert into import_rows (unit_id, import_id, row_no, verdict, cells, errors) values (" + unit_ + ", " + import +
      R"(, 2, 'error', '["x"]', '[{"field": "name", "code": "REQUIRED"}]'))");
  places_["/ledger/imports/{id}"] = "/ledger/imports/" + import;
  places_["/ledger/imports/{id}/errors"] = "/ledger/imports/" + import + "/errors?format=csv";
  const std::string feed = added("calendar_feeds", "unit_id, user_id, name, query, token_hash",
                                 unit_ + ", " + user + ", 'x', '', sha256('" + unique("feed") + "'::bytea)");
  places_["/ledger/calendars/{id}/revoke"] = "/ledger/calendars/" + feed + "/revoke";
  for (const char* place :
       {"/ledger/export/file", "/desk/export/file", "/supervision/statistics/file", "/query/catalogue/export"})
    places_[place] = std::string(place) + "?as=csv";
  places_["/supervision/regions"] = "/supervision/regions?division=" + leaf_division();
}

void Visited::add_appointments() {
  const Person& unit = people_["unit"];
  const Person& institution = people_["institution"];
  const Sent draft = make_sent(institution, unit, {1, 1, true}), sent = make_sent(institution, unit, SentAs());
  const Line accepted = send_line(unit, {institution, institution_of(institution)}, add_instrument(unit.unit_id, scale()));
  const std::string own = "/appointments/" + text(accepted.appointment_id), line = text(accepted.id);
  for (const char* page : {"", "/print", "/pdf"}) places_[std::string("/appointments/{id}") + page] = own + page;
  for (const char* page : {"/edit", "/remove"})
    places_[std::string("/appointments/{id}") + page] = "/appointments/" + text(draft.appointment_id) + page;
  places_["/appointments/{id}/withdraw"] = "/appointments/" + text(sent.appointment_id) + "/withdraw";
  places_["/appointments/{id}/lines/{id}/cancel"] = own + "/lines/" + line + "/cancel";
  for (const char* page : {"", "/cancel"}) places_[std::string("/desk/appointments/{id}") + page] = "/desk" + own + page;
  places_["/desk/results/lines/{id}/{id}"] = "/desk/results/lines/" + unit_ + "/" + line;
  for (const char* page : {"chosen", "begin", "give-back", "batch"})
    places_[std::string("/desk/results/") + page] = std::string("/desk/results/") + page + "?line=" + unit_ + "-" + line;
}

void Visited::add_results() {
  const std::string file = added("attachments", "unit_id, instrument_id, kind, file_name, original_name, size_bytes, added_by",
                                 unit_ + ", " + instrument_ + ", 'certificate', '" + file_name("pdf") + "', 'a.pdf', 1, 'x'");
  sql("insert into results (unit_id, instrument_id, institution_id, passed, failed, mark, verified_on, unit_name, name, kind_id, "
      "model, serial_number, division_code, recorded_by, file_id) select unit_id, id, " +
      institution_ +
      ", quantity, 0, 'conformity_mark', verified_on, 'u', name, kind_id, model, serial_number, division_code, 'tester', " +
      file + " from instruments where id = " + instrument_);
  const std::string result = "/desk/results/" + unit_ + "/" + text_of("select max(id) from results");
  for (const char* page : {"", "/file", "/correct"}) places_[std::string("/desk/results/{id}/{id}") + page] = result + page;
  const std::string apart = text(add_instrument(people_["unit"].unit_id, scale()));
  places_["/desk/results/walk-in/{id}/{id}"] =
      "/desk/results/walk-in/" + unit_ + "/" + apart +
      "?walk_in_code=" + text_of("select unit_code from units where id = " + unit_) +
      "&walk_in_serial=" + text_of("select serial_number from instruments where id = " + apart);
  const std::string import = added("result_imports", "institution_id, original_name", institution_ + ", 'a.csv'");
  sql("insert into result_import_rows (import_id, row_no, institution_id, cells, line_key, form, errors) values (" + import +
      ", 2, " + institution_ + R"(, '["x"]', 'x', '{}', '[{"field": "line_key", "code": "REQUIRED"}]'))");
  places_["/desk/results/imports/{id}"] = "/desk/results/imports/" + import;
  places_["/desk/results/imports/{id}/errors"] = "/desk/results/imports/" + import + "/errors?format=csv";
  const std::string token =
      added("api_tokens", "institution_id, name, token_hash, scopes, expires_on, created_by",
            institution_ + ", 'x', sha256('" + unique("token") + "'::bytea), array['lines'], current_date + 30, 'x'");
  places_["/desk/tokens/{id}/revoke"] = "/desk/tokens/" + token + "/revoke";
}

void Visited::add_administration() {
  const Person pending = people_["pending"];
  const std::string approved = "/admin/enterprises/" + unit_, waiting = "/admin/enterprises/" + text(pending.unit_id);
  const std::string document = added("unit_documents", "unit_id, file_name, original_name, size_bytes",
                                     unit_ + ", '" + file_name("png") + "', 'a.png', 1");
  places_["/admin/enterprises/{id}"] = approved;
  places_["/admin/enterprises/{id}/documents/{id}"] = approved + "/documents/" + document;
  places_["/admin/enterprises/{id}/reject"] = waiting + "/reject";
  places_["/admin/enterprises/{id}/suspend"] = approved + "/suspend";
  places_["/admin/enterprises/{id}/restore"] = "/admin/enterprises/" + text(people_["suspended"].unit_id) + "/restore";
  places_["/admin/enterprises/bulk"] = "/admin/enterprises/bulk?unit=" + text(pending.unit_id) + ":1&op_approve=x";
  const std::string request =
      "/admin/requests/" +
      added("account_requests", "kind, unit_id, user_id, document, document_name, document_size",
            "'close', " + unit_ + ", " + user_id_of(people_["unit"]) + ", '" + file_name("png") + "', 'a.png', 1");
  for (const char* page : {"", "/document"}) places_[std::string("/admin/requests/{id}") + page] = request + page;
  const std::string institution = "/admin/institutions/" + institution_, department = "/admin/departments/" + department_;
  for (const char* page : {"", "/edit", "/state", "/kinds/new"})
    places_[std::string("/admin/institutions/{id}") + page] = institution + page;
  const std::string kind = text_of("select id from institution_kinds where institution_id = " + institution_);
  for (const char* page : {"", "/remove"})
    places_[std::string("/admin/institutions/{id}/kinds/{id}") + page] = institution + "/kinds/" + kind + page;
  for (const char* page : {"", "/edit"}) places_[std::string("/admin/departments/{id}") + page] = department + page;
  sql("insert into department_units values (" + department_ + ", " + unit_ + ")");
  places_["/admin/departments/{id}/units/{id}/remove"] = department + "/units/" + unit_ + "/remove";
  const std::string announcement = added("announcements", "title, body, shown_from", "'x', 'x', current_date - 1");
  for (const char* page : {"", "/edit", "/withdraw"})
    places_[std::string("/admin/announcements/{id}") + page] = "/admin/announcements/" + announcement + page;
  places_["/announcements/{id}"] = "/announcements/" + announcement;
  const std::string office = added("offices", "name", "'" + unique("受理点") + "'");
  for (const char* page : {"", "/remove"}) places_[std::string("/admin/offices/{id}") + page] = "/admin/offices/" + office + page;
  for (const char* page : {"", "/lock", "/reset-password", "/two-factor", "/remove"})
    places_[std::string("/admin/users/{id}") + page] = "/admin/users/" + user_id_of(people_["unit_worker"]) + page;
  places_["/admin/users/{id}/remove"] = "/admin/users/" + user_id_of(make_user("administrator")) + "/remove";
  const std::string of_kind = text(scale_kind());
  for (const char* page : {"", "/names", "/retire"})
    places_[std::string("/admin/catalogue/{id}") + page] = "/admin/catalogue/" + of_kind + page;
  const std::string edition = added("catalogue_editions", "notice, content, applied_at", "'x', 'x', now()");
  for (const char* page : {"", "/file"})
    places_[std::string("/admin/catalogue/editions/{id}") + page] = "/admin/catalogue/editions/" + edition + page;
  for (const char* area : {"/query", "/query/api"}) {
    places_[std::string(area) + "/institutions/{id}"] = std::string(area) + "/institutions/" + institution_;
    places_[std::string(area) + "/catalogue/{id}"] = std::string(area) + "/catalogue/" + of_kind;
  }
}

// Members are one's own organisation's, the other places are the same for everybody.
std::string Visited::address(const std::string& route, const std::string& who) const {
  const auto place = places_.find(route);
  if (place != places_.end()) return place->second;
  if (route.rfind("/accounts/members/{id}", 0) == 0) {
    const auto own = people_.find(who + "_worker");
    return std::regex_replace(route, std::regex("\\{id\\}"),
                              user_id_of(own == people_.end() ? people_.at("unit_worker") : own->second));
  }
  if (route.find("{id}") != std::string::npos) throw std::logic_error("nothing is known to visit at " + route);
  return route;
}

}  // namespace tests
