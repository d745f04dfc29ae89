{{%AUTOESCAPE context="HTML"}}
{{! The list: TAB (HREF COUNT CURRENT and a section with its name), the query form, ROW or one of EMPTY_LEDGER EMPTY_TAB NOTHING_FOUND. }}
<h1>强检器具台账维护</h1>
{{#MAY_EDIT}}
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/ledger/new">新增</a></p>
{{/MAY_EDIT}}
<ul class="tabs">
{{#TAB}}
<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{#TAB_ALL}}全部{{/TAB_ALL}}{{#TAB_DUE_SOON}}即将到期{{/TAB_DUE_SOON}}{{#TAB_OVERDUE}}已超期{{/TAB_OVERDUE}}{{#TAB_ROTATE}}到期轮换{{/TAB_ROTATE}}{{#TAB_FAILED}}检定不合格{{/TAB_FAILED}}{{#TAB_NOT_VERIFIED}}未检定{{/TAB_NOT_VERIFIED}}{{#TAB_BOOKED}}已预约/检定中{{/TAB_BOOKED}}{{#TAB_STOPPED}}停用{{/TAB_STOPPED}}{{#TAB_SCRAPPED}}报废{{/TAB_SCRAPPED}} <span class="count">{{COUNT}}</span></a></li>
{{/TAB}}
</ul>
<form class="filter" method="get" action="{{BASE}}/ledger">
<input type="hidden" name="ie" value="✓">
<input type="hidden" name="tab" value="{{TAB_CODE}}">
<span class="filter-pair"><label for="q-name">器具名称</label> <input type="text" class="text" id="q-name" name="name" value="{{NAME_FILTER}}" maxlength="100" autocomplete="off"></span>
<span class="filter-pair"><label for="q-serial">出厂编号</label> <input type="text" class="text" id="q-serial" name="serial" value="{{SERIAL_FILTER}}" maxlength="60" autocomplete="off"></span>
<span class="filter-pair"><label for="q-size">每页</label> <select class="text short" id="q-size" name="size">
{{#SIZE}}
<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{VALUE}} 条</option>
{{/SIZE}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查询">{{#FILTERED}} <a href="{{BASE}}/ledger">清除条件</a>{{/FILTERED}}</span>
</form>
<p class="legend"><span class="badge badge-yellow">黄色</span> 30 天内到期；<span class="badge badge-red">红色</span> 已超期，请发起检定申请。<span class="muted">标签上的数字是器具台（件）数，按器具数量合计。</span></p>
{{#EMPTY_LEDGER}}
<p class="empty">台账里还没有器具。请点【新增】，从国家目录中选择种别，登记第一台器具。</p>
{{/EMPTY_LEDGER}}
{{#EMPTY_TAB}}
<p class="empty">这一类里没有器具。<a href="{{BASE}}/ledger">查看全部器具</a></p>
{{/EMPTY_TAB}}
{{#NOTHING_FOUND}}
<p class="empty">没有符合条件的器具。请减少条件或换一个词，例如只填名称中的两个字。</p>
{{/NOTHING_FOUND}}
{{#PAGING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="器具列表">
<table class="list">
<caption class="sr-only">强检器具台账</caption>
<thead><tr><th scope="col">检定状态</th><th scope="col">有效期至</th><th scope="col">器具名称</th><th scope="col">器具种别</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">管理编号</th><th scope="col">安装/使用地点</th><th scope="col">数量</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr class="{{#ROW_RED}}standing-red{{/ROW_RED}}{{#ROW_YELLOW}}standing-yellow{{/ROW_YELLOW}}">
<td>
{{>STANDING}}
</td>
<td class="nowrap">{{VALID_UNTIL}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}</td>
<th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a></th>
<td>{{KIND}}</td>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="code">{{MANAGEMENT_NUMBER}}</td>
<td>{{PLACE}}</td>
<td class="number">{{QUANTITY}}</td>
<td class="nowrap no-print">{{#CAN_EDIT}}<a href="{{BASE}}/ledger/{{ID}}/edit">修改<span class="sr-only">：{{NAME}} {{SERIAL_NUMBER}}</span></a>{{/CAN_EDIT}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>PAGER}}
{{/PAGING}}
