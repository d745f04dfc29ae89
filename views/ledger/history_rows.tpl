{{%AUTOESCAPE context="HTML"}}
{{! Changes of an instrument, newest first: ROW (CHANGE: LABEL, OLD, ARROW or GONE, NEW) or NOTHING. }}
{{#NOTHING}}
<p class="empty">没有变更记录。</p>
{{/NOTHING}}
{{#ROWS}}
<div class="table-scroll" tabindex="0" role="region" aria-label="变更历史">
<table class="list">
<caption class="sr-only">变更历史，由新到旧</caption>
<thead><tr><th scope="col">时间</th><th scope="col">操作人</th><th scope="col">操作</th><th scope="col">变化</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<th scope="row" class="nowrap">{{AT}}</th>
<td>{{#PERSON}}{{NAME}}<br>{{/PERSON}}<span class="small muted">{{LOGIN}}</span></td>
<td class="nowrap">{{ACTION}}</td>
<td class="changes"><ul class="plain">
{{#CHANGE}}
<li><span class="muted">{{LABEL}}：</span>{{#OLD}}<del>{{VALUE}}{{#EMPTY}}（空）{{/EMPTY}}</del>{{/OLD}}{{#ARROW}} → {{/ARROW}}{{#GONE}}（已清除）{{/GONE}}{{#NEW}}<ins>{{VALUE}}{{#EMPTY}}（空）{{/EMPTY}}</ins>{{/NEW}}</li>
{{/CHANGE}}
</ul></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/ROWS}}
