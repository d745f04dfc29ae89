{{%AUTOESCAPE context="HTML"}}
{{! An institution, NEW or to EDIT. The first button only chooses divisions, because Enter picks the first. }}
<h1>{{#NEW}}新增{{/NEW}}{{#EDIT}}修改{{/EDIT}}计量技术机构</h1>
{{>ERRORS}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>机构信息</legend>
{{>F_ORGANISATION_NAME}}
{{>F_DIVISION}}
{{>F_ADDRESS}}
{{>F_PHONE}}
{{>F_CONTACT}}
{{>F_EMAIL}}
</fieldset>
<fieldset class="form-section">
<legend>送检</legend>
{{>F_WORKING_HOURS}}
{{>F_INSTRUCTIONS}}
</fieldset>
<fieldset class="form-section">
<legend>授权</legend>
{{>F_AUTHORISATION_NUMBER}}
{{>F_AUTHORISED_UNTIL}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BACK}}">取消</a></p>
</form>
