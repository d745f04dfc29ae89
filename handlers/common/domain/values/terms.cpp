// The one place where the field's terms stand beside their codes.
#include "domain/values/terms.h"

#include <algorithm>

namespace domain {
namespace {

const Term* find(const Terms& terms, std::string_view code) {
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.code == code; });
  return found == terms.end() ? nullptr : &*found;
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

const Terms& attachment_kinds() {
  static const Terms terms{{"photo", "铭牌照片"}, {"certificate", "检定证书"}, {"other", "其他"}};
  return terms;
}

const Terms& states() {
  static const Terms terms{{"in_use", "在用"}, {"stopped", "停用"}, {"scrapped", "报废"}};
  return terms;
}

const Terms& ledger_tabs() {
  static const Terms terms{
      {"all", "全部"},          {"due_soon", "即将到期"},   {"overdue", "已超期"},       {"rotate", "到期轮换"},
      {"failed", "检定不合格"}, {"not_verified", "未检定"}, {"booked", "已预约/检定中"}, {"stopped", "停用"},
      {"scrapped", "报废"},     {"due", "到期提醒"}};
  return terms;
}

const Terms& ledger_acts() {
  static const Terms terms{{"stop", "停用"}, {"enable", "启用"}, {"scrap", "报废"}, {"remove", "删除"}};
  return terms;
}

const Terms& appointment_states() {
  static const Terms terms{{"draft", "待提交"}, {"submitted", "已提交"}, {"answered", "已反馈"}};
  return terms;
}

const Terms& line_words() {
  static const Terms terms{{"draft", "待提交"},     {"waiting", "待受理"},  {"accepted", "已受理"}, {"verifying", "检定中"},
                           {"passed", "合格"},      {"failed", "不合格"},   {"returned", "退检"},   {"refused", "不予受理"},
                           {"withdrawn", "已撤回"}, {"cancelled", "已取消"}};
  return terms;
}

const Terms& refusal_reasons() {
  static const Terms terms{{"out_of_scope", "超出检定能力"},   {"not_compulsory", "不属强检目录或用途"},
                           {"incomplete", "信息不完整或有误"}, {"other_region", "非本辖区"},
                           {"already_verifying", "已在检定"},  {"other", "其他"}};
  return terms;
}

const Terms& marks() {
  static const Terms terms{
      {"certificate", "检定证书"}, {"conformity_certificate", "检定合格证"}, {"conformity_mark", "检定合格印"}};
  return terms;
}

const Terms& api_scopes() {
  static const Terms terms{{"lines", "读取已受理的器具"}, {"results", "登记检定结果"}};
  return terms;
}

const Terms& job_kinds() {
  static const Terms terms{{"import_check", "检查导入文件"}, {"import_apply", "导入"}, {"export", "导出"}, {"bulk", "批量变更"}};
  return terms;
}

const Terms& job_states() {
  static const Terms terms{{"waiting", "等待处理"}, {"running", "正在处理"}, {"done", "已完成"}, {"failed", "未能完成"}};
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
  static const Terms terms{{"unit.register", "单位注册"},
                           {"unit.document", "上传证照"},
                           {"unit.suspend", "停用单位账户"},
                           {"unit.restore", "恢复单位账户"},
                           {"unit.close", "注销单位账户"},
                           {"unit.contact", "修改单位联系方式"},
                           {"unit.email", "确认单位邮箱"},
                           {"unit.reveal_id_number", "查看证件号码"},
                           {"reminders.settings", "修改到期提醒设置"},
                           {"reminders.add_address", "新增提醒邮箱"},
                           {"reminders.ask_again", "重新发送提醒邮箱确认邮件"},
                           {"reminders.confirm_address", "确认提醒邮箱"},
                           {"reminders.remove_address", "移除提醒邮箱"},
                           {"reminders.unsubscribe", "退订到期提醒"},
                           {"unit.resubmit", "修改后重新提交"},
                           {"unit.approve", "审核通过"},
                           {"unit.reject", "退回修改"},
                           {"instrument.create", "新增器具"},
                           {"instrument.update", "修改器具"},
                           {"instrument.stop", "停用器具"},
                           {"instrument.enable", "启用器具"},
                           {"instrument.scrap", "报废器具"},
                           {"instrument.remove", "删除器具"},
                           {"instrument.import", "导入器具"},
                           {"instrument.add_record", "登记检定证书"},
                           {"instrument.remove_record", "删除检定记录"},
                           {"instrument.attach", "上传附件"},
                           {"instrument.detach", "删除附件"},
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
                           {"calendar.create", "生成日历地址"},
                           {"calendar.revoke", "撤销日历地址"},
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
                           {"catalogue.names", "修改种别俗名"},
                           {"audit.export", "导出审计日志"},
                           {"mail.resend", "重新发送邮件"},
                           {"appointment.create", "新增预约单"},
                           {"appointment.update", "修改预约单"},
                           {"appointment.remove", "删除预约单"},
                           {"appointment.submit", "提交预约单"},
                           {"appointment.withdraw", "撤回预约"},
                           {"appointment.answer", "答复预约"},
                           {"appointment.begin", "开始检定"},
                           {"appointment.give_back", "退检"},
                           {"appointment.cancel", "取消预约"},
                           {"instrument.result", "登记检定结果"},
                           {"instrument.correct_result", "更正检定结果"},
                           {"instrument.split", "按检定结果拆分"},
                           {"institution.capacity", "设置每日检定量"},
                           {"api_token.create", "生成接口令牌"},
                           {"api_token.revoke", "吊销接口令牌"}};
  return terms;
}

const Terms& audit_subjects() {
  static const Terms terms{{"administration", "系统管理"},
                           {"user", "用户"},
                           {"unit", "单位"},
                           {"instrument", "器具"},
                           {"kind", "目录种别"},
                           {"edition", "目录版本"},
                           {"request", "申请"},
                           {"catalogue", "强制检定目录"},
                           {"appointment", "预约单"},
                           {"institution", "计量技术机构"},
                           {"api_token", "接口令牌"},
                           {"audit", "审计日志"},
                           {"logins", "登录记录"},
                           {"calendar", "日历地址"},
                           {"mail", "邮件"}};
  return terms;
}

const Terms& mail_kinds() {
  static const Terms terms{{"reset_password", "重设密码"},
                           {"confirm_email", "确认邮箱"},
                           {"invite", "邀请成员"},
                           {"email_changed", "邮箱已更改"},
                           {"password_changed", "密码已更改"},
                           {"review_result", "审核结果"},
                           {"request_result", "申请结果"},
                           {"notice", "消息"},
                           {"reminder", "到期提醒"},
                           {"confirm_reminder", "确认提醒邮箱"},
                           {"reminder_summary", "提醒运行情况"},
                           {"overdue_list", "超期未检清单"}};
  return terms;
}

const Terms& reminder_thresholds() {
  static const Terms terms{{"90", "90 天"}, {"60", "60 天"}, {"45", "45 天"}, {"30", "30 天"},
                           {"15", "15 天"}, {"7", "7 天"},   {"3", "3 天"},   {"1", "1 天"}};
  return terms;
}

const Terms& optional_reminders() {
  static const Terms terms{{"soon", "到期前提醒（含到期当天）"}, {"rotate", "到期轮换"}, {"not_verified", "从未检定"}};
  return terms;
}

const Terms& reminder_situations() {
  static const Terms terms{{"due_over", "已超期"},
                           {"due_today", "今天到期"},
                           {"due_soon", "即将到期"},
                           {"rotate_over", "已到轮换期"},
                           {"rotate_today", "今天到轮换期"},
                           {"rotate_soon", "即将到期轮换"},
                           {"failed", "检定不合格，停止使用"},
                           {"not_verified", "从未检定，请申请检定"}};
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
                           {"ledger", "台账"},
                           {"desk_lines", "受理清单"},
                           {"situation", "情况"},
                           {"days", "天数"},
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

}  // namespace domain
