{{%AUTOESCAPE context="HTML"}}
{{! Single units of a department, beside its divisions: SOME with UNIT, or NO_UNITS; and the form that adds one. }}
<h2 id="units">另行指定的单位</h2>
<p>除监管区域内的单位外，还可以指定区域外的单位由本部门监管。</p>
{{#NO_UNITS}}
<p class="empty">没有另行指定的单位。</p>
{{/NO_UNITS}}
{{#SOME}}
<div class="table-scroll" tabindex="0" role="region" aria-label="另行指定的单位">
<table class="list">
<caption class="sr-only">另行指定的单位</caption>
<thead><tr><th scope="col">企业名称</th><th scope="col">组织机构代码</th><th scope="col">所在地</th><th scope="col" class="no-print">操作</th></tr></thead>
<tbody>
{{#UNIT}}
<tr>
<th scope="row">{{NAME}}</th>
<td class="code">{{UNIT_CODE}}</td>
<td>{{DIVISION}}</td>
<td class="nowrap no-print"><a href="{{BASE}}/admin/departments/{{DEPARTMENT_ID}}/units/{{UNIT_ID}}/remove">取消指定<span class="sr-only">：{{NAME}}</span></a></td>
</tr>
{{/UNIT}}
</tbody>
</table>
</div>
{{/SOME}}
<form class="no-print" method="post" action="{{BASE}}/admin/departments/{{ID}}/units" novalidate>
{{>FORM_HEAD}}
<fieldset class="form-section">
<legend>指定单位</legend>
{{>F_SUPERVISED_UNIT}}
</fieldset>
<p class="actions"><input type="submit" class="button" name="op_assign" value="指定单位"></p>
</form>
