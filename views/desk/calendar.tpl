{{%AUTOESCAPE context="HTML"}}
{{! A month: WEEK with seven CELLs, each a DAY or OUTSIDE of the month. A day above its capacity is marked in words. }}
<h1>检定日历</h1>
{{>LINKS}}
<p class="lead">{{YEAR_NO}} 年 {{MONTH_NO}} 月</p>
<p class="no-print">{{#PREVIOUS}}<a href="{{HREF}}" rel="prev">上一月</a>{{/PREVIOUS}}　{{#NEXT}}<a href="{{HREF}}" rel="next">下一月</a>{{/NEXT}}</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="月历">
<table class="list month">
<caption>已安排 / 每日检定量，单位：台件。点日期查看当日工作单。</caption>
<thead><tr><th scope="col">一</th><th scope="col">二</th><th scope="col">三</th><th scope="col">四</th><th scope="col">五</th><th scope="col">六</th><th scope="col">日</th></tr></thead>
<tbody>
{{#WEEK}}
<tr>
{{#CELL}}
<td{{#OUTSIDE}} class="outside"{{/OUTSIDE}}>{{#DAY}}<a class="day-number" href="{{BASE}}/desk/calendar/day?date={{DATE:u}}">{{NO}}<span class="sr-only"> 日</span></a>{{#NOW}} <span class="small nowrap">今天</span>{{/NOW}}
{{#BUSY}}<span class="day-load"><strong>{{PLANNED}}</strong>{{#LIMIT}}/{{CAPACITY}}{{/LIMIT}}</span>{{/BUSY}}
{{#CLOSED}}<span class="badge badge-grey">不安排</span>{{/CLOSED}}{{#OVER}}<span class="badge badge-red">超出 {{COUNT}}</span>{{/OVER}}{{#OVER_CLOSED}}<span class="badge badge-red">超出 {{PLANNED}}</span>{{/OVER_CLOSED}}{{#FULL}}<span class="badge badge-yellow">已满</span>{{/FULL}}
{{#NOTE}}<span class="day-note small">{{TEXT}}</span>{{/NOTE}}{{/DAY}}</td>
{{/CELL}}
</tr>
{{/WEEK}}
</tbody>
</table>
</div>
