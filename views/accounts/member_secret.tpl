{{%AUTOESCAPE context="HTML"}}
{{! Shown once: a temporary password (ADDED, RESET) or an invitation's address (INVITED): NAME LOGIN SECRET. }}
{{#INVITED}}
<h1>邀请已生成</h1>
<div class="note"><p><strong>请把下面的链接转交给 {{NAME}} 本人。</strong>链接 7 天内有效，只能使用一次，本页关闭后不再显示。填写了邮箱的，邀请邮件同时发出。</p></div>
<p class="secret-line"><code class="secret">{{SECRET}}</code></p>
{{/INVITED}}
{{#ADDED}}
<h1>成员已新增</h1>
<div class="note"><p><strong>请把用户名和临时密码转交给 {{NAME}} 本人。</strong>首次登录时须修改密码。临时密码在本页关闭后不再显示。</p></div>
<dl class="facts"><dt>用户名</dt><dd>{{LOGIN}}</dd><dt>临时密码</dt><dd><code class="secret">{{SECRET}}</code></dd></dl>
{{/ADDED}}
{{#RESET}}
<h1>密码已重置</h1>
<div class="note"><p><strong>请把临时密码转交给 {{NAME}} 本人。</strong>原密码已失效，已登录的设备全部退出；下次登录时须修改密码。临时密码在本页关闭后不再显示。</p></div>
<dl class="facts"><dt>用户名</dt><dd>{{LOGIN}}</dd><dt>临时密码</dt><dd><code class="secret">{{SECRET}}</code></dd></dl>
{{/RESET}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/accounts/members">返回成员管理</a></p>
