{{%AUTOESCAPE context="HTML"}}
{{! 检定结果登记: TABS, the filter, LINES (with what can be done to the ticked ones) or RESULTS, and the way on. }}
<h1>检定结果登记</h1>
{{>LINKS}}
<p class="actions no-print"><a class="button" href="{{BASE}}/desk/results/walk-in">无预约登记</a>
{{#MAY_EDIT}}
<a class="button" href="{{BASE}}/desk/results/import">导入结果</a>
{{/MAY_EDIT}}
</p>
<ul class="tabs">
{{#TABS}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#IS_ACCEPTED}}待检定{{/IS_ACCEPTED}}{{#IS_VERIFYING}}检定中{{/IS_VERIFYING}}{{#IS_RECORDED}}已登记{{/IS_RECORDED}} <span class="count">{{COUNT}}{{#MORE}}+{{/MORE}}</span></a></li>
{{/TABS}}
</ul>
<form class="filter" method="get" action="{{BASE}}/desk/results">
<input type="hidden" name="ie" value="✓"><input type="hidden" name="tab" value="{{TAB}}">
<span class="filter-pair"><label for="q-number">预约单号</label> <input type="text" class="text short" id="q-number" name="number" value="{{Q_NUMBER}}" maxlength="60" autocomplete="off"></span>
<span class="filter-pair"><label for="q-unit">单位</label> <input type="text" class="text short" id="q-unit" name="unit" value="{{Q_UNIT}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-name">器具名称</label> <input type="text" class="text short" id="q-name" name="name" value="{{Q_NAME}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-serial">出厂编号</label> <input type="text" class="text short" id="q-serial" name="serial_number" value="{{Q_SERIAL_NUMBER}}" maxlength="60" autocomplete="off"></span>
{{#CERTIFICATE}}
<span class="filter-pair"><label for="q-certificate">证书或通知书编号</label> <input type="text" class="text short" id="q-certificate" name="result_number" value="{{Q_RESULT_NUMBER}}" maxlength="60" autocomplete="off"></span>
{{/CERTIFICATE}}
<span class="filter-pair"><label for="q-from">{{#DAY_PLANNED}}计划日期自{{/DAY_PLANNED}}{{#DAY_RECORDED}}检定日期自{{/DAY_RECORDED}}</label> <input type="text" class="text short" id="q-from" name="from" value="{{Q_FROM}}" maxlength="30" autocomplete="off"> <label for="q-to">至</label> <input type="text" class="text short" id="q-to" name="to" value="{{Q_TO}}" maxlength="30" autocomplete="off"></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{HREF_ALL}}">清除条件</a>{{/FILTERED}}</span>
</form>
{{#DAY_UNREAD}}
<p class="note">日期没有看懂，未按日期筛选。请按“年-月-日”填写，例如 2026-03-05。</p>
{{/DAY_UNREAD}}
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的记录。请减少条件，或换一个标签再查。<a href="{{HREF_ALL}}">清除条件</a></p>
{{/NOTHING_FOUND}}
{{#NONE_ACCEPTED}}
<p class="empty">没有待检定的器具。受理预约后，器具按计划日期列在这里；没有预约的，请点【无预约登记】。</p>
{{/NONE_ACCEPTED}}
{{#NONE_VERIFYING}}
<p class="empty">没有正在检定的器具。在“待检定”中勾选器具，点【收样 / 开始检定】。</p>
{{/NONE_VERIFYING}}
{{#NONE_RECORDED}}
<p class="empty">还没有登记过检定结果。在“待检定”或“检定中”打开一行即可登记。</p>
{{/NONE_RECORDED}}
{{#LINES}}
<form method="get" action="{{BASE}}/desk/results/chosen">
<input type="hidden" name="ie" value="✓">
<div class="table-scroll" tabindex="0" role="region" aria-label="器具列表">
<table class="list">
<caption class="sr-only">{{#TAB_ACCEPTED}}待检定的器具，按计划日期{{/TAB_ACCEPTED}}{{#TAB_VERIFYING}}检定中的器具，按计划日期{{/TAB_VERIFYING}}</caption>
<thead><tr>
{{#MAY_EDIT}}
<th scope="col" class="no-print choose-head"><span class="sr-only">选择</span></th>
{{/MAY_EDIT}}
<th scope="col">计划日期</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">单位</th><th scope="col">送检方式</th><th scope="col">预约单号</th><th scope="col">状态</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
{{#CHOOSABLE}}
<td class="no-print"><input type="checkbox" class="choose" name="line" value="{{CODE}}" id="c-{{CODE}}"><label for="c-{{CODE}}" class="sr-only">选择 {{NAME}} {{SERIAL_NUMBER}}</label></td>
{{/CHOOSABLE}}
<td class="nowrap">{{PLANNED_ON}}</td>
<th scope="row">{{NAME}}</th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>{{UNIT}}</td>
<td class="nowrap">{{DELIVERY}}</td>
<td class="code"><a href="{{APPOINTMENT_HREF}}">{{NUMBER}}</a> 第 {{LINE_NO}} 行</td>
<td class="nowrap">{{#ACCEPTED}}<span class="badge badge-grey">待检定</span>{{/ACCEPTED}}{{#RECEIVED}}<span class="badge badge-blue">已收样</span><br><span class="small muted">{{RECEIVED_AT}}</span>{{/RECEIVED}}{{#BEGUN}}<span class="badge badge-blue">检定中</span><br><span class="small muted">{{RECEIVED_AT}}</span>{{/BEGUN}}</td>
<td class="nowrap no-print"><a href="{{HREF}}">{{#MAY_EDIT}}登记结果{{/MAY_EDIT}}{{#ONLY_LOOK}}查看{{/ONLY_LOOK}}<span class="sr-only">（{{NAME}} {{SERIAL_NUMBER}}）</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#ACTS}}
<fieldset class="bulk no-print">
<legend class="sr-only">对勾选的器具操作</legend>
<span class="bulk-scope">勾选的器具：</span>
<input type="submit" class="button button-small" name="op_record" value="登记结果">
{{#CAN_BEGIN}}
<input type="submit" class="button button-small" name="op_begin" value="收样 / 开始检定">
{{/CAN_BEGIN}}
<input type="submit" class="button button-small" name="op_give_back" value="退检">
</fieldset>
{{/ACTS}}
</form>
{{/LINES}}
{{#RESULTS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="已登记的结果">
<table class="list">
<caption class="sr-only">已登记的检定结果，新的在前</caption>
<thead><tr><th scope="col">登记时间</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">单位</th><th scope="col">结果</th><th scope="col">印证类型</th><th scope="col">证书或通知书编号</th><th scope="col">检定日期</th><th scope="col">有效期至</th><th scope="col">预约单号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="nowrap">{{RECORDED_AT}}</td>
<th scope="row"><a href="{{HREF}}">{{NAME}}<span class="sr-only">（查看结果）</span></a></th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>{{UNIT}}</td>
<td class="nowrap">{{#PASSED}}<span class="badge badge-green">合格</span>{{/PASSED}}{{#FAILED}}<span class="badge badge-red">不合格</span>{{/FAILED}}{{#PARTLY}}<span class="badge badge-yellow">部分合格</span><br><span class="small">合格 {{N_PASSED}}，不合格 {{N_FAILED}}</span>{{/PARTLY}}{{#CORRECTED}}<br><span class="small muted">已更正</span>{{/CORRECTED}}</td>
<td class="nowrap">{{MARK}}</td>
<td class="code">{{NUMBER}}</td>
<td class="nowrap">{{VERIFIED_ON}}</td>
<td class="nowrap">{{VALID_UNTIL}}</td>
<td class="code">{{APPOINTMENT_NUMBER}}{{#WALK_IN}}<span class="muted">无预约</span>{{/WALK_IN}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/RESULTS}}
<p class="pager-links no-print">{{#TO_FIRST}}<a href="{{HREF}}">首页<span class="sr-only">（列表第一页）</span></a>　{{/TO_FIRST}}{{#TO_NEXT}}<a href="{{HREF}}" rel="next">下一页</a>{{/TO_NEXT}}</p>
