{{%AUTOESCAPE context="HTML"}}
{{! Requests by state (TAB) and kind: ROW (…, WAITING while pending, UNKNOWN: no such user or unit) or EMPTY. }}
<h1>申请办理</h1>
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
<form class="filter" method="get" action="{{BASE}}/admin/requests">
<input type="hidden" name="ie" value="✓">
<input type="hidden" name="state" value="{{STATE_CODE}}">
<span class="filter-pair"><label for="q-kind">事项</label> <select class="text" id="q-kind" name="kind">
<option value="">全部</option>
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/requests?state={{STATE_CODE:u}}">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有“{{STATE}}”的申请。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="申请列表">
<table class="list">
<caption class="sr-only">{{STATE}}的申请</caption>
<thead><tr><th scope="col">受理号</th><th scope="col">事项</th><th scope="col">单位</th><th scope="col">提交时间</th>{{#PENDING}}<th scope="col">已等待</th>{{/PENDING}}{{#DECIDED}}<th scope="col">处理时间</th>{{/DECIDED}}<th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="number">{{ID}}</td>
<td class="nowrap">{{KIND}}</td>
<th scope="row">{{ORGANISATION}}{{#UNKNOWN}} <span class="badge badge-yellow">未找到</span>{{/UNKNOWN}}</th>
<td class="nowrap">{{CREATED_AT}}</td>
{{#WAITING}}<td class="nowrap">{{#HOURS}}{{AGE}} 小时{{/HOURS}}{{#DAYS}}{{AGE}} 天{{/DAYS}}</td>{{/WAITING}}
{{#SEEN}}<td class="nowrap">{{DECIDED_AT}}</td>{{/SEEN}}
<td class="nowrap no-print"><a href="{{BASE}}/admin/requests/{{ID}}">{{#OPEN}}处理{{/OPEN}}{{#SEEN}}查看{{/SEEN}}<span class="sr-only">：受理号 {{ID}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
