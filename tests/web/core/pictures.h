// Files as people send them in, made for tests.
#pragma once

#include <gd.h>

#include <string>

namespace tests {

// Pictures as a phone and a screen make them: left half red, right half blue.
inline std::string picture(const std::string& type, int width, int height) {
  gdImagePtr image = gdImageCreateTrueColor(width, height);
  gdImageFilledRectangle(image, 0, 0, width / 2 - 1, height - 1, gdTrueColor(255, 0, 0));
  gdImageFilledRectangle(image, width / 2, 0, width - 1, height - 1, gdTrueColor(0, 0, 255));
  int size = 0;
  void* bytes = type == "png" ? gdImagePngPtr(image, &size) : gdImageJpegPtr(image, &size, 90);
  std::string out(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  gdFree(bytes);
  gdImageDestroy(image);
  return out;
}

inline const std::string pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

}  // namespace tests
