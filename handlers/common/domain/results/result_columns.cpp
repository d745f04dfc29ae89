// See result_columns.h.
#include "domain/results/result_columns.h"

namespace domain {

const Terms& line_columns() {
  static const Terms terms{{"line_key", "行号"},
                           {"number", "预约单号"},
                           {"unit_name", "单位名称"},
                           {"unit_code", "组织机构代码"},
                           {"contact", "联系人"},
                           {"phone", "电话"},
                           {"name", "器具名称"},
                           {"kind", "种别"},
                           {"model", "型号规格"},
                           {"measuring_range", "测量范围"},
                           {"accuracy", "准确度等级"},
                           {"manufacturer", "生产厂家"},
                           {"serial_number", "出厂编号"},
                           {"management_number", "管理编号"},
                           {"sub_number", "车牌号/枪号"},
                           {"quantity", "数量"},
                           {"place", "使用地点"},
                           {"holder", "使用人/摊位"},
                           {"use", "用途"},
                           {"planned_on", "计划日期"},
                           {"cycle_months", "检定周期（月）"}};
  return terms;
}

const Terms& outcome_columns() {
  static const Terms terms{
      {"result", "检定结果"},      {"mark", "印证类型"},   {"result_number", "证书编号"}, {"verified_on", "检定日期"},
      {"valid_until", "有效期至"}, {"passed", "合格数"},   {"failed", "不合格数"},        {"notice_number", "不合格通知书编号"},
      {"seal_number", "铅封号"},   {"verifier", "检定员"}, {"checker", "核验员"},         {"remark", "备注"}};
  return terms;
}

const Terms& result_columns() {
  static const Terms terms = [] {
    Terms all = line_columns();
    all.insert(all.end(), outcome_columns().begin(), outcome_columns().end());
    return all;
  }();
  return terms;
}

}  // namespace domain
