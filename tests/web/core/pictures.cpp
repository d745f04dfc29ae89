// Small pictures of strangers' files: upright, and never at the price of memory or time.
#include "web/core/pictures.h"

#include "base/config.h"
#include "parts/pictures.h"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>

namespace {

using namespace tests;

// The same with an EXIF segment that says how it lies.
std::string turned(const std::string& jpeg, char orientation) {
  using namespace std::string_literals;
  const std::string tiff = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  return jpeg.substr(0, 2) + "\xFF\xE1\0"s + static_cast<char>(body.size() + 2) + body + jpeg.substr(2);
}

std::string colour_at(gdImagePtr image, int x, int y) {
  const int pixel = gdImageGetTrueColorPixel(image, x, y);
  return gdTrueColorGetRed(pixel) > 200 ? "red" : gdTrueColorGetBlue(pixel) > 200 ? "blue" : "other";
}

// What sniff and make_thumbnail say of these bytes.
std::string verdict(const std::string& bytes) {
  const std::string from = base::Config::load().files + "/.test-verdict", to = from + ".jpg";
  std::remove(to.c_str());
  std::ofstream(from, std::ios::binary) << bytes;
  const std::string type = parts::sniff(from);
  const bool small = parts::make_thumbnail(from, to);
  std::remove(from.c_str());
  std::remove(to.c_str());
  return type + (small ? "+" : "");
}

std::string be(unsigned value, int bytes) {
  std::string out;
  for (int n = bytes - 1; n >= 0; --n) out += static_cast<char>(value >> (8 * n));
  return out;
}

// Its size and the colours of three of its corners.
std::string corners(const std::string& bytes) {
  const std::string from = base::Config::load().files + "/.test-corners", to = from + ".jpg";
  std::remove(to.c_str());
  std::ofstream(from, std::ios::binary) << bytes;
  BOOST_REQUIRE(parts::make_thumbnail(from, to));
  std::FILE* file = std::fopen(to.c_str(), "rb");
  gdImagePtr image = gdImageCreateFromJpeg(file);
  std::fclose(file);
  BOOST_REQUIRE(image);
  const int right = gdImageSX(image) - 3, bottom = gdImageSY(image) - 3;
  const std::string text = std::to_string(gdImageSX(image)) + "x" + std::to_string(gdImageSY(image)) + " " +
                           colour_at(image, 2, 2) + " " + colour_at(image, right, 2) + " " + colour_at(image, 2, bottom);
  gdImageDestroy(image);
  std::remove(from.c_str());
  std::remove(to.c_str());
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures)

BOOST_AUTO_TEST_CASE(small_pictures_stand_upright_as_exif_says) {
  const std::string lying = picture("jpg", 800, 400);  // red left, blue right
  const auto of = [&](char orientation) { return corners(turned(lying, orientation)); };
  BOOST_TEST(of(1) == "160x80 red blue red");
  BOOST_TEST(of(2) == "160x80 blue red blue");
  BOOST_TEST(of(3) == "160x80 blue red blue");
  BOOST_TEST(of(6) == "80x160 red red blue");   // a quarter turn to the right: what was left is on top
  BOOST_TEST(of(8) == "80x160 blue blue red");  // to the left
  BOOST_TEST(of(9) == "160x80 red blue red");   // no such orientation
}

BOOST_AUTO_TEST_CASE(a_small_picture_is_never_larger_than_the_picture) {
  BOOST_TEST(corners(picture("png", 40, 20)) == "40x20 red blue red");
  BOOST_TEST(corners(picture("png", 3000, 2000)) == "160x106 red blue red");
  BOOST_TEST(corners(picture("jpg", 4000, 3000)) == "160x120 red blue red");
}

BOOST_AUTO_TEST_CASE(a_bomb_costs_neither_memory_nor_time) {
  using namespace std::string_literals;
  const auto begin = std::chrono::steady_clock::now();
  // Headers that promise 4 gigapixels over next to nothing.
  const auto png = [&](unsigned width, unsigned height) {
    return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + be(width, 4) + be(height, 4) + "\x08\x06\0\0\0"s + be(0, 4) + "\0\0\0\x04IDAT"s;
  };
  BOOST_TEST(verdict(png(65000, 65000)) == "png");
  BOOST_TEST(verdict(png(0x7FFFFFFF, 0x7FFFFFFF)) == "png");
  BOOST_TEST(verdict(png(0x80000000, 1)) == "");
  BOOST_TEST(verdict(png(3000, 3000)) == "png");  // broken after its header
  const std::string jpeg = picture("jpg", 64, 64);
  const auto sized = [&](std::string bytes, char frame, unsigned side) {
    const auto at = bytes.find("\xFF\xC0");
    bytes[at + 1] = frame;
    return bytes.replace(at + 5, 4, be(side, 2) + be(side, 2));
  };
  BOOST_TEST(verdict(jpeg) == "jpg+");
  BOOST_TEST(verdict(sized(jpeg, '\xC0', 65500)) == "jpg");
  BOOST_TEST(verdict(sized(jpeg, '\xC2', 10000)) == "jpg");
  std::string scans = jpeg.substr(0, jpeg.size() - 2);
  const std::string scan = jpeg.substr(jpeg.find("\xFF\xDA"), 14);
  for (int n = 0; n < 1000; ++n) scans += scan;
  BOOST_TEST(verdict(scans) == "jpg");
  const std::string large = picture("jpg", 900, 900);
  BOOST_TEST(verdict(large.substr(0, large.size() * 3 / 4)) == "jpg+");  // cut off: shown as far as it goes
  BOOST_TEST(verdict(picture("png", 1, 3000)) == "png+");
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  BOOST_TEST(seconds < 5.0);
}

BOOST_AUTO_TEST_SUITE_END()
