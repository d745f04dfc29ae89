// See ledger.h.
#include "domain/ledger/ledger.h"

#include "domain/values/terms.h"

#include <algorithm>

namespace domain {
namespace {

std::string number_or_empty(const std::optional<int>& n) { return n ? std::to_string(*n) : ""; }

std::string days_left(const Judgement& judged, std::string_view what) {
  return std::string(what) + (judged.days == 0 ? "（今天到期）" : "（还有 " + std::to_string(judged.days) + " 天）");
}

std::string days_over(const Judgement& judged, std::string_view what) {
  return std::string(what) + " " + std::to_string(judged.days) + " 天";
}

bool only_in_exports(const Column& column) { return column.code == "id" || column.code == "version"; }

}  // namespace

Judgement LedgerRow::judge(Date today) const {
  return standing(state_of(state), mode_of(values.mode), result_of(last_result), values.valid_until, today);
}

const std::vector<Column>& ledger_columns() {
  static const std::vector<Column> columns{
      {"standing", "检定状态", true, ""},
      {"valid_until", "有效期至", true, "选填。填了上次检定日期而不填本列时，按检定周期推算"},
      {"name", "器具名称", true, "必填，100 字以内"},
      {"item", "器具项别", false, "选填。与种别不一致时以种别为准"},
      {"kind", "器具种别", true, "必填。目录中的种别名称，也可填俗名，如电子秤"},
      {"model", "型号规格", true, "必填，100 字以内"},
      {"measuring_range", "测量范围", false, "必填，100 字以内"},
      {"accuracy", "准确度等级", false, "必填，60 字以内"},
      {"serial_number", "出厂编号", true, "必填，60 字以内，请设为文本格式。没有编号的填“无”并在备注中说明"},
      {"manufacturer", "生产厂家", false, "必填，120 字以内"},
      {"origin", "器具产地", false, "国产、进口或港澳台；不填视为国产"},
      {"division", "使用地点行政区划", false, "选填，如：北京市 东城区；也可填区划代码。不填视为本单位所在地"},
      {"place", "安装/使用地点", true, "必填，200 字以内"},
      {"quantity", "器具数量", true, "整数；不填视为 1"},
      {"use", "器具用途", false, "贸易结算、安全防护、医疗卫生或环境监测"},
      {"delivery", "送检方式", false, "送检或现场检定；不填视为送检"},
      {"management_number", "管理编号", true, "选填，40 字以内"},
      {"cycle_months", "检定周期（月）", false, "选填。不填时按目录中的周期"},
      {"verified_on", "上次检定日期", false, "选填，如 2026-01-31"},
      {"certificate_number", "检定证书编号", false, "选填，60 字以内"},
      {"institution_name", "检定机构", false, "选填，100 字以内"},
      {"state", "状态", false, ""},
      {"state_reason", "停用或报废原因", false, ""},
      {"appointment", "预约", false, ""},
      {"remark", "备注", false, "选填，500 字以内"},
      {"id", "系统编号", false, "由系统生成，请勿修改：再次导入时据此更新原有器具。新器具留空"},
      {"version", "版本", false, "由系统生成，请勿修改"}};
  return columns;
}

const Column* ledger_column(std::string_view code) {
  for (const Column& column : ledger_columns())
    if (column.code == code) return &column;
  return nullptr;
}

std::vector<std::string> listed_columns() {
  std::vector<std::string> codes;
  for (const Column& column : ledger_columns())
    if (!only_in_exports(column)) codes.emplace_back(column.code);
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
    if (column == nullptr || only_in_exports(*column)) continue;
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

std::string ledger_cell(std::string_view column, const LedgerRow& row, Date today) {
  const InstrumentValues& v = row.values;
  if (column == "standing") return standing_words(row.judge(today));
  if (column == "valid_until") return iso_or_empty(v.valid_until);
  if (column == "name") return v.name;
  if (column == "item") return row.item_name;
  if (column == "kind") return row.kind_name;
  if (column == "model") return v.model;
  if (column == "measuring_range") return v.measuring_range;
  if (column == "accuracy") return v.accuracy;
  if (column == "serial_number") return v.serial_number;
  if (column == "manufacturer") return v.manufacturer;
  if (column == "origin") return std::string(word(origins(), v.origin));
  if (column == "division") return row.division_path;
  if (column == "place") return v.place;
  if (column == "quantity") return std::to_string(v.quantity);
  if (column == "use") return std::string(word(uses(), v.use));
  if (column == "delivery") return std::string(word(deliveries(), v.delivery));
  if (column == "management_number") return v.management_number;
  if (column == "cycle_months") return number_or_empty(v.cycle_months);
  if (column == "verified_on") return iso_or_empty(v.verified_on);
  if (column == "certificate_number") return v.certificate_number;
  if (column == "institution_name") return v.institution_name;
  if (column == "state") return std::string(word(states(), row.state));
  if (column == "state_reason") return row.state_reason;
  if (column == "appointment") return row.appointment_number;
  if (column == "remark") return v.remark;
  if (column == "id") return std::to_string(row.id);
  if (column == "version") return std::to_string(row.version);
  return "";
}

}  // namespace domain
