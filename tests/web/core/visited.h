// One of everything that a route's {id} may name, so that whoever may enter finds a page there; and everybody who might try.
#pragma once

#include "common/database.h"

#include <map>
#include <string>
#include <vector>

namespace tests {

struct Visitor {
  std::string who;  // as may_enter() of routes.cpp knows them; "nobody" has no session
  Person person;
};

class Visited {
 public:
  Visited();
  const std::vector<Visitor>& visitors() const { return visitors_; }
  // The address of a GET route for this visitor, with real ids and whatever its query must hold.
  std::string address(const std::string& route, const std::string& who) const;

 private:
  void add_visitors();
  void add_instruments();
  void add_work();  // jobs, imports, calendars
  void add_appointments();
  void add_results();
  void add_administration();

  std::vector<Visitor> visitors_;
  std::map<std::string, Person> people_;
  std::map<std::string, std::string> places_;  // route → address
  std::string unit_, institution_, department_, instrument_;
};

}  // namespace tests
