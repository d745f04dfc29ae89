{{%AUTOESCAPE context="HTML"}}
<h1>到期轮换</h1>
{{>ERRORS}}
<p class="note">保存时，原表“{{SOURCE_NAME}} {{SOURCE_SERIAL_NUMBER}}”报废（原因：到期轮换），并登记新表。请填写新表的出厂编号和首次检定信息。</p>
<form method="post" action="{{BASE}}/ledger/{{ID}}/rotate" novalidate>
{{>FORM_HEAD}}
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
