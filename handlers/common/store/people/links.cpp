// See links.h.
#include "store/people/links.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

void create_link(Tx& tx, const Link& link, int minutes) {
  const std::string data = link.data.dump();
  const long long creator = tx.actor().user_id;
  affected(tx,
           R"sql(
               insert into links (id, purpose, user_id, unit_id, institution_id, department_id, data, created_by,
                 expires_at)
               values (decode(:id, 'hex'), :purpose, nullif(:user::bigint, 0), nullif(:unit::bigint, 0),
                 nullif(:institution::bigint, 0), nullif(:department::bigint, 0), :data::jsonb,
                 nullif(:creator::bigint, 0), now() + :minutes::int * interval '1 minute')
           )sql",
           link.id_hex, link.purpose, link.user_id, link.unit_id, link.institution_id, link.department_id, data, creator,
           minutes);
}

std::optional<Link> find_link(Db& db, const std::string& id_hex, const std::string& purpose) {
  return db.run([&](soci::session& sql) -> std::optional<Link> {
    Link link;
    std::string data;
    sql << R"sql(
        select encode(id, 'hex'), purpose, coalesce(user_id, 0), coalesce(unit_id, 0), coalesce(institution_id, 0),
          coalesce(department_id, 0), data::text
        from links
        where id = decode(:id, 'hex') and purpose = :purpose and used_at is null and expires_at > now()
    )sql",
        soci::use(id_hex), soci::use(purpose), soci::into(link.id_hex), soci::into(link.purpose), soci::into(link.user_id),
        soci::into(link.unit_id), soci::into(link.institution_id), soci::into(link.department_id), soci::into(data);
    if (!sql.got_data()) return {};
    link.data = nlohmann::json::parse(data);
    return link;
  });
}

bool use_link(Tx& tx, const std::string& id_hex) {
  return affected(tx, R"sql(
      update links
      set used_at = now()
      where id = decode(:id, 'hex') and used_at is null and expires_at > now()
  )sql",
                  id_hex) == 1;
}

void revoke_links(Tx& tx, long long user_id, const std::string& purpose) {
  affected(tx, "update links set used_at = now() where user_id = :user and purpose = :purpose and used_at is null", user_id,
           purpose);
}

std::vector<Invitation> open_invitations(Db& db, long long unit_id, long long institution_id, long long department_id) {
  return db.run([&](soci::session& sql) {
    std::vector<Invitation> found;
    const std::string query = "select encode(id, 'hex'), data->>'name', data->>'role', data->>'email', " +
                              shown_time("created_at") + ", " + shown_time("expires_at") +
                              R"sql(
                                  from links
                                  where purpose = 'invite' and used_at is null and expires_at > now()
                                    and (coalesce(unit_id, 0), coalesce(institution_id, 0),
                                    coalesce(department_id, 0)) = (:unit::bigint, :institution::bigint,
                                    :department::bigint)
                                  order by created_at desc
                              )sql";
    soci::rowset<soci::row> rows =
        (sql.prepare << query, soci::use(unit_id), soci::use(institution_id), soci::use(department_id));
    for (const soci::row& row : rows) {
      Invitation invitation;
      row >> invitation.id_hex >> invitation.name >> invitation.role >> invitation.email >> invitation.created_at >>
          invitation.expires_at;
      found.push_back(invitation);
    }
    return found;
  });
}

void queue_mail(Tx& tx, const std::string& kind, const std::string& recipient, const nlohmann::json& data) {
  const std::string text = data.dump();
  affected(tx, "insert into outbox (kind, recipient, data) values (:kind, :recipient, :data::jsonb)", kind, recipient, text);
}

}  // namespace store
