// A sendmail program: what it is told, what becomes of a mail when it ends in one way or another, and that it can harm nobody.
#include "mail/sendmail.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using mail::Outcome;
namespace data = boost::unit_test::data;

struct Folder {
  std::string path = "/tmp/qj-sendmail-XXXXXX";
  Folder() { BOOST_REQUIRE(::mkdtemp(path.data()) != nullptr); }
  ~Folder() { std::filesystem::remove_all(path); }

  std::string program(const std::string& script) const {
    const std::string file = path + "/sendmail";
    std::ofstream(file) << "#!/bin/sh\ncd " << path << "\n" << script << "\n";
    BOOST_REQUIRE(::chmod(file.c_str(), 0700) == 0);
    return file;
  }
  std::string content(const std::string& name) const {
    std::ostringstream all;
    all << std::ifstream(path + "/" + name).rdbuf();
    return all.str();
  }
  mail::Result run(const std::string& script, const std::string& message = "To: <b@example.cn>\r\n\r\nx\r\n",
                   int limit_seconds = 20) const {
    return mail::Sendmail(program(script), limit_seconds).send({"a@example.cn", "b@example.cn", "1"}, message);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_sendmail)

BOOST_AUTO_TEST_CASE(it_gets_the_sender_and_the_whole_message_with_line_feeds) {
  const Folder folder;
  std::string message = "To: <b@example.cn>\r\n\r\n", expected = "To: <b@example.cn>\n\n";
  for (int n = 0; n < 50000; ++n) {
    message += "a line of many\r\n.\r\n";
    expected += "a line of many\n.\n";
  }
  const mail::Result result = folder.run("echo \"$#:$*\" > arguments; cat > message", message);
  BOOST_TEST((result.outcome == Outcome::sent), result.words);
  BOOST_TEST(folder.content("arguments") == "4:-t -i -f a@example.cn\n");
  BOOST_TEST((folder.content("message") == expected));
}

BOOST_AUTO_TEST_CASE(only_a_code_that_speaks_of_the_mail_or_its_address_is_for_good) {
  const Folder folder;
  for (int code = 0; code < 256; ++code) {
    const mail::Result result = folder.run("cat > /dev/null; echo no luck >&2; exit " + std::to_string(code));
    const Outcome expected = code == 0                                ? Outcome::sent
                             : code == 65 || code == 67 || code == 68 ? Outcome::permanent
                             : code == 75                             ? Outcome::temporary
                                                                      : Outcome::unreachable;
    BOOST_TEST((result.outcome == expected), code << ": " << result.words);
    BOOST_TEST(result.of_recipient == (code == 67 || code == 68), code);
    BOOST_TEST(result.words.find("no luck") != std::string::npos, result.words);
  }
}

BOOST_AUTO_TEST_CASE(of_what_it_says_the_first_line_is_kept) {
  const Folder folder;
  const mail::Result result =
      folder.run("cat > /dev/null; printf '\\n\\033first line\\r\\nsecond\\n' >&2; yes x | head -c 300000 >&2; exit 75");
  BOOST_TEST(result.words.find("first line") != std::string::npos);
  BOOST_TEST(result.words.find("second") == std::string::npos);
  for (const char c : result.words) BOOST_TEST((c >= ' ' && c != 127));
}

BOOST_AUTO_TEST_CASE(one_that_does_not_read_is_killed_or_not_is_no_sent_mail) {
  const Folder folder;
  const std::string large(1 << 20, 'x');
  BOOST_TEST((folder.run("exit 75", large).outcome == Outcome::temporary));
  BOOST_TEST((folder.run("kill -9 $$", large).outcome == Outcome::unreachable));
  BOOST_TEST((folder.run("exec 0<&-; sleep 0.2; exit 0", large).outcome == Outcome::sent), "it says that it has it");
}

BOOST_AUTO_TEST_CASE(one_that_hangs_is_ended_with_all_it_has_started) {
  const Folder folder;
  const auto begin = std::chrono::steady_clock::now();
  const mail::Result result = folder.run("sleep 300 & echo $! > child; sleep 300", "x\r\n", 1);
  BOOST_TEST((result.outcome == Outcome::temporary), result.words);
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(10)));
  const std::string child = "/proc/" + folder.content("child");
  const auto lives = [&] {
    std::string words;
    std::getline(std::ifstream(child.substr(0, child.size() - 1) + "/cmdline"), words);
    return !words.empty();
  };
  for (int n = 0; n < 200 && lives(); ++n) ::usleep(20000);
  BOOST_TEST(!lives());
}

BOOST_AUTO_TEST_CASE(one_that_leaves_somebody_behind_is_not_waited_for) {
  const Folder folder;
  const auto begin = std::chrono::steady_clock::now();
  const mail::Result result = folder.run("cat > /dev/null; (sleep 5) & exit 0");
  BOOST_TEST((result.outcome == Outcome::sent), result.words);
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(4)));
}

BOOST_AUTO_TEST_CASE(it_starts_as_every_program_does) {
  const Folder folder;
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  const mail::Result result =
      folder.run("cat > /dev/null; grep -E '^Sig(Blk|Ign)' /proc/self/status | cut -f2 > signals; ls /proc/self/fd > files");
  sigprocmask(SIG_SETMASK, &before, nullptr);
  BOOST_TEST((result.outcome == Outcome::sent), result.words);
  std::istringstream signals(folder.content("signals"));
  unsigned long long blocks = 1, ignores = 1;
  signals >> std::hex >> blocks >> ignores;
  BOOST_TEST(blocks == 0U);
  BOOST_TEST((ignores & ~(3ULL << 31)) == 0U, "but for the two that the C library keeps to itself");
  BOOST_TEST(folder.content("files") == "0\n1\n2\n3\n", "3 is the folder that ls reads");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_executed_is_told_at_once_or_makes_mail_wait) {
  const Folder folder;
  for (const char* bad : {"/no/such/sendmail", "/etc/passwd", "/tmp"}) BOOST_CHECK_THROW(mail::Sendmail{bad}, base::ConfigError);
  const std::string file = folder.program("exit 0");
  mail::Sendmail gone(file);
  std::filesystem::remove(file);
  BOOST_TEST((gone.send({"a@example.cn", "b@example.cn", "1"}, "x").outcome == Outcome::unreachable));
}

BOOST_AUTO_TEST_SUITE_END()
