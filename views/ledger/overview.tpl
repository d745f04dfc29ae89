{{%AUTOESCAPE context="HTML"}}
{{! Where a unit stands: TILE (HREF WORD COUNT and its colour), CHART with the same numbers in MONTH. }}
<h1>台账概览</h1>
<ul class="tiles ledger-tiles">
{{#TILE}}
<li class="{{#RED}}tile-red{{/RED}}{{#YELLOW}}tile-yellow{{/YELLOW}}"><a href="{{HREF}}"><span class="tile-number">{{COUNT}}</span> <span class="tile-word">{{WORD}}</span></a></li>
{{/TILE}}
</ul>
<p>台账共 <a href="{{BASE}}/ledger?tab=all">{{ALL}}</a> 台（件），其中停用 <a href="{{BASE}}/ledger?tab=stopped">{{STOPPED}}</a>、报废 <a href="{{BASE}}/ledger?tab=scrapped">{{SCRAPPED}}</a>。</p>
{{#EMPTY_LEDGER}}
<p class="empty">台账里还没有器具。请点【新增】登记第一台，或点【导入】从电子表格一次登记。</p>
{{/EMPTY_LEDGER}}
<p class="actions no-print">
{{#MAY_EDIT}}
<a class="button button-primary" href="{{BASE}}/ledger/new">新增</a> <a class="button" href="{{BASE}}/ledger/import">导入</a>
{{/MAY_EDIT}}
<a class="button" href="{{BASE}}/ledger">强检器具台账</a> <a class="button" href="{{BASE}}/ledger?tab=due">到期提醒</a> <a class="button" href="{{BASE}}/ledger/calendars">到期日历</a>
</p>
{{#SOME}}
<h2>今后 12 个月到期的器具</h2>
<div class="columns">
<section class="column-wide">
<h3 class="sr-only">图</h3>
{{>CHART}}
<p class="legend"><span class="chart-key chart-key-verify"></span> 周期检定到期　<span class="chart-key chart-key-rotate"></span> 到期轮换</p>
</section>
<section>
<h3 class="sr-only">表</h3>
<div class="table-scroll" tabindex="0" role="region" aria-label="每月到期数量">
<table class="list">
<caption class="sr-only">今后 12 个月每月到期的器具数量</caption>
<thead><tr><th scope="col">月份</th><th scope="col">周期检定</th><th scope="col">到期轮换</th></tr></thead>
<tbody>
{{#MONTH}}
<tr><th scope="row"><a href="{{HREF}}">{{NAME}}</a></th><td class="number">{{VERIFY}}</td><td class="number">{{ROTATE}}</td></tr>
{{/MONTH}}
</tbody>
</table>
</div>
</section>
</div>
{{/SOME}}
