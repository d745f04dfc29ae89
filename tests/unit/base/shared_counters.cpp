// Counters in shared memory: many processes, killed ones, the end of a while by a clock of the test's, a full table. And whom an
// address stands for.
#include "base/shared_counters.h"

#include "base/network.h"

#include <boost/test/unit_test.hpp>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace {

using base::SharedCounters;
constexpr std::int64_t start = 1'790'000'000;

// Children that do this over and over until `rounds` are done, or they are killed.
template <typename Act>
std::vector<pid_t> fork_many(int children, int rounds, Act act) {
  std::vector<pid_t> pids;
  for (int child = 0; child < children; ++child) {
    const pid_t pid = fork();
    if (pid == 0) {
      for (int round = 0; rounds == 0 || round < rounds; ++round) act();
      _exit(0);
    }
    pids.push_back(pid);
  }
  return pids;
}

void wait_for(const std::vector<pid_t>& pids) {
  for (const pid_t pid : pids) {
    int status = 0;
    BOOST_TEST(waitpid(pid, &status, 0) == pid);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shared_counters)

BOOST_AUTO_TEST_CASE(so_many_are_within_and_only_the_first_beyond_says_so) {
  SharedCounters counters(start);
  for (int n = 0; n < 30; ++n) BOOST_TEST(counters.add("a", 30, 600, start + n).within);
  const auto first = counters.add("a", 30, 600, start + 40);
  BOOST_TEST((!first.within && first.first_beyond));
  BOOST_TEST(first.seconds_left == 560);
  for (int n = 0; n < 5000; ++n) {
    const auto again = counters.add("a", 30, 600, start + 50);
    BOOST_REQUIRE((!again.within && !again.first_beyond));
  }
  BOOST_TEST(counters.add("b", 30, 600, start + 50).within);  // another's is another's
}

BOOST_AUTO_TEST_CASE(its_time_begins_with_the_first_and_ends_to_the_second) {
  SharedCounters counters(start - 10000);
  for (int n = 0; n < 3; ++n) counters.add("a", 2, 600, start + 100);
  BOOST_TEST(!counters.add("a", 2, 600, start + 699).within);
  BOOST_TEST(counters.count("a", start + 699) == 3);
  BOOST_TEST(counters.count("a", start + 700) == 0);
  const auto anew = counters.add("a", 2, 600, start + 700);
  BOOST_TEST((anew.within && anew.seconds_left == 600));
  BOOST_TEST(counters.count("a", start + 1300 - 3601) == 0);  // a clock set back makes nobody wait longer than a while
}

BOOST_AUTO_TEST_CASE(many_processes_at_once_miscount_nothing) {
  SharedCounters counters(start);
  wait_for(fork_many(8, 400, [&] { counters.add("a", SharedCounters::highest, 600, start); }));
  BOOST_TEST(counters.count("a", start) == 3200);
}

BOOST_AUTO_TEST_CASE(a_limit_is_the_same_for_all_processes_together) {
  SharedCounters counters(start), admitted(start);
  wait_for(fork_many(6, 200, [&] {
    if (counters.add("a", 100, 600, start).within) admitted.add("admitted", SharedCounters::highest, 600, start);
  }));
  BOOST_TEST(admitted.count("admitted", start) == 100);
}

BOOST_AUTO_TEST_CASE(processes_killed_at_any_moment_leave_whole_counters_and_nobody_waits) {
  SharedCounters counters(start);
  for (int round = 0; round < 40; ++round) {
    int n = 0;
    const std::string key = "round " + std::to_string(round);
    const auto pids = fork_many(4, 0, [&] {
      counters.add(key, 20, 600, start);
      counters.add(key + ", one of many: " + std::to_string(n++ % 400), 20, 600, start);
    });
    // What they do is seen, so they are in the midst of it.
    while (counters.count(key + ", one of many: 300", start) == 0) sched_yield();
    for (const pid_t pid : pids) kill(pid, SIGKILL);
    wait_for(pids);
    BOOST_TEST(counters.count(key, start) > 0);
    while (counters.add(key, 20, 600, start).within) {
    }
    BOOST_TEST(counters.count(key, start) == 21);  // 20 and the first that was too many: not one more
  }
}

BOOST_AUTO_TEST_CASE(when_all_places_are_taken_who_asks_much_stays_known) {
  SharedCounters counters(start, 256);
  for (int n = 0; n < 50; ++n) counters.add("much", 30, 600, start);
  for (int n = 0; n < 20000; ++n) BOOST_TEST_REQUIRE(counters.add("somebody " + std::to_string(n), 30, 600, start + 1).within);
  BOOST_TEST(!counters.add("much", 30, 600, start + 2).within);
  // What has ended gives way before anything that lives.
  counters.add("late", 30, 600, start + 590);
  for (int n = 0; n < 16; ++n) counters.add("new " + std::to_string(n), 30, 600, start + 602);
  BOOST_TEST(counters.count("late", start + 602) == 1);
}

BOOST_AUTO_TEST_CASE(an_address_stands_for_what_one_client_holds) {
  BOOST_TEST(base::client_network("10.1.2.3") == "10.1.2.3/32");
  BOOST_TEST(base::client_network("::ffff:10.1.2.3") == "10.1.2.3/32");
  BOOST_TEST(base::client_network("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  BOOST_TEST(base::client_network("2001:db8:1:2::9") == base::client_network("2001:db8:1:2:ffff::1"));
  BOOST_TEST(base::client_network("2001:db8:1:3::9") != base::client_network("2001:db8:1:2::9"));
  BOOST_TEST(base::client_network("unix:") == "unix:");
  const std::vector<std::string> networks = {"10.0.0.0/8", "127.0.0.1/32", "2001:db8::/32"};
  for (const char* address : {"10.200.3.4", "127.0.0.1", "::ffff:10.0.0.1", "2001:db8:ffff::1"})
    BOOST_TEST(base::is_in(address, networks), address);
  for (const char* address : {"11.0.0.1", "127.0.0.2", "2001:db9::1", "::1", "", "unix:", "10.0.0.1/8"})
    BOOST_TEST(!base::is_in(address, networks), address);
}

BOOST_AUTO_TEST_SUITE_END()
