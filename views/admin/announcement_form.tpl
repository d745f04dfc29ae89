{{%AUTOESCAPE context="HTML"}}
{{! An announcement, NEW or to EDIT. }}
<h1>{{#NEW}}新增{{/NEW}}{{#EDIT}}修改{{/EDIT}}通知公告</h1>
{{>ERRORS}}
<form method="post" action="{{ACTION}}" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="form-section">
<legend>内容</legend>
{{>F_ANNOUNCEMENT_TITLE}}
{{>F_BODY}}
</fieldset>
<fieldset class="form-section">
<legend>显示</legend>
{{>F_SHOWN_AT}}
{{>F_AUDIENCE}}
{{>F_SHOWN_FROM}}
{{>F_SHOWN_TO}}
</fieldset>
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BACK}}">取消</a></p>
</form>
