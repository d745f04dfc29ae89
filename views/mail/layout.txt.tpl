{{! text/plain: nothing in here is escaped }}
{{>TEXT}}

————————————————
{{SYSTEM_TITLE}}
{{HOME}}
咨询电话：{{HOTLINE}}
本邮件由系统自动发送{{#NO_ANSWERS}}，请不要直接回复{{/NO_ANSWERS}}{{#WITH_ANSWERS}}，如有疑问可直接回复{{/WITH_ANSWERS}}。
