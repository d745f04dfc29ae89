// See multipart.h.
#include "web/multipart.h"

#include "base/crypto.h"
#include "web/errors.h"

#include <sodium.h>
#include <strings.h>
#include <unistd.h>

#include <cstdio>
#include <map>

namespace web {
namespace {

constexpr std::size_t most_parts = 200, most_field = 64 * 1024, most_header = 8 * 1024, chunk = 16 * 1024;

// The boundary of `multipart/form-data; boundary=…`, quoted or not.
std::string boundary_of(std::string_view content_type) {
  const auto at = content_type.find("boundary=");
  if (at == std::string_view::npos) throw BadRequest("no boundary");
  std::string_view value = content_type.substr(at + 9);
  if (!value.empty() && value.front() == '"') {
    value.remove_prefix(1);
    value = value.substr(0, value.find('"'));
  } else {
    value = value.substr(0, value.find_first_of("; "));
  }
  if (value.empty() || value.size() > 70) throw BadRequest("bad boundary");
  return std::string(value);
}

// The quoted parameters of a Content-Disposition line, in whatever order they stand: name="…", with \" taken as a quote as
// browsers mean it.
std::map<std::string, std::string> disposition_values(const std::string& line) {
  std::map<std::string, std::string> values;
  for (std::size_t at = line.find(';'); at < line.size(); at = line.find(';', at)) {
    const auto begin = line.find_first_not_of("; \t", at), equals = line.find('=', at);
    if (begin == std::string::npos || equals == std::string::npos) break;
    at = equals + 1;
    if (at == line.size() || line[at] != '"') continue;
    std::string value;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
      if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '"') ++at;
      value += line[at];
    }
    if (begin < equals) values.emplace(line.substr(begin, equals - begin), value);
  }
  return values;
}

// Old IE sends C:\Users\…\a.jpg: what follows the last separator is the name.
std::string base_name(const std::string& name) {
  const auto at = name.find_last_of("/\\");
  return at == std::string::npos ? name : name.substr(at + 1);
}

class FileSink {
 public:
  explicit FileSink(const std::string& folder) {
    const std::string path = folder + "/.incoming-" + base::to_hex(base::random_bytes(16));
    file_ = std::fopen(path.c_str(), "wbxe");
    if (!file_) throw std::runtime_error("the uploads folder cannot be written");
    path_ = std::shared_ptr<const std::string>(new std::string(path), [](const std::string* p) {
      ::unlink(p->c_str());
      delete p;
    });
    crypto_hash_sha256_init(&hash_);
  }
  ~FileSink() {
    if (file_) std::fclose(file_);
  }
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
      throw std::runtime_error("an upload cannot be written");
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    size_ += bytes.size();
  }
  Upload finish(const std::string& client_name) {
    const bool written = std::fclose(file_) == 0;
    file_ = nullptr;
    if (!written) throw std::runtime_error("an upload cannot be written");
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&hash_, reinterpret_cast<unsigned char*>(digest.data()));
    return {base_name(client_name), size_, base::to_hex(digest), path_};
  }

 private:
  std::FILE* file_ = nullptr;
  std::shared_ptr<const std::string> path_;
  crypto_hash_sha256_state hash_{};
  std::size_t size_ = 0;
};

class Reader {
 public:
  explicit Reader(const Source& source) : source_(source) {}

  // Hands everything before `mark` to `sink`, consumes the mark.
  void until(const std::string& mark, const std::function<void(std::string_view)>& sink) {
    for (;;) {
      const auto at = buffer_.find(mark);
      if (at != std::string::npos) {
        sink(std::string_view(buffer_).substr(0, at));
        buffer_.erase(0, at + mark.size());
        return;
      }
      if (buffer_.size() >= mark.size()) {
        const std::size_t sure = buffer_.size() - mark.size() + 1;
        sink(std::string_view(buffer_).substr(0, sure));
        buffer_.erase(0, sure);
      }
      if (!fill()) throw BadRequest("the form was cut off");
    }
  }
  std::string take(std::size_t n) {
    while (buffer_.size() < n)
      if (!fill()) throw BadRequest("the form was cut off");
    std::string out = buffer_.substr(0, n);
    buffer_.erase(0, n);
    return out;
  }
  void prepend(const std::string& text) { buffer_.insert(0, text); }

 private:
  bool fill() {
    char bytes[chunk];
    const std::size_t n = source_(bytes, sizeof bytes);
    buffer_.append(bytes, n);
    return n > 0;
  }
  const Source& source_;
  std::string buffer_;
};

struct PartHead {
  std::string name, file_name;
  bool is_file = false;
};

PartHead read_head(Reader& reader) {
  std::string head;
  reader.until("\r\n\r\n", [&](std::string_view bytes) {
    head.append(bytes);
    if (head.size() > most_header) throw TooLarge();
  });
  PartHead part;
  bool named = false;
  for (std::size_t at = 0; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    const std::string line = head.substr(at, end - at);
    if (strncasecmp(line.c_str(), "content-disposition:", 20) == 0) {
      std::map<std::string, std::string> values = disposition_values(line);
      named = values.count("name") > 0;
      part.is_file = values.count("filename") > 0;
      part.name = values["name"];
      part.file_name = values["filename"];
    }
    at = end + 2;
  }
  if (!named) throw BadRequest("a part without a name");
  return part;
}

}  // namespace

Multipart read_multipart(const Source& source, std::string_view content_type, const std::string& folder) {
  const std::string mark = "\r\n--" + boundary_of(content_type);
  Reader reader(source);
  reader.prepend("\r\n");  // so that the first boundary looks like the others
  Multipart form;
  reader.until(mark, [](std::string_view) {});
  for (std::size_t parts = 0;; ++parts) {
    const std::string after = reader.take(2);
    if (after == "--") return form;
    if (after != "\r\n") throw BadRequest("a damaged boundary");
    if (parts == most_parts) throw TooLarge();
    const PartHead part = read_head(reader);
    if (part.is_file) {
      FileSink sink(folder);
      reader.until(mark, [&](std::string_view bytes) { sink.write(bytes); });
      Upload upload = sink.finish(part.file_name);
      if (upload.size > 0 || !upload.client_name.empty()) form.files.emplace(part.name, std::move(upload));
      continue;
    }
    std::string value;
    reader.until(mark, [&](std::string_view bytes) {
      value.append(bytes);
      if (value.size() > most_field) throw TooLarge();
    });
    form.fields.emplace_back(part.name, std::move(value));
  }
}

}  // namespace web
