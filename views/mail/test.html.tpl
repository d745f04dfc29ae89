{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">您好：</p>
<p style="margin:0 0 14px 0;">这是一封测试邮件。收到它，说明邮件设置可以使用。</p>
