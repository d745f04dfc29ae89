{{%AUTOESCAPE context="HTML"}}
{{! A day's work list, for paper too: how full it is, TABLE with ROW or NOTHING. }}
<h1>检定工作单 {{DATE}}</h1>
<p class="actions no-print"><a class="button" href="{{HREF_EXPORT}}">导出当日清单</a></p>
{{>LINKS}}
<p class="no-print"><a href="{{HREF_PREVIOUS}}" rel="prev">前一天</a>　<a href="{{HREF_MONTH}}">本月日历</a>　<a href="{{HREF_NEXT}}" rel="next">后一天</a></p>
<p>已安排 <strong>{{PLANNED}}</strong> 台件，{{LINES}} 条{{#LIMIT}}；每日检定量 {{CAPACITY}} 台件{{/LIMIT}}{{#CLOSED}}；<strong>当日不安排检定</strong>{{/CLOSED}}{{#OVER}}；<span class="badge badge-red">超出 {{COUNT}} 台件</span>{{/OVER}}{{#FULL}}；<span class="badge badge-yellow">已满</span>{{/FULL}}{{#NOTE}}（{{TEXT}}）{{/NOTE}}。</p>
{{#NOTHING}}
<p class="empty">这一天没有安排检定。受理预约时填写的计划日期会出现在这里。</p>
{{/NOTHING}}
{{#TABLE}}
{{#CUT}}
<p class="note">当日器具较多，这里只列出前 {{MOST}} 条；完整清单请用【导出当日清单】。</p>
{{/CUT}}
<div class="table-scroll" tabindex="0" role="region" aria-label="当日器具">
<table class="list">
<caption class="sr-only">{{DATE}} 计划检定的器具</caption>
<thead><tr><th scope="col">序号</th><th scope="col">单位</th><th scope="col">联系人</th><th scope="col">送检方式</th><th scope="col">器具名称</th><th scope="col">型号规格</th><th scope="col">出厂编号</th><th scope="col" class="number">数量</th><th scope="col">使用地点</th><th scope="col">状态</th><th scope="col">行号</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="number">{{NO}}</td>
<td>{{UNIT}}</td>
<td>{{CONTACT}} {{PHONE}}</td>
<td class="nowrap">{{DELIVERY}}</td>
<th scope="row">{{NAME}}</th>
<td>{{MODEL}}</td>
<td class="code">{{SERIAL_NUMBER}}{{#BESIDE}}<br><span class="small muted">{{LABEL}} {{VALUE}}</span>{{/BESIDE}}</td>
<td class="number">{{COUNT}}</td>
<td>{{PLACE}}{{#THERE}}<br><span class="small muted">{{ADDRESS}}</span>{{/THERE}}</td>
<td class="nowrap">{{STATE}}</td>
<td class="code small"><a href="{{BASE}}/desk/appointments/{{APPOINTMENT}}">{{KEY}}</a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
