// See ledger.h.
#include "domain/ledger/ledger.h"

#include "domain/values/terms.h"

#include <algorithm>

namespace domain {
namespace {

std::string days_left(const Judgement& judged, std::string_view what) {
  return std::string(what) + (judged.days == 0 ? "（今天到期）" : "（还有 " + std::to_string(judged.days) + " 天）");
}

std::string days_over(const Judgement& judged, std::string_view what) {
  return std::string(what) + " " + std::to_string(judged.days) + " 天";
}

std::string derived_cell(std::string_view code, const LedgerRow& row, Date today) {
  if (code == "standing") return standing_words(row.judge(today));
  if (code == "item") return row.item_name;
  if (code == "state") return std::string(word(states(), row.state));
  if (code == "state_reason") return row.state_reason;
  if (code == "appointment") return row.appointment_number;
  if (code == "id") return std::to_string(row.id);
  if (code == "version") return std::to_string(row.version);
  return "";
}

}  // namespace

Judgement LedgerRow::judge(Date today) const {
  return standing(state_of(state), mode_of(values.mode), result_of(last_result), values.valid_until, today);
}

std::vector<std::string> listed_columns() {
  std::vector<std::string> codes;
  for (const Column& column : ledger_columns())
    if (!column.only_in_files) codes.emplace_back(column.code);
  return codes;
}

std::vector<std::string> default_columns() {
  std::vector<std::string> codes;
  for (const Column& column : ledger_columns())
    if (column.by_default) codes.emplace_back(column.code);
  return codes;
}

std::vector<std::string> read_columns(std::string_view text) {
  std::vector<std::string> codes;
  while (!text.empty()) {
    const std::string_view code = text.substr(0, text.find(','));
    text.remove_prefix(std::min(code.size() + 1, text.size()));
    const Column* column = ledger_column(code);
    if (column == nullptr || column->only_in_files) continue;
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
  }
  return codes.empty() ? default_columns() : codes;
}

std::string standing_words(const Judgement& judged) {
  switch (judged.standing) {
    case Standing::stopped:
      return "停用";
    case Standing::scrapped:
      return "报废";
    case Standing::failed:
      return "检定不合格，停止使用";
    case Standing::first_done:
      return "已首检";
    case Standing::rotate_soon:
      return days_left(judged, "即将到期轮换");
    case Standing::rotate_due:
      return days_over(judged, "已到轮换期");
    case Standing::not_verified:
      return "未检定";
    case Standing::overdue:
      return days_over(judged, "已超期");
    case Standing::due_soon:
      return days_left(judged, "30 天内到期");
    case Standing::valid:
      return "正常";
  }
  return "";
}

std::string ledger_cell(std::string_view code, const LedgerRow& row, Date today) {
  const Column* column = ledger_column(code);
  if (column == nullptr) return "";
  switch (column->content) {
    case Content::choice:
      return std::string(word(column->terms(), typed_text(*column, row.values)));
    case Content::kind:
      return row.kind_name;
    case Content::division:
      return row.division_path;
    case Content::derived:
      return derived_cell(code, row, today);
    default:
      return typed_text(*column, row.values);
  }
}

}  // namespace domain
