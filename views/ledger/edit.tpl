{{%AUTOESCAPE context="HTML"}}
<h1>修改器具</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/ledger/{{ID}}/edit" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
