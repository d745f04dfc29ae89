{{%AUTOESCAPE context="HTML"}}
{{! Asking before a suspended unit works again. }}
<h1>恢复单位账户</h1>
<p class="lead">将恢复“{{UNIT}}”的账户，该单位的人员可以继续办理业务。</p>
<form method="post" action="{{BASE}}/admin/enterprises/{{ID}}/restore">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-primary" name="op_restore" value="恢复"> <a class="button" href="{{BASE}}/admin/enterprises/{{ID}}">取消</a></p>
</form>
