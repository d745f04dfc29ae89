// See notices.h.
#include "store/notices.h"

#include "store/text.h"

namespace store {
namespace {

void notify(Tx& tx, const std::string& kind, long long enterprise_id, long long institution_id, long long appointment_id,
            const nlohmann::json& data) {
  const std::string text = data.dump();
  affected(tx,
           "select notify(:kind, :enterprise, nullif(:institution::bigint, 0), nullif(:appointment::bigint, 0), :data::jsonb)",
           kind, enterprise_id, institution_id, appointment_id, text);
}

}  // namespace

void notify_unit(Tx& tx, const std::string& kind, long long enterprise_id, long long appointment_id, const nlohmann::json& data) {
  notify(tx, kind, enterprise_id, 0, appointment_id, data);
}

void notify_institution(Tx& tx, const std::string& kind, long long enterprise_id, long long institution_id,
                        long long appointment_id, const nlohmann::json& data) {
  notify(tx, kind, enterprise_id, institution_id, appointment_id, data);
}

}  // namespace store
