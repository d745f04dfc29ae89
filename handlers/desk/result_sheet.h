// What the pages of a results file share: its address, and an xlsx made at once and handed out whole (it has 2,000 rows at most).
#pragma once

#include "web/context.h"

#include <functional>
#include <string>

namespace desk {

constexpr const char* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string import_path(long long id, const char* below = "");
// write(path, folder) writes the file; its bytes. Nothing stays behind.
std::string made_sheet(const web::Context& ctx, const std::function<void(const std::string&, const std::string&)>& write);

}  // namespace desk
