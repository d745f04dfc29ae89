// See institutions.h. The authorised kinds stand in authorised_kinds.cpp.
#include "store/organisations/institutions.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

nlohmann::json audited(const domain::InstitutionValues& v) {
  return {{"name", v.name},
          {"division_code", v.division_code},
          {"address", v.address},
          {"phone", v.phone},
          {"contact", v.contact},
          {"email", v.email},
          {"working_hours", v.working_hours},
          {"instructions", v.instructions},
          {"authorisation_number", v.authorisation_number},
          {"authorised_until", domain::iso_or_empty(v.authorised_until)}};
}

}  // namespace

Institutions search_institutions(Db& db, const InstitutionFilter& f) {
  const std::string matching =
      R"sql(
          from institutions i
          join divisions d on d.code = i.division_code
          where (:name = '' or strpos(lower(i.name), lower(:name)) > 0) and (:state = '' or i.state = :state)
            and (:division = '' or :division = any(d.ancestors))
      )sql";
  const int offset = (f.page - 1) * f.size;
  return db.run([&](soci::session& sql) {
    Institutions found;
    const std::string count = "select count(*)" + matching;
    sql << count, soci::use(f.name, "name"), soci::use(f.state, "state"), soci::use(f.division, "division"),
        soci::into(found.matched);
    const std::string query =
        R"sql(
            select i.id, i.name, d.path, i.phone, i.state, (
              select count(*)
              from institution_kinds k
              where k.institution_id = i.id
            ), (
              select count(*)
              from users u
              where u.institution_id = i.id and u.state <> 'removed'
            ))sql" +
        matching + "order by i.division_code, i.name, i.id limit :size offset :offset";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(f.name, "name"), soci::use(f.state, "state"),
                                    soci::use(f.division, "division"), soci::use(f.size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) {
      InstitutionRow i;
      row >> i.id >> i.name >> i.division_name >> i.phone >> i.state >> i.kinds >> i.people;
      found.rows.push_back(i);
    }
    return found;
  });
}

std::optional<Institution> find_institution(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<Institution> {
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select i.id, i.name, i.division_code, d.path, i.address, i.phone, i.contact, i.email, i.working_hours,
              i.instructions, i.authorisation_number, coalesce(i.authorised_until::text, ''), i.state, i.state_reason,
              i.version
            from institutions i
            join divisions d on d.code = i.division_code
            where i.id = :id
        )sql",
                                    soci::use(id));
    for (const soci::row& row : rows) {
      Institution i;
      std::string until;
      row >> i.id >> i.values.name >> i.values.division_code >> i.division_name >> i.values.address >> i.values.phone >>
          i.values.contact >> i.values.email >> i.values.working_hours >> i.values.instructions >>
          i.values.authorisation_number >> until >> i.state >> i.state_reason >> i.version;
      i.values.authorised_until = domain::Date::from_iso(until);
      return i;
    }
    return {};
  });
}

long long create_institution(Tx& tx, const domain::InstitutionValues& v) {
  const std::string until = domain::iso_or_empty(v.authorised_until);
  long long id = 0;
  tx.sql() << R"sql(
      insert into institutions (name, division_code, address, phone, contact, email, working_hours, instructions,
        authorisation_number, authorised_until)
      values (:name, :division, :address, :phone, :contact, :email, :hours, :instructions, :number,
        nullif(:until, '')::date)
      returning id
  )sql",
      soci::use(v.name), soci::use(v.division_code), soci::use(v.address), soci::use(v.phone), soci::use(v.contact),
      soci::use(v.email), soci::use(v.working_hours), soci::use(v.instructions), soci::use(v.authorisation_number),
      soci::use(until), soci::into(id);
  tx.audit(0, "institution.create", "institution", id, nullptr, audited(v));
  return id;
}

bool update_institution(Tx& tx, const Institution& old, const domain::InstitutionValues& v) {
  const std::string until = domain::iso_or_empty(v.authorised_until);
  if (affected(tx,
               R"sql(
                   update institutions
                   set name = :name, division_code = :division, address = :address, phone = :phone,
                     contact = :contact, email = :email, working_hours = :hours, instructions = :instructions,
                     authorisation_number = :number, authorised_until = nullif(:until, '')::date,
                     version = version + 1
                   where id = :id and version = :version
               )sql",
               v.name, v.division_code, v.address, v.phone, v.contact, v.email, v.working_hours, v.instructions,
               v.authorisation_number, until, old.id, old.version) != 1)
    return false;
  tx.audit(0, "institution.update", "institution", old.id, audited(old.values), audited(v));
  return true;
}

bool set_institution_state(Tx& tx, const Institution& old, const std::string& state, const std::string& reason) {
  if (affected(tx,
               R"sql(
                   update institutions
                   set state = :state, state_reason = :reason, version = version + 1
                   where id = :id and version = :version and state <> :new_state
               )sql",
               state, reason, old.id, old.version, state) != 1)
    return false;
  tx.audit(0, state == "suspended" ? "institution.suspend" : "institution.restore", "institution", old.id, {{"state", old.state}},
           {{"state", state}, {"reason", reason}});
  return true;
}

}  // namespace store
