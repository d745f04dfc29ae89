// The captcha (web/captcha.h) of the forms before a login: good for one use, which the database remembers. A wrong answer uses
// it up at once; a right one is used up only by a form without other errors.
#pragma once

#include "domain/values/error.h"
#include "view/form.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace accounts {

view::Captcha new_captcha(const web::Context& ctx);

// Is the posted answer right? Adds the error to errors otherwise; a wrong one is used up at once. The nonce, to be used up
// inside the change's transaction, when it is right.
std::string check_captcha(web::Context& ctx, std::vector<domain::Error>& errors);

// Somebody used it meanwhile: thrown inside a change, it rolls the change back; shown beside the field as CAPTCHA_EXPIRED.
struct CaptchaUsed {};
void use_up_captcha(store::Tx& tx, const std::string& nonce_hex);

}  // namespace accounts
