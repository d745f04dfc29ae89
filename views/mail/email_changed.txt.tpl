{{! text/plain: nothing in here is escaped }}
您好：

账户“{{LOGIN}}”的联系邮箱已于 {{AT}} 更改，操作来自 {{ASKED_FROM}}。今后的邮件会发往新的邮箱。

如果不是您本人操作，请立即登录修改密码，并致电 {{HOTLINE}}。
