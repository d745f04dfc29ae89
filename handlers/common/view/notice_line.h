// The sentence of a notice (消息): parts/notice_line.tpl filled from the notice's values; for pages and, as plain text, for
// mails.
#pragma once

#include "view/page.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace view {

struct NoticeLine {
  std::string_view side;  // unit | institution: who reads it
  std::string_view kind;  // of store/people/notices.h
  std::string_view number;
  const nlohmann::json& data;
};
void add_notice_line(const Dict& dict, const NoticeLine& line);  // the include LINE
std::string notice_text(const NoticeLine& line);                 // one line of plain text; "" for a kind there is not

}  // namespace view
