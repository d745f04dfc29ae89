// See shared_counters.h. A word, from its highest bit: 24 of the key's hash, 28 when it ends (seconds since the table was made),
// 12 how often. A key belongs to one set of sixteen words, two lines of the cache, and may stand in any of them.
#include "base/shared_counters.h"

#include <sodium.h>
#include <sys/mman.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace base {
namespace {

constexpr std::size_t ways = 16;
constexpr int count_bits = 12, end_bits = 28;
constexpr std::uint64_t count_mask = (std::uint64_t{1} << count_bits) - 1, end_mask = (std::uint64_t{1} << end_bits) - 1;
static_assert(SharedCounters::highest < static_cast<int>(count_mask), "one more than the highest must fit");

std::uint64_t word_of(std::uint64_t tag, std::uint64_t end, std::uint64_t count) {
  return tag << (end_bits + count_bits) | (end & end_mask) << count_bits | count;
}
std::uint64_t tag_of(std::uint64_t word) { return word >> (end_bits + count_bits); }
std::uint64_t end_of(std::uint64_t word) { return word >> count_bits & end_mask; }
std::uint64_t count_of(std::uint64_t word) { return word & count_mask; }

// A clock that was set back would otherwise let a counter live on for as long.
bool is_live(std::uint64_t word, std::uint64_t now) {
  return end_of(word) > now && end_of(word) - now <= static_cast<std::uint64_t>(SharedCounters::longest);
}

}  // namespace

SharedCounters::SharedCounters(std::int64_t begin, std::size_t slots) : begin_(begin), sets_(1) {
  while (sets_ * ways < slots) sets_ *= 2;
  randombytes_buf(hash_key_.data(), hash_key_.size());
  static_assert(crypto_shorthash_KEYBYTES == sizeof hash_key_, "the key of SipHash");
  const std::size_t bytes = sets_ * ways * sizeof(Word);
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::runtime_error("no memory for shared counters");
  Word* words = static_cast<Word*>(memory);
  for (std::size_t n = 0; n < sets_ * ways; ++n) new (words + n) Word(0);
  words_ = std::shared_ptr<Word>(words, [bytes](Word* gone) { ::munmap(gone, bytes); });
}

SharedCounters::Place SharedCounters::place_of(std::string_view key) const {
  std::array<unsigned char, crypto_shorthash_BYTES> bytes{};
  crypto_shorthash(bytes.data(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), hash_key_.data());
  std::uint64_t hash = 0;
  for (const unsigned char byte : bytes) hash = hash << 8 | byte;
  return {words_.get() + (hash & (sets_ - 1)) * ways, hash >> (end_bits + count_bits)};
}

std::uint64_t SharedCounters::since(std::int64_t now) const {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(now - begin_, 0));
}

SharedCounters::Count SharedCounters::add(std::string_view key, int most, int seconds, std::int64_t now) {
  const auto limit = static_cast<std::uint64_t>(std::min(most, highest));
  const std::uint64_t at = since(now), end = at + static_cast<std::uint64_t>(std::min(seconds, longest));
  const Place place = place_of(key);
  for (;;) {
    Word* mine = nullptr;  // the key's own word, or the one it takes
    std::uint64_t seen = 0;
    bool known = false;
    // What has ended gives way first, then the smallest.
    const auto worth = [&](std::uint64_t word) { return is_live(word, at) ? count_of(word) + 1 : 0; };
    for (Word* word = place.set; word != place.set + ways && !known; ++word) {
      const std::uint64_t value = word->load();
      known = is_live(value, at) && tag_of(value) == place.tag;
      if (known || !mine || worth(value) < worth(seen)) mine = word, seen = value;
    }
    const std::uint64_t count = known ? count_of(seen) + 1 : 1, ends = known ? end_of(seen) : end;
    const int left = static_cast<int>(ends - at);
    if (known && count > limit + 1) return {false, false, left};
    // Another process was faster: look again.
    if (!mine->compare_exchange_strong(seen, word_of(place.tag, ends, count))) continue;
    return {count <= limit, count == limit + 1, left};
  }
}

int SharedCounters::count(std::string_view key, std::int64_t now) const {
  const Place place = place_of(key);
  const std::uint64_t at = since(now);
  for (const Word* word = place.set; word != place.set + ways; ++word)
    if (const std::uint64_t value = word->load(); is_live(value, at) && tag_of(value) == place.tag)
      return static_cast<int>(count_of(value));
  return 0;
}

}  // namespace base
