{{%AUTOESCAPE context="HTML"}}
{{! The form for one day that differs. }}
<form class="no-print" method="post" action="{{BASE}}/desk/capacity/day" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>设置某一天</legend>
{{>F_DAY}}
{{>F_DAY_CAPACITY}}
{{>F_DAY_NOTE}}
<p class="actions"><input type="submit" class="button" name="op_day" value="保存这一天"></p>
</fieldset>
</form>
