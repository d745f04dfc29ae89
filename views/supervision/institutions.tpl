{{%AUTOESCAPE context="HTML"}}
{{! Institutions that got lines from the field, with their work of a year. }}
<h1>技术机构</h1>
{{>FRAME}}
<form class="filter no-print" method="get" action="{{BASE}}/supervision/institutions">
<input type="hidden" name="ie" value="✓">
<span class="filter-pair"><label for="q-division">区域</label> <select class="text" id="q-division" name="division">
<option value="">全部辖区</option>
{{#REGION}}
<option value="{{CODE}}"{{#SELECTED}} selected{{/SELECTED}}>{{#DEEPER}}　{{/DEEPER}}{{NAME}}</option>
{{/REGION}}
{{#ASSIGNED_CHOSEN}}
<option value="units" selected>指定单位</option>
{{/ASSIGNED_CHOSEN}}
</select></span>
<span class="filter-pair"><input type="submit" class="button" value="查看"></span>
</form>
<p class="small muted">近 365 天内收到辖区内预约，或登记过辖区内器具检定结果的计量技术机构；只统计与辖区有关的部分，按预约器具条数计。答复时间按工作日计。预约受理及时率：在答复期限内答复的条数 ÷ 答复期限已过的条数（单位撤回的不计）。</p>
{{#TOO_WIDE}}
<p class="empty">所选区域超出一个省的范围，请选择一个省（自治区、直辖市）或其下级区域查看。</p>
{{/TOO_WIDE}}
{{#EMPTY}}
<p class="empty">近 365 天内没有技术机构收到辖区内的预约。</p>
{{/EMPTY}}
{{#TABLE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="技术机构">
<table class="list">
<caption class="sr-only">技术机构的工作量</caption>
<thead><tr><th scope="col">技术机构</th><th scope="col">所在地</th><th scope="col">电话</th><th scope="col">待受理</th><th scope="col">检定中</th><th scope="col">已答复</th><th scope="col">近 30 天结果</th><th scope="col">近 90 天结果</th><th scope="col">近 365 天结果</th><th scope="col">答复时间中位数</th><th scope="col">答复时间 90 % 分位数</th><th scope="col">受理及时率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{NAME}}{{#SUSPENDED}} <span class="badge badge-grey">已停用</span>{{/SUSPENDED}}</th><td>{{DIVISION}}</td><td class="nowrap">{{PHONE}}</td><td class="number">{{WAITING}}</td><td class="number">{{OPEN}}</td><td class="number">{{ANSWERED}}</td><td class="number">{{R30}}</td><td class="number">{{R90}}</td><td class="number">{{R365}}</td><td class="number">{{MEDIAN}}</td><td class="number">{{SLOW}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/TABLE}}
