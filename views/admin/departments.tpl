{{%AUTOESCAPE context="HTML"}}
{{! Supervising departments: the filter, ROW or EMPTY. }}
<h1>市场监管部门</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/departments/new">新增</a></p>
<form class="filter" method="get" action="{{BASE}}/admin/departments">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-name">名称</label> <input type="text" class="text" id="q-name" name="name" value="{{NAME_FILTER}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/departments">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有符合条件的市场监管部门。请减少条件，或点【新增】登记一个部门。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="部门列表">
<table class="list">
<caption class="sr-only">市场监管部门</caption>
<thead><tr><th scope="col">名称</th><th scope="col">监管区域</th><th scope="col">另行指定的单位</th><th scope="col">人员</th><th scope="col">联系电话</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/departments/{{ID}}">{{NAME}}</a></th>
<td>{{REGIONS}}</td>
<td class="number">{{UNITS}}</td>
<td class="number">{{PEOPLE}}</td>
<td class="nowrap">{{PHONE}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/departments/{{ID}}/edit">修改<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
