// See calendar.h.
#include "domain/ledger/calendar.h"

#include "base/utf8.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::size_t longest_line = 75, most_lines = 20;

std::string compact(Date date) {
  std::string text = date.iso();
  text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
  return text;
}

std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = longest_line;
  while (line.size() > room) {
    const std::string_view piece = base::utf8::fitting(line, room);
    out += std::string(piece) + "\r\n ";
    line.remove_prefix(piece.size());
    room = longest_line - 1;  // the blank counts
  }
  return out + std::string(line) + "\r\n";
}

std::string line_of(const LedgerRow& row) {
  const InstrumentValues& v = row.values;
  std::string line = v.name + " " + v.model + "，出厂编号 " + v.serial_number;
  if (!v.management_number.empty()) line += "，管理编号 " + v.management_number;
  line += "，" + v.place;
  if (v.quantity > 1) line += "，数量 " + std::to_string(v.quantity);
  return line;
}

}  // namespace

const Terms& calendar_sources() {
  static const Terms terms{{"all", "全部台账"}, {"current", "刚才列表中的筛选条件"}};
  return terms;
}

std::string calendar_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
  }
  return out;
}

std::string calendar_line(std::string_view name, std::string_view text) {
  return folded(std::string(name) + ":" + calendar_text(text));
}

void DueCalendar::add(const LedgerRow& row) {
  const InstrumentValues& v = row.values;
  if (row.state != "in_use" || row.last_result.empty() || row.last_result == "fail" || v.mode == "first_scrap") return;
  if (!v.valid_until || *v.valid_until - today_ > calendar_days_ahead || today_ - *v.valid_until > calendar_days_back) return;
  Event& event = events_[{v.valid_until->days(), v.mode == "first_rotate"}];
  event.quantity += v.quantity;
  ++event.rows;
  if (event.names.size() < 2 && std::find(event.names.begin(), event.names.end(), v.name) == event.names.end())
    event.names.push_back(v.name);
  if (event.lines.size() < most_lines) event.lines.push_back(line_of(row));
}

std::string DueCalendar::summary(const Event& event, bool rotates) const {
  return std::to_string(event.quantity) + " 台器具" + (rotates ? "到期轮换：" : "到期：") + event.names.front() +
         (event.names.size() > 1 ? " 等" : "");
}

// The time zone is there because a calendar without events must still hold a component; all-day events need none.
std::string DueCalendar::text(const CalendarFrame& frame) const {
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//qiangjian//ledger//ZH\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n" +
      calendar_line("X-WR-CALNAME", frame.name) +
      "X-WR-TIMEZONE:Asia/Shanghai\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT12H\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19910915T000000\r\nTZOFFSETFROM:+0800\r\n"
      "TZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  for (const auto& [key, event] : events_) {
    const auto& [day, rotates] = key;
    const Date due = Date::from_days(day);
    std::string description;
    for (const std::string& line : event.lines) description += line + "\n";
    if (event.rows > static_cast<long long>(event.lines.size())) description += "……共 " + std::to_string(event.rows) + " 条\n";
    const std::string link = frame.link ? frame.link(due) : "";
    description += link;
    out += "BEGIN:VEVENT\r\n" +
           folded("UID:" + frame.id + "-" + compact(due) + (rotates ? "-rotate" : "-verify") + "@qiangjian") +
           "DTSTAMP:" + compact(today_) + "T000000Z\r\nDTSTART;VALUE=DATE:" + compact(due) +
           "\r\nDTEND;VALUE=DATE:" + compact(due.plus_days(1)) + "\r\nTRANSP:TRANSPARENT\r\n" +
           calendar_line("SUMMARY", summary(event, rotates)) + calendar_line("DESCRIPTION", description);
    if (!link.empty()) out += folded("URL:" + link);
    out += "END:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace domain
