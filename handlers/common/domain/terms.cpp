// The one place where the field's terms and the labels of form fields stand beside their codes.
#include "domain/terms.h"

#include <algorithm>

namespace domain {
namespace {

const Term* find(const Terms& terms, std::string_view code) {
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.code == code; });
  return found == terms.end() ? nullptr : &*found;
}

// Names of form fields; a field of the same name means the same thing on every form.
const Terms& field_labels() {
  static const Terms terms{
      // accounts
      {"user_type", "用户类型"},
      {"login", "用户名"},
      {"password", "密码"},
      {"password_confirm", "密码确认"},
      {"current_password", "当前密码"},
      {"code", "动态验证码或恢复码"},
      {"person", "姓名"},
      {"phone", "联系电话"},
      {"role", "身份"},
      {"method", "加入方式"},
      {"leaving", "交接后我的身份"},
      {"captcha", "验证码"},
      {"unit_type", "单位类型"},
      {"unit_name", "企业名称"},
      {"unit_code", "组织机构代码"},
      {"division_code", "所在地"},
      {"division_1", "行政区划"},
      {"division_2", "行政区划"},
      {"division_3", "行政区划"},
      {"representative", "法人代表（法定代表人、负责人或经营者）"},
      {"id_type", "证件类型"},
      {"id_number", "法人身份证号（证件号码）"},
      {"license", "营业执照或登记证书"},
      {"contact", "联系人"},
      {"mobile", "手机号"},
      {"email", "电子邮箱"},
      {"consent_terms", "我已阅读并同意《用户服务协议》"},
      {"consent_privacy", "我已阅读并同意《隐私政策》"},
      {"consent_id_number", "我同意为审核目的处理法人证件号码（敏感个人信息）"},
      {"proof", "营业执照或登记证书"},
      {"organisation", "单位名称"},
      {"organisation_code", "组织机构代码"},
      {"explanation", "说明"},
      {"understood", "我已了解注销的后果，申请注销本单位账户"},
      {"ends_two_factor", "同时停用两步验证"},
      {"locks_managers", "同时锁定该单位现有的负责人"},
      {"state", "审核状态"},
      {"reason", "原因"},
      // ledger
      {"kind_query", "按俗名查找"},
      {"kind_id", "器具项别、种别"},
      {"name", "器具名称"},
      {"model", "型号规格"},
      {"measuring_range", "测量范围"},
      {"accuracy", "准确度等级"},
      {"serial_number", "出厂编号"},
      {"serial", "出厂编号"},
      {"manufacturer", "生产厂家"},
      {"origin", "器具产地"},
      {"place_division", "使用地点行政区划"},
      {"place", "安装/使用地点"},
      {"quantity", "器具数量"},
      {"use", "器具用途"},
      {"delivery", "送检方式"},
      {"management_number", "管理编号"},
      {"cycle_months", "检定周期（月）"},
      {"verified_on", "上次检定日期"},
      {"valid_until", "有效期至"},
      {"certificate_number", "检定证书编号"},
      {"institution_name", "检定机构"},
      {"remark", "备注"},
      {"size", "每页条数"},
      // institutions, departments and their people
      {"organisation_name", "名称"},
      {"seat_division", "所在地"},
      {"served_division", "服务区域"},
      {"supervised_division", "监管区域"},
      {"filter_division", "所在地（含下级）"},
      {"address", "地址"},
      {"working_hours", "工作时间"},
      {"instructions", "送检须知"},
      {"authorisation_number", "授权证书编号"},
      {"authorised_until", "授权有效期至"},
      {"deliveries", "可承担的送检方式"},
      {"state_reason", "原因"},
      {"supervised_unit", "单位代码或名称"},
      // announcements
      {"announcement_title", "标题"},
      {"body", "正文"},
      {"shown_at", "显示位置"},
      {"audience", "受众"},
      {"shown_from", "显示起"},
      {"shown_to", "显示止"},
      // settings and offices
      {"setting_title", "门户名称"},
      {"setting_system_title", "系统名称"},
      {"setting_english_title", "英文名称"},
      {"setting_organiser", "主办单位"},
      {"setting_icp_number", "备案号"},
      {"setting_police_number", "公安备案号"},
      {"setting_site_code", "网站标识码"},
      {"setting_hotline", "服务热线"},
      {"setting_review_hours", "集中审核时间"},
      {"setting_reject_reasons", "常用退回原因"},
      {"setting_login_failures", "账户登录失败次数上限"},
      {"setting_login_address_failures", "同一地址登录失败次数上限"},
      {"setting_password_days", "密码有效天数"},
      {"setting_password_history", "不得重复的历史密码个数"},
      {"setting_one_session", "同一账户只允许一处登录"},
      {"setting_two_factor_required", "必须使用两步验证的用户类型"},
      {"office_name", "名称"},
      {"postcode", "邮编"},
      {"fax", "传真"},
      {"position", "排列顺序"},
      // administration
      {"why", "原因"},
      {"item_no", "项别序号"},
      {"item_name", "项别名称"},
      {"kind_no", "种别序号"},
      {"kind_name", "种别名称"},
      {"variant", "分类"},
      {"supervision", "监管方式"},
      {"mode", "强检方式"},
      {"uses", "用途"},
      {"scope", "适用范围"},
      {"service_life_months", "使用期限（月）"},
      {"regulation", "检定规程"},
      {"condition", "条件"},
      {"notice", "公告"},
      {"checked", "已与公告附件核对"},
      {"catalogue_file", "目录文件（CSV）"},
      {"confirm_retire", "我已核对，确认停用超过一半的种别"},
  };
  return terms;
}

}  // namespace

const Terms& user_types() {
  static const Terms terms{{"unit", "计量器具使用单位（企业用户）"},
                           {"institution", "计量技术机构"},
                           {"supervisor", "市场监管部门"},
                           {"administrator", "系统管理员"}};
  return terms;
}

const Terms& unit_types() {
  static const Terms terms{{"enterprise", "企业"},
                           {"individual", "个体工商户"},
                           {"public_institution", "事业单位"},
                           {"branch", "分支机构"},
                           {"other", "其他"}};
  return terms;
}

const Terms& id_types() {
  static const Terms terms{{"id_card", "居民身份证"},
                           {"hk_macao_permit", "港澳居民来往内地通行证"},
                           {"taiwan_permit", "台湾居民来往大陆通行证"},
                           {"permanent_residence", "外国人永久居留身份证"},
                           {"passport", "护照"}};
  return terms;
}

const Terms& review_states() {
  static const Terms terms{{"pending", "待审核"},
                           {"approved", "审核通过"},
                           {"rejected", "审核不通过（退回修改）"},
                           {"suspended", "账户已停用"},
                           {"closed", "已注销"}};
  return terms;
}

const Terms& request_kinds() {
  static const Terms terms{{"recover", "找回账户"}, {"claim", "认领单位"}, {"change", "变更单位信息"}, {"close", "注销账户"}};
  return terms;
}

const Terms& request_states() {
  static const Terms terms{
      {"pending", "待处理"}, {"approved", "已通过"}, {"rejected", "未通过"}, {"withdrawn", "已撤回"}, {"done", "已办结"}};
  return terms;
}

const Terms& review_decisions() {
  static const Terms terms{{"submitted", "提交审核"},
                           {"approved", "审核通过"},
                           {"rejected", "退回修改"},
                           {"suspended", "账户停用"},
                           {"restored", "账户恢复"},
                           {"change_requested", "申请变更单位信息"},
                           {"change_approved", "变更申请通过"},
                           {"change_rejected", "变更申请未通过"},
                           {"change_withdrawn", "撤回变更申请"},
                           {"close_requested", "申请注销账户"},
                           {"close_rejected", "注销申请未通过"},
                           {"close_withdrawn", "撤回注销申请"},
                           {"closed", "账户注销"},
                           {"claimed", "认领单位，新增负责人"}};
  return terms;
}

const Terms& roles() {
  static const Terms terms{{"manager", "负责人"}, {"worker", "经办人"}, {"viewer", "只读"}};
  return terms;
}

const Terms& member_methods() {
  static const Terms terms{{"invite", "发送一次性邀请链接，由本人设置用户名和密码"},
                           {"temporary", "现在设置用户名和临时密码，首次登录时须修改"}};
  return terms;
}

const Terms& user_states() {
  static const Terms terms{{"active", "正常"}, {"locked", "已锁定"}, {"removed", "已移除"}};
  return terms;
}

const Terms& uses() {
  static const Terms terms{{"trade", "贸易结算"}, {"safety", "安全防护"}, {"medical", "医疗卫生"}, {"environment", "环境监测"}};
  return terms;
}

const Terms& origins() {
  static const Terms terms{{"domestic", "国产"}, {"imported", "进口"}, {"hmt", "港澳台"}};
  return terms;
}

const Terms& deliveries() {
  static const Terms terms{{"send_in", "送检"}, {"on_site", "现场检定"}};
  return terms;
}

const Terms& states() {
  static const Terms terms{{"in_use", "在用"}, {"stopped", "停用"}, {"scrapped", "报废"}};
  return terms;
}

const Terms& modes() {
  static const Terms terms{{"periodic", "周期检定"},
                           {"first_scrap", "只做首次强制检定，失准报废"},
                           {"first_rotate", "只做首次强制检定，限期使用，到期轮换"},
                           {"none", "不实行强制检定"}};
  return terms;
}

const Terms& supervisions() {
  static const Terms terms{{"type_approval", "型式批准"}, {"verification", "强制检定"}, {"both", "型式批准、强制检定"}};
  return terms;
}

const Terms& organisation_states() {
  static const Terms terms{{"active", "正常"}, {"suspended", "已停用"}};
  return terms;
}

const Terms& announcement_places() {
  static const Terms terms{{"home", "首页"}, {"service", "在线办理"}};
  return terms;
}

const Terms& audiences() {
  static const Terms terms{
      {"everyone", "所有人"}, {"unit", "使用单位"}, {"institution", "计量技术机构"}, {"supervisor", "市场监管部门"}};
  return terms;
}

const Terms& announcement_states() {
  static const Terms terms{{"current", "正在显示"}, {"future", "尚未显示"}, {"past", "已结束或已撤下"}};
  return terms;
}

const Terms& audit_actions() {
  static const Terms terms{{"enterprise.register", "单位注册"},
                           {"enterprise.document", "上传证照"},
                           {"enterprise.suspend", "停用单位账户"},
                           {"enterprise.restore", "恢复单位账户"},
                           {"enterprise.close", "注销单位账户"},
                           {"enterprise.contact", "修改单位联系方式"},
                           {"enterprise.email", "确认单位邮箱"},
                           {"enterprise.reveal_id_number", "查看证件号码"},
                           {"enterprise.resubmit", "修改后重新提交"},
                           {"enterprise.approve", "审核通过"},
                           {"enterprise.reject", "退回修改"},
                           {"instrument.create", "新增器具"},
                           {"instrument.update", "修改器具"},
                           {"user.create", "新增用户"},
                           {"user.lock", "锁定用户"},
                           {"user.unlock", "解锁用户"},
                           {"user.unblock", "解除登录限制"},
                           {"user.remove", "移除用户"},
                           {"user.restore", "恢复用户"},
                           {"user.role", "变更身份"},
                           {"user.contact", "修改联系方式"},
                           {"user.email", "修改电子邮箱"},
                           {"user.invite", "邀请成员"},
                           {"user.revoke_invitation", "撤回邀请"},
                           {"user.enable_two_factor", "启用两步验证"},
                           {"user.change_password", "修改密码"},
                           {"user.reset_password", "重置密码"},
                           {"user.disable_two_factor", "停用两步验证"},
                           {"user.end_sessions", "结束登录"},
                           {"request.create", "提交申请"},
                           {"request.approve", "通过申请"},
                           {"request.reject", "不通过申请"},
                           {"request.withdraw", "撤回申请"},
                           {"request.done", "办结申请"},
                           {"key.reseal", "更换密钥"},
                           {"catalogue.draft", "上传目录文件"},
                           {"catalogue.discard", "放弃目录文件"},
                           {"catalogue.replace", "替换目录"},
                           {"catalogue.add", "目录新增种别"},
                           {"catalogue.change", "目录变更种别"},
                           {"catalogue.retire", "目录停用种别"},
                           {"catalogue.restore", "目录恢复种别"},
                           {"audit.export", "导出审计日志"}};
  return terms;
}

const Terms& audit_subjects() {
  static const Terms terms{
      {"administration", "系统管理"}, {"user", "用户"},        {"enterprise", "单位"}, {"instrument", "器具"},
      {"kind", "目录种别"},           {"edition", "目录版本"}, {"request", "申请"},    {"catalogue", "强制检定目录"},
      {"audit", "审计日志"},          {"logins", "登录记录"}};
  return terms;
}

const Terms& login_outcomes() {
  static const Terms terms{{"success", "成功"},
                           {"refused", "用户名或密码不正确"},
                           {"code_refused", "动态验证码不正确"},
                           {"throttled", "尝试过多，未受理"}};
  return terms;
}

const Terms& export_words() {
  static const Terms terms{{"at", "时间"},
                           {"unit", "单位"},
                           {"unit_code", "组织机构代码"},
                           {"actor", "操作人"},
                           {"action", "操作"},
                           {"action_code", "操作代码"},
                           {"subject", "对象"},
                           {"subject_id", "对象编号"},
                           {"changes", "变化"},
                           {"request_id", "请求编号"},
                           {"login", "用户名"},
                           {"address", "网络地址"},
                           {"outcome", "结果"},
                           {"cut", "未完：超过一次可导出的条数，其余未导出"}};
  return terms;
}

const Terms& default_settings() {
  static const Terms terms{
      {"title", "公共服务门户"}, {"system_title", "强制检定工作计量器具业务管理系统"}, {"hotline", "400-813-5888"}};
  return terms;
}

bool contains(const Terms& terms, std::string_view code) { return find(terms, code) != nullptr; }

std::string_view word(const Terms& terms, std::string_view code) {
  const Term* term = find(terms, code);
  return term != nullptr ? term->word : code;
}

std::string_view field_label(std::string_view field) { return word(field_labels(), field); }

}  // namespace domain
