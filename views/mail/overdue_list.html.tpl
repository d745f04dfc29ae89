{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{DEPARTMENT}}：</p>
<p style="margin:0 0 14px 0;">截至 {{TODAY}}，辖区内在用的周期检定器具中，超期 {{LIMIT}} 天以上未检定的{{#AT_LEAST}}至少{{/AT_LEAST}}有 <strong>{{COUNT}}</strong> 台（件），涉及{{#AT_LEAST}}至少{{/AT_LEAST}} <strong>{{UNITS}}</strong> 家使用单位。超期时间最长的如下：</p>
<table width="100%" border="0" cellspacing="0" cellpadding="6" style="border-collapse:collapse; margin:0 0 14px 0; font-size:13px; line-height:20px;">
<tr bgcolor="#eef2f7"><th align="left" style="border:1px solid #d5dbe3;">使用单位</th><th align="left" style="border:1px solid #d5dbe3;">器具</th><th align="left" style="border:1px solid #d5dbe3;">型号、出厂编号、地点</th><th align="left" style="border:1px solid #d5dbe3;">有效期至</th></tr>
{{#LINE}}
<tr><td style="border:1px solid #d5dbe3;">{{UNIT}}</td><td style="border:1px solid #d5dbe3;">{{INSTRUMENT}}{{#SEVERAL}}（{{QUANTITY}} 台）{{/SEVERAL}}</td><td style="border:1px solid #d5dbe3;">{{MODEL}}<br />{{SERIAL_NUMBER}}<br />{{DIVISION}} {{PLACE}}</td><td style="border:1px solid #d5dbe3; white-space:nowrap;">{{VALID_UNTIL}}<br /><strong style="color:#b3261e;">超期 {{DAYS}} 天</strong></td></tr>
{{/LINE}}
</table>
{{#WITH_MORE}}
<p style="margin:0 0 14px 0;">以上只列出前 {{SHOWN}} 条，其余请到系统查看。</p>
{{/WITH_MORE}}
<p style="margin:0 0 14px 0;">查看全部清单：<a href="{{ADDRESS}}" style="color:#1b4f8a;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;color:#55606e;">本清单每月发送一次，发给贵部门登记了邮箱的人员；没有超期器具时不发送。已预约检定的器具也在清单内，以实际检定为准。</p>
