{{%AUTOESCAPE context="HTML"}}
{{! Asks before an administrator is removed. REFUSED: what stands in the way. }}
<h1>移除管理员</h1>
{{#REFUSED}}
<div class="error-summary" role="alert" tabindex="-1"><p>{{>MESSAGE}}</p></div>
{{/REFUSED}}
<p class="lead">移除后，“{{LOGIN}}”（{{NAME}}）不能登录，正在使用的登录立即结束。其操作记录保留；需要时可以恢复。</p>
<form method="post" action="{{BASE}}/admin/users/{{ID}}/remove">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="移除"> <a class="button" href="{{BASE}}/admin/users/{{ID}}">取消</a></p>
</form>
