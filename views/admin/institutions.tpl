{{%AUTOESCAPE context="HTML"}}
{{! Institutions: the filter (NAME_FILTER, STATE_OPTION, F_DIVISION), ROW or EMPTY. }}
<h1>计量技术机构</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/institutions/new">新增</a></p>
<form class="filter" method="get" action="{{BASE}}/admin/institutions">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-name">名称</label> <input type="text" class="text" id="q-name" name="name" value="{{NAME_FILTER}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-state">状态</label> <select class="text short" id="q-state" name="state">
<option value="">全部</option>
{{#STATE_OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/STATE_OPTION}}
</select></span>
{{>F_DIVISION}}
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/institutions">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">没有符合条件的计量技术机构。请减少条件，或点【新增】登记一家机构。</p>
{{/EMPTY}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="机构列表">
<table class="list">
<caption class="sr-only">计量技术机构</caption>
<thead><tr><th scope="col">名称</th><th scope="col">所在地</th><th scope="col">联系电话</th><th scope="col">授权项目</th><th scope="col">人员</th><th scope="col">状态</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a href="{{BASE}}/admin/institutions/{{ID}}">{{NAME}}</a></th>
<td>{{DIVISION}}</td>
<td class="nowrap">{{PHONE}}</td>
<td class="number">{{KINDS}}</td>
<td class="number">{{PEOPLE}}</td>
<td class="nowrap">{{#ACTIVE}}<span class="badge badge-green">{{STATE}}</span>{{/ACTIVE}}{{#SUSPENDED}}<span class="badge badge-grey">{{STATE}}</span>{{/SUSPENDED}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/institutions/{{ID}}/edit">修改<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
