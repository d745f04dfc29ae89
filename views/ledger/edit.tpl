{{%AUTOESCAPE context="HTML"}}
<h1>修改器具</h1>
{{>ERRORS}}
{{#CONFLICT}}
<div class="note">
<p>下面列出已保存的内容与您填写的内容的不同之处。再次点【保存】，将以您填写的内容为准。</p>
<div class="table-scroll" tabindex="0" role="region" aria-label="不同之处">
<table class="list">
<caption class="sr-only">不同之处</caption>
<thead><tr><th scope="col">项目</th><th scope="col">已保存（他人修改）</th><th scope="col">您填写的</th></tr></thead>
<tbody>
{{#DIFFERENCE}}
<tr><th scope="row">{{LABEL}}</th><td>{{NOW}}</td><td>{{TYPED}}</td></tr>
{{/DIFFERENCE}}
</tbody>
</table>
</div>
</div>
{{/CONFLICT}}
<form method="post" action="{{BASE}}/ledger/{{ID}}/edit" novalidate>
{{>FORM_HEAD}}
<input type="hidden" name="version" value="{{VERSION}}">
{{>FIELDS}}
<p class="actions"><input type="submit" class="button button-primary" name="op_save" value="保存"> <a class="button" href="{{BASE}}/ledger/{{ID}}">取消</a></p>
</form>
