{{! text/plain: nothing in here is escaped }}
系统管理员：

{{TODAY}} 的到期提醒已运行（开始于 {{STARTED}}）：查看 {{UNITS}} 家单位，生成提醒邮件 {{MAILS}} 封、涉及器具 {{ITEMS}} 项，生成超期未检清单 {{LISTS}} 份。

自上次通知以来，有下列情况需要处理：

{{#WITH_RUNS}}· 未能完成的运行 {{RUNS}} 次
{{/WITH_RUNS}}{{#BAD_RUN}}  {{RUN_STARTED}} 开始，{{#FAILED}}出错{{/FAILED}}{{#CUT_OFF}}中断{{/CUT_OFF}}{{#WITH_ERROR}}：{{ERROR}}{{/WITH_ERROR}}
{{/BAD_RUN}}{{#WITH_REFUSED}}· 新增被拒收的邮箱 {{REFUSED}} 个，请与单位联系人核实
{{/WITH_REFUSED}}{{#REFUSED_UNIT}}  {{UNIT}}
{{/REFUSED_UNIT}}{{#WITH_MORE_UNITS}}  另有 {{MORE_UNITS}} 家单位
{{/WITH_MORE_UNITS}}{{#WITH_FAILED}}· 发送失败的邮件 {{FAILED}} 封，可以在“邮件”页重新发送
{{/WITH_FAILED}}{{#WITH_WAITING}}· 等待发送超过 24 小时的邮件 {{WAITING}} 封，请检查邮件服务器
{{/WITH_WAITING}}

运行记录：{{RUNS_ADDRESS}}
邮件：{{MAIL_ADDRESS}}

没有需要处理的情况时，不发送本邮件；每天最多一封。
