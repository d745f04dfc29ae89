// The authorised kinds (授权项目) of institutions; see institutions.h.
#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/organisations/institutions.h"

#include <soci/soci.h>

namespace store {
namespace {

std::vector<std::string> codes_of(const std::vector<Division>& regions) {
  std::vector<std::string> codes;
  for (const Division& region : regions) codes.push_back(region.code);
  return codes;
}

nlohmann::json audited(const domain::AuthorisedKindValues& v, const std::vector<std::string>& regions) {
  return {{"kind_id", v.kind_id},   {"measuring_range", v.measuring_range},
          {"accuracy", v.accuracy}, {"valid_until", domain::iso_or_empty(v.valid_until)},
          {"send_in", v.send_in},   {"on_site", v.on_site},
          {"regions", regions}};
}

// id 0: all of the institution.
std::vector<AuthorisedKind> select_kinds(Db& db, long long institution_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::vector<AuthorisedKind> found;
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select a.id, a.institution_id, a.kind_id, k.shown_name, k.item_name, a.measuring_range, a.accuracy,
              coalesce(a.valid_until::text, ''), a.send_in::int, a.on_site::int, a.version
            from institution_kinds a
            join catalogue_kinds k on k.id = a.kind_id
            where a.institution_id = :institution and (:id::bigint = 0 or a.id = :id)
            order by k.item_no, k.kind_no, k.id, a.id
        )sql",
                                    soci::use(institution_id, "institution"), soci::use(id, "id"));
    for (const soci::row& row : rows) {
      AuthorisedKind kind;
      std::string until;
      int send_in = 0, on_site = 0;
      row >> kind.id >> kind.institution_id >> kind.values.kind_id >> kind.kind_name >> kind.item_name >>
          kind.values.measuring_range >> kind.values.accuracy >> until >> send_in >> on_site >> kind.version;
      kind.values.valid_until = domain::Date::from_iso(until);
      kind.values.send_in = send_in != 0;
      kind.values.on_site = on_site != 0;
      found.push_back(std::move(kind));
    }
    soci::rowset<soci::row> regions = (sql.prepare << R"sql(
            select r.institution_kind_id, d.code, d.path
            from institution_kind_divisions r
            join institution_kinds a on a.id = r.institution_kind_id
            join divisions d on d.code = r.division_code
            where a.institution_id = :institution and (:id::bigint = 0 or a.id = :id)
            order by d.code
        )sql",
                                       soci::use(institution_id, "institution"), soci::use(id, "id"));
    for (const soci::row& row : regions) {
      long long of = 0;
      Division region;
      row >> of >> region.code >> region.name;
      for (AuthorisedKind& kind : found)
        if (kind.id == of) kind.regions.push_back(region);
    }
    return found;
  });
}

void set_regions(Tx& tx, long long kind_id, const std::vector<std::string>& regions) {
  const std::string codes = joined(regions);
  affected(tx, "delete from institution_kind_divisions where institution_kind_id = :id", kind_id);
  affected(tx,
           R"sql(
               insert into institution_kind_divisions (institution_kind_id, division_code)
               select :id::bigint, code
               from unnest(string_to_array(:codes, ',')) as r(code)
           )sql",
           kind_id, codes);
}

}  // namespace

std::vector<AuthorisedKind> authorised_kinds(Db& db, long long institution_id) { return select_kinds(db, institution_id, 0); }

std::optional<AuthorisedKind> find_authorised_kind(Db& db, long long institution_id, long long id) {
  const auto found = select_kinds(db, institution_id, id);
  if (found.empty()) return {};
  return found.front();
}

long long add_authorised_kind(Tx& tx, long long institution_id, const domain::AuthorisedKindValues& v,
                              const std::vector<std::string>& regions) {
  const std::string until = domain::iso_or_empty(v.valid_until);
  const int send_in = v.send_in ? 1 : 0, on_site = v.on_site ? 1 : 0;
  long long id = 0;
  tx.sql() << R"sql(
      insert into institution_kinds (institution_id, kind_id, measuring_range, accuracy, valid_until, send_in,
        on_site)
      values (:institution, :kind, :range, :accuracy, nullif(:until, '')::date, :send::int = 1, :site::int = 1)
      returning id
  )sql",
      soci::use(institution_id), soci::use(v.kind_id), soci::use(v.measuring_range), soci::use(v.accuracy), soci::use(until),
      soci::use(send_in), soci::use(on_site), soci::into(id);
  set_regions(tx, id, regions);
  tx.audit(0, "institution.add_kind", "institution", institution_id, nullptr, audited(v, regions));
  return id;
}

bool update_authorised_kind(Tx& tx, const AuthorisedKind& old, const domain::AuthorisedKindValues& v,
                            const std::vector<std::string>& regions) {
  const std::string until = domain::iso_or_empty(v.valid_until);
  const int send_in = v.send_in ? 1 : 0, on_site = v.on_site ? 1 : 0;
  if (affected(tx,
               R"sql(
                   update institution_kinds
                   set kind_id = :kind, measuring_range = :range, accuracy = :accuracy,
                     valid_until = nullif(:until, '')::date, send_in = :send::int = 1, on_site = :site::int = 1,
                     version = version + 1
                   where id = :id and version = :version
               )sql",
               v.kind_id, v.measuring_range, v.accuracy, until, send_in, on_site, old.id, old.version) != 1)
    return false;
  set_regions(tx, old.id, regions);
  tx.audit(0, "institution.update_kind", "institution", old.institution_id, audited(old.values, codes_of(old.regions)),
           audited(v, regions));
  return true;
}

bool remove_authorised_kind(Tx& tx, const AuthorisedKind& old) {
  if (affected(tx, "delete from institution_kinds where id = :id and version = :version", old.id, old.version) != 1) return false;
  tx.audit(0, "institution.remove_kind", "institution", old.institution_id, audited(old.values, codes_of(old.regions)), nullptr);
  return true;
}

}  // namespace store
