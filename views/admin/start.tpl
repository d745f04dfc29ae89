{{%AUTOESCAPE context="HTML"}}
{{! Open decisions, and links to everything an administrator maintains. One line an entry. }}
<h1>系统管理</h1>
<div class="columns">
<section class="card">
<h2>待办</h2>
<ul class="plain">
<li><a href="{{BASE}}/admin/enterprises">企业审核</a>：<strong>{{PENDING}}</strong> 家单位待审核</li>
{{#REQUESTS}}
<li><a href="{{BASE}}/admin/requests?kind={{KIND:u}}">{{NAME}}</a>：<strong>{{COUNT}}</strong> 件申请待处理</li>
{{/REQUESTS}}
</ul>
</section>
<section class="card">
<h2>维护</h2>
<ul class="plain">
<li><a href="{{BASE}}/admin/enterprises?state=approved">使用单位</a></li>
<li><a href="{{BASE}}/admin/requests">申请办理</a></li>
<li><a href="{{BASE}}/admin/institutions">计量技术机构</a></li>
<li><a href="{{BASE}}/admin/departments">市场监管部门</a></li>
<li><a href="{{BASE}}/admin/announcements">通知公告</a></li>
<li><a href="{{BASE}}/admin/settings">系统设置</a></li>
<li><a href="{{BASE}}/admin/offices">联系我们</a></li>
<li><a href="{{BASE}}/admin/mail">邮件</a></li>
<li><a href="{{BASE}}/admin/reminders">到期提醒</a></li>
<li><a href="{{BASE}}/admin/users">用户</a></li>
<li><a href="{{BASE}}/admin/catalogue">强制检定目录</a></li>
<li><a href="{{BASE}}/admin/audit">审计日志</a></li>
</ul>
</section>
</div>
