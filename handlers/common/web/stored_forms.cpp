// See stored_forms.h.
#include "web/stored_forms.h"

#include "base/clock.h"
#include "base/json.h"
#include "store/people/sessions.h"
#include "web/token.h"

namespace web {
namespace {

constexpr std::size_t longest = 64 * 1024;

// Of the session or of this very sending; never worth keeping.
bool is_secret(std::string_view name) {
  for (const std::string_view part : {"password", "id_number", "captcha", "code", "token", "seal"})
    if (name.find(part) != std::string_view::npos && name != "unit_code") return true;
  return name.substr(0, 3) == "op_";
}

}  // namespace

std::string store_form(store::Db& db, const base::Key& seal, const Request& request, const std::string& cookie) {
  if (cookie.empty() || !request.files.empty() ||
      !check_token(seal, request.form.get("token"), cookie, request.path, base::now()))
    return "";
  nlohmann::json fields = nlohmann::json::array();
  for (const auto& [name, value] : request.form.all())
    if (!is_secret(name)) fields.push_back({name, value});
  const std::string plain = fields.dump();
  if (plain.size() > longest) return "";
  const std::string id = base::to_hex(base::random_bytes(16));
  return store::store_form(db, id, base::sha256_hex(cookie), request.path, base::to_hex(seal.seal_bytes(plain))) ? id : "";
}

std::optional<Params> take_stored_form(store::Db& db, const base::Key& seal, const std::string& id_hex, long long user_id,
                                       const std::string& path) {
  if (id_hex.size() != 32 || !base::from_hex(id_hex)) return {};
  const auto sealed = store::take_form(db, id_hex, user_id, path);
  const auto plain = sealed ? seal.open_bytes(base::from_hex(*sealed).value_or("")) : std::nullopt;
  if (!plain) return {};
  Params typed;
  for (const auto& field : nlohmann::json::parse(*plain)) typed.add(field[0], field[1]);
  return typed;
}

}  // namespace web
