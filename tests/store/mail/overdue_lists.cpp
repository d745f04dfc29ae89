// Tests of store/mail/overdue_lists.h: what supervising departments hear once a month.
#include "store/mail/overdue_lists.h"

#include "common/supervision.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const store::Actor actor{0, "reminders", ""};

std::string fresh_address() { return unique("who") + "@example.cn"; }

// No other department hears of anything.
struct Alone {
  Alone() {
    sql("update users set email = '' where user_type = 'supervisor'; delete from overdue_lists; delete from bad_addresses");
  }
};

struct Department {
  Supervisor made;
  std::string address = fresh_address();
  explicit Department(const std::string& division) : made(make_supervisor({division})) {
    sql("update users set email = '" + address + "' where id = " + user_id_of(made.person));
  }
  std::vector<std::string> lists() const {
    store::Db mailer = connection("qj_mailer");
    std::vector<std::string> said;
    for (long long n = 0; n < count("select count(*) from outbox where kind = 'overdue_list' and recipient = '" + address + "'");
         ++n)
      said.push_back(text_of("select data->>'list' from outbox where kind = 'overdue_list' and recipient = '" + address +
                             "' order by id offset " + std::to_string(n) + " limit 1"));
    return said;
  }
};
// What a run does; how many lists.
int tell(domain::Date day, int days = 60) {
  store::Db db = connection("qj_reminders");
  int lists = 0;
  for (const long long department : store::departments_to_notify(db, day))
    if (store::anything_overdue(db, department, day, days))
      lists += db.transaction(actor, [&](store::Tx& tx) { return store::queue_overdue_lists(tx, department, day); });
  return lists;
}
std::string overdue(int days, const std::string& more = "") {
  return "last_result = 'pass', verified_on = '2020-01-01', valid_until = '" + today().plus_days(-days).iso() + "'" + more;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overdue_lists)

BOOST_AUTO_TEST_CASE(a_department_hears_once_a_month_of_what_is_long_overdue_in_its_field) {
  const Alone alone;
  const Department department("330203"), elsewhere("330205");
  make_placed("330203", overdue(60));
  make_placed("330203", overdue(400, ", mode = 'first_rotate'"));
  make_placed("330203", overdue(400, ", state = 'stopped'"));
  BOOST_TEST(tell(today()) == 0);  // exactly 60 days are not more than 60
  const Placed late = make_placed("330203", overdue(61, ", quantity = 3, serial_number = '1～3'")),
               later = make_placed("330203", overdue(400));
  BOOST_TEST(tell(today()) == 1);
  BOOST_TEST(tell(today()) == 0);
  BOOST_TEST(elsewhere.lists().empty());
  BOOST_REQUIRE(department.lists().size() == 1U);
  store::Db mailer = connection("qj_mailer");
  const auto list = store::find_overdue_list(mailer, std::stoll(department.lists().front()), 60);
  BOOST_REQUIRE(list);
  BOOST_TEST(list->quantity == 4);
  BOOST_TEST(list->units == 2);
  BOOST_TEST(!list->more);
  BOOST_REQUIRE(list->rows.size() == 2U);
  BOOST_TEST(list->rows.front().unit_id == later.unit.unit_id);
  // Somebody new is told later in the same month, nobody twice; the next month everybody.
  const Person colleague = make_user("supervisor");
  sql("update users set email = '" + fresh_address() + "', department_id = " + std::to_string(department.made.department) +
      " where id = " + user_id_of(colleague));
  BOOST_TEST(tell(today()) == 1);
  const domain::Date next = today().plus_days(32 - std::stoi(today().iso().substr(8)));
  BOOST_TEST(tell(next) == 2);
  BOOST_TEST(tell(next.plus_days(3)) == 0);
  // Verified before the mail is sent.
  for (const Placed& placed : {late, later})
    sql("update instruments set valid_until = current_date + 300 where id = " + std::to_string(placed.instrument));
  BOOST_TEST(store::find_overdue_list(mailer, std::stoll(department.lists().front()), 60)->rows.empty());
}

BOOST_AUTO_TEST_CASE(nobody_is_told_who_has_left_or_has_no_address_or_no_field) {
  const Alone alone;
  const Department department("330206"), empty("330211");
  sql("delete from department_divisions where department_id = " + std::to_string(empty.made.department));
  const Placed placed = make_placed("330206", overdue(100));
  const std::string user = " where id = " + user_id_of(department.made.person),
                    of = " where id = " + std::to_string(department.made.department);
  for (const auto& [change, back] :
       {std::pair("update users set state = 'locked'" + user, "update users set state = 'active'" + user),
        std::pair("update users set email = ''" + user, "update users set email = '" + department.address + "'" + user),
        std::pair("update departments set state = 'suspended'" + of, "update departments set state = 'active'" + of),
        std::pair("insert into bad_addresses (address, words) values ('" + department.address + "', '550')",
                  std::string("delete from bad_addresses"))}) {
    sql(change);
    BOOST_TEST(tell(today()) == 0, change);
    sql(back);
  }
  BOOST_TEST(tell(today(), 365) == 0);
  BOOST_TEST(tell(today()) == 1);
  store::Db mailer = connection("qj_mailer");
  const long long list = std::stoll(department.lists().front());
  BOOST_TEST(store::find_overdue_list(mailer, list, 60)->rows.size() == 1U);
  sql("update users set state = 'locked'" + user);
  BOOST_TEST(!store::find_overdue_list(mailer, list, 60));
  // A unit assigned by name counts, wherever it is; one that is closed keeps what it has in the ledger.
  sql("update users set state = 'active'" + user + "; delete from department_divisions where department_id = " +
      std::to_string(department.made.department) + "; insert into department_units values (" +
      std::to_string(department.made.department) + ", " + std::to_string(placed.unit.unit_id) +
      "); update units set state = 'closed' where id = " + std::to_string(placed.unit.unit_id));
  BOOST_TEST(store::find_overdue_list(mailer, list, 60)->rows.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_department_is_told_whole_or_not_at_all_and_by_one_of_two) {
  const Alone alone;
  const Department department("330212");
  make_placed("330212", overdue(100));
  store::Db first = connection("qj_reminders"), second = connection("qj_reminders");
  BOOST_CHECK_THROW(first.transaction(actor,
                                      [&](store::Tx& tx) {
                                        BOOST_TEST(store::queue_overdue_lists(tx, department.made.department, today()) == 1);
                                        throw std::runtime_error("killed");
                                      }),
                    std::runtime_error);
  BOOST_TEST(department.lists().empty());
  for (store::Db* db : {&first, &second})
    db->transaction(actor, [&](store::Tx& tx) { store::queue_overdue_lists(tx, department.made.department, today()); });
  BOOST_TEST(department.lists().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
