{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{ORGANISATION}}，您好：</p>
<p style="margin:0 0 14px 0;">{{#APPROVED}}贵单位的注册信息已审核通过，现在可以登录，登记强制检定计量器具台账。{{/APPROVED}}{{#REJECTED}}贵单位的注册信息未通过审核，已退回修改。请登录更正后再次提交。{{/REJECTED}}{{#SUSPENDED}}贵单位的账户已停用，台账数据仍然保留。{{/SUSPENDED}}{{#RESTORED}}贵单位的账户已恢复使用，可以照常登录。{{/RESTORED}}{{#CLOSED}}贵单位的账户已注销，个人信息已经删除。{{/CLOSED}}</p>
{{#WITH_REASON}}
<p style="margin:0 0 14px 0;">原因：{{REASON}}</p>
{{/WITH_REASON}}
{{#WITH_LOGIN}}
<p style="margin:0 0 14px 0;">登录地址：<a href="{{HOME}}" style="color:#1b4f8a;">{{HOME}}</a></p>
{{/WITH_LOGIN}}
