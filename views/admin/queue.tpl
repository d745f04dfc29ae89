{{%AUTOESCAPE context="HTML"}}
{{! Units by state of review: TAB (NAME HREF COUNT CURRENT), ROW (…, WAITING with HOURS) or EMPTY. }}
<h1>企业审核</h1>
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
{{#EMPTY}}
<p class="empty">没有“{{STATE}}”的单位。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="单位列表">
<table class="list">
<caption class="sr-only">{{STATE}}的单位</caption>
<thead><tr><th scope="col">企业名称</th><th scope="col">组织机构代码</th><th scope="col">所在地</th><th scope="col">提交时间</th>{{#PENDING}}<th scope="col">已等待</th>{{/PENDING}}<th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row">{{NAME}}</th>
<td class="code">{{UNIT_CODE}}</td>
<td>{{DIVISION}}</td>
<td class="nowrap">{{SUBMITTED_AT}}</td>
{{#WAITING}}<td class="nowrap">{{HOURS}} 小时</td>{{/WAITING}}
<td class="nowrap no-print"><a href="{{BASE}}/admin/enterprises/{{ID}}">{{#PENDING}}审核{{/PENDING}}{{#SEEN}}查看{{/SEEN}}<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
