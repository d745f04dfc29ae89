{{%AUTOESCAPE context="HTML"}}
{{! One user: facts; what can be done now (each act a section; those at once are forms); SESSIONS; the last login events. }}
<h1>{{LOGIN}}</h1>
<p class="lead"><span class="badge{{#ACTIVE}} badge-green{{/ACTIVE}}{{#LOCKED}} badge-yellow{{/LOCKED}}{{#REMOVED}} badge-grey{{/REMOVED}}">{{STATE}}</span></p>
<dl class="facts">
<dt>姓名</dt><dd>{{NAME}}</dd>
<dt>用户类型</dt><dd>{{USER_TYPE}}</dd>
{{#MEMBER}}
<dt>所属单位</dt><dd>{{#UNIT}}<a href="{{BASE}}/admin/enterprises/{{UNIT_ID}}">{{/UNIT}}{{ORGANISATION}}{{#UNIT}}</a>{{/UNIT}}</dd>
<dt>身份</dt><dd>{{ROLE}}</dd>
{{/MEMBER}}
<dt>联系电话</dt><dd>{{PHONE}}</dd>
<dt>电子邮箱</dt><dd>{{EMAIL}}</dd>
{{#LOCKED_FACT}}
<dt>锁定原因</dt><dd><span class="lines">{{REASON:p}}</span></dd>
{{/LOCKED_FACT}}
{{#BLOCKED_FACT}}
<dt>登录限制</dt><dd>连续登录失败，{{UNTIL}} 之前不能登录</dd>
{{/BLOCKED_FACT}}
<dt>两步验证</dt><dd>{{#HAS_TWO_FACTOR}}已启用{{/HAS_TWO_FACTOR}}{{#NO_TWO_FACTOR}}未启用{{/NO_TWO_FACTOR}}</dd>
<dt>密码设置时间</dt><dd>{{PASSWORD_CHANGED_AT}}{{#TEMPORARY_PASSWORD}}（临时密码，下次登录时必须修改）{{/TEMPORARY_PASSWORD}}</dd>
<dt>账户创建时间</dt><dd>{{CREATED_AT}}</dd>
<dt>最近登录时间</dt><dd>{{LAST_LOGIN_AT}}</dd>
<dt>最近登录地址</dt><dd>{{LAST_LOGIN_ADDRESS}}</dd>
</dl>
{{#SELF}}
<p class="note no-print">这是您自己的账户，不能在这里锁定、移除或重置密码。修改密码请到<a href="{{BASE}}/accounts/password">修改密码</a>。</p>
{{/SELF}}
<div class="actions no-print">
{{#UNLOCK}}
<form class="inline-form" method="post" action="{{BASE}}/admin/users/{{ID}}/unlock">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="submit" class="button" name="op_unlock" value="解锁">
</form>
{{/UNLOCK}}
{{#UNBLOCK}}
<form class="inline-form" method="post" action="{{BASE}}/admin/users/{{ID}}/unlock">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="submit" class="button" name="op_unlock" value="解除登录限制">
</form>
{{/UNBLOCK}}
{{#RESTORE}}
<form class="inline-form" method="post" action="{{BASE}}/admin/users/{{ID}}/restore">
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
<input type="submit" class="button" name="op_restore" value="恢复">
</form>
{{/RESTORE}}
{{#CAN_LOCK}}
<a class="button" href="{{BASE}}/admin/users/{{ID}}/lock">锁定</a>
{{/CAN_LOCK}}
{{#CAN_RESET}}
<a class="button" href="{{BASE}}/admin/users/{{ID}}/reset-password">重置密码</a>
{{/CAN_RESET}}
{{#CAN_DISABLE_TWO_FACTOR}}
<a class="button" href="{{BASE}}/admin/users/{{ID}}/two-factor">停用两步验证</a>
{{/CAN_DISABLE_TWO_FACTOR}}
{{#CAN_REMOVE}}
<a class="button button-danger" href="{{BASE}}/admin/users/{{ID}}/remove">移除</a>
{{/CAN_REMOVE}}
<a class="button" href="{{BASE}}/admin/users">返回</a>
</div>
<h2>正在使用的登录</h2>
{{#NO_SESSION}}
<p class="empty">该用户目前没有登录。</p>
{{/NO_SESSION}}
{{#SESSIONS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="正在使用的登录">
<table class="list">
<caption class="sr-only">正在使用的登录</caption>
<thead><tr><th scope="col">登录时间</th><th scope="col">最近使用</th><th scope="col">网络地址</th><th scope="col">浏览器</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#SESSION}}
<tr>
<th scope="row" class="nowrap">{{SINCE}}</th>
<td class="nowrap">{{SEEN}}</td>
<td class="nowrap">{{ADDRESS}}</td>
<td class="small code">{{BROWSER}}</td>
<td class="nowrap no-print">{{#OWN}}当前登录{{/OWN}}
{{#END}}
<form class="inline-form" method="post" action="{{BASE}}/admin/users/{{ID}}/sessions/{{SESSION_ID}}/end">
{{>FORM_HEAD}}
<input type="submit" class="button button-small" name="op_end" value="结束" title="结束 {{SINCE}} 的登录">
</form>
{{/END}}
</td>
</tr>
{{/SESSION}}
</tbody>
</table>
</div>
{{#END_ALL}}
<form class="no-print" method="post" action="{{BASE}}/admin/users/{{ID}}/sessions/end">
{{>FORM_HEAD}}
<p class="actions"><input type="submit" class="button" name="op_end_all" value="全部结束"></p>
</form>
{{/END_ALL}}
{{/SESSIONS}}
<h2>最近的登录记录</h2>
{{#NO_EVENT}}
<p class="empty">没有登录记录。</p>
{{/NO_EVENT}}
{{#EVENT_LIST}}
<div class="table-scroll" tabindex="0" role="region" aria-label="最近的登录记录">
<table class="list">
<caption class="sr-only">最近 20 次登录</caption>
<thead><tr><th scope="col">时间</th><th scope="col">网络地址</th><th scope="col">结果</th></tr></thead>
<tbody>
{{#EVENT}}
<tr><th scope="row" class="nowrap">{{AT}}</th><td class="nowrap">{{ADDRESS}}</td><td>{{#FAILED}}<span class="badge badge-yellow">失败</span> {{/FAILED}}{{OUTCOME}}</td></tr>
{{/EVENT}}
</tbody>
</table>
</div>
{{/EVENT_LIST}}
<p class="no-print"><a href="{{EVENTS}}">查看全部登录记录</a>　<a href="{{TRAIL}}">查看该用户的操作</a></p>
