{{%AUTOESCAPE context="HTML"}}
{{! The people of one's organisation: ROW (ID NAME LOGIN ROLE STATE LAST_LOGIN_AT MYSELF); INVITATIONS with INVITATION. }}
<h1>成员管理</h1>
<p class="lead">负责人管理成员；经办人办理业务；只读成员只能查看。</p>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/accounts/members/new">新增成员</a></p>
<div class="table-scroll" tabindex="0" role="region" aria-label="成员列表">
<table class="list">
<caption class="sr-only">本单位成员</caption>
<thead><tr><th scope="col">姓名</th><th scope="col">用户名</th><th scope="col">身份</th><th scope="col">状态</th><th scope="col">上次登录</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{NAME}}{{#MYSELF}} <span class="badge badge-green">本人</span>{{/MYSELF}}</th><td class="code">{{LOGIN}}</td><td>{{ROLE}}</td><td>{{STATE}}</td><td class="nowrap">{{LAST_LOGIN_AT}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/accounts/members/{{ID}}">管理<span class="sr-only">：{{NAME}}</span></a></td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#INVITATIONS}}
<h2>尚未接受的邀请</h2>
<form method="post" action="{{BASE}}/accounts/members/invitations">
{{>FORM_HEAD}}
<div class="table-scroll" tabindex="0" role="region" aria-label="邀请列表">
<table class="list">
<caption class="sr-only">尚未接受的邀请</caption>
<thead><tr><th scope="col">姓名</th><th scope="col">身份</th><th scope="col">电子邮箱</th><th scope="col">邀请时间</th><th scope="col">有效期至</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#INVITATION}}
<tr><th scope="row">{{NAME}}</th><td>{{ROLE}}</td><td>{{EMAIL}}</td><td class="nowrap">{{CREATED_AT}}</td><td class="nowrap">{{EXPIRES_AT}}</td>
<td class="no-print"><input type="submit" class="link-button" name="op_revoke_{{LINK_ID}}" value="撤销邀请"></td></tr>
{{/INVITATION}}
</tbody>
</table>
</div>
</form>
{{/INVITATIONS}}
