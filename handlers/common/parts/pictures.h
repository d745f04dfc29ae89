// The type of an uploaded file, from its content and never from its name or declared type, and small pictures of it, made once
// at upload. Written for files of strangers: a picture's header is read to its end, and a picture that would need too much
// memory is refused from its header, before anything is unpacked (a bomb costs a few microseconds).
#pragma once

#include <string>

namespace parts {

constexpr int thumbnail_pixels = 160;  // the longer side

// "jpg", "png" or "pdf"; "" for anything else. The header of a picture is read to its end: its first bytes alone prove nothing.
std::string sniff(const std::string& path);

// Writes a small jpeg of the picture at `path` to `to`, upright as its EXIF says. False, and nothing written, when there is
// none: the file is no picture, is broken, or would take too much (a PNG above 12 megapixels, a JPEG above 128; above 12 too
// when it has to be unpacked as a whole).
bool make_thumbnail(const std::string& path, const std::string& to);

// A QR code of the text as a PNG, for what shows no drawing in a page. std::runtime_error when it is too long for one.
std::string qr_png(const std::string& text);

}  // namespace parts
