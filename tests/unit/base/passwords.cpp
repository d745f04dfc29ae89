// Password hashes: what fits, what is outdated, and that the limit on hashes at once holds across processes.
#include "base/passwords.h"

#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "qj-slots-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string path;
};

base::Config cheap(const std::string& folder, int slots = 1) {
  base::Config config;
  config.run = folder;
  config.password_memory = 8192;
  config.password_passes = 1;
  config.password_slots = slots;
  return config;
}

// Does somebody wait for a lock on this file? The kernel's list marks who waits with "->".
bool somebody_waits(const std::string& file) {
  struct stat about {};
  BOOST_REQUIRE(stat(file.c_str(), &about) == 0);
  std::ifstream locks("/proc/locks");
  const std::string inode = ":" + std::to_string(about.st_ino) + " ";
  for (std::string line; std::getline(locks, line);)
    if (line.find("-> FLOCK") != std::string::npos && line.find(inode) != std::string::npos) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(passwords)

BOOST_AUTO_TEST_CASE(only_the_password_itself_fits_and_no_hash_means_nobody) {
  const Folder folder;
  const base::Passwords passwords(cheap(folder.path));
  const std::string hash = passwords.hash("correct horse 电池");
  BOOST_TEST(passwords.verify(hash, "correct horse 电池"));
  BOOST_TEST(!passwords.verify(hash, "correct horse 电池 "));
  BOOST_TEST(!passwords.verify(hash, ""));
  for (const char* none : {"", "!", "correct horse 电池", "$argon2id$broken"})
    BOOST_TEST(!passwords.verify(none, "correct horse 电池"));
  BOOST_TEST(passwords.hash("correct horse 电池") != hash);
}

BOOST_AUTO_TEST_CASE(a_hash_of_another_cost_is_outdated) {
  const Folder folder;
  base::Config dearer = cheap(folder.path);
  dearer.password_passes = 2;
  const std::string hash = base::Passwords(cheap(folder.path)).hash("a");
  BOOST_TEST(!base::Passwords(cheap(folder.path)).outdated(hash));
  BOOST_TEST(base::Passwords(dearer).outdated(hash));
  BOOST_TEST(base::Passwords(dearer).verify(hash, "a"));
}

BOOST_AUTO_TEST_CASE(another_process_waits_for_a_free_slot_and_goes_on_when_there_is_one) {
  const Folder folder;
  const base::Passwords passwords(cheap(folder.path));
  passwords.hash("makes the slot's file");
  const std::string slot = folder.path + "/password-slot-0";
  const int held = ::open(slot.c_str(), O_RDWR | O_CLOEXEC);
  BOOST_REQUIRE(::flock(held, LOCK_EX) == 0);
  const pid_t other = fork();
  if (other == 0) _exit(passwords.verify("", "waits") ? 1 : 0);
  for (int n = 0; n < 10000 && !somebody_waits(slot); ++n) usleep(1000);
  int status = -1;
  BOOST_TEST(somebody_waits(slot));
  BOOST_TEST(waitpid(other, &status, WNOHANG) == 0);  // still at it
  ::flock(held, LOCK_UN);
  ::close(held);
  BOOST_TEST(waitpid(other, &status, 0) == other);
  BOOST_TEST(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 0);
}

BOOST_AUTO_TEST_CASE(a_process_that_dies_frees_its_slot) {
  const Folder folder;
  const base::Passwords passwords(cheap(folder.path));
  passwords.hash("makes the slot's file");
  const pid_t other = fork();
  if (other == 0) {
    const int held = ::open((folder.path + "/password-slot-0").c_str(), O_RDWR);
    ::flock(held, LOCK_EX);
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  BOOST_TEST(waitpid(other, &status, 0) == other);
  BOOST_TEST(passwords.verify(passwords.hash("goes on"), "goes on"));
}

BOOST_AUTO_TEST_SUITE_END()
