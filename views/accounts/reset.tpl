{{%AUTOESCAPE context="HTML"}}
{{! A new password through a one-time link (LINK). }}
<h1>设置新密码</h1>
<p class="lead">用户名：<strong>{{LOGIN}}</strong></p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/reset" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="link_seal" value="{{LINK}}">
<fieldset class="form-section">
<legend>新密码</legend>
{{>F_PASSWORD}}
{{>F_PASSWORD_CONFIRM}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存新密码"></p>
</form>
