{{%AUTOESCAPE context="HTML"}}
{{! Announcements by state: TAB (NAME HREF COUNT CURRENT), ROW or EMPTY. }}
<h1>通知公告</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/announcements/new">新增</a></p>
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
{{#EMPTY}}
<p class="empty">没有“{{STATE}}”的通知公告。点【新增】可以发布一条。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="通知公告列表">
<table class="list">
<caption class="sr-only">{{STATE}}的通知公告</caption>
<thead><tr><th scope="col">标题</th><th scope="col">显示位置</th><th scope="col">受众</th><th scope="col">显示起</th><th scope="col">显示止</th><th scope="col">撤下时间</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/announcements/{{ID}}">{{TITLE}}</a></th>
<td>{{SHOWN_AT}}</td>
<td>{{AUDIENCE}}</td>
<td class="nowrap">{{SHOWN_FROM}}</td>
<td class="nowrap">{{SHOWN_TO}}{{#NO_END}}长期{{/NO_END}}</td>
<td class="nowrap">{{WITHDRAWN_AT}}</td>
<td class="nowrap no-print">{{#OPEN}}<a href="{{BASE}}/admin/announcements/{{ID}}/edit">修改<span class="sr-only">：{{TITLE}}</span></a> <a href="{{BASE}}/admin/announcements/{{ID}}/withdraw">撤下<span class="sr-only">：{{TITLE}}</span></a>{{/OPEN}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
