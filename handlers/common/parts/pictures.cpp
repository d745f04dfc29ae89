// See pictures.h.
#include "parts/pictures.h"

#include "base/qr.h"

#include <fcntl.h>
#include <gd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <turbojpeg.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace parts {
namespace {

constexpr long long most_whole = 12'000'000;      // pixels of a picture that is unpacked as a whole
constexpr long long most_streamed = 128'000'000;  // of one that is unpacked line by line, at an eighth of its size
constexpr std::size_t most_scans = 64;
constexpr int thumbnail_quality = 80;

// The bytes of a file, without a copy of them in memory.
class Mapped {
 public:
  explicit Mapped(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    struct stat info {};
    if (::fstat(fd, &info) == 0 && info.st_size > 0) {
      size_ = static_cast<std::size_t>(info.st_size);
      data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    ::close(fd);
  }
  ~Mapped() {
    if (data_ != MAP_FAILED) ::munmap(data_, size_);
  }
  Mapped(const Mapped&) = delete;
  Mapped& operator=(const Mapped&) = delete;
  std::string_view bytes() const { return data_ == MAP_FAILED ? std::string_view() : std::string_view(chars(), size_); }

 private:
  const char* chars() const { return static_cast<const char*>(data_); }
  void* data_ = MAP_FAILED;
  std::size_t size_ = 0;
};

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
unsigned two_at(std::string_view bytes, std::size_t at, bool little = false) {
  const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
  return little ? second << 8U | first : first << 8U | second;
}
std::uint32_t four_at(std::string_view bytes, std::size_t at, bool little = false) {
  const std::uint32_t first = two_at(bytes, at, little), second = two_at(bytes, at + 2, little);
  return little ? second << 16U | first : first << 16U | second;
}

// ------------------------------------------------------------------------------------------------- JPEG
struct JpegHead {
  int width = 0, height = 0, orientation = 1;  // orientation: EXIF's, 1 to 8
  unsigned components = 0;
  bool whole = false;  // must be unpacked as a whole: progressive, or its components come one after the other
};

// Tag 0x0112 of the first directory; 1 when it is not there or makes no sense.
int exif_orientation(std::string_view segment) {
  if (segment.substr(0, 6) != std::string_view("Exif\0\0", 6)) return 1;
  const std::string_view tiff = segment.substr(6);
  if (tiff.size() < 8) return 1;
  const bool little = tiff.substr(0, 2) == "II";
  if (!little && tiff.substr(0, 2) != "MM") return 1;
  const std::size_t directory = four_at(tiff, 4, little);
  if (directory > tiff.size() || tiff.size() - directory < 2) return 1;
  const unsigned entries = two_at(tiff, directory, little);
  for (unsigned n = 0; n < entries; ++n) {
    const std::size_t entry = directory + 2 + 12U * n;
    if (entry + 12 > tiff.size()) return 1;
    if (two_at(tiff, entry, little) != 0x0112) continue;
    const unsigned value = two_at(tiff, entry + 8, little);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

bool is_frame(unsigned marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

// Segment by segment up to the first scan.
std::optional<JpegHead> read_jpeg(std::string_view file) {
  if (file.substr(0, 3) != "\xFF\xD8\xFF") return {};
  JpegHead head;
  for (std::size_t at = 2; at + 4 <= file.size();) {
    if (byte_at(file, at) != 0xFF) return {};
    const unsigned marker = byte_at(file, at + 1);
    if (marker == 0xFF) {  // fill
      ++at;
      continue;
    }
    const unsigned length = two_at(file, at + 2);
    if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD9) || length < 2 || at + 2 + length > file.size()) return {};
    const std::string_view segment = file.substr(at + 4, length - 2);
    if (marker == 0xE1 && head.orientation == 1) head.orientation = exif_orientation(segment);
    if (is_frame(marker)) {
      if (segment.size() < 6) return {};
      head.height = static_cast<int>(two_at(segment, 1));
      head.width = static_cast<int>(two_at(segment, 3));
      head.components = byte_at(segment, 5);
      head.whole = marker != 0xC0 && marker != 0xC1;
    }
    if (marker == 0xDA) {
      if (segment.empty() || head.width == 0 || head.height == 0 || head.components == 0) return {};
      head.whole = head.whole || byte_at(segment, 0) < head.components;
      return head;
    }
    at += 2 + length;
  }
  return {};
}

// Scans cost nearly nothing to send and a pass over the whole picture to read.
std::size_t scans(std::string_view file) {
  std::size_t count = 0;
  for (auto at = file.find("\xFF\xDA"); at != std::string_view::npos; at = file.find("\xFF\xDA", at + 2)) ++count;
  return count;
}

// ------------------------------------------------------------------------------------------------- PNG
struct PngHead {
  long long width = 0, height = 0;
};

std::optional<PngHead> read_png(std::string_view file) {
  if (file.size() < 33 || file.substr(0, 16) != std::string_view("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16)) return {};
  const PngHead head{four_at(file, 16), four_at(file, 20)};
  const unsigned depth = byte_at(file, 24), colour = byte_at(file, 25);
  const bool depth_fits =
      depth == 8 || (depth == 16 && colour != 3) || ((depth == 1 || depth == 2 || depth == 4) && (colour == 0 || colour == 3));
  const bool colour_fits = colour == 0 || colour == 2 || colour == 3 || colour == 4 || colour == 6;
  constexpr long long longest = 0x7FFFFFFF;
  if (head.width < 1 || head.height < 1 || head.width > longest || head.height > longest) return {};
  if (!depth_fits || !colour_fits || byte_at(file, 26) != 0 || byte_at(file, 27) != 0 || byte_at(file, 28) > 1) return {};
  return head;
}

bool is_pdf(std::string_view file) {
  const auto digit = [&](std::size_t at) { return file[at] >= '0' && file[at] <= '9'; };
  return file.size() >= 8 && file.substr(0, 5) == "%PDF-" && digit(5) && file[6] == '.' && digit(7);
}

// ------------------------------------------------------------------------------------------------- small pictures
struct Destroy {
  void operator()(gdImagePtr image) const { gdImageDestroy(image); }
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using Image = std::unique_ptr<gdImage, Destroy>;
using File = std::unique_ptr<std::FILE, Destroy>;

// The smallest eighths of the size that are still large enough to look good when they are made smaller.
tjscalingfactor factor_for(int longest) {
  int eighths = 8;
  while (eighths > 1 && longest * (eighths - 1) / 8 >= thumbnail_pixels) --eighths;
  return {eighths, 8};
}

Image unpack_jpeg(std::string_view file, const JpegHead& head) {
  const long long pixels = static_cast<long long>(head.width) * head.height;
  if (pixels > (head.whole ? most_whole : most_streamed) || scans(file) > most_scans) return {};
  const tjscalingfactor factor = factor_for(std::max(head.width, head.height));
  const int width = TJSCALED(head.width, factor), height = TJSCALED(head.height, factor);
  std::vector<unsigned char> rows(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  const std::unique_ptr<void, int (*)(void*)> decoder(tjInitDecompress(), tjDestroy);
  if (!decoder) return {};
  // A cut picture is shown as far as it goes; libjpeg calls that a warning.
  if (tjDecompress2(decoder.get(), reinterpret_cast<const unsigned char*>(file.data()), file.size(), rows.data(), width, 0,
                    height, TJPF_RGB, TJFLAG_FASTDCT | TJFLAG_LIMITSCANS) != 0 &&
      tjGetErrorCode(decoder.get()) == TJERR_FATAL)
    return {};
  Image image(gdImageCreateTrueColor(width, height));
  if (!image) return {};
  const unsigned char* byte = rows.data();
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x, byte += 3) image->tpixels[y][x] = gdTrueColor(byte[0], byte[1], byte[2]);
  return image;
}

Image unpack_png(const std::string& path, const PngHead& head) {
  if (head.width > most_whole || head.height > most_whole || head.width * head.height > most_whole) return {};
  gdSetErrorMethod([](int, const char*, va_list) {});  // a broken picture of somebody's is nothing for our log
  const File file(std::fopen(path.c_str(), "rbe"));
  return file ? Image(gdImageCreateFromPng(file.get())) : Image();
}

Image shrink(gdImagePtr image) {
  const int longest = std::max(gdImageSX(image), gdImageSY(image));
  const auto scaled = [&](int side) {
    return std::max(1, longest > thumbnail_pixels ? side * thumbnail_pixels / longest : side);
  };
  Image small(gdImageCreateTrueColor(scaled(gdImageSX(image)), scaled(gdImageSY(image))));
  if (!small) return {};
  gdImageFilledRectangle(small.get(), 0, 0, gdImageSX(small.get()) - 1, gdImageSY(small.get()) - 1, gdTrueColor(255, 255, 255));
  gdImageCopyResampled(small.get(), image, 0, 0, 0, 0, gdImageSX(small.get()), gdImageSY(small.get()), gdImageSX(image),
                       gdImageSY(image));
  return small;
}

// EXIF says how the picture must be turned to stand upright: 2 and 4 mirror it, 3 turns it half, 5 to 8 exchange the axes.
Image upright(Image image, int orientation) {
  if (orientation == 1 || !image) return image;
  const int width = gdImageSX(image.get()), height = gdImageSY(image.get());
  const bool turned = orientation >= 5;
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Image out(gdImageCreateTrueColor(turned ? height : width, turned ? width : height));
  if (!out) return {};
  for (int y = 0; y < gdImageSY(out.get()); ++y)
    for (int x = 0; x < gdImageSX(out.get()); ++x) {
      const int along = turned ? y : x, down = turned ? x : y;
      const int from_x = from_right ? width - 1 - along : along, from_y = from_below ? height - 1 - down : down;
      out->tpixels[y][x] = image->tpixels[from_y][from_x];
    }
  return out;
}

}  // namespace

std::string sniff(const std::string& path) {
  const Mapped file(path);
  if (read_jpeg(file.bytes())) return "jpg";
  if (read_png(file.bytes())) return "png";
  return is_pdf(file.bytes()) ? "pdf" : "";
}

bool make_thumbnail(const std::string& path, const std::string& to) {
  const Mapped file(path);
  Image image;
  int orientation = 1;
  if (const auto jpeg = read_jpeg(file.bytes())) {
    image = unpack_jpeg(file.bytes(), *jpeg);
    orientation = jpeg->orientation;
  } else if (const auto png = read_png(file.bytes())) {
    image = unpack_png(path, *png);
  }
  if (!image) return false;
  const Image small = upright(shrink(image.get()), orientation);
  const File out(small ? std::fopen(to.c_str(), "wbxe") : nullptr);
  if (!out) return false;
  gdImageJpeg(small.get(), out.get(), thumbnail_quality);
  if (std::fflush(out.get()) == 0 && std::ferror(out.get()) == 0) return true;
  ::unlink(to.c_str());
  return false;
}

std::string qr_png(const std::string& text) {
  constexpr int scale = 5;
  const base::Qr code = base::qr_code(text);
  const int side = code.size * scale;
  const std::unique_ptr<gdImage, void (*)(gdImagePtr)> image(gdImageCreate(side, side), gdImageDestroy);
  gdImageColorAllocate(image.get(), 255, 255, 255);  // the ground
  const int ink = gdImageColorAllocate(image.get(), 0, 0, 0);
  for (const base::QrRun& run : code.runs)
    gdImageFilledRectangle(image.get(), run.x * scale, run.y * scale, (run.x + run.width) * scale - 1, (run.y + 1) * scale - 1,
                           ink);
  int length = 0;
  const std::unique_ptr<void, void (*)(void*)> bytes(gdImagePngPtr(image.get(), &length), gdFree);
  return {static_cast<const char*>(bytes.get()), static_cast<std::size_t>(length)};
}

}  // namespace parts
