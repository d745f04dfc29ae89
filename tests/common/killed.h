// When to kill a process that is at work: a random moment of a window that fits this machine and what else runs on it. It grows
// while they die before they have done anything, and shrinks while they get something done.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <random>

namespace tests {

class Moment {
 public:
  explicit Moment(unsigned seed) : random_(seed) {}
  std::mt19937& random() { return random_; }
  void wait() { ::usleep(static_cast<useconds_t>(random_() % window_)); }
  void learn(bool worked) { window_ = std::clamp(worked ? window_ - window_ / 10 : window_ + window_ / 5, 5'000U, 2'000'000U); }

 private:
  std::mt19937 random_;
  unsigned window_ = 40'000;  // microseconds
};

}  // namespace tests
