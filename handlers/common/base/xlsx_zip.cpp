// See xlsx_zip.h.
#include "base/xlsx_zip.h"

#include <expat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace base {
namespace {

constexpr std::size_t piece_size = 16384;
constexpr std::size_t most_entries = 2000;
constexpr std::size_t largest_ratio = 400, ratio_counts_from = 4u << 20;
constexpr std::size_t parser_memory = 8u << 20;
const char* const workbook = "xl/workbook.xml";

// What one parser may ask for. expat keeps every name it meets, and a tag until it is whole: here is where that ends.
thread_local std::size_t parser_uses = 0;
constexpr std::size_t head = 16;

void* allocate(std::size_t size) {
  if (size > parser_memory || parser_uses + size > parser_memory) return nullptr;
  auto* block = static_cast<std::size_t*>(std::malloc(size + head));
  if (block == nullptr) return nullptr;
  *block = size;
  parser_uses += size;
  return reinterpret_cast<char*>(block) + head;
}

void release(void* memory) {
  if (memory == nullptr) return;
  auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(memory) - head);
  parser_uses -= *block;
  std::free(block);
}

void* reallocate(void* memory, std::size_t size) {
  if (memory == nullptr) return allocate(size);
  const std::size_t before = *reinterpret_cast<std::size_t*>(static_cast<char*>(memory) - head);
  void* more = allocate(size);
  if (more == nullptr) return nullptr;
  std::memcpy(more, memory, std::min(before, size));
  release(memory);
  return more;
}

// How many entries the file claims: libzip keeps all of them in memory.
void check_entries(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg(), back = std::min<std::streamoff>(size, 65557);
  std::string tail(static_cast<std::size_t>(std::max<std::streamoff>(back, 0)), '\0');
  in.seekg(size - back);
  in.read(tail.data(), back);
  const auto at = tail.rfind("PK\x05\x06");
  if (at == std::string::npos || tail.size() - at < 22) throw TableRefused("FILE_DAMAGED");
  const auto byte = [&](std::size_t n) { return static_cast<std::size_t>(static_cast<unsigned char>(tail[at + n])); };
  if (byte(10) + 256 * byte(11) > most_entries) throw TableRefused("FILE_OTHER");
}

zip* open_zip(const std::string& path) {
  check_entries(path);
  int error = 0;
  zip* opened = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (opened == nullptr) throw TableRefused("FILE_DAMAGED");
  return opened;
}

int close_zip(zip* opened) {
  zip_discard(opened);
  return 0;
}

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

ZipFile::ZipFile(const std::string& path) : zip_(open_zip(path), close_zip) {
  if (!has(workbook)) throw TableRefused(has("xl/workbook.bin") ? "FILE_XLS" : "FILE_OTHER");
}

bool ZipFile::has(const std::string& name) const { return zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0; }

ZipFile::Entry ZipFile::open(const std::string& name) {
  const zip_int64_t at = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat{};
  if (at < 0 || zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(at), 0, &stat) != 0) throw TableRefused("FILE_DAMAGED");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) throw TableRefused("FILE_PASSWORD");
  // What it says of itself; what it really is, is counted as it comes.
  if (stat.size > largest_table_content) throw TableRefused("FILE_BOMB", std::to_string(largest_table_content >> 20));
  zip_file_t* file = zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(at), 0);
  if (file == nullptr) throw TableRefused("FILE_DAMAGED");
  return {file, static_cast<std::size_t>(stat.comp_size), static_cast<std::size_t>(stat.size)};
}

void ZipFile::count(std::size_t bytes) {
  unpacked_ += bytes;
  if (unpacked_ > 2 * largest_table_content) throw TableRefused("FILE_BOMB", std::to_string(largest_table_content >> 20));
}

const char* Attributes::get(std::string_view name) const {
  for (const char** p = pairs_; p != nullptr && *p != nullptr; p += 2)
    if (local(*p) == name) return p[1];
  return nullptr;
}

std::string Attributes::text(std::string_view name) const {
  const char* value = get(name);
  return value != nullptr ? value : "";
}

bool Attributes::is(std::string_view name, std::string_view value) const {
  const char* there = get(name);
  return there != nullptr && value == there;
}

template <typename F>
void XmlReader::guarded(F f) {
  if (wrong_) return;
  try {
    f();
  } catch (...) {  // never through expat
    wrong_ = std::current_exception();
    XML_StopParser(parser_, XML_FALSE);
  }
}

struct XmlHandlers {
  static void start(void* self, const char* name, const char** attributes) {
    auto* reader = static_cast<XmlReader*>(self);
    reader->guarded([&] { reader->start(local(name), Attributes(attributes)); });
  }
  static void end(void* self, const char* name) {
    auto* reader = static_cast<XmlReader*>(self);
    reader->guarded([&] { reader->end(local(name)); });
  }
  static void text(void* self, const char* bytes, int size) {
    auto* reader = static_cast<XmlReader*>(self);
    reader->guarded([&] { reader->text({bytes, static_cast<std::size_t>(size)}); });
  }
  static void doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<XmlReader*>(self)->guarded([] { throw TableRefused("FILE_DTD"); });
  }
};

void XmlReader::pause() { XML_StopParser(parser_, XML_TRUE); }

void XmlReader::run(ZipFile& zip, const std::string& name) {
  const ZipFile::Entry entry = zip.open(name);
  const std::unique_ptr<zip_file, int (*)(zip_file*)> file(entry.file, zip_fclose);
  const XML_Memory_Handling_Suite memory{allocate, reallocate, release};
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate_MM(nullptr, &memory, nullptr),
                                                                       XML_ParserFree);
  if (!parser) throw TableRefused("FILE_DAMAGED");
  parser_ = parser.get();
  wrong_ = nullptr;
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, XmlHandlers::start, XmlHandlers::end);
  XML_SetCharacterDataHandler(parser_, XmlHandlers::text);
  XML_SetStartDoctypeDeclHandler(parser_, XmlHandlers::doctype);
  std::array<char, piece_size> piece{};
  std::size_t total = 0;
  for (bool more = true; more;) {
    const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) throw TableRefused("FILE_DAMAGED");
    total += static_cast<std::size_t>(size);
    zip.count(static_cast<std::size_t>(size));
    const bool bomb = total > largest_table_content ||
                      (total > ratio_counts_from && total / largest_ratio > std::max<std::size_t>(entry.packed, 1));
    if (bomb) throw TableRefused("FILE_BOMB", std::to_string(largest_table_content >> 20));
    percent_ = static_cast<int>(std::min<std::size_t>(100, total * 100 / std::max<std::size_t>(entry.unpacked, 1)));
    more = size > 0;
    XML_Status status = XML_Parse(parser_, piece.data(), static_cast<int>(size), more ? 0 : 1);
    while (true) {
      if (wrong_) std::rethrow_exception(wrong_);
      if (status == XML_STATUS_ERROR) throw TableRefused("FILE_DAMAGED");
      if (status == XML_STATUS_OK) break;
      if (!paused()) return;
      status = XML_ResumeParser(parser_);
    }
  }
}

}  // namespace base
