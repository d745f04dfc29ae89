// Supervising departments (市场监管部门): a list of divisions each, every one with all below it, and single units beside them.
#pragma once

#include "domain/organisations/organisation.h"
#include "store/catalogue/divisions.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct AssignedUnit {
  long long id = 0;
  std::string name, unit_code, division_name;
};
struct Department {
  long long id = 0;
  domain::DepartmentValues values;
  std::string state;
  std::vector<Division> regions;
  int version = 0;
};

struct DepartmentRow {
  long long id = 0;
  std::string name, phone, regions;  // regions: their names, with 、 between
  long long units = 0, people = 0;
};
struct Departments {
  std::vector<DepartmentRow> rows;  // by name
  long long matched = 0;
};
Departments search_departments(Db& db, const std::string& name, int size, int page);
std::optional<Department> find_department(Db& db, long long id);
std::vector<AssignedUnit> assigned_units(Db& db, long long department_id);

// regions: codes. Both: Violation departments_name_key when the name is taken; the second is false when somebody was faster.
long long create_department(Tx& tx, const domain::DepartmentValues& values, const std::vector<std::string>& regions);
bool update_department(Tx& tx, const Department& old, const domain::DepartmentValues& values,
                       const std::vector<std::string>& regions);

// Units with this very code or key (whatever its form), or this very name; closed ones are not units any more.
std::vector<AssignedUnit> units_named(Db& db, const std::string& code_key, const std::string& name);
// Violation department_units_pkey when it is assigned already.
void assign_unit(Tx& tx, long long department_id, long long unit_id);
bool unassign_unit(Tx& tx, long long department_id, long long unit_id);  // false: was not assigned any more

}  // namespace store
