// See table.h: what kind of file it is, by its first bytes.
#include "base/table.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace base {
namespace {

// Is this text of two bytes a character (a name in an OLE file) somewhere in it?
bool contains_wide(std::istream& in, std::string_view name) {
  std::string wanted;
  for (const char c : name) wanted.append({c, '\0'});
  std::string window;
  std::array<char, 65536> piece{};
  in.clear();
  in.seekg(0);
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    window.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (window.find(wanted) != std::string::npos) return true;
    if (window.size() > wanted.size()) window.erase(0, window.size() - wanted.size());
  }
  return false;
}

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

// Pages and XML that are called .xls: after marks, blanks, and in two-byte encodings too.
bool is_markup(std::string_view head) {
  for (const char c : head) {
    if (c == '<') return true;
    if (std::string_view("\xEF\xBB\xBF\xFF\xFE \t\r\n\0", 10).find(c) == std::string_view::npos) return false;
  }
  return false;
}

}  // namespace

std::string sniff_table(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw TableRefused("FILE_EMPTY");
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(0, in.tellg()));
  if (size == 0) throw TableRefused("FILE_EMPTY");
  if (size > largest_table_file) throw TableRefused("FILE_TOO_LARGE", std::to_string(largest_table_file >> 20));
  in.seekg(0);
  std::array<char, 512> bytes{};
  in.read(bytes.data(), bytes.size());
  const std::string_view head(bytes.data(), static_cast<std::size_t>(in.gcount()));
  if (begins(head, "PK\x03\x04") || begins(head, "PK\x05\x06")) return "xlsx";
  if (begins(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    throw TableRefused(contains_wide(in, "EncryptedPackage") ? "FILE_PASSWORD" : "FILE_XLS");
  constexpr std::string_view others[] = {"%PDF-", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "Rar!", "7z\xBC\xAF", "\x1F\x8B"};
  for (const std::string_view other : others)
    if (begins(head, other)) throw TableRefused("FILE_OTHER");
  if (is_markup(head)) throw TableRefused("FILE_HTML");
  return "csv";
}

std::unique_ptr<TableFile> open_table(const std::string& path) {
  return sniff_table(path) == "xlsx" ? open_xlsx(path) : open_csv(path);
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace base
