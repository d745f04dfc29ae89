{{%AUTOESCAPE context="HTML"}}
{{! A unit's appointments: TAB, the filter, ROW or one of EMPTY EMPTY_TAB NOTHING_FOUND. }}
<h1>强检器具预约申请</h1>
{{#MAY_EDIT}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/appointments/new">新增</a> <a class="button" href="{{BASE}}/appointments/new?due=1">预约 30 天内到期和已超期的全部</a></p>
{{/MAY_EDIT}}
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#ALL}}全部{{/ALL}}{{WORD}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
<p class="legend"><span class="badge badge-grey">待提交</span> 已暂存，尚未提交；<span class="badge badge-blue">已提交</span> 等待计量技术机构受理；<span class="badge badge-green">已反馈</span> 请到预约单详情查看受理结果。</p>
<form class="filter" method="get" action="{{BASE}}/appointments">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="state" value="{{STATE}}">
<span class="filter-pair"><label for="q-number">预约单号</label> <input type="text" class="text short" id="q-number" name="number" value="{{NUMBER_FILTER}}" maxlength="30" autocomplete="off"></span>
<span class="filter-pair"><label for="q-institution">检定机构</label> <input type="text" class="text short" id="q-institution" name="institution" value="{{INSTITUTION_FILTER}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-instrument">器具名称或出厂编号</label> <input type="text" class="text short" id="q-instrument" name="instrument" value="{{INSTRUMENT_FILTER}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-delivery">送检方式</label> <select class="text short" id="q-delivery" name="delivery">
<option value="">全部</option>
{{#DELIVERY_OPTION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{WORD}}</option>
{{/DELIVERY_OPTION}}
</select></span>
<span class="filter-pair"><label for="q-from">提交日期自</label> <input type="text" class="text short" id="q-from" name="from" value="{{FROM_FILTER}}" maxlength="30" autocomplete="off"> <label for="q-to">至</label> <input type="text" class="text short" id="q-to" name="to" value="{{TO_FILTER}}" maxlength="30" autocomplete="off"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{HREF}}">清除条件</a>{{/FILTERED}}</span>
</form>
{{#EMPTY}}
<p class="empty">还没有预约单。请点【新增】选择要检定的器具；也可以在<a href="{{BASE}}/ledger">台账</a>中勾选器具，点【加入预约】。</p>
{{/EMPTY}}
{{#EMPTY_TAB}}
<p class="empty">没有这一状态的预约单。<a href="{{BASE}}/appointments">查看全部预约单</a></p>
{{/EMPTY_TAB}}
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的预约单。请减少条件，例如只填预约单号的后几位。<a href="{{BASE}}/appointments">清除条件</a></p>
{{/NOTHING_FOUND}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="预约单列表">
<table class="list">
<caption class="sr-only">预约单</caption>
<thead><tr><th scope="col">预约单号</th><th scope="col">状态</th><th scope="col">检定机构</th><th scope="col">送检方式</th><th scope="col">器具（条）</th><th scope="col">期望日期</th><th scope="col">新增时间</th><th scope="col">提交时间</th><th scope="col">反馈时间</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row"><a class="code" href="{{BASE}}/appointments/{{ID}}">{{NUMBER}}</a></th>
<td><span class="badge {{#IS_DRAFT}}badge-grey{{/IS_DRAFT}}{{#IS_SUBMITTED}}badge-blue{{/IS_SUBMITTED}}{{#IS_ANSWERED}}badge-green{{/IS_ANSWERED}}">{{STATE}}</span><br><span class="small">{{#IS_DRAFT}}已暂存，尚未提交{{/IS_DRAFT}}{{#IS_SUBMITTED}}等待计量技术机构受理，已答复 {{ANSWERED}}/{{LINES}}{{/IS_SUBMITTED}}{{#IS_ANSWERED}}请到预约单详情查看受理结果{{/IS_ANSWERED}}</span></td>
<td>{{INSTITUTION}}</td>
<td class="nowrap">{{DELIVERY}}</td>
<td class="number">{{LINES}}</td>
<td class="nowrap">{{EXPECTED_ON}}</td>
<td class="nowrap">{{CREATED_AT}}</td>
<td class="nowrap">{{SUBMITTED_AT}}</td>
<td class="nowrap">{{ANSWERED_AT}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
