{{%AUTOESCAPE context="HTML"}}
{{! Asks before a user is locked. }}
<h1>锁定用户</h1>
<p class="lead">锁定后，“{{LOGIN}}”（{{NAME}}，{{USER_TYPE}}）不能登录，正在使用的登录立即结束。数据不受影响，可以随时解锁。</p>
{{>ERRORS}}
<form method="post" action="{{BASE}}/admin/users/{{ID}}/lock" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>F_WHY}}
<p class="actions"><input type="submit" class="button button-danger" name="op_lock" value="锁定"> <a class="button" href="{{BASE}}/admin/users/{{ID}}">取消</a></p>
</form>
