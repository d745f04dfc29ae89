{{! text/plain: nothing in here is escaped }}
{{NAME}}，您好：

{{SENTENCE}}

查看消息：{{ADDRESS}}

您在“消息”页面选择了把消息发送到邮箱；不再需要的，请在该页面关闭。
