// See institution_choice.h.
#include "store/appointments/institution_choice.h"

#include "store/core/joined_text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <set>

namespace store {
namespace {

// The ancestors of divisions d, those that people see.
const std::string way =
    R"sql(
        coalesce((
          select string_agg(a.code, ',' order by o.place)
          from unnest(d.ancestors) with ordinality as o(code, place)
          join divisions a on a.code = o.code and a.selectable
        ), '')
    )sql";

std::vector<domain::Candidate> read_candidates(soci::session& sql, const std::vector<long long>& kind_ids,
                                               const std::vector<std::string>& divisions) {
  std::vector<domain::Candidate> found;
  const std::string kinds = id_list(kind_ids), codes = joined(divisions);
  const auto take = [&](const soci::row& row) {
    long long id = 0, kind = 0;
    int active = 0, send_in = 0, on_site = 0;
    std::string until, own, kind_until, regions;
    domain::AuthorisedWay w;
    row >> id >> active >> until >> own >> kind >> w.measuring_range >> w.accuracy >> kind_until >> send_in >> on_site >> regions;
    if (found.empty() || found.back().id != id) {
      domain::Candidate& c = found.emplace_back();
      c.id = id;
      c.active = active != 0;
      c.authorised_until = domain::Date::from_iso(until);
      c.divisions = parts_of(own, ',');
    }
    w.valid_until = domain::Date::from_iso(kind_until);
    w.send_in = send_in != 0;
    w.on_site = on_site != 0;
    w.regions = parts_of(regions, ',');
    found.back().kinds[kind].push_back(std::move(w));
  };
  each_row(sql,
           "select i.id, (i.state = 'active')::int, coalesce(i.authorised_until::text, ''), " + way +
               R"sql(, k.kind_id, k.measuring_range, k.accuracy, coalesce(k.valid_until::text, ''), k.send_in::int,
                       k.on_site::int, coalesce((
                       select string_agg(r.division_code, ',' order by r.division_code)
                       from institution_kind_divisions r
                       where r.institution_kind_id = k.id
                     ), '')
                     from institution_kinds k
                     join institutions i on i.id = k.institution_id
                     join divisions d on d.code = i.division_code
                     where k.kind_id = any(:kinds::bigint[]) and case when exists (
                       select
                       from institution_kind_divisions r
                       where r.institution_kind_id = k.id
                     ) then exists (
                       select
                       from institution_kind_divisions r
                       where r.institution_kind_id = k.id and r.division_code = any(string_to_array(:codes, ','))
                     ) else i.division_code = any(string_to_array(:codes2, ',')) end
                     order by i.id, k.id
                 )sql",
           take, kinds, codes, codes);
  return found;
}

std::map<std::string, std::vector<std::string>> read_ways(soci::session& sql, const std::vector<std::string>& codes) {
  std::map<std::string, std::vector<std::string>> ways;
  const std::string list = joined(codes);
  each_row(
      sql, "select d.code, " + way + " from divisions d where d.code = any(string_to_array(:codes, ','))",
      [&](const soci::row& row) {
        std::string code, text;
        row >> code >> text;
        ways[code] = parts_of(text, ',');
      },
      list);
  return ways;
}

}  // namespace

std::vector<domain::Candidate> candidates(Db& db, const std::vector<long long>& kind_ids,
                                          const std::vector<std::string>& divisions) {
  return db.run([&](soci::session& sql) { return read_candidates(sql, kind_ids, divisions); });
}

std::vector<domain::Cover> covers_of(Tx& tx, long long institution_id, const std::vector<CoverAsked>& asked) {
  if (asked.empty()) return {};
  std::set<long long> kinds;
  std::set<std::string> codes, divisions;
  for (const CoverAsked& one : asked) kinds.insert(one.kind_id), codes.insert(one.division_code);
  const auto ways = read_ways(tx.sql(), {codes.begin(), codes.end()});
  for (const auto& way : ways) divisions.insert(way.second.begin(), way.second.end());
  domain::Candidate own;
  for (domain::Candidate& c : read_candidates(tx.sql(), {kinds.begin(), kinds.end()}, {divisions.begin(), divisions.end()}))
    if (c.id == institution_id) own = std::move(c);
  std::vector<domain::Cover> covers;
  for (const CoverAsked& one : asked) {
    domain::Wanted wanted{0, one.kind_id, one.measuring_range, one.accuracy, one.delivery, {}};
    if (const auto way = ways.find(one.division_code); way != ways.end()) wanted.divisions = way->second;
    covers.push_back(domain::cover_of(wanted, own, one.delivery, one.day));
  }
  return covers;
}

std::map<long long, InstitutionCard> institution_cards(Db& db, const std::vector<long long>& ids) {
  return db.run([&](soci::session& sql) {
    std::map<long long, InstitutionCard> cards;
    const std::string list = id_list(ids);
    each_row(
        sql,
        R"sql(
            select i.id, i.name, d.path, i.address, i.phone, i.working_hours, i.instructions
            from institutions i
            join divisions d on d.code = i.division_code
            where i.id = any(:ids::bigint[])
        )sql",
        [&](const soci::row& row) {
          long long id = 0;
          InstitutionCard card;
          row >> id >> card.name >> card.division >> card.address >> card.phone >> card.working_hours >> card.instructions;
          cards[id] = card;
        },
        list);
    return cards;
  });
}

std::map<std::string, std::vector<std::string>> division_ways(Db& db, const std::vector<std::string>& codes) {
  return db.run([&](soci::session& sql) { return read_ways(sql, codes); });
}

std::map<std::string, SupervisorContact> supervisors_of(Db& db, long long unit_id, const std::vector<std::string>& codes) {
  return db.run([&](soci::session& sql) {
    std::map<std::string, SupervisorContact> found;
    const std::string list = joined(codes);
    each_row(
        sql,
        R"sql(
            select d.code, p.name, p.contact, p.phone, p.address
            from divisions d
            cross join lateral (
              select x.name, x.contact, x.phone, x.address
              from (
                select e.department_id, 100 as nearness
                from department_units e
                where e.unit_id = :unit
                union all
                select r.department_id, array_position(d.ancestors, r.division_code)
                from department_divisions r
                where r.division_code = any(d.ancestors)
              ) c
              join departments x on x.id = c.department_id and x.state = 'active'
              order by c.nearness desc, x.id limit 1
            ) p
            where d.code = any(string_to_array(:codes, ','))
        )sql",
        [&](const soci::row& row) {
          std::string code;
          SupervisorContact contact;
          row >> code >> contact.name >> contact.contact >> contact.phone >> contact.address;
          found[code] = contact;
        },
        unit_id, list);
    return found;
  });
}

}  // namespace store
