{{%AUTOESCAPE context="HTML"}}
{{! Appointments sent to the institution: TAB (one of WAITING WORKING ALL, HREF, CURRENT, COUNTED), the filter with DELIVERY, TABLE
    with ROW, or what to do when there is nothing; then where the list goes on (FIRST PREVIOUS NEXT), or FURTHER when an instrument
    was looked for in a part only. Every HREF is complete. }}
<h1>检定预约受理</h1>
{{>LINKS}}
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#WAITING}}待受理{{/WAITING}}{{#WORKING}}检定中{{/WORKING}}{{#ALL}}全部{{/ALL}}{{#COUNTED}} <span class="count">{{COUNT}}{{#AND_MORE}}+{{/AND_MORE}}</span>{{/COUNTED}}</a></li>
{{/TAB}}
</ul>
<form class="filter" method="get" action="{{BASE}}/desk/appointments">
<input type="hidden" name="ie" value="✓">
<input type="hidden" name="tab" value="{{TAB_CODE}}">
<span class="filter-pair"><label for="q-number">预约单号</label> <input type="text" class="text" id="q-number" name="number" value="{{NUMBER}}" maxlength="40" autocomplete="off"></span>
<span class="filter-pair"><label for="q-unit">单位名称或代码</label> <input type="text" class="text" id="q-unit" name="unit" value="{{UNIT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-instrument">器具名称或种别</label> <input type="text" class="text" id="q-instrument" name="instrument" value="{{INSTRUMENT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-serial">出厂编号</label> <input type="text" class="text" id="q-serial" name="serial" value="{{SERIAL}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-delivery">送检方式</label> <select class="text" id="q-delivery" name="delivery">
<option value="">全部</option>
{{#DELIVERY}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/DELIVERY}}
</select></span>
<span class="filter-pair"><label for="q-from">期望日期从</label> <input type="text" class="text short" id="q-from" name="expected_from" value="{{EXPECTED_FROM}}" maxlength="20" autocomplete="off"></span>
<span class="filter-pair"><label for="q-to">到</label> <input type="text" class="text short" id="q-to" name="expected_to" value="{{EXPECTED_TO}}" maxlength="20" autocomplete="off"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/desk/appointments?tab={{TAB_CODE:u}}">清除条件</a>{{/FILTERED}}</span>
{{#BAD_DATE}}
<p class="field-error">期望日期无法识别，没有按它查询。请写成 2026-03-05 这样。</p>
{{/BAD_DATE}}
</form>
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的预约单。请减少条件，或在上面换一个范围，例如【全部】。</p>
{{/NOTHING_FOUND}}
{{#EMPTY_WAITING}}
<p class="empty">没有等待受理的预约单。使用单位提交后会出现在这里，并有消息提醒。</p>
{{/EMPTY_WAITING}}
{{#EMPTY_WORKING}}
<p class="empty">没有已受理、尚未出结果的器具。请到【待受理】答复预约，答复后按计划日期检定。</p>
{{/EMPTY_WORKING}}
{{#EMPTY_ALL}}
<p class="empty">还没有使用单位向本机构提交预约。请管理员核对本机构的授权项目和服务区域：使用单位据此找到您。</p>
{{/EMPTY_ALL}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="预约单列表">
<table class="list">
<caption class="sr-only">预约单</caption>
<thead><tr><th scope="col">预约单号</th><th scope="col">单位</th><th scope="col">器具</th><th scope="col">送检方式</th><th scope="col">期望日期</th><th scope="col">提交时间</th><th scope="col">进度</th></tr></thead>
<tbody>
{{#ROW}}
<tr{{#LATE_ROW}} class="standing-red"{{/LATE_ROW}}>
<th scope="row" class="nowrap"><a href="{{BASE}}/desk/appointments/{{ID}}">{{NUMBER}}</a></th>
<td>{{UNIT}}<br><span class="small muted code">{{UNIT_CODE}}</span></td>
<td>{{INSTRUMENT}}{{#SEVERAL}} 等 {{LINES}} 条{{/SEVERAL}}</td>
<td class="nowrap">{{DELIVERY}}</td>
<td class="nowrap">{{EXPECTED_ON}}</td>
<td class="nowrap">{{SUBMITTED_AT}}</td>
<td>{{#WAITS}}<span class="badge badge-yellow">待受理 {{WAITING}}/{{LINES}} 条</span> 已等 {{AGE}} 天{{#LATE}} <span class="badge badge-red">已过受理时限 {{DATE}}</span>{{/LATE}}{{#IN_TIME}} <span class="small muted">受理时限 {{DATE}}</span>{{/IN_TIME}}{{/WAITS}}
{{#WORKS}}<span class="badge badge-blue">检定中 {{OPEN}} 条</span> <span class="small muted">最早计划 {{PLANNED_ON}}</span>{{/WORKS}}
{{#ALL_TAKEN}}<span class="badge badge-green">全部受理</span>{{/ALL_TAKEN}}{{#PART_TAKEN}}<span class="badge">部分受理</span>{{/PART_TAKEN}}{{#NONE_TAKEN}}<span class="badge badge-grey">不予受理</span>{{/NONE_TAKEN}}{{#ALL_WITHDRAWN}}<span class="badge badge-grey">已撤回</span>{{/ALL_WITHDRAWN}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
{{#FURTHER}}
<p class="note">按器具查找时一次查看 {{LOOKED_AT}} 张预约单，本页已查完，其后还有。<a href="{{HREF}}">继续查找</a>，或补充其他条件。</p>
{{/FURTHER}}
<nav class="pager" aria-label="分页">
<span class="pager-links">
{{#FIRST}}
<a href="{{HREF}}">首页<span class="sr-only">（列表第一页）</span></a>
{{/FIRST}}
{{#PREVIOUS}}
<a href="{{HREF}}" rel="prev">上一页</a>
{{/PREVIOUS}}
{{#NEXT}}
<a href="{{HREF}}" rel="next">下一页</a>
{{/NEXT}}
</span>
</nav>
