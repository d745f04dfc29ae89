{{%AUTOESCAPE context="HTML"}}
<p style="margin:0 0 14px 0;">您好：</p>
<p style="margin:0 0 14px 0;">账户“{{LOGIN}}”的密码已于 {{AT}} 更改，操作来自 {{ASKED_FROM}}。其他设备上的登录已经退出。</p>
<p style="margin:0 0 14px 0;">如果不是您本人操作，请立即在登录页点击“忘记密码”重设密码，并致电 {{HOTLINE}}。</p>
