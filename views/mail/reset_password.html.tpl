{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">{{NAME}}，您好：</p>
<p style="margin:0 0 14px 0;">{{AT}} 收到为账户“{{LOGIN}}”重设密码的申请，申请来自 {{ASKED_FROM}}。</p>
<p style="margin:0 0 14px 0;">请在 {{EXPIRES}} 前打开下面的地址，设置新密码：<br />
<a href="{{ADDRESS}}" style="color:#1b4f8a; word-break:break-all;">{{ADDRESS}}</a></p>
<p style="margin:0 0 14px 0;">该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。</p>
<p style="margin:0 0 14px 0;">如果不是您本人申请，请不必理会：什么也不会发生，密码不会改变。</p>
