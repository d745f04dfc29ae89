// See public_institutions.h. A country has a few thousand institutions with some dozens of kinds each: they are looked through
// whole, kind by kind.
#include "store/query/public_institutions.h"

#include "store/core/sql_text.h"
#include "store/ledger/standing_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

std::string valid(const std::string& until, Date today) { return "coalesce(" + until + " >= " + literal(today) + ", true)"; }

// fits: institutions with an authorised kind that the filter asks for, and whether one of these is valid. In sets, kind by kind:
// asked of each institution on its own, a word that means twenty kinds took two seconds.
std::string fitting(const PublicInstitutionFilter& f, Date today) {
  std::string where;
  const auto add = [&](const std::string& condition) { where += (where.empty() ? " where " : " and ") + condition; };
  if (!f.kinds.empty()) add("a.kind_id = any('" + id_list(f.kinds) + "'::bigint[])");
  if (f.delivery == "send_in") add("a.send_in");
  if (f.delivery == "on_site") add("a.on_site");
  const std::string kinds = "kinds as materialized (select a.id, a.institution_id, " + valid("a.valid_until", today) +
                            " as valid from public_institution_kinds a" + where + "), ";
  if (f.kinds.empty() || f.division.empty())
    return kinds + R"sql(fits as materialized (
          select institution_id, bool_or(valid) as valid
          from kinds
          group by institution_id
        ),
    )sql";
  // served: the division with all below and all above it; elsewhere: kinds that name their regions.
  return kinds +
         R"sql(served as materialized (
               select code
               from public_divisions
               where :division = any(ancestors)
               union
               select unnest(ancestors)
               from public_divisions
               where code = :division
             ), elsewhere as materialized (
               select r.institution_kind_id as id, bool_or(s.code is not null) as serves
               from kinds k
               join public_institution_regions r on r.institution_kind_id = k.id
               left join served s on s.code = r.division_code
               group by r.institution_kind_id
             ), fits as materialized (
               select k.institution_id, bool_or(k.valid) as valid
               from kinds k
               join public_institutions i on i.id = k.institution_id
               left join elsewhere e on e.id = k.id
               where coalesce(e.serves, i.division_code in (select code from served))
               group by k.institution_id
             ),
         )sql";
}

// found: what the whole filter asks for, with what it is sorted by.
std::string found_by(const PublicInstitutionFilter& f, Date today) {
  const bool by_kind = !f.kinds.empty() || !f.delivery.empty();
  std::string text = by_kind ? fitting(f, today) : "";
  text += "found as materialized (select i.id, i.name, i.division_code, cardinality(d.ancestors) as depth, " +
          valid("i.authorised_until", today) + (by_kind ? " and m.valid" : "") +
          R"sql(
              as authorised, :division = any(d.ancestors) as inside
              from public_institutions i
              join public_divisions d on d.code = i.division_code
          )sql";
  if (by_kind) text += "join fits m on m.institution_id = i.id ";
  text += "where (:name = '' or strpos(search_folded(i.name), search_folded(:name)) > 0)";
  if (!f.division.empty() && f.kinds.empty()) text += " and :division = any(d.ancestors)";
  return text + "), ";
}

std::string kinds_today(Date today) {
  return "(select count(distinct a.kind_id) from public_institution_kinds a where a.institution_id = i.id and " +
         valid("a.valid_until", today) + ")";
}

}  // namespace

PublicInstitutions search_public_institutions(Db& db, const PublicInstitutionFilter& f, Date today) {
  // Depth counts only below a region: of the whole country the list follows the divisions.
  const std::string nearness = f.division.empty() ? "" : "p.inside desc, p.depth desc, ";
  const std::string order = " order by p.authorised desc, " + nearness + "p.division_code, p.name, p.id";
  const std::string text =
      "with " + found_by(f, today) + "page as materialized (select p.* from found p" + order + " limit " +
      std::to_string(f.size) + " offset " + std::to_string((f.page - 1) * f.size) +
      ") select c.n, coalesce(i.id, 0), coalesce(i.name, ''), coalesce(i.division_code, ''), coalesce(i.division_name, ''), "
      "coalesce(i.address, ''), coalesce(i.phone, ''), coalesce(i.authorisation_number, ''), "
      "coalesce(i.authorised_until::text, ''), coalesce(p.authorised, false)::int, " +
      kinds_today(today) +
      R"sql(
          from (select count(*) as n from found) c
          left join page p on true
          left join public_institutions i on i.id = p.id)sql" +
      order;
  return db.run([&](soci::session& sql) {
    PublicInstitutions found;
    soci::rowset<soci::row> rows = (sql.prepare << text, soci::use(f.division, "division"), soci::use(f.name, "name"));
    for (const soci::row& row : rows) {
      PublicInstitution i;
      std::string until;
      int authorised = 0;
      row >> found.matched >> i.id >> i.name >> i.division_code >> i.division_name >> i.address >> i.phone >>
          i.authorisation_number >> until >> authorised >> i.kinds;
      i.authorised_until = Date::from_iso(until);
      i.authorised = authorised != 0;
      if (i.id != 0) found.rows.push_back(std::move(i));
    }
    return found;
  });
}

std::optional<PublicInstitution> find_public_institution(Db& db, long long id, Date today) {
  const std::string text =
      R"sql(
          select i.id, i.name, i.division_code, i.division_name, i.address, i.phone, i.working_hours, i.instructions,
            i.authorisation_number, coalesce(i.authorised_until::text, ''),
      )sql" +
      valid("i.authorised_until", today) + "::int, " + kinds_today(today) + " from public_institutions i where i.id = :id";
  return db.run([&](soci::session& sql) {
    std::optional<PublicInstitution> found;
    each_row(
        sql, text,
        [&](const soci::row& row) {
          PublicInstitution i;
          std::string until;
          int authorised = 0;
          row >> i.id >> i.name >> i.division_code >> i.division_name >> i.address >> i.phone >> i.working_hours >>
              i.instructions >> i.authorisation_number >> until >> authorised >> i.kinds;
          i.authorised_until = Date::from_iso(until);
          i.authorised = authorised != 0;
          found = std::move(i);
        },
        id);
    return found;
  });
}

std::vector<PublicAuthorisedKind> public_authorised_kinds(Db& db, long long institution_id) {
  return db.run([&](soci::session& sql) {
    std::vector<PublicAuthorisedKind> kinds;
    std::vector<long long> ids;
    each_row(
        sql,
        R"sql(
            select a.id, a.kind_id, k.item_name, k.shown_name, a.measuring_range, a.accuracy,
              coalesce(a.valid_until::text, ''), a.send_in::int, a.on_site::int, k.in_force::int
            from public_institution_kinds a
            join public_catalogue k on k.id = a.kind_id
            where a.institution_id = :id
            order by k.item_no, k.kind_no, k.id, a.id
        )sql",
        [&](const soci::row& row) {
          PublicAuthorisedKind kind;
          std::string until;
          int send_in = 0, on_site = 0, in_force = 0;
          row >> ids.emplace_back() >> kind.kind_id >> kind.item_name >> kind.kind_name >> kind.measuring_range >>
              kind.accuracy >> until >> send_in >> on_site >> in_force;
          kind.valid_until = Date::from_iso(until);
          kind.send_in = send_in != 0;
          kind.on_site = on_site != 0;
          kind.in_force = in_force != 0;
          kinds.push_back(std::move(kind));
        },
        institution_id);
    each_row(
        sql,
        R"sql(
            select r.institution_kind_id, d.code, d.path
            from public_institution_regions r
            join public_institution_kinds a on a.id = r.institution_kind_id
            join public_divisions d on d.code = r.division_code
            where a.institution_id = :id
            order by d.code
        )sql",
        [&](const soci::row& row) {
          long long of = 0;
          Division region;
          row >> of >> region.code >> region.name;
          for (std::size_t n = 0; n < ids.size(); ++n)
            if (ids[n] == of) kinds[n].regions.push_back(region);
        },
        institution_id);
    return kinds;
  });
}

}  // namespace store
