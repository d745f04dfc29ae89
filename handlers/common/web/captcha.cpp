// See captcha.h.
#include "web/captcha.h"

#include "base/clock.h"
#include "base/json.h"
#include "domain/values/text.h"
#include "web/errors.h"

#include <gd.h>
#include <gdfontg.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <optional>

namespace web {
namespace {

const std::string purpose = "captcha";
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
  c.expires = base::now() + captcha_lifetime;
  return c;
}

std::string seal(const Context& ctx, const Challenge& c, const std::string& binding) {
  const nlohmann::json json = {purpose + binding, c.nonce_hex, c.picture, c.a, c.b, c.plus, c.expires};
  return ctx.services.seal.seal(json.dump());
}

struct Opened {
  Challenge challenge;
  bool bound = false;  // to this very browser or address
};
std::optional<Opened> open_captcha(const Context& ctx, const std::string& sealed, const std::string& binding) {
  const auto plain = ctx.services.seal.open(sealed);
  if (!plain) return {};
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 7 || !json[0].is_string()) return {};
  const std::string made_for = json[0];
  if (made_for.rfind(purpose, 0) != 0) return {};
  return Opened{Challenge{json[1], json[2], json[3], json[4], json[5], json[6]}, made_for == purpose + binding};
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

view::Captcha new_captcha(const Context& ctx, const std::string& picture, const std::string& binding) {
  const Challenge c = make_challenge();
  const auto numeral = [](int n) { return numerals.at(static_cast<std::size_t>(n)); };
  return {seal(ctx, c, binding), numeral(c.a), numeral(c.b), c.plus, picture};
}

CaptchaAnswer read_captcha(const Context& ctx, const std::string& binding) {
  const std::string typed = domain::normalise_code(ctx.req.form.need("captcha"));
  const auto opened = open_captcha(ctx, ctx.req.form.need("captcha_seal"), binding);
  if (typed.empty()) return {"", 0, "REQUIRED"};
  if (!opened || !opened->bound || opened->challenge.expires < base::now()) return {"", 0, "CAPTCHA_EXPIRED"};
  const Challenge& c = opened->challenge;
  const int answer = c.plus ? c.a + c.b : c.a - c.b;
  const bool right = typed == c.picture || typed == std::to_string(answer);
  return {c.nonce_hex, c.expires - captcha_lifetime, right ? "" : "CAPTCHA_WRONG"};
}

Response captcha_picture(const Context& ctx) {
  const auto opened = open_captcha(ctx, ctx.req.query.get("c"), "");
  if (!opened) throw NotFound();
  Response response;
  response.content_type = "image/png";
  response.body = draw(opened->challenge.picture, ctx.req.query.get("large") == "1" ? 3 : 1);
  response.header("Cache-Control", "no-store");
  return response;
}

}  // namespace web
