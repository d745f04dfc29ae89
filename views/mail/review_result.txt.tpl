{{! text/plain: nothing in here is escaped }}
{{ORGANISATION}}，您好：

{{#APPROVED}}贵单位的注册信息已审核通过，现在可以登录，登记强制检定计量器具台账。{{/APPROVED}}{{#REJECTED}}贵单位的注册信息未通过审核，已退回修改。请登录更正后再次提交。{{/REJECTED}}{{#SUSPENDED}}贵单位的账户已停用，台账数据仍然保留。{{/SUSPENDED}}{{#RESTORED}}贵单位的账户已恢复使用，可以照常登录。{{/RESTORED}}{{#CLOSED}}贵单位的账户已注销，个人信息已经删除。{{/CLOSED}}

{{#WITH_REASON}}原因：{{REASON}}{{/WITH_REASON}}

{{#WITH_LOGIN}}登录地址：{{HOME}}{{/WITH_LOGIN}}
