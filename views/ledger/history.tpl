{{%AUTOESCAPE context="HTML"}}
{{! All changes of one instrument, paged by key. }}
<h1>变更历史</h1>
<p class="lead">{{INSTRUMENT_NAME}}　{{MODEL}}　出厂编号 {{SERIAL_NUMBER}}</p>
{{>HISTORY}}
<nav class="pager" aria-label="分页">
<span class="pager-links">
{{#NEWEST}}
<a href="{{HREF}}">最新<span class="sr-only">的变更</span></a>
{{/NEWEST}}
{{#OLDER}}
<a href="{{HREF}}" rel="next">下一页<span class="sr-only">（更早的变更）</span></a>
{{/OLDER}}
</span>
</nav>
<p class="actions no-print"><a class="button" href="{{BASE}}/ledger/{{ID}}">返回器具详情</a></p>
