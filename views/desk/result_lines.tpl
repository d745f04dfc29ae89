{{%AUTOESCAPE context="HTML"}}
{{! Chosen lines, before something is done to them. }}
<div class="table-scroll" tabindex="0" role="region" aria-label="所选的器具">
<table class="list">
<caption class="sr-only">所选的器具</caption>
<thead><tr><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col">数量</th><th scope="col">单位</th><th scope="col">预约单号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row">{{NAME}}</th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}</td>
<td class="number">{{QUANTITY}}</td>
<td>{{UNIT}}</td>
<td class="code">{{NUMBER}} 第 {{LINE_NO}} 行</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
