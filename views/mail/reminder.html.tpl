{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{UNIT}}：</p>
<p style="margin:0 0 14px 0;">截至 {{TODAY}}，下列强检器具需要处理{{#WITH_LATE}}，其中已超期、到轮换期或检定不合格 <strong>{{LATE}}</strong> 项{{/WITH_LATE}}：</p>
<table width="100%" border="0" cellspacing="0" cellpadding="6" style="border-collapse:collapse; margin:0 0 14px 0; font-size:13px; line-height:20px;">
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3;">情况</th><th align="left" style="border:1px solid #d5dbe3;">器具</th><th align="left" style="border:1px solid #d5dbe3;">型号、出厂编号、地点</th><th align="left" style="border:1px solid #d5dbe3;">有效期至</th></tr>
{{#LINE}}
<tr><td style="border:1px solid #d5dbe3;">{{#URGENT}}<strong style="color:#b3261e;">{{/URGENT}}{{#DUE_OVER}}已超期 {{DAYS}} 天{{/DUE_OVER}}{{#DUE_TODAY}}今天到期{{/DUE_TODAY}}{{#DUE_SOON}}还有 {{DAYS}} 天到期{{/DUE_SOON}}{{#ROTATE_OVER}}已到轮换期 {{DAYS}} 天{{/ROTATE_OVER}}{{#ROTATE_TODAY}}今天到轮换期{{/ROTATE_TODAY}}{{#ROTATE_SOON}}还有 {{DAYS}} 天到期轮换{{/ROTATE_SOON}}{{#FAILED}}检定不合格，停止使用{{/FAILED}}{{#NOT_VERIFIED}}从未检定，请申请检定{{/NOT_VERIFIED}}{{#URGENT}}</strong>{{/URGENT}}</td><td style="border:1px solid #d5dbe3;">{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}</td><td style="border:1px solid #d5dbe3;">{{MODEL}}<br />{{SERIAL_NUMBER}}<br />{{PLACE}}</td><td style="border:1px solid #d5dbe3;">{{#DUE_OVER}}{{ANCHOR}}{{/DUE_OVER}}{{#DUE_TODAY}}{{ANCHOR}}{{/DUE_TODAY}}{{#DUE_SOON}}{{ANCHOR}}{{/DUE_SOON}}{{#ROTATE_OVER}}{{ANCHOR}}{{/ROTATE_OVER}}{{#ROTATE_TODAY}}{{ANCHOR}}{{/ROTATE_TODAY}}{{#ROTATE_SOON}}{{ANCHOR}}{{/ROTATE_SOON}}</td></tr>
{{/LINE}}
</table>
{{#WITH_MORE}}
<p style="margin:0 0 14px 0;">另有 {{MORE}} 项没有列出，请到台账查看。</p>
{{/WITH_MORE}}
<p style="margin:0 0 14px 0;">查看并预约检定：<a href="{{ADDRESS}}" style="color:#1b4f8a;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;color:#55606e;">收到本邮件，是因为贵单位在系统中登记了这个邮箱。同一器具的同一次提醒只发一次；已经预约检定的不再提醒。登记了新的检定日期后，旧的提醒自动停止。</p>
