{{%AUTOESCAPE context="HTML"}}
{{! The temporary password, once. }}
<h1>临时密码</h1>
<p class="note"><strong>请现在记下临时密码。</strong>离开本页后无法再次查看；遗失的，可以重新重置。</p>
<dl class="facts">
<dt>用户类型</dt><dd>{{USER_TYPE}}</dd>
<dt>用户名</dt><dd>{{LOGIN}}</dd>
<dt>姓名</dt><dd>{{NAME}}</dd>
<dt>临时密码</dt><dd><code class="secret">{{PASSWORD}}</code></dd>
</dl>
<p>首次登录时必须修改密码，之后临时密码失效。</p>
<p class="actions no-print"><a class="button" href="{{BASE}}/admin/users/{{ID}}">返回用户详情</a></p>
