{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">系统管理员：</p>
<p style="margin:0 0 14px 0;">{{TODAY}} 的到期提醒已运行（开始于 {{STARTED}}）：查看 {{UNITS}} 家单位，生成提醒邮件 {{MAILS}} 封、涉及器具 {{ITEMS}} 项，生成超期未检清单 {{LISTS}} 份。</p>
<p style="margin:0 0 14px 0;">自上次通知以来，有下列情况需要处理：</p>
<table width="100%" border="0" cellspacing="0" cellpadding="6" style="border-collapse:collapse; margin:0 0 14px 0; font-size:13px; line-height:20px;">
{{#WITH_RUNS}}
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3; color:#b3261e;">未能完成的运行 {{RUNS}} 次</th></tr>
{{/WITH_RUNS}}
{{#BAD_RUN}}
<tr><td style="border:1px solid #d5dbe3; word-break:break-all;">{{RUN_STARTED}} 开始，{{#FAILED}}出错{{/FAILED}}{{#CUT_OFF}}中断{{/CUT_OFF}}{{#WITH_ERROR}}：{{ERROR}}{{/WITH_ERROR}}</td></tr>
{{/BAD_RUN}}
{{#WITH_REFUSED}}
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3; color:#b3261e;">新增被拒收的邮箱 {{REFUSED}} 个，请与单位联系人核实</th></tr>
{{/WITH_REFUSED}}
{{#REFUSED_UNIT}}
<tr><td style="border:1px solid #d5dbe3;">{{UNIT}}</td></tr>
{{/REFUSED_UNIT}}
{{#WITH_MORE_UNITS}}
<tr><td style="border:1px solid #d5dbe3;">另有 {{MORE_UNITS}} 家单位</td></tr>
{{/WITH_MORE_UNITS}}
{{#WITH_FAILED}}
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3; color:#b3261e;">发送失败的邮件 {{FAILED}} 封，可以在“邮件”页重新发送</th></tr>
{{/WITH_FAILED}}
{{#WITH_WAITING}}
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3; color:#b3261e;">等待发送超过 24 小时的邮件 {{WAITING}} 封，请检查邮件服务器</th></tr>
{{/WITH_WAITING}}
</table>
<p style="margin:0 0 14px 0;">运行记录：<a href="{{RUNS_ADDRESS}}" style="color:#1b4f8a;">{{RUNS_ADDRESS}}</a><br />邮件：<a href="{{MAIL_ADDRESS}}" style="color:#1b4f8a;">{{MAIL_ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;color:#55606e;">没有需要处理的情况时，不发送本邮件；每天最多一封。</p>
