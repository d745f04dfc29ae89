{{%AUTOESCAPE context="HTML"}}
{{! Changing one's own password. }}
<h1>修改密码</h1>
{{#MUST_CHANGE}}
<p class="note">当前密码是临时密码，或已超过规定的使用期限。请先修改密码，再办理业务。</p>
{{/MUST_CHANGE}}
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/password" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>密码</legend>
{{>F_CURRENT_PASSWORD}}
{{>F_PASSWORD}}
{{>F_PASSWORD_CONFIRM}}
</fieldset>
<p class="small">修改后，您在其他设备上的登录将全部退出。</p>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"></p>
</form>
