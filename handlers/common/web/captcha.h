// The captcha: a distorted picture of five characters and, for people who cannot see it, an arithmetic question in words (which
// a program can read too); either answer is right. The answer is sealed in the page and valid for five minutes, so an anonymous
// visitor causes no write to the database. That one is used only once is checked by the area, by its nonce.
#pragma once

#include "view/form.h"
#include "web/context.h"

#include <cstdint>
#include <string>

namespace web {

// picture: the address, without base path, at which the area shows captcha_picture(). binding: whom alone it serves, "" for
// anybody.
view::Captcha new_captcha(const Context& ctx, const std::string& picture, const std::string& binding = "");

constexpr int captcha_lifetime = 5 * 60;  // seconds

struct CaptchaAnswer {
  std::string nonce_hex;     // of one that is ours and in time
  std::int64_t made_at = 0;  // unix seconds
  std::string error;         // of the field "captcha": REQUIRED, CAPTCHA_EXPIRED, CAPTCHA_WRONG; "" when the answer is right
};
CaptchaAnswer read_captcha(const Context& ctx, const std::string& binding = "");

Response captcha_picture(const Context& ctx);  // GET …?c=SEAL[&large=1]

}  // namespace web
