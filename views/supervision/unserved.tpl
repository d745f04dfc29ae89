{{%AUTOESCAPE context="HTML"}}
{{! Requests that wait too long, refused ones, and kinds that no institution is authorised for. }}
<h1>未受理需求</h1>
{{>FRAME}}
<form class="filter no-print" method="get" action="{{BASE}}/supervision/unserved">
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
<h2>已过受理时限</h2>
<p class="small muted">提交后超过规定的工作日仍未得到技术机构答复的预约器具，逾期时间长的在前。</p>
{{#NO_LATE}}
<p class="empty">没有已过受理时限的预约。</p>
{{/NO_LATE}}
{{#LATE}}
<div class="table-scroll" tabindex="0" role="region" aria-label="已过受理时限">
<table class="list">
<caption class="sr-only">已过受理时限的预约器具</caption>
<thead><tr><th scope="col">逾期（工作日）</th><th scope="col">预约单号</th><th scope="col">使用单位</th><th scope="col">器具</th><th scope="col">出厂编号</th><th scope="col">使用地点</th><th scope="col">技术机构</th><th scope="col">提交时间</th><th scope="col">答复期限</th></tr></thead>
<tbody>
{{#ROW}}
<tr class="standing-red"><td class="number">{{DAYS}}</td><td class="code">{{NUMBER}}</td><td>{{UNIT}}</td><th scope="row"><a href="{{HREF}}">{{NAME}}</a></th><td class="code">{{SERIAL_NUMBER}}</td><td>{{DIVISION}}</td><td>{{INSTITUTION}}</td><td class="nowrap">{{SUBMITTED_AT}}</td><td class="nowrap">{{ANSWER_BY}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{>MORE}}
{{/LATE}}
<h2>不予受理</h2>
<p class="small muted">{{SINCE}} 以来，因超出检定能力或非本辖区而未被受理的预约器具，按区域和种别合计。</p>
{{#NO_REFUSED}}
<p class="empty">没有因这两种原因不予受理的预约。</p>
{{/NO_REFUSED}}
{{#REFUSED}}
<div class="table-scroll" tabindex="0" role="region" aria-label="不予受理，按区域和种别">
<table class="list">
<caption class="sr-only">不予受理，按区域和种别</caption>
<thead><tr><th scope="col">区域</th><th scope="col">种别</th><th scope="col">原因</th><th scope="col">预约条数</th><th scope="col">器具数量</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{REGION}}{{#ASSIGNED}}指定单位{{/ASSIGNED}}</th><td><a href="{{HREF}}">{{KIND}}</a></td><td>{{REASON}}</td><td class="number">{{LINES}}</td><td class="number">{{QUANTITY}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/REFUSED}}
<h2>没有技术机构可检定的种别</h2>
<p class="small muted">区域内有在用器具，但在该区域、其上级和下级都没有取得授权且正常开展工作的技术机构。</p>
{{#NO_MISSING}}
<p class="empty">每个种别都有技术机构可以检定。</p>
{{/NO_MISSING}}
{{#MISSING}}
<div class="table-scroll" tabindex="0" role="region" aria-label="没有技术机构可检定的种别">
<table class="list">
<caption class="sr-only">没有技术机构可检定的种别</caption>
<thead><tr><th scope="col">区域</th><th scope="col">种别</th><th scope="col">在用器具数量</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{REGION}}{{#ASSIGNED}}指定单位{{/ASSIGNED}}</th><td><a href="{{HREF}}">{{KIND}}</a></td><td class="number">{{QUANTITY}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/MISSING}}
