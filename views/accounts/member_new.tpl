{{%AUTOESCAPE context="HTML"}}
{{! Somebody new in one's organisation: by invitation, or with a temporary password. }}
<h1>新增成员</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/members/new" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>成员</legend>
{{>F_PERSON}}
{{>F_ROLE}}
{{>F_METHOD}}
</fieldset>
<fieldset class="form-section">
<legend>发送邀请链接时填写</legend>
{{>F_EMAIL}}
<p class="small">填写邮箱的，邀请链接发送到该邮箱；不填的，下一页显示链接，由您转交本人。</p>
</fieldset>
<fieldset class="form-section">
<legend>设置临时密码时填写</legend>
{{>F_LOGIN}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_add" value="新增"> <a class="button" href="{{BASE}}/accounts/members">返回</a></p>
</form>
