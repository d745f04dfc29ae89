// See audit.h.
#include "domain/administration/audit.h"

#include "domain/catalogue/catalogue.h"
#include "domain/values/terms.h"

#include <algorithm>

namespace domain {
namespace {

const Terms& flags() {
  static const Terms terms{{"true", "是"}, {"false", "否"}};
  return terms;
}

const Terms& recorded_results() {
  static const Terms terms{{"pass", "合格"}, {"fail", "不合格"}, {"declared", "单位填报"}};
  return terms;
}

// Fields that a form has under another name, or no form has.
const Terms& labels() {
  static const Terms terms{{"address", "地址"},
                           {"added", "新增数"},
                           {"changed", "变更数"},
                           {"details", "内容"},
                           {"remind_soon", "到期前提醒"},
                           {"remind_rotate", "到期轮换提醒"},
                           {"remind_not_verified", "从未检定提醒"},
                           {"left", "已退订"},
                           {"earlier", "记入以前的记录"},
                           {"size_bytes", "文件大小（字节）"},

                           {"document", "证照文件"},
                           {"file", "文件"},
                           {"file_name", "文件名"},
                           {"from", "起始日期"},
                           {"instrument", "器具"},
                           {"key", "设置项"},
                           {"last_result", "检定结论"},
                           {"line_no", "序号"},
                           {"line_state", "答复"},
                           {"lines", "行"},
                           {"mail_kind", "邮件种类"},
                           {"mails", "封数"},
                           {"original_name", "原文件名"},
                           {"outcome", "结果"},
                           {"reason", "原因"},
                           {"recipient", "收件人"},
                           {"result_version", "检定结果的版本"},
                           {"retired", "已停用"},
                           {"role", "身份"},
                           {"rows", "行数"},
                           {"sessions", "结束的登录数"},
                           {"state", "状态"},
                           {"temporary", "临时密码"},
                           {"to", "截止日期"},
                           {"two_factor", "两步验证"},
                           {"unit", "单位"},
                           {"value", "值"}};
  return terms;
}

std::string_view last_name(std::string_view field) {
  const auto at = field.rfind('.');
  return at == std::string_view::npos ? field : field.substr(at + 1);
}

std::string one_label(std::string_view subject, std::string_view name) {
  if (name == "name") return subject == "instrument" ? "器具名称" : subject == "unit" ? "企业名称" : "姓名或名称";
  if (name == "retired" && subject == "edition") return "停用数";
  if (contains(labels(), name)) return std::string(word(labels(), name));
  return std::string(field_label(name));
}

const Terms* terms_of(std::string_view subject, std::string_view name) {
  if (name == "state") {
    if (subject == "unit") return &review_states();
    if (subject == "request") return &request_states();
    return subject == "instrument" ? &states() : &user_states();
  }
  if (name == "line_state") return &line_words();
  if (name == "refusal_code") return &refusal_reasons();
  if (name == "role") return &roles();
  if (name == "user_type") return &user_types();
  if (name == "unit_type") return &unit_types();
  if (name == "id_type") return &id_types();
  if (name == "origin") return &origins();
  if (name == "delivery") return &deliveries();
  if (name == "use") return &uses();
  if (name == "outcome") return &login_outcomes();
  if (name == "attachment_kind") return &attachment_kinds();
  if (name == "mark") return &marks();
  if (name == "mail_kind") return &mail_kinds();
  if (name == "last_result") return &recorded_results();
  if (name == "action") return &audit_actions();
  return nullptr;
}

}  // namespace

std::string audit_label(std::string_view subject, std::string_view field) {
  std::string label;
  while (true) {
    const auto end = std::min(field.find('.'), field.size());
    label += (label.empty() ? "" : "／") + one_label(subject, field.substr(0, end));
    if (end == field.size()) return label;
    field.remove_prefix(end + 1);
  }
}

std::string audit_value(std::string_view subject, std::string_view field, std::string_view value) {
  const std::string_view name = last_name(field);
  if (value == "true" || value == "false") return std::string(word(flags(), value));
  if (const Terms* terms = terms_of(subject, name)) return std::string(word(*terms, value));
  return catalogue_shown(name, value);
}

}  // namespace domain
