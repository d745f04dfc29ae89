{{%AUTOESCAPE context="HTML"}}
<h1>新增器具</h1>
{{>ERRORS}}
<form method="post" action="{{BASE}}/ledger/new" novalidate>
{{>FORM_HEAD}}
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <input type="submit" class="button" name="op_save_next" value="保存并继续新增"> <a class="button" href="{{BASE}}/ledger">取消</a></p>
</form>
