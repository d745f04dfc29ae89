{{%AUTOESCAPE context="HTML"}}
{{! An office, NEW or to EDIT. }}
<h1>{{#NEW}}新增{{/NEW}}{{#EDIT}}修改{{/EDIT}}办公地点</h1>
{{>ERRORS}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>办公地点</legend>
{{>F_OFFICE_NAME}}
{{>F_ADDRESS}}
{{>F_POSTCODE}}
{{>F_PHONE}}
{{>F_FAX}}
{{>F_POSITION}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/admin/offices">取消</a></p>
</form>
