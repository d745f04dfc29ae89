{{%AUTOESCAPE context="HTML"}}
{{! Asking before a unit is suspended. }}
<h1>停用单位账户</h1>
<p class="lead">将停用“{{UNIT}}”的账户。</p>
<ul>
<li>该单位的人员仍可登录，但只能看到账户状态、停用原因和时间，不能办理业务。</li>
<li>台账和检定记录保留；恢复后可以继续办理。</li>
</ul>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/enterprises/{{ID}}/suspend" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_REASON}}
<p class="actions"><input type="submit" class="button button-danger" name="op_suspend" value="停用"> <a class="button" href="{{BASE}}/admin/enterprises/{{ID}}">取消</a></p>
</form>
