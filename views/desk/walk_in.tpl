{{%AUTOESCAPE context="HTML"}}
{{! 无预约登记: the search, and what it FOUND. }}
<h1>无预约登记</h1>
<p class="lead">没有预约、直接送来或现场检定的器具，按单位代码和出厂编号找到台账中的记录，再登记结果。</p>
{{>ERRORS}}
<form method="get" action="{{BASE}}/desk/results/walk-in" novalidate>
<input type="hidden" name="ie" value="✓">
{{>F_WALK_IN_CODE}}
{{>F_WALK_IN_SERIAL}}
<p class="actions"><input type="submit" class="button button-primary" value="查找"> <a class="button" href="{{BASE}}/desk/results">返回</a></p>
</form>
{{#NOTHING_FOUND}}
<p class="empty">没有找到。请核对代码和出厂编号；出厂编号须与台账登记的完全一致。单位尚未登记器具的，请单位先在台账中登记。</p>
{{/NOTHING_FOUND}}
{{#FOUND}}
<h2>找到的器具</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="找到的器具">
<table class="list">
<caption class="sr-only">找到的器具</caption>
<thead><tr><th scope="col">器具名称</th><th scope="col">种别</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">生产厂家</th><th scope="col">数量</th><th scope="col">单位</th><th scope="col">使用地点</th><th scope="col">状态</th><th scope="col">有效期至</th><th scope="col">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row">{{NAME}}</th>
<td>{{KIND}}</td>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>{{MANUFACTURER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>{{UNIT}}</td>
<td>{{DIVISION}}</td>
<td class="nowrap">{{STATE}}{{#FAILED}}<br><span class="badge badge-red">检定不合格</span>{{/FAILED}}</td>
<td class="nowrap">{{VALID_UNTIL}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}</td>
<td>{{#HAS_LINE}}在本机构的预约中：<a href="{{HREF}}">在预约的一行登记</a>{{/HAS_LINE}}{{#FIRST_DONE}}只做首次强制检定，已由检定机构登记，不再检定{{/FIRST_DONE}}{{#NOT_ABLE}}本机构没有该种别的授权，不能登记{{/NOT_ABLE}}{{#CAN_RECORD}}<a href="{{HREF}}">登记结果</a>{{/CAN_RECORD}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/FOUND}}
