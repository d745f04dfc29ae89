{{%AUTOESCAPE context="HTML"}}
{{! A unit that somebody else registered. }}
<h1>申请认领单位</h1>
<p class="lead">管理员核对证照后，您可以为本单位建立一个负责人账户，管理本单位的台账和成员。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/accounts/recover/claim" enctype="multipart/form-data" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="proof_seal" value="{{PROOF_SEAL}}">
<fieldset class="form-section">
<legend>单位</legend>
{{>F_UNIT_NAME}}
{{>F_UNIT_CODE}}
</fieldset>
<fieldset class="form-section">
<legend>申请人</legend>
{{>F_CONTACT}}
{{>F_MOBILE}}
{{>F_EXPLANATION}}
{{>F_PROOF}}
{{>F_CAPTCHA}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_claim" value="提交申请"> <a class="button" href="{{BASE}}/accounts/recover">返回</a></p>
</form>
