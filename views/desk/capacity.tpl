{{%AUTOESCAPE context="HTML"}}
{{! 每日检定量: what it is (DAILY or NO_LIMIT), the form for it (EDIT_DAILY), the days that differ (DAYS or NO_DAYS), the form for one
    (EDIT_DAY). Who only looks sees no form. }}
<h1>每日检定量</h1>
{{>LINKS}}
{{>ERRORS}}
<p class="lead">{{#DAILY}}每日检定量为 <strong>{{COUNT}}</strong> 台件。{{/DAILY}}{{#NO_LIMIT}}尚未设置每日检定量，受理时不提示超量。{{/NO_LIMIT}}</p>
<p class="small muted">按已受理和检定中器具的数量（台件）计算。超过时受理页会提示，确认后仍可安排。</p>
{{#EDIT_DAILY}}
{{>FORM}}
{{/EDIT_DAILY}}
<h2>单独设置的日期</h2>
{{#NO_DAYS}}
<p class="empty">没有单独设置的日期。节假日、搬迁、加班等与平日不同的日子，可以在下面单独设置。</p>
{{/NO_DAYS}}
{{#DAYS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="单独设置的日期">
<table class="list">
<caption class="sr-only">与平日不同的日期</caption>
<thead><tr><th scope="col">日期</th><th scope="col">当日检定量</th><th scope="col">已安排</th><th scope="col">说明</th>{{#EDITS}}<th scope="col" class="no-print">操作</th>{{/EDITS}}</tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap"><a href="{{BASE}}/desk/calendar/day?date={{DATE:u}}">{{DATE}}</a></th>
<td class="nowrap">{{#CLOSED}}不安排{{/CLOSED}}{{#LIMIT}}{{CAPACITY}} 台件{{/LIMIT}}</td>
<td class="nowrap">{{PLANNED}} 台件{{#OVER}} <span class="badge badge-red">超出 {{COUNT}}</span>{{/OVER}}</td>
<td>{{NOTE}}</td>
{{#CHANGE}}<td class="nowrap no-print"><a href="{{BASE}}/desk/capacity?day={{DATE:u}}#f-day">修改<span class="sr-only"> {{DATE}}</span></a></td>{{/CHANGE}}
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/DAYS}}
{{#EDIT_DAY}}
{{>FORM}}
{{/EDIT_DAY}}
