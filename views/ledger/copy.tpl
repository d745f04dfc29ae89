{{%AUTOESCAPE context="HTML"}}
<h1>复制器具</h1>
{{>ERRORS}}
<p>已按“{{SOURCE_NAME}} {{SOURCE_SERIAL_NUMBER}}”填好，出厂编号、管理编号和检定信息请重新填写。要一次登记多台，请把“出厂编号”留空，在“出厂编号（每行一个，或一段连续编号）”中填写全部编号。</p>
<form method="post" action="{{BASE}}/ledger/{{ID}}/copy" novalidate>
{{>FORM_HEAD}}
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
