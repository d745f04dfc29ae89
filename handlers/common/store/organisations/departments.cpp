// See departments.h.
#include "store/organisations/departments.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

nlohmann::json audited(const domain::DepartmentValues& v, const std::vector<std::string>& regions) {
  return {{"name", v.name},       {"contact", v.contact}, {"phone", v.phone},
          {"address", v.address}, {"email", v.email},     {"regions", regions}};
}

void set_regions(Tx& tx, long long department_id, const std::vector<std::string>& regions) {
  const std::string codes = joined(regions);
  affected(tx, "delete from department_divisions where department_id = :id", department_id);
  affected(tx,
           R"sql(
               insert into department_divisions (department_id, division_code)
               select :id::bigint, code
               from unnest(string_to_array(:codes, ',')) as r(code)
           )sql",
           department_id, codes);
}

AssignedUnit as_unit(const soci::row& row) {
  AssignedUnit unit;
  row >> unit.id >> unit.name >> unit.unit_code >> unit.division_name;
  return unit;
}

}  // namespace

Departments search_departments(Db& db, const std::string& name, int size, int page) {
  const int offset = (page - 1) * size;
  return db.run([&](soci::session& sql) {
    Departments found;
    sql << "select count(*) from departments where :name = '' or strpos(lower(name), lower(:name)) > 0", soci::use(name, "name"),
        soci::into(found.matched);
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select d.id, d.name, d.phone, coalesce((
              select string_agg(v.path, '、' order by v.code)
              from department_divisions r
              join divisions v on v.code = r.division_code
              where r.department_id = d.id
            ), ''), (select count(*) from department_units e where e.department_id = d.id), (
              select count(*)
              from users u
              where u.department_id = d.id and u.state <> 'removed'
            )
            from departments d
            where :name = '' or strpos(lower(d.name), lower(:name)) > 0
            order by d.name, d.id limit :size
            offset :offset
        )sql",
                                    soci::use(name, "name"), soci::use(size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) {
      DepartmentRow d;
      row >> d.id >> d.name >> d.phone >> d.regions >> d.units >> d.people;
      found.rows.push_back(d);
    }
    return found;
  });
}

std::optional<Department> find_department(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<Department> {
    Department d;
    sql << "select id, name, contact, phone, address, email, state, version from departments where id = :id", soci::use(id),
        soci::into(d.id), soci::into(d.values.name), soci::into(d.values.contact), soci::into(d.values.phone),
        soci::into(d.values.address), soci::into(d.values.email), soci::into(d.state), soci::into(d.version);
    if (!sql.got_data()) return {};
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select d.code, d.path
            from department_divisions r
            join divisions d on d.code = r.division_code
            where r.department_id = :id
            order by d.code
        )sql",
                                    soci::use(id));
    for (const soci::row& row : rows) {
      Division region;
      row >> region.code >> region.name;
      d.regions.push_back(region);
    }
    return d;
  });
}

std::vector<AssignedUnit> assigned_units(Db& db, long long department_id) {
  return db.run([&](soci::session& sql) {
    std::vector<AssignedUnit> found;
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select e.id, e.name, e.unit_code, d.path
            from department_units a
            join units e on e.id = a.unit_id
            join divisions d on d.code = e.division_code
            where a.department_id = :id
            order by e.name, e.id
        )sql",
                                    soci::use(department_id));
    for (const soci::row& row : rows) found.push_back(as_unit(row));
    return found;
  });
}

long long create_department(Tx& tx, const domain::DepartmentValues& v, const std::vector<std::string>& regions) {
  long long id = 0;
  tx.sql() << R"sql(
      insert into departments (name, contact, phone, address, email)
      values (:name, :contact, :phone, :address, :email)
      returning id
  )sql",
      soci::use(v.name), soci::use(v.contact), soci::use(v.phone), soci::use(v.address), soci::use(v.email), soci::into(id);
  set_regions(tx, id, regions);
  tx.audit(0, "department.create", "department", id, nullptr, audited(v, regions));
  return id;
}

bool update_department(Tx& tx, const Department& old, const domain::DepartmentValues& v,
                       const std::vector<std::string>& regions) {
  if (affected(tx,
               R"sql(
                   update departments
                   set name = :name, contact = :contact, phone = :phone, address = :address, email = :email,
                     version = version + 1
                   where id = :id and version = :version
               )sql",
               v.name, v.contact, v.phone, v.address, v.email, old.id, old.version) != 1)
    return false;
  std::vector<std::string> before;
  for (const Division& region : old.regions) before.push_back(region.code);
  set_regions(tx, old.id, regions);
  tx.audit(0, "department.update", "department", old.id, audited(old.values, before), audited(v, regions));
  return true;
}

std::vector<AssignedUnit> units_named(Db& db, const std::string& code_key, const std::string& name) {
  return db.run([&](soci::session& sql) {
    std::vector<AssignedUnit> found;
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select e.id, e.name, e.unit_code, d.path
            from units e
            join divisions d on d.code = e.division_code
            where e.state <> 'closed' and (e.name = :name or (:key <> '' and e.unit_key = :key))
            order by e.id limit 2
        )sql",
                                    soci::use(name, "name"), soci::use(code_key, "key"));
    for (const soci::row& row : rows) found.push_back(as_unit(row));
    return found;
  });
}

void assign_unit(Tx& tx, long long department_id, long long unit_id) {
  affected(tx, "insert into department_units (department_id, unit_id) values (:department, :unit)", department_id, unit_id);
  tx.audit(0, "department.assign_unit", "department", department_id, nullptr, {{"unit_id", unit_id}});
}

bool unassign_unit(Tx& tx, long long department_id, long long unit_id) {
  if (affected(tx, "delete from department_units where department_id = :department and unit_id = :unit", department_id,
               unit_id) != 1)
    return false;
  tx.audit(0, "department.unassign_unit", "department", department_id, {{"unit_id", unit_id}}, nullptr);
  return true;
}

}  // namespace store
