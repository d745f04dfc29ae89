{{%AUTOESCAPE context="HTML"}}
<h2>不能{{WORD}}的器具（{{COUNT}} 条）</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="不能变更的器具">
<table class="list">
<caption class="sr-only">不能变更的器具和原因</caption>
<thead><tr><th scope="col">器具名称</th><th scope="col">出厂编号</th><th scope="col">原因</th></tr></thead>
<tbody>
{{#ONE}}
<tr><th scope="row"><a href="{{BASE}}/ledger/{{ID}}">{{NAME}}</a></th><td class="code">{{SERIAL_NUMBER}}</td><td>
{{>MESSAGE}}
</td></tr>
{{/ONE}}
</tbody>
</table>
</div>
{{#NOT_ALL}}
<p class="small muted">只列出前 100 条。</p>
{{/NOT_ALL}}
