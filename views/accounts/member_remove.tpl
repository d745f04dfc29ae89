{{%AUTOESCAPE context="HTML"}}
{{! Asks before a member is removed. }}
<h1>移除成员</h1>
<div class="note"><p>移除后，<strong>{{NAME}}</strong>（{{LOGIN}}）不能再登录，已登录的设备立即退出。其办理过的业务和记录保留。以后可以恢复。</p></div>
<form method="post" action="{{BASE}}/accounts/members/{{ID}}/remove">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_remove" value="移除成员"> <a class="button" href="{{BASE}}/accounts/members/{{ID}}">取消</a></p>
</form>
