{{%AUTOESCAPE context="HTML"}}
{{! The sentence of the notice after a redirect: one section a code. }}
{{#SAVED}}
修改已保存。
{{/SAVED}}
{{#ADDED}}
已新增，器具已记入台账。
{{/ADDED}}
{{#REGISTERED}}
注册已提交，请等待审核。审核结果和下一次审核时间见本页。
{{/REGISTERED}}
{{#RESUBMITTED}}
修改后的注册信息已重新提交，请等待审核。
{{/RESUBMITTED}}
{{#APPROVED}}
已审核通过，该单位现在可以办理业务。
{{/APPROVED}}
{{#REJECTED}}
已退回修改，该单位登录后可以看到退回原因。
{{/REJECTED}}
{{#LOGGED_OUT}}
您已退出登录。在公用电脑上办理业务的，请同时关闭浏览器窗口。
{{/LOGGED_OUT}}
{{#DISPLAY_SET}}
显示方式已保存。
{{/DISPLAY_SET}}
{{#LOGIN_NEEDED}}
请先登录，登录后将自动回到您要办理的页面。
{{/LOGIN_NEEDED}}
{{#SESSION_ENDED}}
您较长时间没有操作，登录已失效。为保护您的账户安全，请重新登录。
{{/SESSION_ENDED}}
{{#LOGGED_IN}}
登录成功。{{#FIRST_LOGIN}}这是您第一次登录。{{/FIRST_LOGIN}}{{#EARLIER_LOGIN}}上次登录：{{PREVIOUS_LOGIN}}。{{/EARLIER_LOGIN}}{{#FAILURES}}此后有 {{COUNT}} 次未成功的登录尝试；如不是您本人所为，请<a href="{{BASE}}/accounts/password">修改密码</a>。{{/FAILURES}}
{{/LOGGED_IN}}
{{#FORM_RESTORED}}
您的登录曾失效，刚才提交的内容没有保存。已为您恢复填写的内容，请核对后再次提交（密码、验证码、证件号码和文件需要重新填写）。
{{/FORM_RESTORED}}
