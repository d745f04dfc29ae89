{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{UNIT}}：</p>
{{#OF_LONG}}
<p style="margin:0 0 14px 0;">截至 {{TODAY}}，下列强检器具超期或检定不合格已超过 {{MANAGER_DAYS}} 天，仍没有处理，共 <strong>{{LATE}}</strong> 项：</p>
{{/OF_LONG}}
{{#OF_ALL}}
<p style="margin:0 0 14px 0;">截至 {{TODAY}}，下列强检器具需要处理{{#WITH_LATE}}，其中已超期、到轮换期或检定不合格 <strong>{{LATE}}</strong> 项{{/WITH_LATE}}：</p>
{{/OF_ALL}}
<table width="100%" border="0" cellspacing="0" cellpadding="5" style="border-collapse:collapse; margin:0 0 14px 0; font-size:13px; line-height:20px;">
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3;">情况</th><th align="left" style="border:1px solid #d5dbe3;">器具</th><th align="left" style="border:1px solid #d5dbe3;">型号、出厂编号、地点</th><th align="left" style="border:1px solid #d5dbe3;">有效期至</th></tr>
{{#LINE}}
<tr><td style="border:1px solid #d5dbe3;">{{#URGENT}}<strong style="color:#b3261e;">{{/URGENT}}{{#DUE_OVER}}已超期 {{DAYS}} 天{{/DUE_OVER}}{{#DUE_TODAY}}今天到期{{/DUE_TODAY}}{{#DUE_SOON}}还有 {{DAYS}} 天到期{{/DUE_SOON}}{{#ROTATE_OVER}}已到轮换期 {{DAYS}} 天{{/ROTATE_OVER}}{{#ROTATE_TODAY}}今天到轮换期{{/ROTATE_TODAY}}{{#ROTATE_SOON}}还有 {{DAYS}} 天到期轮换{{/ROTATE_SOON}}{{#FAILED}}检定不合格，停止使用{{/FAILED}}{{#NOT_VERIFIED}}从未检定，请申请检定{{/NOT_VERIFIED}}{{#URGENT}}</strong>{{/URGENT}}</td><td style="border:1px solid #d5dbe3;">{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}</td><td style="border:1px solid #d5dbe3; word-break:break-all;">{{MODEL}}<br />{{SERIAL_NUMBER}}<br />{{PLACE}}</td><td style="border:1px solid #d5dbe3; white-space:nowrap;">{{#DATED}}{{ANCHOR}}{{/DATED}}</td></tr>
{{/LINE}}
</table>
{{#WITH_MORE}}
<p style="margin:0 0 14px 0;">另有 {{MORE}} 项没有在此列出。{{#FILE_WHOLE}}全部 {{ALL}} 项见附件“{{FILE}}”。{{/FILE_WHOLE}}{{#FILE_CUT}}附件“{{FILE}}”列有前 {{IN_FILE}} 项，其余请到台账查看。{{/FILE_CUT}}</p>
{{/WITH_MORE}}
<p style="margin:0 0 14px 0;">查看并预约检定：<a href="{{ADDRESS}}" style="color:#1b4f8a;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;color:#55606e;">收到本邮件，是因为{{#REGISTERED}}贵单位在系统中登记了这个邮箱{{/REGISTERED}}{{#EXTRA}}该单位把这个邮箱加为提醒的接收邮箱{{/EXTRA}}{{#MANAGER}}您是该单位的负责人{{/MANAGER}}。同一器具的同一次提醒只发一次；已经预约检定的不再提醒。登记了新的检定日期后，旧的提醒自动停止。</p>
<p style="margin:0 0 14px 0;color:#55606e;">更改提醒的时间和接收邮箱（需要登录）：<a href="{{SETTINGS}}" style="color:#1b4f8a; word-break:break-all;">{{SETTINGS}}</a></p>
{{#WITH_UNSUBSCRIBE}}
<p style="margin:0 0 14px 0;color:#55606e;">这个邮箱不想再收到提醒：<a href="{{UNSUBSCRIBE}}" style="color:#1b4f8a;">退订</a></p>
{{/WITH_UNSUBSCRIBE}}
