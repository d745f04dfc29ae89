// See receipt.h. The page that shows a receipt once.
#include "accounts/receipt.h"

#include "accounts/pages.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/json.h"
#include "domain/organisations/review.h"
#include "domain/values/text.h"

namespace accounts {
namespace {

constexpr const char* purpose = "receipt";
constexpr long long shown_seconds = 3600;
constexpr std::size_t group = 4;

// In groups, so that it can be copied by hand.
std::string grouped(const std::string& receipt) {
  std::string text;
  for (std::size_t at = 0; at < receipt.size(); at += group) text += (at ? "-" : "") + receipt.substr(at, group);
  return text;
}

}  // namespace

std::string new_receipt() { return base::to_hex(base::random_bytes(16)); }

std::string receipt_hash(const std::string& receipt) { return base::sha256_hex(receipt); }

std::string normalised_receipt(const std::string& typed) { return domain::lower(domain::normalise_code(typed)); }

std::string receipt_address(const web::Context& ctx, long long request_id, const std::string& receipt) {
  const nlohmann::json json = {purpose, request_id, receipt, base::now() + shown_seconds};
  return "/accounts/recover/receipt?s=" + ctx.services.seal.seal(json.dump());
}

web::Response show_receipt(web::Context& ctx) {
  const auto plain = ctx.services.seal.open(ctx.req.query.get("s"));
  const nlohmann::json json = plain ? nlohmann::json::parse(*plain, nullptr, false) : nlohmann::json();
  if (!json.is_array() || json.size() != 4 || json[0] != purpose || json[3].get<long long>() < base::now())
    return ctx.redirect("/accounts/recover");
  const view::Page page = ctx.page("accounts/receipt.tpl", {{"accounts/recover.tpl", "/accounts/recover"}});
  const std::string receipt = json[2];
  page.content().set_number("NUMBER", json[1].get<long long>());
  page.content().set("RECEIPT", receipt);
  page.content().set("RECEIPT_SHOWN", grouped(receipt));
  page.content().set("REVIEW_HOURS", domain::times_text(ctx.settings.get("review_hours")));
  return ctx.render_private(page);
}

}  // namespace accounts
