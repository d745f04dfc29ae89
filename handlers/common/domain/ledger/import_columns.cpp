// See import_columns.h.
#include "domain/ledger/import_columns.h"

#include "domain/ledger/instrument_columns.h"
#include "domain/values/text.h"

#include <algorithm>
#include <map>

namespace domain {
namespace {

struct Alias {
  std::string_view field;
  std::vector<std::string_view> names;
};

// Beside the columns' own names. Without what stands in brackets, blanks and signs.
const std::vector<Alias>& aliases() {
  static const std::vector<Alias> all{
      {"name", {"名称", "仪器名称", "设备名称", "计量器具名称", "器具", "仪器设备名称", "品名"}},
      {"item", {"项别", "项目", "目录项别"}},
      {"kind", {"种别", "类别", "器具类别", "种类", "器具种类", "计量器具种别", "目录种别", "强检种别"}},
      {"model", {"规格型号", "型号", "规格", "型号及规格", "规格及型号", "型号或规格"}},
      {"measuring_range", {"量程", "测量范围及量程", "测量范围或量程", "量程范围", "测量量程"}},
      {"accuracy",
       {"准确度", "精度", "等级", "精度等级", "准确度级别", "精确度", "最大允许误差", "不确定度", "准确度等级不确定度",
        "准确度等级或最大允许误差", "不确定度或准确度等级或最大允许误差"}},
      {"serial_number",
       {"编号", "出厂号", "机号", "序列号", "器号", "机身号", "机身编号", "设备编号", "仪器编号", "产品编号", "sn",
        "出厂编号机号", "表号"}},
      {"manufacturer",
       {"制造单位", "制造商", "生产厂商", "厂商", "生产商", "制造厂", "厂家", "生产厂", "制造厂商", "生产单位", "生产企业"}},
      {"origin", {"产地", "国产进口", "国产或进口", "进口国产"}},
      {"division", {"行政区划", "使用地点区划", "区划", "所属区划", "所在区划", "所属区域", "所在区县", "使用地区划"}},
      {"place",
       {"使用部门", "存放地点", "安装地点", "使用地点", "安装使用地点", "放置地点", "安装位置", "使用位置", "存放位置",
        "所在位置", "使用场所", "安装或使用地点"}},
      {"holder", {"使用人", "使用者", "摊位", "摊位号", "摊主", "经营户", "商户", "户名", "驾驶员", "司机"}},
      {"sub_number", {"车牌号", "车牌", "车牌号码", "车号", "枪号", "油枪号", "加油枪号"}},
      {"quantity", {"数量", "台数", "台件数", "件数"}},
      {"use", {"用途", "使用用途", "强检用途"}},
      {"delivery", {"检定方式", "送检或现场检定"}},
      {"management_number", {"管理号", "内部编号", "资产编号", "单位编号", "自编号", "固定资产编号"}},
      {"cycle_months", {"检定周期", "周期", "检定周期月", "有效期月"}},
      {"verified_on", {"检定日期", "上次检定", "上次检定时间", "最近检定日期", "检定时间", "本次检定日期"}},
      {"valid_until",
       {"有效期", "有效日期", "下次检定日期", "下次检定", "到期日期", "检定有效期", "检定有效期至", "有效期止", "到期日"}},
      {"certificate_number", {"证书编号", "证书号", "检定证书号", "证书号码"}},
      {"institution_name", {"检定单位", "检定机构名称", "检定部门", "检测机构", "检定技术机构"}},
      {"remark", {"说明", "备注说明"}},
      {"id", {"系统编码"}},
      {"version", {"版本号"}},
      {"-", {"序号", "行号", "错误原因", "检定状态", "状态", "停用或报废原因", "预约", "使用状态", "铅封号", "铅封编号"}}};
  return all;
}

// What makes no difference in a header: blanks, line ends, signs, and everything in brackets.
std::string bare(std::string_view header) {
  const std::string text = lower(half_width(header));
  std::string out;
  int depth = 0;
  constexpr std::string_view signs = " \t\r\n*:/,.;-_|#'\"";
  constexpr std::string_view wide[] = {"、", "：", "　", "\xC2\xA0", "·", "☆", "★", "※", "。", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
  for (std::size_t n = 0; n < text.size(); ++n) {
    const auto rest = std::string_view(text).substr(n);
    if (rest[0] == '(' || rest[0] == '[' || rest.substr(0, 3) == "【") ++depth;
    const bool closes = rest[0] == ')' || rest[0] == ']' || rest.substr(0, 3) == "】";
    if (closes) {
      depth = std::max(0, depth - 1);
      n += rest[0] == ')' || rest[0] == ']' ? 0 : 2;
      continue;
    }
    if (depth > 0 || signs.find(rest[0]) != std::string_view::npos) continue;
    const auto mark =
        std::find_if(std::begin(wide), std::end(wide), [&](std::string_view w) { return rest.substr(0, w.size()) == w; });
    if (mark != std::end(wide)) {
      n += mark->size() - 1;
      continue;
    }
    out += rest[0];
  }
  return out;
}

const std::map<std::string, std::string>& known_headers() {
  static const std::map<std::string, std::string> known = [] {
    std::map<std::string, std::string> all;
    for (const Alias& alias : aliases())
      for (const std::string_view name : alias.names) all[bare(name)] = alias.field;
    for (const Column& column : ledger_columns())
      if (!column.tip.empty()) all[bare(column.label)] = column.code;
    return all;
  }();
  return known;
}

// A new instrument needs it, and nothing else says it: neither what is usual nor, as of a use, the kind.
bool without_which_nothing(const Column& column) {
  const bool says_itself = column.content == Content::text || column.content == Content::kind;
  return column.required && says_itself;
}

constexpr std::string_view example_remark = "示例行，不会导入";

// A row of the template, by column; the others stay empty.
std::vector<std::string> example_row(std::map<std::string, std::string> cells) {
  cells["remark"] = example_remark;
  std::vector<std::string> row;
  for (const std::string& code : template_columns()) row.push_back(cells[code]);
  return row;
}

}  // namespace

std::size_t ImportColumns::at(std::string_view field) const {
  const auto it = std::find(fields.begin(), fields.end(), field);
  return it == fields.end() ? none : static_cast<std::size_t>(it - fields.begin());
}

std::string import_field(std::string_view header) {
  if (header.size() > 300) return "";
  const auto it = known_headers().find(bare(header));
  return it == known_headers().end() ? "" : it->second;
}

std::optional<ImportColumns> read_import_header(std::size_t row, const std::vector<base::Cell>& cells) {
  ImportColumns columns;
  columns.row = row;
  std::size_t known = 0;
  for (const base::Cell& cell : cells) {
    const std::string field = import_field(cell.text);
    const std::string shown = trim(cell.text).substr(0, 300);
    columns.headers.push_back(shown);
    columns.fields.push_back(field == "-" ? "" : field);
    if (!columns.fields.back().empty()) ++known;
    if (field.empty() && !shown.empty()) columns.unknown.push_back(shown);
  }
  // A title, or a row of values in which one happens to be a word we know, is no header.
  const bool enough = known >= 3 || (known >= 2 && columns.has("id"));
  return enough && known * 3 >= columns.unknown.size() ? std::optional(columns) : std::nullopt;
}

std::optional<Error> refuse_columns(const ImportColumns& columns) {
  std::string missing;
  for (const Column& column : ledger_columns()) {
    const auto times = std::count(columns.fields.begin(), columns.fields.end(), column.code);
    if (times > 1) return Error{"", "COLUMN_TWICE", std::string(column.label)};
  }
  if (columns.has("id") && !columns.has("version"))
    return Error{"", "COLUMNS_MISSING", std::string(ledger_column("version")->label)};
  if (columns.has("id")) return {};
  for (const Column& column : ledger_columns())
    if (without_which_nothing(column) && !columns.has(column.code))
      missing += (missing.empty() ? "" : "、") + std::string(column.label);
  return missing.empty() ? std::nullopt : std::optional(Error{"", "COLUMNS_MISSING", missing});
}

const std::vector<std::string>& template_columns() {
  static const std::vector<std::string> codes = [] {
    std::vector<std::string> all;
    for (const Column& column : import_columns()) all.emplace_back(column.code);
    return all;
  }();
  return codes;
}

bool required_column(std::string_view code) {
  const Column* column = ledger_column(code);
  return column != nullptr && (column->code == "use" || without_which_nothing(*column));
}

std::string template_header(std::string_view code) {
  return std::string(ledger_column(code)->label) + (required_column(code) ? "*" : "");
}

const std::vector<std::vector<std::string>>& template_examples() {
  static const std::vector<std::vector<std::string>> examples{example_row({{"name", "电子计价秤"},
                                                                           {"kind", "非自动衡器"},
                                                                           {"model", "ACS-30"},
                                                                           {"measuring_range", "（0.1～30）kg"},
                                                                           {"accuracy", "Ⅲ"},
                                                                           {"serial_number", "000451"},
                                                                           {"manufacturer", "示范衡器有限公司"},
                                                                           {"origin", "国产"},
                                                                           {"division", "北京市 东城区"},
                                                                           {"place", "一层收银台"},
                                                                           {"holder", "收银组"},
                                                                           {"quantity", "1"},
                                                                           {"use", "贸易结算"},
                                                                           {"delivery", "送检"},
                                                                           {"management_number", "SF-001"},
                                                                           {"cycle_months", "12"},
                                                                           {"verified_on", "2026-01-31"},
                                                                           {"valid_until", "2027-01-30"},
                                                                           {"certificate_number", "示范检字第0001号"},
                                                                           {"institution_name", "示范计量院"}}),
                                                              example_row({{"name", "压力表"},
                                                                           {"kind", "压力表"},
                                                                           {"model", "Y-100"},
                                                                           {"measuring_range", "（0～1.6）MPa"},
                                                                           {"accuracy", "1.6"},
                                                                           {"serial_number", "无"},
                                                                           {"manufacturer", "示范仪表厂"},
                                                                           {"origin", "国产"},
                                                                           {"place", "锅炉房"},
                                                                           {"quantity", "12"},
                                                                           {"use", "安全防护"},
                                                                           {"delivery", "现场检定"}})};
  return examples;
}

bool is_example(std::string_view remark) { return trim(remark) == example_remark; }

std::string_view template_name() { return "强检器具台账导入模板"; }
std::string_view template_sheet() { return "台账"; }
std::string_view template_help_sheet() { return "填写说明和示例"; }
std::string_view reason_column() { return "错误原因"; }
std::string_view row_column() { return "行号"; }
std::string_view errors_name() { return "导入未通过的行"; }
std::string_view semicolon() { return "；"; }
std::string_view colon() { return "："; }

}  // namespace domain
