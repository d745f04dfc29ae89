{{%AUTOESCAPE context="HTML"}}
{{! Asks first. ID NAME SCOPES, NEVER_USED or WAS_USED (USED). }}
<h1>吊销接口令牌</h1>
<p>将吊销令牌 <strong>{{NAME}}</strong>（{{SCOPES}}）。{{#NEVER_USED}}它从未使用过。{{/NEVER_USED}}{{#WAS_USED}}最近使用：{{USED}}。{{/WAS_USED}}吊销后，使用它的系统立即不能访问，且不能恢复。</p>
<form method="post" action="{{BASE}}/desk/tokens/{{ID}}/revoke">
{{>FORM_HEAD}}
<p class="actions"><a class="button" href="{{BASE}}/desk/tokens">不吊销，返回</a> <input type="submit" class="button button-danger" name="op_revoke" value="吊销"></p>
</form>
