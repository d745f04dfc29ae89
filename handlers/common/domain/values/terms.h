// The field's terms (贸易结算, 在用 …): every code the database stores with the word people see, once, for pages and files
// alike. Also the labels of form fields and file columns. The database and C++ use the codes only.
#pragma once

#include <string_view>
#include <vector>

namespace domain {

struct Term {
  std::string_view code;
  std::string_view word;
};
using Terms = std::vector<Term>;

// In the order people expect to choose from.
const Terms& user_types();  // unit 计量器具使用单位（企业用户） | institution 计量技术机构 | supervisor 市场监管部门 |
                            // administrator 系统管理员
const Terms& unit_types();  // unit 企业 | individual 个体工商户 | public_institution 事业单位 | branch 分支机构 | other 其他
const Terms& id_types();  // id_card 居民身份证 | hk_macao_permit 港澳居民来往内地通行证 | taiwan_permit 台湾居民来往大陆通行证 |
                          // permanent_residence 外国人永久居留身份证 | passport 护照
const Terms& review_states();  // pending 待审核 | approved 审核通过 | rejected 审核不通过（退回修改） | suspended 账户已停用 |
                               // closed 已注销
const Terms& request_kinds();  // recover 找回账户 | claim 认领单位 | change 变更单位信息 | close 注销账户
const Terms& request_states();  // pending 待处理 | approved 已通过 | rejected 未通过 | withdrawn 已撤回 | done 已办结
const Terms& review_decisions();    // of a unit's history: submitted 提交审核 | approved 审核通过 | …
const Terms& roles();               // of a person in an organisation: manager 负责人 | worker 经办人 | viewer 只读
const Terms& member_methods();      // invite | temporary: how a new member gets in
const Terms& user_states();         // active 正常 | locked 已锁定 | removed 已移除
const Terms& uses();                // trade 贸易结算 | safety 安全防护 | medical 医疗卫生 | environment 环境监测
const Terms& origins();             // domestic 国产 | imported 进口 | hmt 港澳台
const Terms& deliveries();          // send_in 送检 | on_site 现场检定
const Terms& attachment_kinds();    // photo 铭牌照片 | certificate 检定证书 | other 其他
const Terms& states();              // in_use 在用 | stopped 停用 | scrapped 报废
const Terms& ledger_tabs();         // all 全部 | due_soon 即将到期 | … | due 到期提醒: the parts of a ledger
const Terms& ledger_acts();         // stop 停用 | enable 启用 | scrap 报废 | remove 删除
const Terms& appointment_states();  // draft 待提交 | submitted 已提交 | answered 已反馈
const Terms& line_words();          // of an appointment's line: draft 待提交 | waiting 待受理 | accepted 已受理 | …
const Terms& refusal_reasons();     // out_of_scope 超出检定能力 | …: why 不予受理
const Terms& marks();  // 印证类型: certificate 检定证书 | conformity_certificate 检定合格证 | conformity_mark 检定合格印
const Terms& api_scopes();           // lines 读取已受理的器具 | results 登记检定结果: what a token may do
const Terms& job_kinds();            // import_check 检查导入文件 | import_apply 导入 | export 导出 | bulk 批量变更
const Terms& job_states();           // waiting 等待处理 | running 正在处理 | done 已完成 | failed 未能完成
const Terms& modes();                // periodic 周期检定 | first_scrap 只做首次强制检定，失准报废 | first_rotate
                                     // 只做首次强制检定，限期使用，到期轮换 | none 不实行强制检定
const Terms& supervisions();         // type_approval 型式批准 | verification 强制检定 | both 型式批准、强制检定
const Terms& organisation_states();  // of an institution, a department: active 正常 | suspended 已停用
const Terms& announcement_places();  // home 首页 | service 在线办理
const Terms& audiences();  // everyone 所有人 | unit 使用单位 | institution 计量技术机构 | supervisor 市场监管部门
const Terms& announcement_states();  // current 正在显示 | future 尚未显示 | past 已结束或已撤下
const Terms& audit_actions();        // dotted: user.lock 锁定用户 …; an action that is not here is shown as its code
const Terms& audit_subjects();  // what was changed: user 用户 | unit 单位 …; administration 系统管理 is chain 0's name
const Terms& mail_kinds();      // kinds of mail in the outbox
const Terms& reminder_thresholds();  // 90 提前 90 天 …: days before the due date, longest first
const Terms& optional_reminders();  // soon 到期前提醒 | rotate 到期轮换 | not_verified 从未检定: what a unit may do without
const Terms& reminder_situations();  // see domain/mail/reminder.h: due_over 已超期 …
const Terms& login_outcomes();       // success 成功 | refused … | code_refused … | throttled …
const Terms& export_words();         // columns of exported files that no form has; cut: the last line of one that is not whole

// What the portal is called and whom to call until an operator says otherwise: setting → value.
const Terms& default_settings();

bool contains(const Terms& terms, std::string_view code);
std::string_view word(const Terms& terms, std::string_view code);  // the code itself when unknown
std::string_view field_label(std::string_view field);              // "unit_name" → 企业名称; the name itself when unknown

}  // namespace domain
