{{%AUTOESCAPE context="HTML"}}
{{! A department, NEW or to EDIT. The first button only chooses divisions, because Enter picks the first. }}
<h1>{{#NEW}}新增{{/NEW}}{{#EDIT}}修改{{/EDIT}}市场监管部门</h1>
{{>ERRORS}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>部门信息</legend>
{{>F_ORGANISATION_NAME}}
{{>F_CONTACT}}
{{>F_PHONE}}
{{>F_ADDRESS}}
{{>F_EMAIL}}
</fieldset>
<fieldset class="form-section">
<legend>监管区域</legend>
<p class="note">列出的省、市包括其全部下级。</p>
{{>F_DIVISION}}
<p><input type="submit" class="button button-small" name="op_add_region" value="加入监管区域"></p>
{{>REGIONS}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BACK}}">取消</a></p>
</form>
