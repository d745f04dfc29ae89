{{%AUTOESCAPE context="HTML"}}
{{! Asks before a user gets a temporary password. REFUSED: what stands in the way. }}
<h1>重置密码</h1>
{{#REFUSED}}
<div class="error-summary" role="alert" tabindex="-1"><p>{{>MESSAGE}}</p></div>
{{/REFUSED}}
<p class="lead">将为“{{LOGIN}}”（{{NAME}}，{{USER_TYPE}}）生成临时密码。原密码立即失效，正在使用的登录立即结束。</p>
<p>临时密码只在下一页显示一次；请先核实对方身份，再通过电话等可靠的方式转告本人。首次登录时必须修改。</p>
<form method="post" action="{{BASE}}/admin/users/{{ID}}/reset-password">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_reset" value="重置密码"> <a class="button" href="{{BASE}}/admin/users/{{ID}}">取消</a></p>
</form>
