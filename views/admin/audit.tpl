{{%AUTOESCAPE context="HTML"}}
{{! The audit: filters, TABLE with ROW (CHANGE: LABEL, OLD, ARROW or GONE, NEW), older and newest by key; EXPORT. }}
<h1>审计日志</h1>
<ul class="tabs">
<li><a href="{{BASE}}/admin/audit" aria-current="page">变更记录</a></li>
<li><a href="{{BASE}}/admin/audit/logins">登录记录</a></li>
</ul>
<form class="filter" method="get" action="{{BASE}}/admin/audit">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-unit">单位</label> <input type="text" class="text" id="q-unit" name="unit" value="{{UNIT}}" maxlength="100" autocomplete="off" title="单位代码、名称或编号；系统管理的记录填 0"></span>
<span class="filter-pair"><label for="q-actor">操作人（用户名）</label> <input type="text" class="text" id="q-actor" name="actor" value="{{ACTOR}}" maxlength="64" autocomplete="off"></span>
<span class="filter-pair"><label for="q-action">操作</label> <select class="text" id="q-action" name="action">
<option value="">全部</option>
{{#OTHER_ACTION}}
<option value="{{ACTION}}" selected>{{ACTION}}</option>
{{/OTHER_ACTION}}
{{#ACTION_CHOICE}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/ACTION_CHOICE}}
</select></span>
<span class="filter-pair"><label for="q-from">起止日期</label> <input type="text" class="text" id="q-from" name="from" value="{{FROM}}" maxlength="20" autocomplete="off" title="起始日期，例如 2026-03-05"> <label for="q-to">至</label> <input type="text" class="text" id="q-to" name="to" value="{{TO}}" maxlength="20" autocomplete="off" title="截止日期，例如 2026-03-31"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/admin/audit">清除条件</a>{{/FILTERED}}</span>
</form>
<p class="legend"><span class="muted">单位可填单位代码、名称中的两个字以上或编号，填 0 只看系统管理的记录。由新到旧排列。</span></p>
{{#BAD_DATE}}
<p class="note">日期无法识别，未按该日期查询。请按“年-月-日”填写，例如 2026-03-05。</p>
{{/BAD_DATE}}
{{#EMPTY}}
<p class="empty">没有符合条件的记录。请减少条件，或核对单位和用户名是否完整。</p>
{{/EMPTY}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="变更记录">
<table class="list">
<caption class="sr-only">变更记录，由新到旧</caption>
<thead><tr><th scope="col">时间</th><th scope="col">操作人</th><th scope="col">操作</th><th scope="col">单位</th><th scope="col">对象</th><th scope="col">变化</th><th scope="col">请求编号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">{{AT}}</th>
<td>{{ACTOR}}</td>
<td>{{ACTION}}</td>
<td>{{#ADMINISTRATION}}系统管理{{/ADMINISTRATION}}{{#UNIT_LINK}}<a href="{{BASE}}/admin/enterprises/{{UNIT_ID}}">{{UNIT}}</a><br><span class="small muted code">{{UNIT_CODE}}</span>{{/UNIT_LINK}}</td>
<td class="nowrap">{{SUBJECT}}{{#USER_LINK}} <a href="{{BASE}}/admin/users/{{SUBJECT_ID}}">{{SUBJECT_ID}}</a>{{/USER_LINK}}{{#KIND_LINK}} <a href="{{BASE}}/admin/catalogue/{{SUBJECT_ID}}">{{SUBJECT_ID}}</a>{{/KIND_LINK}}{{#EDITION_LINK}} <a href="{{BASE}}/admin/catalogue/editions/{{SUBJECT_ID}}">{{SUBJECT_ID}}</a>{{/EDITION_LINK}}{{#NUMBERED}} {{SUBJECT_ID}}{{/NUMBERED}}</td>
<td class="changes"><ul class="plain">
{{#CHANGE}}
<li><span class="muted">{{LABEL}}：</span>{{#OLD}}<del>{{VALUE}}{{#EMPTY}}（空）{{/EMPTY}}</del>{{/OLD}}{{#ARROW}} → {{/ARROW}}{{#GONE}}（已清除）{{/GONE}}{{#NEW}}<ins>{{VALUE}}{{#EMPTY}}（空）{{/EMPTY}}</ins>{{/NEW}}</li>
{{/CHANGE}}
</ul></td>
<td class="small code">{{REQUEST}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
<nav class="pager" aria-label="分页">
<span class="pager-links">
{{#NEWEST}}
<a href="{{HREF}}">最新<span class="sr-only">的记录</span></a>
{{/NEWEST}}
{{#OLDER}}
<a href="{{HREF}}" rel="next">下一页<span class="sr-only">（更早的记录）</span></a>
{{/OLDER}}
</span>
</nav>
{{/TABLE}}
{{#EXPORT}}
<form class="no-print" method="post" action="{{BASE}}/admin/audit/export">
{{>FORM_HEAD}}
<input type="hidden" name="unit" value="{{UNIT}}">
<input type="hidden" name="actor" value="{{ACTOR}}">
<input type="hidden" name="action" value="{{ACTION}}">
<input type="hidden" name="from" value="{{FROM}}">
<input type="hidden" name="to" value="{{TO}}">
<p class="actions"><input type="submit" class="button" name="op_export" value="导出 CSV"> <span class="small muted">导出符合以上条件的全部记录，由新到旧，一次最多 100000 条；超过时文件最后一行有说明，请缩小日期范围分次导出。导出本身也记入审计日志。</span></p>
</form>
{{/EXPORT}}
