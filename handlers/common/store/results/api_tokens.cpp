// See api_tokens.h.
#include "store/results/api_tokens.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

std::vector<ApiToken> select_tokens(Db& db, long long institution_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::vector<ApiToken> tokens;
    each_row(
        sql,
        R"sql(
            select id, name, array_to_string(scopes, ','), array_to_string(addresses, E'\n'), expires_on::text,
              created_by,
        )sql" +
            shown_time("created_at") + ", " + shown_time("used_at") + ", used_address, " + shown_time("revoked_at") +
            R"sql(
                from api_tokens
                where institution_id = :institution and id = coalesce(nullif(:id::bigint, 0), id)
                order by id desc
            )sql",
        [&](const soci::row& row) {
          ApiToken& t = tokens.emplace_back();
          row >> t.id >> t.name >> t.scopes >> t.addresses >> t.expires_on >> t.created_by >> t.created_at >> t.used_at >>
              t.used_address >> t.revoked_at;
        },
        institution_id, id);
    return tokens;
  });
}

}  // namespace

bool ApiClient::may(const std::string& scope) const { return ("," + scopes + ",").find("," + scope + ",") != std::string::npos; }

ApiClient find_api_client(Db& db, const std::string& token_hash_hex, const std::string& address, domain::Date today) {
  const std::string day = today.iso();
  return db.run([&](soci::session& sql) {
    ApiClient client;
    sql << R"sql(
        select coalesce(token_id, 0), coalesce(institution_id, 0), institution_name, token_name, scopes, refused
        from api_find(decode(:hash, 'hex'), :address, :today::date)
    )sql",
        soci::use(token_hash_hex), soci::use(address), soci::use(day), soci::into(client.token_id),
        soci::into(client.institution_id), soci::into(client.institution_name), soci::into(client.token_name),
        soci::into(client.scopes), soci::into(client.refused);
    return client;
  });
}

std::vector<ApiToken> api_tokens(Db& db, long long institution_id) { return select_tokens(db, institution_id, 0); }

std::optional<ApiToken> find_api_token(Db& db, long long institution_id, long long id) {
  auto found = select_tokens(db, institution_id, id);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

long long create_api_token(Tx& tx, long long institution_id, const domain::ApiTokenValues& v, const std::string& token_hash_hex) {
  const std::string scopes = joined(v.scopes), addresses = joined(v.addresses), expires_on = v.expires_on.iso();
  long long id = 0;
  tx.sql() << R"sql(
      insert into api_tokens (institution_id, name, token_hash, scopes, addresses, expires_on, created_by)
      values (:institution, :name, decode(:hash, 'hex'), string_to_array(:scopes, ','),
        string_to_array(:addresses, ',')::cidr[], :expires::date, :login)
      returning id
  )sql",
      soci::use(institution_id), soci::use(v.name), soci::use(token_hash_hex), soci::use(scopes), soci::use(addresses),
      soci::use(expires_on), soci::use(tx.actor().login), soci::into(id);
  tx.audit(0, "api_token.create", "institution", institution_id, nullptr,
           {{"name", v.name}, {"scopes", scopes}, {"addresses", addresses}, {"expires_on", expires_on}});
  return id;
}

bool revoke_api_token(Tx& tx, long long institution_id, const ApiToken& token) {
  if (affected(tx,
               R"sql(
                   update api_tokens
                   set revoked_at = now()
                   where institution_id = :institution and id = :id and revoked_at is null
               )sql",
               institution_id, token.id) != 1)
    return false;
  tx.audit(0, "api_token.revoke", "institution", institution_id, {{"name", token.name}}, nullptr);
  return true;
}

}  // namespace store
