// Counts events by key within a period, in memory shared by several processes: a table of fixed size, shared by all processes
// that are forked after it was made. There is no lock: a counter is one word, changed by compare and swap, so a process killed
// at any instruction leaves no half-done change and no waiting process. A restart begins with zero.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace base {

class SharedCounters {
 public:
  static constexpr int longest = 3600, highest = 4000;  // seconds; what can be counted

  // At least `slots` of them; begin: unix seconds. std::runtime_error without memory.
  explicit SharedCounters(std::int64_t begin, std::size_t slots = std::size_t{1} << 16);

  struct Count {
    bool within = true;         // no more than `most`, this one included
    bool first_beyond = false;  // the first that was too many
    int seconds_left = 0;       // until the key begins anew
  };
  // One more. The time of a key begins with its first and lasts `seconds`; then it is as if it had never been. When all places it
  // could have are taken, the smallest counter gives way: who is many and asks little does not make one forgotten who asks much.
  Count add(std::string_view key, int most, int seconds, std::int64_t now);
  // How often within its time, as far as it is counted: `most` + 1 at the highest.
  int count(std::string_view key, std::int64_t now) const;

 private:
  using Word = std::atomic<std::uint64_t>;
  static_assert(Word::is_always_lock_free, "a lock could stay held by a process that was killed");
  struct Place {
    Word* set;
    std::uint64_t tag;
  };
  Place place_of(std::string_view key) const;
  std::uint64_t since(std::int64_t now) const;

  std::int64_t begin_;
  std::size_t sets_;
  std::array<unsigned char, 16> hash_key_;  // random, so that a client cannot choose a place
  std::shared_ptr<Word> words_;
};

}  // namespace base
