// The form of one result, for three pages: of a line, without appointment, and of a correction. And what those pages and the
// lists share: addresses, chosen lines, the verified instrument.
#pragma once

#include "domain/results/result.h"
#include "domain/values/error.h"
#include "parts/uploads.h"
#include "store/results/result_lists.h"
#include "view/page.h"
#include "web/context.h"

#include <functional>
#include <string>
#include <vector>

namespace desk {

struct RecordForm {
  domain::ResultForm typed;
  parts::StoredFile file;
};
// With today and the names this person used last.
RecordForm fresh_form(web::Context& ctx);
RecordForm typed_form(const store::Result& result);  // for a correction
RecordForm read_form(const web::Context& ctx, std::vector<domain::Error>& errors);

struct FormPlace {
  std::string path, cancel;  // where it posts to, where 取消 leads
  int version = 0;
  std::vector<std::pair<std::string, std::string>> hidden{};
};
// Into the page's include FORM.
void add_form(web::Context& ctx, const view::Page& page, const FormPlace& place, const RecordForm& shown,
              const domain::ResultSubject& subject, std::vector<domain::Error> errors);

// The way of a post: checked, recorded once, and on to the result; or again as it was typed.
using Again = std::function<web::Response(const RecordForm& shown, std::vector<domain::Error> errors, int status)>;
web::Response save_form(web::Context& ctx, const domain::ResultSubject& subject, store::ResultEntry entry, const Again& again);

int posted_version(const web::Context& ctx);
// Fields of the rule as this form names them: 检定日期, 有效期至 and 检定周期 have labels of their own here.
std::vector<domain::Error> as_shown(std::vector<domain::Error> errors);

std::string line_path(const store::LineId& id);
std::string result_path(long long unit_id, long long id, const char* below = "");

// What was verified, into the include SUBJECT.
void add_subject(web::Context& ctx, const view::Page& page, const store::VerifiedLine& line);
void add_subject(web::Context& ctx, const view::Page& page, const store::WalkIn& found);
void add_subject(web::Context& ctx, const view::Page& page, const store::Result& result);

// Lines that a list ticked: parameters line=UNIT-LINE, or appointment=ID for all its open ones. At most domain::most_lines.
std::vector<store::LineId> chosen_lines(web::Context& ctx, const web::Params& params);
std::string line_code(const store::VerifiedLine& line);  // UNIT-LINE
std::optional<store::LineId> parse_line_code(const std::string& code);
std::string lines_query(const std::vector<store::LineId>& ids);
std::vector<store::VerifiedLine> own_lines(web::Context& ctx, const std::vector<store::LineId>& ids);
void fill_line(const view::Dict& row, const store::VerifiedLine& line);

}  // namespace desk
