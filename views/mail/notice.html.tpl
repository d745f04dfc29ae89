{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{NAME}}，您好：</p>
<p style="margin:0 0 14px 0;">{{SENTENCE}}</p>
<p style="margin:0 0 14px 0;">查看消息：<a href="{{ADDRESS}}" style="color:#1b4f8a;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;color:#55606e;">您在“消息”页面选择了把消息发送到邮箱；不再需要的，请在该页面关闭。</p>
