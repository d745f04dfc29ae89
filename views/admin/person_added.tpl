{{%AUTOESCAPE context="HTML"}}
{{! The answer to 新增人员: the temporary password, shown this once. }}
<h1>已新增人员</h1>
<div class="note" role="status">
<p>请把用户名和临时密码当面或通过电话告知本人。<strong>临时密码只显示这一次</strong>，离开本页后无法再次查看；首次登录时必须修改。</p>
</div>
<dl class="facts">
<dt>所属机构</dt><dd>{{ORGANISATION}}</dd>
<dt>姓名</dt><dd>{{NAME}}</dd>
<dt>身份</dt><dd>{{ROLE}}</dd>
<dt>登录时的用户类型</dt><dd>{{USER_TYPE}}</dd>
<dt>用户名</dt><dd><strong>{{LOGIN}}</strong></dd>
<dt>临时密码</dt><dd><code class="once">{{PASSWORD}}</code></dd>
</dl>
<p class="actions no-print"><a class="button" href="{{PATH}}">返回</a></p>
