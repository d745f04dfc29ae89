{{! text/plain: nothing in here is escaped }}
{{>TEXT}}

————————————————
{{SYSTEM_TITLE}}
{{HOME}}
咨询电话：{{HOTLINE}}
本邮件由系统自动发送，请不要直接回复。
