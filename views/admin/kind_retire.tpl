{{%AUTOESCAPE context="HTML"}}
{{! Asks before a kind is retired. }}
<h1>停用种别</h1>
<p class="lead">停用“{{KIND}}”后，新增或修改器具时不能再选择该种别。已登记的器具和检定记录保留不变；需要时可以恢复。</p>
<form method="post" action="{{BASE}}/admin/catalogue/{{ID}}/retire">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_retire" value="停用"> <a class="button" href="{{BASE}}/admin/catalogue/{{ID}}">取消</a></p>
</form>
