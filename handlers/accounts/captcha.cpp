// See captcha.h.
#include "accounts/captcha.h"

#include "accounts/pages.h"
#include "base/clock.h"
#include "domain/text.h"
#include "store/tokens.h"
#include "web/errors.h"

#include <gd.h>
#include <gdfontg.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <optional>

namespace accounts {
namespace {

constexpr long long lifetime = 5 * 60;
constexpr const char* purpose = "captcha";
// Without what looks alike: 0 O, 1 I L, 2 Z, 5 S, 8 B.
constexpr std::string_view alphabet = "34679ACDEFGHJKMNPQRTUVWXY";
constexpr std::array<const char*, 10> numerals = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

struct Challenge {
  std::string nonce_hex, picture;  // picture: what it shows
  int a = 0, b = 0;
  bool plus = true;
  long long expires = 0;
};

int random_below(int n) { return static_cast<int>(randombytes_uniform(static_cast<std::uint32_t>(n))); }

Challenge make_challenge() {
  Challenge c;
  c.nonce_hex = base::to_hex(base::random_bytes(16));
  for (int i = 0; i < 5; ++i) c.picture += alphabet[static_cast<std::size_t>(random_below(static_cast<int>(alphabet.size())))];
  c.a = random_below(10);
  c.b = random_below(10);
  c.plus = random_below(2) == 0 || c.a < c.b;  // never a negative answer
  c.expires = base::now() + lifetime;
  return c;
}

std::string seal(const web::Context& ctx, const Challenge& c) {
  const nlohmann::json json = {purpose, c.nonce_hex, c.picture, c.a, c.b, c.plus, c.expires};
  return ctx.tools.seal.seal(json.dump());
}

std::optional<Challenge> open_captcha(const web::Context& ctx, const std::string& sealed) {
  const auto plain = ctx.tools.seal.open(sealed);
  if (!plain) return {};
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 7 || json[0] != purpose) return {};
  return Challenge{json[1], json[2], json[3], json[4], json[5], json[6]};
}

// --- the picture: big glyphs from gd's own font, each turned, stretched and bent, with noise over them

struct Free {
  void operator()(gdImage* image) const { gdImageDestroy(image); }
};
using Image = std::unique_ptr<gdImage, Free>;

constexpr int width = 150, height = 40;

void draw_glyph(gdImage* canvas, char c, int x, int ink) {
  const Image glyph(gdImageCreateTrueColor(12, 18));
  const int paper = gdImageColorAllocate(glyph.get(), 255, 255, 255);
  gdImageFilledRectangle(glyph.get(), 0, 0, 12, 18, paper);
  gdImageColorTransparent(glyph.get(), paper);
  gdImageChar(glyph.get(), gdFontGetGiant(), 1, 1, c, ink);
  const Image large(gdImageCreateTrueColor(26, 34));
  gdImageFilledRectangle(large.get(), 0, 0, 26, 34, paper);
  gdImageColorTransparent(large.get(), paper);
  gdImageCopyResized(large.get(), glyph.get(), 0, 0, 0, 0, 26, 34, 12, 18);
  gdImageCopyRotated(canvas, large.get(), x + 13, height / 2.0 + random_below(7) - 3, 0, 0, 26, 34, random_below(41) - 20);
}

Image bend(const gdImage* flat) {
  Image bent(gdImageCreateTrueColor(width, height));
  gdImageFilledRectangle(bent.get(), 0, 0, width, height, gdTrueColor(255, 255, 255));
  const double phase = random_below(628) / 100.0, depth = 1.5 + random_below(15) / 10.0;
  for (int x = 0; x < width; ++x)
    for (int y = 0; y < height; ++y) {
      const int from = y + static_cast<int>(depth * __builtin_sin(x / 11.0 + phase));
      if (from >= 0 && from < height)
        gdImageSetPixel(bent.get(), x, y, gdImageGetTrueColorPixel(const_cast<gdImage*>(flat), x, from));
    }
  return bent;
}

std::string draw(const std::string& text, int scale) {
  const Image flat(gdImageCreateTrueColor(width, height));
  gdImageFilledRectangle(flat.get(), 0, 0, width, height, gdTrueColor(255, 255, 255));
  int x = 8;
  for (const char c : text) {
    draw_glyph(flat.get(), c, x, gdTrueColor(random_below(90), random_below(90), 60 + random_below(100)));
    x += 26 + random_below(3);
  }
  const Image bent = bend(flat.get());
  for (int i = 0; i < 4; ++i)
    gdImageLine(bent.get(), random_below(width), random_below(height), random_below(width), random_below(height),
                gdTrueColor(90 + random_below(90), 90 + random_below(90), 150));
  for (int i = 0; i < 180; ++i)
    gdImageSetPixel(bent.get(), random_below(width), random_below(height),
                    gdTrueColor(random_below(200), random_below(200), 150));
  const Image final(gdImageCreateTrueColor(width * scale, height * scale));
  gdImageCopyResampled(final.get(), bent.get(), 0, 0, 0, 0, width * scale, height * scale, width, height);
  int size = 0;
  void* bytes = gdImagePngPtr(final.get(), &size);
  if (!bytes) throw std::runtime_error("the captcha cannot be drawn");
  std::string png(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  gdFree(bytes);
  return png;
}

}  // namespace

view::Captcha new_captcha(const web::Context& ctx) {
  const Challenge c = make_challenge();
  return {seal(ctx, c), numerals.at(static_cast<std::size_t>(c.a)), numerals.at(static_cast<std::size_t>(c.b)), c.plus};
}

std::string check_captcha(web::Context& ctx, std::vector<domain::Error>& errors) {
  const std::string typed = domain::normalise_code(ctx.req.form.need("captcha"));
  const auto challenge = open_captcha(ctx, ctx.req.form.need("captcha_seal"));
  if (typed.empty()) {
    errors.push_back({"captcha", "REQUIRED"});
    return "";
  }
  if (!challenge || challenge->expires < base::now()) {
    errors.push_back({"captcha", "CAPTCHA_EXPIRED"});
    return "";
  }
  const int answer = challenge->plus ? challenge->a + challenge->b : challenge->a - challenge->b;
  if (typed == challenge->picture || typed == std::to_string(answer)) return challenge->nonce_hex;
  ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::use_captcha(tx, challenge->nonce_hex); });
  errors.push_back({"captcha", "CAPTCHA_WRONG"});
  return "";
}

void use_up_captcha(store::Tx& tx, const std::string& nonce_hex) {
  if (!store::use_captcha(tx, nonce_hex)) throw CaptchaUsed();
}

web::Response captcha_picture(web::Context& ctx) {
  const auto challenge = open_captcha(ctx, ctx.req.query.get("c"));
  if (!challenge) throw web::NotFound();
  web::Response response;
  response.content_type = "image/png";
  response.body = draw(challenge->picture, ctx.req.query.get("large") == "1" ? 3 : 1);
  response.header("Cache-Control", "no-store");
  return response;
}

}  // namespace accounts
