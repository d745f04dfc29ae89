// See sent.h.
#include "common/sent.h"

#include "base/crypto.h"
#include "store/ledger/instruments.h"
#include "store/people/sessions.h"
#include "store/people/users.h"

namespace tests {
namespace {

const store::Actor nobody{0, "test", "test"};

std::string array_of(const std::vector<long long>& ids) {
  std::string text;
  for (const long long id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
  return "array[" + text + "]::bigint[]";
}

std::vector<long long> add_instruments(long long unit_id, const SentAs& as) {
  return owner().transaction(nobody, [&](store::Tx& tx) {
    std::vector<long long> ids;
    for (int n = 0; n < as.lines; ++n) {
      domain::InstrumentValues values = scale();
      values.name = as.name;
      values.delivery = as.delivery;
      values.quantity = as.quantity;
      if (as.quantity > 1) values.serial_number += "-1～" + std::to_string(as.quantity);
      ids.push_back(store::create_instrument(tx, unit_id, values));
    }
    return ids;
  });
}

}  // namespace

long long institution_of(const Person& person) {
  return count("select institution_id from users where id = " + user_id_of(person));
}

Person make_clerk(const Person& colleague, const std::string& role) {
  Person person;
  person.login = unique("clerk");
  person.cookie = base::to_hex(base::random_bytes(32));
  store::NewUser user{person.login, unique("示范检定员"), "institution", "!"};
  user.institution_id = institution_of(colleague);
  user.role = role;
  owner().transaction(nobody, [&](store::Tx& tx) {
    person.user_id = store::create_user(tx, user);
    store::create_session(tx, {person.user_id, base::sha256_hex(person.cookie), "127.0.0.1", "test", ""});
  });
  return person;
}

Sent make_sent(const Person& institution, const SentAs& as) { return make_sent(institution, make_unit(), as); }

Sent make_sent(const Person& institution, const Person& unit, const SentAs& as) {
  Sent sent{unit, 0, "", {}};
  const std::string unit_id = std::to_string(unit.unit_id), office = std::to_string(institution_of(institution));
  const std::string instruments = array_of(add_instruments(unit.unit_id, as));
  sent.number = text_of("select '20261125110105' || lpad(nextval('appointment_numbers')::text, 6, '0')");
  sent.appointment_id = count("select nextval('appointment_ids')");
  const std::string id = std::to_string(sent.appointment_id);
  sql("insert into appointments (unit_id, id, number, institution_id, delivery, contact, phone, address, remark, "
      "unit_name, "
      "unit_code, unit_division) select e.id, " +
      id + ", '" + sent.number + "', " + office + ", '" + as.delivery +
      "', '示范联系人', '13800138000', '示范路 8 号', '请提前一天电话联系', e.name, e.unit_code, '北京市 朝阳区' "
      "from units e where e.id = " +
      unit_id +
      "; insert into appointment_lines (unit_id, appointment_id, line_no, institution_id, instrument_id) "
      "select " +
      unit_id + ", " + id + ", n, " + office + ", i from unnest(" + instruments + ") with ordinality as t(i, n)");
  if (!as.draft)
    sql("update appointment_lines l set state = 'waiting', name = i.name, kind_id = i.kind_id, mode = i.mode, model = i.model, "
        "measuring_range = i.measuring_range, accuracy = i.accuracy, serial_number = i.serial_number, "
        "manufacturer = i.manufacturer, quantity = i.quantity, division_code = i.division_code, place = i.place, use = i.use, "
        "cycle_months = i.cycle_months, submitted_at = now() - interval '" +
        std::to_string(as.days_ago) + " days', answer_by = (now() at time zone 'Asia/Shanghai')::date + 7 - " +
        std::to_string(as.days_ago) +
        " from instruments i where i.unit_id = l.unit_id and i.id = l.instrument_id "
        "and l.unit_id = " +
        unit_id + " and l.appointment_id = " + id);
  for (int n = 1; n <= as.lines; ++n)
    sent.lines.push_back(
        count("select id from appointment_lines where appointment_id = " + id + " and line_no = " + std::to_string(n)));
  return sent;
}

std::string line_state(const Sent& sent, std::size_t n) {
  return text_of("select state from appointment_lines where id = " + std::to_string(sent.lines.at(n)));
}

}  // namespace tests
