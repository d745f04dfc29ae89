// Institutions as the public finds them, made by the owner: where they are, whom they serve, until when.
#pragma once

#include <string>
#include <vector>

namespace tests {

struct Authorised {  // days as SQL: "current_date + 9", or "null" for ever
  int kind_no = 2;
  std::string until = "null";
  std::vector<std::string> regions{};  // codes; none: the institution's own
  bool send_in = true, on_site = false;
};
struct PlacedInstitution {
  std::string name, division, until = "null", state = "active";
};
long long add_institution(const PlacedInstitution& institution, const std::vector<Authorised>& kinds);
long long kind_of(int kind_no);  // the id of its first variant

}  // namespace tests
