{{%AUTOESCAPE context="HTML"}}
{{! The form for every day's capacity. }}
<form class="no-print" method="post" action="{{BASE}}/desk/capacity" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_DAILY_CAPACITY}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"></p>
</form>
