{{%AUTOESCAPE context="HTML"}}
{{! Somebody cannot log in and has no e-mail address here. }}
<h1>申请找回账户</h1>
<p class="lead">管理员核实后，您可以为账户设置新密码。账户留有电子邮箱的，请改用<a href="{{BASE}}/accounts/forgot">忘记密码</a>。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/recover/account" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="proof_seal" value="{{PROOF_SEAL}}">
<fieldset class="form-section">
<legend>账户</legend>
{{>F_USER_TYPE}}
{{>F_LOGIN}}
{{>F_ORGANISATION}}
{{>F_ORGANISATION_CODE}}
</fieldset>
<fieldset class="form-section">
<legend>申请人</legend>
{{>F_CONTACT}}
{{>F_MOBILE}}
{{>F_EXPLANATION}}
{{>F_PROOF}}
{{>F_CAPTCHA}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_recover" value="提交申请"> <a class="button" href="{{BASE}}/accounts/recover">返回</a></p>
</form>
