{{%AUTOESCAPE context="HTML"}}
{{! Rates with formulas, and counts as charts with tables. }}
<h1>监督统计</h1>
{{>FRAME}}
<form class="filter no-print" method="get" action="{{BASE}}/supervision/statistics">
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
<span class="filter-pair"><label for="q-from">统计期间</label> <input type="text" class="text short" id="q-from" name="from" value="{{FROM}}" maxlength="30" autocomplete="off" title="例如 2026-01-01"> <label for="q-to">至</label> <input type="text" class="text short" id="q-to" name="to" value="{{TO}}" maxlength="30" autocomplete="off" title="例如 2026-12-31"></span>
<span class="filter-pair"><input type="submit" class="button" value="统计"></span>
</form>
{{#BAD_PERIOD}}
<p class="note">统计期间无法识别，或起止颠倒、超过十年，已按 {{FROM}} 至 {{TO}} 统计。请按“年-月-日”填写，例如 2026-03-05。</p>
{{/BAD_PERIOD}}
<p class="actions no-print"><a class="button" href="{{HREF_XLSX}}">导出 xlsx</a> <a class="button" href="{{HREF_CSV}}">导出 csv</a> <span class="small muted">打印请使用浏览器的打印功能（Ctrl+P）。</span></p>
<p>在用 {{IN_USE}} 台（件），连同停用、报废共 {{ALL}} 台（件）。统计期间 {{FROM}} 至 {{TO}}。{{#COUNTED_UNTIL}}器具数量统计截至 {{AT}}。{{/COUNTED_UNTIL}}{{#COUNTED_NOW}}器具数量为实时统计。{{/COUNTED_NOW}}</p>
<ul class="rates">
{{#CHECKED}}
<li><span class="rate-name">受检率</span> <span class="rate-number">{{RATE}}</span>
<span class="small muted">在用周期检定器具中，当日检定合格且在有效期内的数量 ÷ 在用周期检定器具数量 = {{PART}} ÷ {{WHOLE}}</span></li>
{{/CHECKED}}
{{#FIRST_PASS}}
<li><span class="rate-name">一次检定合格率</span> <span class="rate-number">{{RATE}}</span>
<span class="small muted">首次检定结果为合格的预约器具条数 ÷ 有首次检定结果的预约器具条数（退检不计） = {{PART}} ÷ {{WHOLE}}</span></li>
{{/FIRST_PASS}}
{{#TIMELY}}
<li><span class="rate-name">预约受理及时率</span> <span class="rate-number">{{RATE}}</span>
<span class="small muted">在答复期限内答复的预约器具条数 ÷ 答复期限已过的预约器具条数（单位撤回的不计） = {{PART}} ÷ {{WHOLE}}</span></li>
{{/TIMELY}}
</ul>
<p class="small muted">受检率按今天的状态计算；后两项按统计期间计算，没有可统计的数据时显示“--”。</p>
{{#REGIONS}}
<h2>按区域</h2>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 其他在用　<span class="chart-key chart-key-rotate"></span> 已超期、检定不合格、已到轮换期</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="按区域">
<table class="list">
<caption class="sr-only">按区域：在用器具数量和受检率</caption>
<thead><tr><th scope="col">区域</th><th scope="col">在用</th><th scope="col">30 天内到期</th><th scope="col">已超期</th><th scope="col">检定不合格</th><th scope="col">已到轮换期</th><th scope="col">未检定</th><th scope="col">受检率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{HREF}}">{{NAME}}</a></th><td class="number">{{IN_USE}}</td><td class="number">{{DUE_SOON}}</td><td class="number">{{OVERDUE}}</td><td class="number">{{FAILED}}</td><td class="number">{{ROTATE_DUE}}</td><td class="number">{{NOT_VERIFIED}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/REGIONS}}
{{#NO_KINDS}}
<h2>按种别</h2>
<p class="empty">还没有器具。</p>
{{/NO_KINDS}}
{{#KINDS}}
<h2>按种别</h2>
<p class="small muted">图中为数量最多的 20 个种别，表中为全部。</p>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 其他在用　<span class="chart-key chart-key-rotate"></span> 已超期、检定不合格、已到轮换期</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="按种别">
<table class="list">
<caption class="sr-only">按种别：在用器具数量和受检率</caption>
<thead><tr><th scope="col">种别</th><th scope="col">在用</th><th scope="col">30 天内到期</th><th scope="col">已超期</th><th scope="col">检定不合格</th><th scope="col">已到轮换期</th><th scope="col">未检定</th><th scope="col">受检率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{HREF}}">{{NAME}}</a></th><td class="number">{{IN_USE}}</td><td class="number">{{DUE_SOON}}</td><td class="number">{{OVERDUE}}</td><td class="number">{{FAILED}}</td><td class="number">{{ROTATE_DUE}}</td><td class="number">{{NOT_VERIFIED}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/KINDS}}
{{#USES}}
<h2>按用途</h2>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 其他在用　<span class="chart-key chart-key-rotate"></span> 已超期、检定不合格、已到轮换期</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="按用途">
<table class="list">
<caption class="sr-only">按用途：在用器具数量和受检率</caption>
<thead><tr><th scope="col">用途</th><th scope="col">在用</th><th scope="col">30 天内到期</th><th scope="col">已超期</th><th scope="col">检定不合格</th><th scope="col">已到轮换期</th><th scope="col">未检定</th><th scope="col">受检率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{HREF}}">{{NAME}}</a></th><td class="number">{{IN_USE}}</td><td class="number">{{DUE_SOON}}</td><td class="number">{{OVERDUE}}</td><td class="number">{{FAILED}}</td><td class="number">{{ROTATE_DUE}}</td><td class="number">{{NOT_VERIFIED}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/USES}}
{{#DUE}}
<h2>今后 12 个月到期</h2>
<div class="columns">
<section class="column-wide">
<h3 class="sr-only">图</h3>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 周期检定到期　<span class="chart-key chart-key-rotate"></span> 到期轮换</p>
</section>
<section>
<h3 class="sr-only">表</h3>
<div class="table-scroll" tabindex="0" role="region" aria-label="今后 12 个月到期">
<table class="list">
<caption class="sr-only">今后 12 个月每月到期的器具数量</caption>
<thead><tr><th scope="col">月份</th><th scope="col">周期检定到期</th><th scope="col">到期轮换</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row" class="nowrap">{{NAME}}</th><td class="number">{{VERIFY}}</td><td class="number">{{ROTATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
</section>
</div>
{{/DUE}}
<h2>每月检定与受理</h2>
{{#NO_RESULTS}}
<p class="empty">统计期间内没有预约的检定结果，也没有到期的答复。</p>
{{/NO_RESULTS}}
{{#RESULTS}}
<div class="columns">
<section class="column-wide">
<h3 class="sr-only">图</h3>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 首次结果合格　<span class="chart-key chart-key-rotate"></span> 首次结果不合格</p>
</section>
<section>
<h3 class="sr-only">表</h3>
<div class="table-scroll" tabindex="0" role="region" aria-label="每月检定与受理">
<table class="list">
<caption class="sr-only">每月首次检定结果和受理及时率，按预约器具条数</caption>
<thead><tr><th scope="col">月份</th><th scope="col">有首次结果的条数</th><th scope="col">一次检定合格率</th><th scope="col">答复期限已过的条数</th><th scope="col">预约受理及时率</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row" class="nowrap">{{NAME}}</th><td class="number">{{FIRST_WHOLE}}</td><td class="number nowrap">{{FIRST_RATE}}</td><td class="number">{{TIMELY_WHOLE}}</td><td class="number nowrap">{{TIMELY_RATE}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
</section>
</div>
{{/RESULTS}}
