{{%AUTOESCAPE context="HTML"}}
{{! Instruments of the field: ROW with its STANDING. }}
<div class="table-scroll" tabindex="0" role="region" aria-label="器具列表">
<table class="list">
<caption class="sr-only">器具，最紧急的在前</caption>
<thead><tr><th scope="col">检定状态</th><th scope="col">器具名称</th><th scope="col">出厂编号</th><th scope="col">种别</th><th scope="col">数量</th><th scope="col">有效期至</th><th scope="col">使用单位</th><th scope="col">联系人</th><th scope="col">使用地点</th><th scope="col">用途</th></tr></thead>
<tbody>
{{#ROW}}
<tr class="{{#ROW_RED}}standing-red{{/ROW_RED}}{{#ROW_YELLOW}}standing-yellow{{/ROW_YELLOW}}">
<td>
{{>STANDING}}
{{#BOOKED}}<br><span class="badge badge-blue">已预约</span>{{/BOOKED}}</td>
<th scope="row"><a href="{{HREF}}">{{NAME}}</a></th>
<td class="code">{{SERIAL_NUMBER}}</td>
<td>{{KIND}}</td>
<td class="number">{{QUANTITY}}</td>
<td class="nowrap">{{VALID_UNTIL}}{{#DECLARED}}<br><span class="small muted">单位填报</span>{{/DECLARED}}</td>
<td><a href="{{UNIT_HREF}}">{{UNIT}}</a></td>
<td>{{CONTACT}}<br><span class="small nowrap">{{PHONE}}</span></td>
<td>{{DIVISION}}<br><span class="small">{{PLACE}}</span></td>
<td class="nowrap">{{USE}}</td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
