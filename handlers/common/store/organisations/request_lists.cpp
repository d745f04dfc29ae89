// The reading part of requests.h.
#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/organisations/requests.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string columns =
    "r.id, r.kind, r.state, coalesce(r.unit_id, 0), coalesce(r.user_id, 0), r.details::text, r.document, r.document_name, "
    "r.document_size, " +
    shown_time("r.created_at") + ", " + shown_time("r.decided_at") + ", r.reason, " + shown_time("r.done_at") +
    R"sql(, coalesce(concat_ws(' ', nullif(b.name, ''), b.login), ''), coalesce(e.name, ''), coalesce(u.login, ''),
          (extract(epoch from now() - r.created_at) / 3600)::int, r.ends_two_factor::int, r.locks_managers::int,
          (r.state = 'approved' and r.kind in ('recover', 'claim')
          and r.decided_at > now() - interval '7 days')::int, r.version
    )sql";
const std::string tables =
    R"sql(
        from account_requests r
        left join units e on e.id = r.unit_id
        left join users u on u.id = r.user_id
        left join users b on b.id = r.decided_by
    )sql";

Request as_request(const soci::row& row) {
  Request request;
  std::string details;
  int two_factor = 0, managers = 0, usable = 0;
  row >> request.id >> request.kind >> request.state >> request.unit_id >> request.user_id >> details >>
      request.document.file_name >> request.document.original_name >> request.document.size >> request.created_at >>
      request.decided_at >> request.reason >> request.done_at >> request.decided_by >> request.organisation >> request.login >>
      request.waiting_hours >> two_factor >> managers >> usable >> request.version;
  request.details = nlohmann::json::parse(details);
  request.document.id = request.id;
  request.ends_two_factor = two_factor != 0;
  request.locks_managers = managers != 0;
  request.usable = usable != 0;
  return request;
}

template <typename... Values>
std::vector<Request> select(Db& db, const std::string& condition, const Values&... values) {
  std::vector<Request> requests;
  const auto read = [&](const soci::row& row) { requests.push_back(as_request(row)); };
  db.run([&](soci::session& sql) { each_row(sql, "select " + columns + tables + condition, read, values...); });
  return requests;
}

std::optional<Request> first(std::vector<Request> requests) {
  return requests.empty() ? std::nullopt : std::optional<Request>(std::move(requests.front()));
}

}  // namespace

std::optional<Request> find_request(Db& db, long long id) { return first(select(db, "where r.id = :id", id)); }

std::optional<Request> find_request_by_receipt(Db& db, const std::string& receipt_hash_hex) {
  return first(select(db, "where r.receipt_hash = decode(:hash, 'hex')", receipt_hash_hex));
}

std::vector<Request> requests_of(Db& db, long long unit_id) {
  return select(db, "where r.unit_id = :unit order by r.created_at desc, r.id desc limit 50", unit_id);
}

std::optional<Request> open_request(Db& db, long long unit_id, const std::string& kind) {
  return first(select(db, "where r.unit_id = :unit and r.kind = :kind and r.state = 'pending'", unit_id, kind));
}

Requests search_requests(Db& db, const RequestFilter& f) {
  Requests found;
  db.run([&](soci::session& sql) {
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select kind, state, count(*)
            from account_requests
            where state = 'pending' or :kind = '' or kind = :kind
            group by kind, state
        )sql",
                                    soci::use(f.kind, "kind"));
    for (const soci::row& row : rows) {
      std::string kind, state;
      long long n = 0;
      row >> kind >> state >> n;
      if (f.kind.empty() || f.kind == kind) found.counts[state] += n;
      if (state == "pending") found.waiting[kind] = n;
    }
  });
  const int offset = (f.page - 1) * f.size;
  const std::string order = f.state == "pending" ? "r.created_at, r.id" : "r.created_at desc, r.id desc";
  found.rows =
      select(db, "where r.state = :state and (:kind = '' or r.kind = :kind2) order by " + order + " limit :size offset :offset",
             f.state, f.kind, f.kind, f.size, offset);
  return found;
}

}  // namespace store
