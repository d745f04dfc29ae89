// One mail as bytes for a server or a file (RFC 5322, MIME multipart/alternative, text first; with attachments, multipart/mixed
// around it). Built here and not by libcurl's curl_mime, because that does not give its bytes to the caller and does not
// implement RFC 2047; so a mail in a folder is exactly the mail that a server would get. No typed text can add a header: a
// value with a line end is refused.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

// A line end or another control character in a header's value, or an address that is none.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Sender {
  std::string name, address;  // name may be ""
};
Sender parse_sender(std::string_view text);  // "强检门户 <noreply@example.cn>" or a bare address; Malformed

struct Attachment {
  std::string name, type, bytes;  // name: with Chinese and all, no path
};

struct Message {
  Sender from;
  std::string to;  // an address
  std::string subject, text, html;
  std::string id;  // Message-ID without brackets: left@right
  std::int64_t at = 0;
  std::string list_id{};      // without brackets: what people may sort such mails by; "" for a mail to one person
  std::string unsubscribe{};  // the page that ends such mails, and what a mail program may post to (RFC 8058); ""
  Sender reply_to{};          // without an address: nobody reads answers
  std::vector<Attachment> attachments{};
};
std::string format(const Message& message);  // CRLF at line ends; Malformed

std::string id_of(const Sender& from, long long number, std::string_view mark);  // 17.mark@example.cn
std::string list_of(const Sender& from, std::string_view name);                  // reminders.example.cn
bool is_address(std::string_view text);  // plain ASCII, as a header and an SMTP command can carry it

// "Subject: " + value as one or several encoded words: no line longer than 76, no character split. Short plain words stay.
std::string header(std::string_view name, std::string_view value);

}  // namespace mail
