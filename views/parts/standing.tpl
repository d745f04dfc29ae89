{{%AUTOESCAPE context="HTML"}}
{{! Where an instrument stands: exactly one section is shown (handlers/common/domain/standing.h), with DAYS and IS_TODAY or IN_DAYS. }}
{{#STOPPED}}<span class="badge badge-grey">停用</span>{{/STOPPED}}
{{#SCRAPPED}}<span class="badge badge-grey">报废</span>{{/SCRAPPED}}
{{#FAILED}}<span class="badge badge-red">检定不合格，停止使用</span>{{/FAILED}}
{{#FIRST_DONE}}<span class="badge badge-green">已首检</span>{{/FIRST_DONE}}
{{#ROTATE_SOON}}<span class="badge badge-yellow">即将到期轮换（{{#IS_TODAY}}今天到期{{/IS_TODAY}}{{#IN_DAYS}}还有 {{DAYS}} 天{{/IN_DAYS}}）</span>{{/ROTATE_SOON}}
{{#ROTATE_DUE}}<span class="badge badge-red">已到轮换期 {{DAYS}} 天</span>{{/ROTATE_DUE}}
{{#NOT_VERIFIED}}<span class="badge badge-grey">未检定</span>{{/NOT_VERIFIED}}
{{#OVERDUE}}<span class="badge badge-red">已超期 {{DAYS}} 天</span>{{/OVERDUE}}
{{#DUE_SOON}}<span class="badge badge-yellow">30 天内到期（{{#IS_TODAY}}今天到期{{/IS_TODAY}}{{#IN_DAYS}}还有 {{DAYS}} 天{{/IN_DAYS}}）</span>{{/DUE_SOON}}
{{#VALID}}<span class="badge badge-green">正常</span>{{/VALID}}
