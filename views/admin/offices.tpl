{{%AUTOESCAPE context="HTML"}}
{{! The offices in the foot of every page, in their order: LIST with ROW, or EMPTY. }}
<h1>联系我们</h1>
<p class="actions no-print"><a class="button button-primary" href="{{BASE}}/admin/offices/new">新增</a></p>
<p>这些办公地点显示在每一页的页脚，修改后最多 30 秒在各处生效。</p>
{{#EMPTY}}
<p class="empty">还没有办公地点。点【新增】登记第一个。</p>
{{/EMPTY}}
{{#LIST}}
<div class="table-scroll" tabindex="0" role="region" aria-label="办公地点">
<table class="list">
<caption class="sr-only">办公地点</caption>
<thead><tr><th scope="col">排列顺序</th><th scope="col">名称</th><th scope="col">地址</th><th scope="col">邮编</th><th scope="col">联系电话</th><th scope="col">传真</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#ROW}}
<tr>
<td class="number">{{POSITION}}</td>
<th scope="row">{{NAME}}</th>
<td>{{ADDRESS}}</td>
<td>{{POSTCODE}}</td>
<td class="nowrap">{{PHONE}}</td>
<td class="nowrap">{{FAX}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/offices/{{ID}}">修改<span class="sr-only">：{{NAME}}</span></a> <a href="{{BASE}}/admin/offices/{{ID}}/remove">删除<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{/LIST}}
