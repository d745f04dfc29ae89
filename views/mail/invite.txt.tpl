{{! text/plain: nothing in here is escaped }}
{{NAME}}，您好：

“{{ORGANISATION}}”邀请您使用本系统，身份为“{{ROLE}}”。

请在 {{EXPIRES}} 前打开下面的地址，设置您的用户名和密码：
{{ADDRESS}}

该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。

如果您与该单位无关，请不必理会：什么也不会发生，不会建立账户。
