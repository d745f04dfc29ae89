{{%AUTOESCAPE context="HTML"}}
{{! Key figures: TILE (COUNT HREF), rates with their formulas, PARTS with PART rows that lead on. }}
{{>FRAME}}
{{#SOME}}
<ul class="tiles ledger-tiles">
{{#TILE}}
<li class="{{#RED}}tile-red{{/RED}}{{#YELLOW}}tile-yellow{{/YELLOW}}"><a href="{{HREF}}"><span class="tile-number">{{COUNT}}</span> <span class="tile-word">{{#TILE_OVERDUE}}已超期{{/TILE_OVERDUE}}{{#TILE_FAILED}}检定不合格{{/TILE_FAILED}}{{#TILE_DUE_SOON}}30 天内到期{{/TILE_DUE_SOON}}{{#TILE_ROTATE_DUE}}已到轮换期{{/TILE_ROTATE_DUE}}{{#TILE_ROTATE_SOON}}即将到期轮换{{/TILE_ROTATE_SOON}}{{#TILE_NOT_VERIFIED}}未检定{{/TILE_NOT_VERIFIED}}</span></a></li>
{{/TILE}}
</ul>
<p>在用 {{IN_USE}} 台（件），其中正常 {{VALID}}、已首检 {{FIRST_DONE}}；另有停用 {{STOPPED}}、报废 {{SCRAPPED}}。数字均按器具数量合计。</p>
<h2>关键指标</h2>
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
<p class="small muted">后两项统计期间：{{FROM}} 至 {{TO}}。没有可统计的数据时显示“--”。{{#COUNTED_UNTIL}}器具数量统计截至 {{AT}}。{{/COUNTED_UNTIL}}{{#COUNTED_NOW}}器具数量为实时统计。{{/COUNTED_NOW}}</p>
{{#PARTS}}
<h2>按区域</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="按区域">
<table class="list">
<caption class="sr-only">各区域在用器具的数量和受检率</caption>
<thead><tr><th scope="col">区域</th><th scope="col">在用</th><th scope="col">正常</th><th scope="col">30 天内到期</th><th scope="col">已超期</th><th scope="col">检定不合格</th><th scope="col">轮换</th><th scope="col">未检定</th><th scope="col">受检率</th></tr></thead>
<tbody>
{{#PART}}
<tr><th scope="row"><a href="{{HREF}}">{{NAME}}{{#ASSIGNED}}指定单位{{/ASSIGNED}}</a></th><td class="number">{{IN_USE}}</td><td class="number">{{VALID}}</td><td class="number">{{DUE_SOON}}</td><td class="number">{{OVERDUE}}</td><td class="number">{{FAILED}}</td><td class="number">{{ROTATE}}</td><td class="number">{{NOT_VERIFIED}}</td><td class="number nowrap">{{RATE}}</td></tr>
{{/PART}}
</tbody>
</table>
</div>
{{/PARTS}}
{{/SOME}}
