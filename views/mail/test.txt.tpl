{{! text/plain: nothing in here is escaped }}
您好：

这是一封测试邮件。收到它，说明邮件设置可以使用。
