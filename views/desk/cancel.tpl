{{%AUTOESCAPE context="HTML"}}
{{! Before accepted lines are cancelled: which (ROW, ticked or not) and why; NOTHING when there is none any more. }}
<h1>取消受理</h1>
{{>ERRORS}}
<p class="lead">预约单 <strong>{{NUMBER}}</strong>，{{UNIT}}</p>
{{#NOTHING}}
<p class="empty">这张预约单没有可以取消的器具：只有已受理、尚未开始检定的器具可以取消。<a href="{{BASE}}/desk/appointments/{{ID}}">返回预约单</a></p>
{{/NOTHING}}
{{#ASK}}
<p>取消后不能恢复：器具不再占用检定计划，使用单位会收到带有原因的消息，可以重新预约。</p>
<form method="post" action="{{BASE}}/desk/appointments/{{ID}}/cancel" novalidate>
{{>FORM_HEAD}}
{{#ROW}}
<input type="hidden" name="shown" value="{{VALUE}}">
{{/ROW}}
<div class="table-scroll" tabindex="0" role="region" aria-label="可以取消的器具">
<table class="list">
<caption class="sr-only">可以取消的器具</caption>
<thead><tr><th scope="col">取消</th><th scope="col">序号</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col" class="number">数量</th><th scope="col">计划日期</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td><input type="checkbox" name="line" value="{{VALUE}}"{{#TICKED}} checked{{/TICKED}} aria-label="取消第 {{NO}} 行：{{NAME}} {{SERIAL_NUMBER}}"></td>
<td class="number">{{NO}}</td>
<th scope="row">{{NAME}}</th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{COUNT}}</td>
<td class="nowrap">{{PLANNED_ON}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>F_CANCEL_SCOPE}}
{{>F_CANCEL_REASON}}
<p class="actions"><input type="submit" class="button button-danger" name="op_cancel" value="取消受理"> <a class="button" href="{{BASE}}/desk/appointments/{{ID}}">不取消，返回</a></p>
</form>
{{/ASK}}
