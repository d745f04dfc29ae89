{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{NAME}}，您好：</p>
<p style="margin:0 0 14px 0;">“{{ORGANISATION}}”邀请您使用本系统，身份为“{{ROLE}}”。</p>
<p style="margin:0 0 14px 0;">请在 {{EXPIRES}} 前打开下面的地址，设置您的用户名和密码：<br />
<a href="{{ADDRESS}}" style="color:#1b4f8a; word-break:break-all;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;">该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。</p>
<p style="margin:0 0 14px 0;">如果您与该单位无关，请不必理会：什么也不会发生，不会建立账户。</p>
