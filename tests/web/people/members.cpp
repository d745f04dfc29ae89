// The people of an organisation, one's own profile and the unit's contacts.
#include "base/sealed_link.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <atomic>
#include <thread>

namespace {

using namespace tests;

std::string path_of(const Person& person, const char* act = "") { return "/accounts/members/" + user_id_of(person) + act; }
std::string role_of(const Person& person) {
  return text_of("select role || '/' || state from users where id = " + user_id_of(person));
}

std::string secret_of(const Page& page) {
  const std::string mark = "<code class=\"secret\">";
  const auto at = page.html().find(mark) + mark.size();
  return page.html().substr(at, page.html().find("</code>", at) - at);
}

std::string token_of(const std::string& address) { return address.substr(address.find("?t=") + 3); }

// The newest link of a purpose for a user, as a mail would carry it.
std::string mailed_link(const std::string& purpose, const std::string& condition) {
  const std::string id = text_of("select encode(id, 'hex') from links where purpose = '" + purpose + "' and " + condition +
                                 " order by created_at desc limit 1");
  return base::link_token(app_for("/accounts").services().seal, purpose, id);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(members)

BOOST_AUTO_TEST_CASE(an_invited_person_joins_once_with_the_part_that_was_chosen) {
  const Person manager = make_unit();
  Browser browser{manager};
  BOOST_TEST(browser.submit("/accounts/members/new", {{"person", ""}, {"method", "invite"}, {"role", ""}}).status() == 422);
  const Page invited = browser.submit(
      "/accounts/members/new", {{"person", "示范新人"}, {"role", "viewer"}, {"method", "invite"}, {"email", "new@example.cn"}});
  BOOST_TEST(invited.status() == 200);
  const std::string address = secret_of(invited);
  BOOST_TEST(browser.get("/accounts/members").has("示范新人"));
  BOOST_TEST(text_of("select count(*) from outbox where kind = 'invite' and recipient = 'new@example.cn' and data->>'link' = "
                     "(select encode(id, 'hex') from links "
                     "where unit_id = " +
                     std::to_string(manager.unit_id) + ")") == "1");
  Browser newcomer;
  const std::string link = "/accounts/invite?t=" + token_of(address);
  const std::string login = unique("new");
  const Fields typed = {{"login", login},
                        {"person", "示范新人"},
                        {"phone", "010-12345678"},
                        {"password", "join the team 7"},
                        {"password_confirm", "join the team 7"}};
  BOOST_TEST(newcomer.submit(link, with(typed, {{"login", manager.login}}), "/accounts/invite").has_error("login"));
  const Page form = newcomer.get(link);
  BOOST_TEST(newcomer.submit(link, typed, "/accounts/invite").location() == "/ledger/overview");
  BOOST_TEST(newcomer.get("/ledger").status() == 200);
  BOOST_TEST(!newcomer.get("/ledger").has("/ledger/new"));  // who only looks gets no button
  BOOST_TEST(newcomer.get("/ledger/new").status() == 403);
  BOOST_TEST(newcomer.get("/accounts/members").status() == 403);
  // The link again, by whoever has it.
  Browser thief;
  BOOST_TEST(thief.get(link).status() == 404);
  BOOST_TEST(
      thief.post("/accounts/invite", with(with(fields_of(form.html(), "/accounts/invite"), typed), {{"login", unique("thief")}}))
          .status() != 303);
  BOOST_TEST(text_of("select count(*) from users where unit_id = " + std::to_string(manager.unit_id)) == "2");
}

BOOST_AUTO_TEST_CASE(a_revoked_invitation_opens_nothing_and_only_its_organisation_revokes_it) {
  const Person manager = make_unit(), stranger = make_unit();
  Browser browser{manager}, other{stranger};
  const std::string link =
      "/accounts/invite?t=" + token_of(secret_of(browser.submit("/accounts/members/new",
                                                                {{"person", "某人"}, {"role", "worker"}, {"method", "invite"}})));
  const std::string id = text_of("select encode(id, 'hex') from links where unit_id = " + std::to_string(manager.unit_id));
  other.submit("/accounts/members/new", {{"person", "他人"}, {"role", "worker"}, {"method", "invite"}});
  BOOST_TEST(other.submit("/accounts/members", {{"op_revoke_" + id, "撤销邀请"}}, "/accounts/members/invitations").status() ==
             404);
  BOOST_TEST(Browser().get(link).status() == 200);
  BOOST_TEST(browser.submit("/accounts/members", {{"op_revoke_" + id, "撤销邀请"}}, "/accounts/members/invitations").status() ==
             303);
  BOOST_TEST(Browser().get(link).status() == 404);
}

BOOST_AUTO_TEST_CASE(a_member_with_a_temporary_password_must_change_it_at_the_first_login) {
  const Person manager = make_unit();
  Browser browser{manager};
  const std::string login = unique("temp");
  const Page added = browser.submit("/accounts/members/new",
                                    {{"person", "示范经办"}, {"role", "worker"}, {"method", "temporary"}, {"login", login}});
  BOOST_TEST(added.status() == 200);
  Browser member;
  BOOST_TEST(log_in(member, "unit", login, secret_of(added)).status() == 303);
  BOOST_TEST(member.get("/ledger").location() == "/accounts/password");
  BOOST_TEST(
      browser
          .submit("/accounts/members/new", {{"person", "又一人"}, {"role", "worker"}, {"method", "temporary"}, {"login", login}})
          .has_error("login"));
}

BOOST_AUTO_TEST_CASE(a_manager_resets_removes_and_restores_and_sessions_end) {
  const Person manager = make_unit(), worker = make_member(manager, "worker");
  Browser browser{manager}, member{worker};
  const Page reset = browser.submit(path_of(worker, "/reset-password"), {{"op_reset", "x"}});
  BOOST_TEST(reset.status() == 200);
  BOOST_TEST(member.get("/ledger").status() == 303);
  BOOST_TEST(log_in(member, "unit", worker.login, worker.password).status() == 422);
  BOOST_TEST(log_in(member, "unit", worker.login, secret_of(reset)).status() == 303);
  BOOST_TEST(browser.submit(path_of(worker, "/remove"), {{"op_remove", "x"}}).status() == 303);
  BOOST_TEST(member.get("/accounts/password").status() == 303);
  BOOST_TEST(log_in(member, "unit", worker.login, secret_of(reset)).status() == 422);
  BOOST_TEST(browser.submit(path_of(worker), {{"op_restore", "x"}}, path_of(worker, "/restore")).status() == 303);
  BOOST_TEST(role_of(worker) == "worker/active");
}

BOOST_AUTO_TEST_CASE(a_form_made_before_somebody_else_changed_the_member_is_refused) {
  const Person manager = make_unit(), colleague = make_member(manager, "manager"), worker = make_member(manager, "worker");
  Browser first{manager}, second{colleague};
  const Page seen = first.get(path_of(worker));
  BOOST_TEST(second.submit(path_of(worker), {{"role", "viewer"}}, path_of(worker, "/role")).status() == 303);
  BOOST_TEST(first.post(path_of(worker, "/role"), with(fields_of(seen.html(), path_of(worker, "/role")), {{"role", "manager"}}))
                 .status() == 409);
  BOOST_TEST(role_of(worker) == "viewer/active");
}

BOOST_AUTO_TEST_CASE(the_last_manager_can_neither_step_down_nor_remove_himself) {
  const Person manager = make_unit();
  make_member(manager, "worker");
  Browser browser{manager};
  const Page down = browser.submit(path_of(manager), {{"role", "viewer"}}, path_of(manager, "/role"));
  BOOST_TEST(down.status() == 422);
  BOOST_TEST(down.has("至少要有一名负责人"));
  BOOST_TEST(browser.submit(path_of(manager, "/remove"), {{"op_remove", "x"}}).has("不能移除自己"));
  BOOST_TEST(role_of(manager) == "manager/active");
}

BOOST_AUTO_TEST_CASE(two_managers_who_demote_each_other_at_once_leave_one) {
  for (int round = 0; round < 5; ++round) {
    const Person a = make_unit(), b = make_member(a, "manager");
    std::atomic<int> done{0};
    std::vector<std::thread> both;
    for (const Person& victim : {a, b})
      both.emplace_back([&done, victim] {
        store::Db db = connection("qj_accounts");
        try {
          db.transaction({0, "test", "test"}, [&](store::Tx& tx) {
            tx.sql() << "update users set role = 'viewer' where id = :id", soci::use(victim.user_id);
          });
          ++done;
        } catch (const store::Violation& violation) {
          BOOST_TEST(violation.constraint == "users_last_manager");
        }
      });
    for (std::thread& one : both) one.join();
    BOOST_TEST(done == 1);
  }
}

BOOST_AUTO_TEST_CASE(handing_over_makes_the_other_manager_and_oneself_what_was_chosen) {
  const Person manager = make_unit(), heir = make_member(manager, "worker");
  Browser browser{manager}, other{heir};
  BOOST_TEST(browser.submit(path_of(heir, "/handover"), {{"op_handover", "x"}}).status() == 422);
  BOOST_TEST(browser.submit(path_of(heir, "/handover"), {{"leaving", "worker"}, {"op_handover", "x"}}).location() ==
             "/accounts/profile");
  BOOST_TEST(role_of(heir) == "manager/active");
  BOOST_TEST(role_of(manager) == "worker/active");
  BOOST_TEST(browser.get("/ledger").status() == 200);  // still in, with a new cookie
  BOOST_TEST(browser.get("/accounts/members").status() == 403);
  BOOST_TEST(other.get("/accounts/members").status() == 303);  // a new part begins with a new login
}

BOOST_AUTO_TEST_CASE(who_hands_over_and_leaves_is_out_at_once) {
  const Person manager = make_unit(), heir = make_member(manager, "viewer");
  Browser browser{manager};
  BOOST_TEST(browser.submit(path_of(heir, "/handover"), {{"leaving", "removed"}, {"op_handover", "x"}}).location() == "/");
  BOOST_TEST(role_of(heir) == "manager/active");
  BOOST_TEST(role_of(manager) == "manager/removed");
  BOOST_TEST(log_in(browser, "unit", manager.login, manager.password).status() == 422);
}

BOOST_AUTO_TEST_CASE(people_of_another_organisation_are_not_there) {
  const Person manager = make_unit(), stranger = make_unit();
  const Person institution = make_user("institution");
  Browser browser{manager}, lab{institution};
  for (const Person& foreign : {stranger, institution})
    for (const char* page : {"", "/remove", "/reset-password", "/handover"})
      BOOST_TEST(browser.get(path_of(foreign, page)).status() == 404);
  BOOST_TEST(lab.get(path_of(institution)).status() == 200);
  BOOST_TEST(!browser.get("/accounts/members").has(stranger.login));
}

BOOST_AUTO_TEST_CASE(an_address_counts_once_its_link_was_followed) {
  const Person person = make_unit();
  Browser browser{person};
  const auto save = [&](const std::string& email) {
    return browser.submit("/accounts/profile", {{"person", "示范改名"}, {"phone", "１３９ 0013 9000"}, {"email", email}});
  };
  BOOST_TEST(save("no address").has_error("email"));
  BOOST_TEST(save("me@example.cn").status() == 303);
  BOOST_TEST(text_of("select name || '/' || phone || '/' || email from users where id = " + user_id_of(person)) ==
             "示范改名/13900139000/");
  const std::string link = "/accounts/confirm?t=" + mailed_link("confirm_email", "user_id = " + user_id_of(person));
  Browser mailbox;
  BOOST_TEST(mailbox.get(link).has("me@example.cn"));
  BOOST_TEST(text_of("select email from users where id = " + user_id_of(person)).empty());  // looking is not confirming
  const Page form = mailbox.get(link);
  BOOST_TEST(mailbox.submit(link, {{"op_confirm", "确认"}}, "/accounts/confirm").status() == 303);
  BOOST_TEST(text_of("select email from users where id = " + user_id_of(person)) == "me@example.cn");
  BOOST_TEST(mailbox.get(link).status() == 404);
  BOOST_TEST(save("").status() == 303);
  BOOST_TEST(text_of("select email from users where id = " + user_id_of(person)).empty());
}

BOOST_AUTO_TEST_CASE(contacts_of_the_unit_change_at_once_for_who_works_there) {
  const Person manager = make_unit(), viewer = make_member(manager, "viewer"), worker = make_member(manager, "worker");
  Browser looks{viewer}, works{worker};
  BOOST_TEST(looks.get("/accounts/unit/contact").status() == 403);
  BOOST_TEST(works.submit("/accounts/unit/contact", {{"contact", ""}, {"mobile", "1"}}).status() == 422);
  BOOST_TEST(
      works.submit("/accounts/unit/contact", {{"contact", "新联系人"}, {"mobile", "13900139000"}, {"email", "unit@example.cn"}})
          .status() == 303);
  const std::string row =
      "select contact || '/' || mobile || '/' || email || '/' || state from units where id = " + std::to_string(manager.unit_id);
  BOOST_TEST(text_of(row) == "新联系人/13900139000//approved");
  Browser mailbox;
  const std::string link = "/accounts/confirm?t=" + mailed_link("confirm_email", "unit_id = " + std::to_string(manager.unit_id));
  mailbox.submit(link, {{"op_confirm", "确认"}}, "/accounts/confirm");
  BOOST_TEST(text_of(row) == "新联系人/13900139000/unit@example.cn/approved");
  BOOST_TEST(text_of("select email from users where id = " + user_id_of(worker)).empty());  // the unit's, not the person's
}

BOOST_AUTO_TEST_CASE(the_whole_number_is_shown_to_the_manager_after_the_password_only) {
  const Person manager = make_unit(), worker = make_member(manager, "worker");
  const std::string sealed = base::to_hex(app_for("/accounts").services().personal.value().seal_bytes("11010519491231002X"));
  sql("update units set id_number_sealed = decode('" + sealed + "', 'hex') where id = " + std::to_string(manager.unit_id));
  Browser browser{manager}, other{worker};
  BOOST_TEST(other.get("/accounts/unit/id-number").status() == 403);
  BOOST_TEST(!browser.get("/accounts/unit/id-number").has("11010519491231002X"));
  BOOST_TEST(browser.submit("/accounts/unit/id-number", {{"current_password", "wrong"}}).status() == 422);
  const Page shown = browser.submit("/accounts/unit/id-number", {{"current_password", manager.password}});
  BOOST_TEST(shown.has("11010519491231002X"));
  BOOST_TEST(shown.header("Cache-Control") == "no-store");
  BOOST_TEST(text_of("select count(*) from audit where action = 'unit.reveal_id_number' and unit_id = " +
                     std::to_string(manager.unit_id)) == "1");
}

BOOST_AUTO_TEST_SUITE_END()
