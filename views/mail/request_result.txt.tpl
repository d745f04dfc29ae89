{{! text/plain: nothing in here is escaped }}
{{#WITH_ORGANISATION}}{{ORGANISATION}}，您好：{{/WITH_ORGANISATION}}{{#NO_ORGANISATION}}您好：{{/NO_ORGANISATION}}

关于{{#CHANGE}}企业信息变更{{/CHANGE}}{{#CLOSE}}账户注销{{/CLOSE}}{{#RECOVER}}账户找回{{/RECOVER}}{{#CLAIM}}单位账户认领{{/CLAIM}}的申请{{#APPROVED}}已批准。{{/APPROVED}}{{#REJECTED}}未批准。{{/REJECTED}}{{#RECOVER_APPROVED}}申请人可凭申请时取得的回执，在本系统设置新密码。如果不是本单位人员申请，请立即致电 {{HOTLINE}}。{{/RECOVER_APPROVED}}{{#CLAIM_APPROVED}}申请人可凭申请时取得的回执，在本系统设置用户名和密码。如果不是本单位人员申请，请立即致电 {{HOTLINE}}。{{/CLAIM_APPROVED}}{{#CHANGE_APPROVED}}新的企业信息已经生效。{{/CHANGE_APPROVED}}{{#CLOSE_APPROVED}}账户已注销，个人信息已经删除。{{/CLOSE_APPROVED}}

{{#WITH_REASON}}原因：{{REASON}}{{/WITH_REASON}}
