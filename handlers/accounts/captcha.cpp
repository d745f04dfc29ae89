// See captcha.h.
#include "accounts/captcha.h"

#include "accounts/pages.h"
#include "store/core/tokens.h"
#include "web/captcha.h"

namespace accounts {

view::Captcha new_captcha(const web::Context& ctx) { return web::new_captcha(ctx, "/accounts/captcha"); }

std::string check_captcha(web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::CaptchaAnswer answer = web::read_captcha(ctx);
  if (answer.error.empty()) return answer.nonce_hex;
  if (!answer.nonce_hex.empty())
    ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::use_captcha(tx, answer.nonce_hex); });
  errors.push_back({"captcha", answer.error});
  return "";
}

void use_up_captcha(store::Tx& tx, const std::string& nonce_hex) {
  if (!store::use_captcha(tx, nonce_hex)) throw CaptchaUsed();
}

web::Response captcha_picture(web::Context& ctx) { return web::captcha_picture(ctx); }

}  // namespace accounts
