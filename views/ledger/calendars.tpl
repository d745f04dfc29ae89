{{%AUTOESCAPE context="HTML"}}
{{! A person's calendar feeds: FEEDS with FEED (ID NAME CREATED_AT USED_AT and the filter in words) or NONE; ADD: a new one. }}
{{>ERRORS}}
<h1>到期日历订阅</h1>
<p class="lead">把到期日期订阅到手机或办公软件的日历里：每个到期日一条全天日程，含前 60 天到后 400 天，随台账自动更新。</p>
{{#NONE}}
<p class="empty">还没有日历地址。请在下面填写名称，生成一个地址，再添加到日历软件的“订阅日历”中。</p>
{{/NONE}}
{{#FEEDS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="日历地址列表">
<table class="list">
<caption class="sr-only">我的日历地址</caption>
<thead><tr><th scope="col">名称</th><th scope="col">内容</th><th scope="col">生成时间</th><th scope="col">最近读取</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#FEED}}
<tr><th scope="row">{{NAME}}</th><td>
<ul class="filter-words">
{{#WORDS}}
<li>{{LABEL}}：{{VALUE}}</li>
{{/WORDS}}
</ul>
</td><td class="nowrap">{{CREATED_AT}}</td><td class="nowrap">{{USED_AT}}</td><td class="nowrap no-print"><a href="{{BASE}}/ledger/calendars/{{ID}}/revoke">撤销<span class="sr-only">：{{NAME}}</span></a></td></tr>
{{/FEED}}
</tbody>
</table>
</div>
{{/FEEDS}}
<h2>新的日历地址</h2>
{{#ADD}}
<form method="post" action="{{BASE}}/ledger/calendars" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="query" value="{{QUERY}}">
{{>F_CALENDAR_NAME}}
{{>F_CALENDAR_SOURCE}}
{{#CURRENT}}
<p class="small muted">刚才列表中的筛选条件：{{#WORDS}}{{LABEL}}：{{VALUE}}　{{/WORDS}}</p>
{{/CURRENT}}
{{#LONG}}
<p class="small muted">刚才列表中选择的器具太多，放不进日历地址的条件里；可以改用筛选条件。</p>
{{/LONG}}
<p class="actions"><input type="submit" class="button button-primary" name="op_add" value="生成日历地址"> <a class="button" href="{{BASE}}/ledger">返回台账</a></p>
</form>
{{/ADD}}
