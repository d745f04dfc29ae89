{{%AUTOESCAPE context="HTML"}}
{{! Units by state of review: TAB (NAME HREF COUNT CURRENT), the filter with LEVEL (OPTION) of divisions, ROW (…, WAITING with
    HOURS or DAYS, SAME_NAME, SAME_MOBILE) or EMPTY or NOTHING_FOUND. What is ticked is decided on a page of its own. }}
<h1>企业审核</h1>
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{NAME}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
<form class="filter" method="get" action="{{BASE}}/admin/enterprises">
<input type="hidden" name="ie" value="✓">
<input type="hidden" name="state" value="{{STATE_CODE}}">
<span class="filter-pair"><label for="q-text">名称或代码</label> <input type="text" class="text" id="q-text" name="text" value="{{TEXT_FILTER}}" maxlength="100" autocomplete="off"></span>
{{#LEVEL}}
<span class="filter-pair"><label for="q-division-{{NUMBER}}">{{#PROVINCE}}所在地：省{{/PROVINCE}}{{#CITY}}市{{/CITY}}{{#COUNTY}}县{{/COUNTY}}</label> <select class="text" id="q-division-{{NUMBER}}" name="division_{{NUMBER}}">
<option value="">全部</option>
{{#OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/OPTION}}
</select></span>
{{/LEVEL}}
<span class="filter-pair"><label for="q-waiting">已等待（小时）超过</label> <input type="text" class="text short" id="q-waiting" name="waiting" value="{{WAITING_FILTER}}" maxlength="4" autocomplete="off"></span>
<span class="filter-pair"><label><input type="checkbox" name="twins" value="yes"{{#DUPLICATES_ONLY}} checked{{/DUPLICATES_ONLY}}> 仅看疑似重复</label></span>
<span class="filter-pair"><label for="q-size">每页</label> <select class="text short" id="q-size" name="size">
{{#SIZE}}
<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{VALUE}} 条</option>
{{/SIZE}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/enterprises?state={{STATE_CODE:u}}">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有“{{STATE}}”的单位。</p>
{{/EMPTY}}
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的单位。请减少条件，或在上面换一种审核状态。</p>
{{/NOTHING_FOUND}}
{{#PAGING}}
<form method="get" action="{{BASE}}/admin/enterprises/bulk">
<input type="hidden" name="ie" value="✓">
<div class="table-scroll" tabindex="0" role="region" aria-label="单位列表">
<table class="list">
<caption class="sr-only">{{STATE}}的单位，等待最久的在前</caption>
<thead><tr>{{#PENDING}}<th scope="col" class="no-print">选择</th>{{/PENDING}}<th scope="col">企业名称</th><th scope="col">组织机构代码</th><th scope="col">所在地</th><th scope="col">提交时间</th>{{#PENDING}}<th scope="col">已等待</th>{{/PENDING}}<th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
{{#OPEN}}<td class="no-print"><input type="checkbox" name="unit" value="{{ID}}" aria-label="选择：{{NAME}}"></td>{{/OPEN}}
<th scope="row">{{NAME}}{{#SAME_NAME}} <span class="badge badge-yellow">疑似重复：名称相同</span>{{/SAME_NAME}}{{#SAME_MOBILE}} <span class="badge badge-yellow">疑似重复：手机号相同</span>{{/SAME_MOBILE}}</th>
<td class="code">{{UNIT_CODE}}</td>
<td>{{DIVISION}}</td>
<td class="nowrap">{{SUBMITTED_AT}}</td>
{{#WAITING}}<td class="nowrap">{{#HOURS}}{{AGE}} 小时{{/HOURS}}{{#DAYS}}{{AGE}} 天{{/DAYS}}</td>{{/WAITING}}
<td class="nowrap no-print"><a href="{{BASE}}/admin/enterprises/{{ID}}">{{#OPEN}}审核{{/OPEN}}{{#SEEN}}查看{{/SEEN}}<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#PENDING}}
<p class="actions no-print"><input type="submit" class="button" name="op_approve" value="批量通过"> <input type="submit" class="button button-danger" name="op_reject" value="批量退回"> <span class="muted small">勾选后点击，下一页核对后才会执行；一次最多 100 家。</span></p>
{{/PENDING}}
</form>
{{>PAGER}}
{{/PAGING}}
