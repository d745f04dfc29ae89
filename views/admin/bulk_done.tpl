{{%AUTOESCAPE context="HTML"}}
{{! What became of many units decided at once: DONE (COUNT, DONE_ROW) and REFUSED (COUNT, REFUSED_ROW). }}
<h1>批量审核结果</h1>
{{#DONE}}
<h2>{{#APPROVE}}已审核通过{{/APPROVE}}{{#REJECT}}已退回修改{{/REJECT}} {{COUNT}} 家</h2>
<ul>
{{#DONE_ROW}}
<li><a href="{{BASE}}/admin/enterprises/{{ID}}">{{NAME}}</a>（{{UNIT_CODE}}）</li>
{{/DONE_ROW}}
</ul>
{{/DONE}}
{{#REFUSED}}
<div class="note">
<p><strong>未处理 {{COUNT}} 家：</strong>核对期间，这些单位已被他人审核或内容已变化，为避免误审没有执行，请打开核对最新内容。</p>
<ul>
{{#REFUSED_ROW}}
<li><a href="{{BASE}}/admin/enterprises/{{ID}}">{{NAME}}</a>（{{UNIT_CODE}}，现为“{{STATE}}”）</li>
{{/REFUSED_ROW}}
</ul>
</div>
{{/REFUSED}}
<p class="actions"><a class="button button-primary" href="{{BASE}}/admin/enterprises">返回企业审核</a></p>
