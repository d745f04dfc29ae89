{{! text/plain: nothing in here is escaped }}
{{NAME}}，您好：

{{AT}} 收到为账户“{{LOGIN}}”重设密码的申请，申请来自 {{ASKED_FROM}}。

请在 {{EXPIRES}} 前打开下面的地址，设置新密码：
{{ADDRESS}}

该地址只能使用一次。如果打不开，请把整行地址复制到浏览器的地址栏。

如果不是您本人申请，请不必理会：什么也不会发生，密码不会改变。
