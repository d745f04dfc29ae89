{{%AUTOESCAPE context="HTML"}}
{{! Asks before a user's second factor is switched off. }}
<h1>停用两步验证</h1>
<p class="lead">停用后，“{{LOGIN}}”（{{NAME}}，{{USER_TYPE}}）只凭密码即可登录，备用恢复码同时作废。仅在本人遗失手机等无法验证时使用，请先核实对方身份。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/users/{{ID}}/two-factor" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_WHY}}
<p class="actions"><input type="submit" class="button button-danger" name="op_disable" value="停用两步验证"> <a class="button" href="{{BASE}}/admin/users/{{ID}}">取消</a></p>
</form>
