{{%AUTOESCAPE context="HTML"}}
{{! Asks before a member gets a temporary password. }}
<h1>重置密码</h1>
<div class="note"><p>将为 <strong>{{NAME}}</strong>（{{LOGIN}}）生成临时密码，显示在下一页。原密码立即失效，已登录的设备全部退出。</p></div>
<form method="post" action="{{BASE}}/accounts/members/{{ID}}/reset-password">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<p class="actions"><input type="submit" class="button button-danger" name="op_reset" value="重置密码"> <a class="button" href="{{BASE}}/accounts/members/{{ID}}">取消</a></p>
</form>
