// See message.h.
#include "mail/message.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "domain/values/codes.h"
#include "domain/values/date.h"
#include "domain/values/text.h"

#include <array>
#include <cstdio>

namespace mail {
namespace {

constexpr std::size_t longest_line = 76, longest_address = 900;

bool is_plain(std::string_view text) {
  for (const char c : text)
    if (c < ' ' || c > '~') return false;
  return true;
}

void refuse_control(std::string_view name, std::string_view value) {
  if (domain::has_control(value) || value.find('\t') != std::string_view::npos)
    throw Malformed(std::string(name) + " holds a control character");
}

// In base64, 76 characters a line.
std::string encoded(std::string_view bytes) {
  const std::string all = base::to_base64(bytes);
  std::string lines;
  lines.reserve(all.size() + 2 * (all.size() / longest_line + 1));
  for (std::size_t at = 0; at < all.size(); at += longest_line) lines.append(all, at, longest_line).append("\r\n");
  return lines;
}

// A text in base64; its line ends become CR LF first.
std::string encoded_text(std::string_view text) {
  std::string canonical;
  for (const char c : base::unify_lines(text)) canonical += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return encoded(canonical);
}

std::string part(const std::string& boundary, const char* type, std::string_view body) {
  return "--" + boundary + "\r\nContent-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         encoded_text(body);
}

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::string percent_encoded(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const bool plain = is_letter_or_digit(c) || c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : '%' + base::to_hex(std::string_view(&c, 1));
  }
  return out;
}

// For programs that cannot read the real one: what of it is plain.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name)
    if (is_letter_or_digit(c) || ((c == '-' || c == '.' || c == '_') && !plain.empty())) plain += c;
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos && plain == name.substr(dot + 1)) plain.insert(0, "file.");
  if (plain.size() > 40) plain.erase(0, plain.size() - 40);  // its end says what it is
  return plain.empty() ? "file" : plain;
}

// RFC 2231: percent-encoded, in numbered pieces when it is long, each of whole characters.
std::string file_name(std::string_view name) {
  refuse_control("a file's name", name);
  if (name.empty() || name.find_first_of("/\\") != std::string_view::npos) throw Malformed("not a file's name");
  const std::string whole = "filename*=UTF-8''" + percent_encoded(name);
  std::string lines = "filename=\"" + plain_name(name) + "\"";
  if (whole.size() < longest_line) return lines + ";\r\n " + whole;
  std::string line;
  for (int n = 0; !name.empty();) {
    const std::string_view character = base::utf8::first(name, 1);
    const std::string piece = percent_encoded(character);
    if (!line.empty() && 1 + line.size() + piece.size() + 1 > longest_line) {
      lines += ";\r\n " + line;
      line.clear();
    }
    if (line.empty()) line = "filename*" + std::to_string(n) + "*=" + (n == 0 ? "UTF-8''" : ""), ++n;
    line += piece;
    name.remove_prefix(character.size());
  }
  return lines + ";\r\n " + line;
}

std::string part(const std::string& boundary, const Attachment& file) {
  if (!is_plain(file.type) || file.type.find_first_of(" ;\"") != std::string::npos) throw Malformed("not a file's type");
  const std::string name = "Content-Type:", fold = name.size() + 1 + file.type.size() > longest_line ? "\r\n " : " ";
  return "--" + boundary + "\r\n" + name + fold + file.type + "\r\nContent-Transfer-Encoding: base64\r\n" +
         "Content-Disposition: attachment;\r\n " + file_name(file.name) + "\r\n\r\n" + encoded(file.bytes);
}

// An address is never folded: it stands in a line of its own, which may be longer than others.
std::string unsubscribe_headers(const std::string& address) {
  if (address.empty()) return "";
  if (!is_plain(address) || address.find_first_of(" <>\"") != std::string::npos || address.size() > longest_address)
    throw Malformed("not an address to unsubscribe at");
  return "List-Unsubscribe:\r\n <" + address + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
}

// Names of days and months are those of the protocol, whatever the locale.
std::string date_of(std::int64_t at) {
  constexpr std::array days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1970-01-01 was a Thursday
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int days_since = base::days_in_shanghai(at), minutes = base::minutes_in_shanghai(at);
  const domain::Date day = domain::Date::from_days(days_since);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %d %s %04d %02d:%02d:%02d +0800", days[static_cast<std::size_t>(days_since % 7)],
                day.day(), months[static_cast<std::size_t>(day.month() - 1)], day.year(), minutes / 60, minutes % 60,
                static_cast<int>(at % 60));
  return text;
}

std::string sender_header(const std::string& name, const Sender& from) {
  if (!is_address(from.address)) throw Malformed("not a mail address");
  const std::string address = "<" + from.address + ">";
  if (from.name.empty()) return name + ": " + address + "\r\n";
  std::string named = header(name, from.name);
  named.resize(named.size() - 2);
  const auto line = named.rfind('\n');
  const std::size_t length = named.size() - (line == std::string::npos ? 0 : line + 1);
  return named + (length + 1 + address.size() > longest_line ? "\r\n " : " ") + address + "\r\n";
}

}  // namespace

bool is_address(std::string_view text) {
  const auto parsed = domain::parse_email(text);
  return parsed && *parsed.value == text && is_plain(text) && text.find_first_of(" \"(),:;<>[\\]") == std::string_view::npos;
}

Sender parse_sender(std::string_view text) {
  Sender sender{"", domain::trim(text)};
  if (const auto open = sender.address.rfind('<'); open != std::string::npos && sender.address.back() == '>') {
    sender.name = domain::trim(sender.address.substr(0, open));
    sender.address = sender.address.substr(open + 1, sender.address.size() - open - 2);
  }
  refuse_control("the sender's name", sender.name);
  if (!is_address(sender.address)) throw Malformed("\"" + std::string(text) + "\" holds no mail address");
  return sender;
}

std::string id_of(const Sender& from, long long number, std::string_view mark) {
  return std::to_string(number) + "." + std::string(mark) + from.address.substr(from.address.find('@'));
}

std::string list_of(const Sender& from, std::string_view name) {
  return std::string(name) + "." + from.address.substr(from.address.find('@') + 1);
}

std::string header(std::string_view name, std::string_view value) {
  refuse_control(name, value);
  std::string line = std::string(name) + ": ";
  // A name before an address must not contain characters with a meaning there; an encoded word never does.
  const bool plain = is_plain(value) && value.find("=?") == std::string_view::npos &&
                     value.find_first_of("\"(),:;<>@[\\].") == std::string_view::npos;
  if (plain && line.size() + value.size() <= longest_line) return line + std::string(value) + "\r\n";
  constexpr std::string_view open = "=?UTF-8?B?", close = "?=";
  std::string all;
  for (bool first = true; first || !value.empty(); first = false) {
    const std::size_t room = longest_line - 1 - (first ? line.size() : 1) - open.size() - close.size();
    const std::string_view piece = base::utf8::fitting(value, room / 4 * 3);
    value.remove_prefix(piece.size());
    all += (first ? line : "\r\n ") + std::string(open) + base::to_base64(piece) + std::string(close);
  }
  return all + "\r\n";
}

std::string format(const Message& m) {
  if (!is_address(m.to)) throw Malformed("not a mail address");
  for (const std::string* id : {&m.id, &m.list_id})
    if (!is_plain(*id) || id->find_first_of(" <>") != std::string::npos) throw Malformed("not a message id");
  const std::string list = m.list_id.empty() ? "" : "List-Id: <" + m.list_id + ">\r\n";
  // Base64 has no underscore, so no body can contain a boundary.
  const auto boundary_of = [&](const char* kind) { return "=_" + base::sha256_hex(kind + m.id).substr(0, 32); };
  const auto begin = [](const char* kind, const std::string& boundary) {
    return std::string("Content-Type: multipart/") + kind + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
  };
  const std::string head = "Date: " + date_of(m.at) + "\r\n" + sender_header("From", m.from) + "To: <" + m.to + ">\r\n" +
                           (m.reply_to.address.empty() ? "" : sender_header("Reply-To", m.reply_to)) +
                           header("Subject", m.subject) + "Message-ID: <" + m.id + ">\r\n" + list +
                           unsubscribe_headers(m.unsubscribe) +
                           "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nContent-Language: zh-CN\r\n"
                           "MIME-Version: 1.0\r\n";
  const std::string inner = boundary_of(""), outer = boundary_of("mixed:");
  const std::string words = begin("alternative", inner) + part(inner, "text/plain", m.text) + part(inner, "text/html", m.html) +
                            "--" + inner + "--\r\n";
  if (m.attachments.empty()) return head + words;
  std::string all = head + begin("mixed", outer) + "--" + outer + "\r\n" + words;
  for (const Attachment& file : m.attachments) all += part(outer, file);
  return all + "--" + outer + "--\r\n";
}

}  // namespace mail
