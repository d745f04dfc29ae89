{{%AUTOESCAPE context="HTML"}}
{{! The decisions about a unit, newest first; with NAMES each REVIEW also has its person (ACTOR). }}
<h2>办理记录</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="办理记录">
<table class="list">
<caption class="sr-only">办理记录</caption>
<thead><tr><th scope="col">时间</th><th scope="col">事项</th><th scope="col">原因或说明</th>{{#NAMES}}<th scope="col">经办人</th>{{/NAMES}}</tr></thead>
<tbody>
{{#REVIEW}}
<tr><td class="nowrap">{{AT}}</td><th scope="row">{{DECISION}}</th><td><span class="lines">{{REASON:p}}</span></td>{{#BY}}<td>{{ACTOR}}</td>{{/BY}}</tr>
{{/REVIEW}}
</tbody>
</table>
</div>
