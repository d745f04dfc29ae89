// What the rules need to know of a kind (种别) of the national catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct Kind {
  long long id = 0;
  std::string name;               // with its variant: 水表（DN15～DN25）
  std::string mode;               // periodic | first_scrap | first_rotate | none
  std::vector<std::string> uses;  // codes
  std::optional<int> cycle_months;
  std::optional<int> service_life_months;
  std::string scope{};   // in words of the notice; "" when it says nothing more
  bool retired = false;  // instruments that have it keep it; no other gets it
};

}  // namespace domain
